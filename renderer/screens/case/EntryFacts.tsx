/** What an entry says, field by field, in the words and the order of its form; empty fields are left out. */
import type { ReactNode } from 'react'
import { assertNever } from '../../../shared/base/assertNever.ts'
import type { DossierState } from '../../../shared/dossier/state.ts'
import { confidenceWord, SCALES } from '../../../shared/toolbox/confidence.ts'
import type { EntryContent } from '../../../shared/toolbox/entry.ts'
import { DIMENSIONS, FACTORS, type Yardstick } from '../../../shared/toolbox/yardsticks.ts'
import { Delegations } from '../../components/Delegation.tsx'
import { words } from '../../messages/words.ts'
import css from './case.module.css'
import { nameOf, pointable } from './caseFile.ts'
import { delegationsOf, indicatorsOf, linesOf, measureOf, measuresOf, namedOf, textOf, tickOf, wordsByKeyOf } from './draftValues.ts'
import { FIELDS, labelOf, type Draft, type Field } from './fields.ts'

/** `without`: fields that stand elsewhere on the card. */
export function EntryFacts({ content, state, without = [] }: { content: EntryContent; state: DossierState; without?: readonly string[] }) {
  const draft: Draft = { ...content }
  const rows = FIELDS[content.kind].filter((field) => !without.includes(field.key)).flatMap((field) => {
    const shown = shownValue(field, draft, state)
    return shown === null ? [] : [<Fact key={field.key} label={labelOf(content.kind, field.key)}>{shown}</Fact>]
  })
  return rows.length === 0 ? null : <dl className={css.facts}>{rows}</dl>
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return <><dt>{label}</dt><dd>{children}</dd></>
}

/** Null for what says nothing. */
function shownValue(field: Field, draft: Draft, state: DossierState): ReactNode {
  const value = draft[field.key]
  switch (field.type) {
    case 'line': case 'words': return orNull(textOf(value))
    case 'day': return value === null ? null : <time dateTime={textOf(value)}>{textOf(value)}</time>
    case 'tick': return tickOf(value) ? words.caseFile.yes : words.caseFile.no
    case 'lines': return bullets(linesOf(value))
    case 'choice': return orNull(field.of[textOf(value)] ?? textOf(value))
    case 'yardstick': return nameIn(field.by, textOf(value))
    case 'confidence': return confidence(draft)
    case 'delegations': return delegationsOf(value).length === 0 ? null : <Delegations codes={delegationsOf(value)} bare />
    case 'dossier': return orNull(textOf(draft['title']) || textOf(value).slice(0, 16))
    case 'entry': return pointedName(state, textOf(value))
    case 'evidence': return bullets(linesOf(value).map((id) => pointable(state).find((one) => one.event === id)?.name ?? words.caseFile.overview.notHere))
    case 'measures': return bullets(measuresOf(value).map((one) => one.name))
    case 'measure': return orNull(measureOf(value)?.name ?? '')
    case 'indicators': return bullets(indicatorsOf(value).map((one) => `${words.caseFile.choices.indicator[one.type]}: ${one.value}`))
    case 'dimensions': return bullets(DIMENSIONS.flatMap(({ id, name }) => said(name, wordsByKeyOf(value)[id])))
    case 'factors': return bullets(FACTORS.flatMap(({ id, name }) => (namedOf(value, 'factor').has(id) ? [labelled(name, textOf(namedOf(value, 'factor').get(id)?.['text']))] : [])))
    case 'weighed': return bullets(field.by.flatMap(({ id, name }) => (tickOf(namedOf(value, field.name).get(id)?.['considered']) ? [labelled(name, textOf(namedOf(value, field.name).get(id)?.['text']))] : [])))
    case 'proportion': return bullets(field.by.flatMap(({ id, name }) => said(name, textOf(namedOf(value, 'dimension').get(id)?.['text']))))
    default: return assertNever(field)
  }
}

function orNull(text: string): string | null {
  return text === '' ? null : text
}

function labelled(name: string, text: string): string {
  return text === '' ? name : `${name}: ${text}`
}

function said(name: string, text: string | undefined): string[] {
  return text === undefined || text === '' ? [] : [labelled(name, text)]
}

function bullets(items: readonly string[]): ReactNode {
  return items.length === 0 ? null : <ul className={css.bullets}>{items.map((item) => <li key={item}>{item}</li>)}</ul>
}

function nameIn(by: readonly Yardstick[], id: string): string | null {
  return by.find((one) => one.id === id)?.name ?? null
}

/** The word, and on which scale it is one. */
function confidence(draft: Draft): string | null {
  const scale = SCALES.find((one) => one.id === draft['scale'])
  const word = scale === undefined ? null : confidenceWord(scale.id, textOf(draft['confidence']))
  return scale === undefined || word === null ? null : `${word.name}. ${words.caseFile.attribution.onScale(scale.name)}`
}

function pointedName(state: DossierState, id: string): string | null {
  const entry = state.entries.find((one) => one.event === id)
  return entry === undefined ? null : nameOf(entry)
}
