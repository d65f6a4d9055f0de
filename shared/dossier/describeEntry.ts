/** What an entry says, field by field, in the words and the order of its form; empty fields are left out. Screens and print show the same. */
import { assertNever } from '../base/assertNever.ts'
import type { Delegation } from '../base/delegations.ts'
import { confidenceWord, SCALES } from '../toolbox/confidence.ts'
import { delegationsOf, indicatorsOf, linesOf, measureOf, measuresOf, namedOf, proportionOf, textOf, tickOf, weighedOf, wordsByKeyOf, type Indicators } from '../toolbox/draftValues.ts'
import { entryTitle, type EntryContent } from '../toolbox/entry.ts'
import { FIELDS, type Draft, type Field } from '../toolbox/entryFields.ts'
import { choiceName, ENGLISH, fieldName, type EntryWords } from '../toolbox/entryWords.ts'
import { DIMENSIONS, FACTORS, type Yardstick } from '../toolbox/yardsticks.ts'
import type { DossierId, EventId } from '../base/identifiers.ts'
import type { DossierState, Entry } from './state.ts'

export type FactValue = { readonly text: string } | { readonly items: readonly string[] } | { readonly delegations: readonly Delegation[] }
export interface Fact {
  readonly key: string
  readonly label: string
  readonly value: FactValue
}

export interface Here extends Pick<DossierState, 'contributions' | 'attachments' | 'entries'> {
  /** What other dossiers are called here, as far as that may be said to the reader. */
  readonly dossierTitles?: DossierTitles
}

export type DossierTitles = ReadonlyMap<DossierId, string>

/** `without`: fields that stand elsewhere. What is said along a yardstick of a source document stands under that document's own words. */
export function describeEntry(content: EntryContent, state: Here, without: readonly string[] = [], say: EntryWords = ENGLISH): Fact[] {
  const draft: Draft = { ...content }
  const facts = FIELDS[content.kind].filter((field) => !without.includes(field.key)).flatMap((field) => {
    const value = valueOf(field, draft, state, say)
    return value === null ? [] : [{ key: field.key, label: fieldName(say, content.kind, field.key), value }]
  })
  return [...facts, ...linkedAs(content, state, say)]
}

/** What the author of a link called a dossier that is here under another title. */
function linkedAs(content: EntryContent, { dossierTitles }: Here, say: EntryWords): Fact[] {
  if (content.kind !== 'link' || content.title === '') return []
  const present = dossierTitles?.get(content.to)
  return present === undefined || present === content.title ? [] : [{ key: 'title', label: fieldName(say, 'link', 'title'), value: { text: content.title } }]
}

/** Its title, or its kind where it has none. A dossier is called what it is called now, where it is here. */
export function nameOf({ content }: Pick<Entry, 'content'>, say: EntryWords = ENGLISH, titles?: DossierTitles): string {
  return (content.kind === 'link' ? titles?.get(content.to) : undefined) ?? (entryTitle(content) || say.kindNames[content.kind])
}

export interface Pointed {
  readonly event: EventId
  readonly name: string
}

/** Everything signed here that an entry can rest on, in causal order within each kind. */
export function pointable(here: Here, say: EntryWords = ENGLISH): Pointed[] {
  return pointedIn({ ...here, entries: here.entries.filter((one) => one.withdrawn === null && one.content.kind !== 'printed') }, say)
}

/** After what can be pointed to, what was chosen before and can no longer be: it was withdrawn, or is not here. */
export function offered(here: Here, chosen: readonly string[], say: EntryWords = ENGLISH): { readonly event: string; readonly name: string }[] {
  const stand = pointable(here, say)
  const gone = chosen.filter((id) => !stand.some((one) => one.event === id))
  return [...stand, ...gone.map((event) => ({ event, name: evidence([event], here, say).join('') }))]
}

/** What was pointed to is named also after it was withdrawn, and as what it is. */
export function pointedIn({ contributions, attachments, entries, dossierTitles }: Here, say: EntryWords = ENGLISH): Pointed[] {
  return [
    ...contributions.map((one) => ({ event: one.event, name: `${one.delegation}: ${one.title}` })),
    ...attachments.map((one) => ({ event: one.event, name: `${one.delegation}: ${one.name}` })),
    ...entries.map((one) => ({ event: one.event, name: ifWithdrawn(one, `${one.delegation}: ${nameOf(one, say, dossierTitles)}`, say) })),
  ]
}

function ifWithdrawn({ withdrawn }: Entry, name: string, say: EntryWords): string {
  return withdrawn === null ? name : say.withdrawn(name)
}

/** Null for what says nothing. */
function valueOf(field: Field, draft: Draft, state: Here, say: EntryWords): FactValue | null {
  const value = draft[field.key]
  switch (field.type) {
    case 'line': case 'words': return text(textOf(value))
    case 'day': return text(say.day(textOf(value)))
    case 'tick': return text(tickOf(value) ? say.ticked.yes : say.ticked.no)
    case 'lines': return items(linesOf(value))
    case 'choice': return text(choiceName(say, field.from, textOf(value)))
    case 'yardstick': return text(say.quoted(nameIn(field.by, textOf(value))))
    case 'confidence': return text(confidence(draft, say))
    case 'delegations': return delegationsOf(value).length === 0 ? null : { delegations: delegationsOf(value) }
    case 'dossier': return text(titleOf(textOf(value), state) ?? (textOf(draft['title']) || textOf(value).slice(0, 16)))
    case 'entry': return text(pointedName(state, textOf(value), say))
    case 'evidence': return items(evidence(linesOf(value), state, say))
    case 'measures': return items(measuresOf(value).map((one) => one.name))
    case 'measure': return text(measureOf(value)?.name ?? '')
    case 'indicators': return items(indicatorsOf(value).map((one) => indicator(one, say)))
    case 'dimensions': return items(DIMENSIONS.flatMap(({ id, name }) => along(name, wordsByKeyOf(value)[id], say)))
    case 'factors': return items(FACTORS.flatMap((one) => present(namedOf(value, 'factor'), one, say)))
    case 'weighed': return items(field.by.flatMap((one) => weighed(namedOf(value, field.name), one, state, say)))
    case 'proportion': return items(field.by.flatMap((one) => inProportion(namedOf(value, 'dimension'), one, state, say)))
    default: return assertNever(field)
  }
}

/** Null where it is not here: then it is called what the entry calls it, else by the beginning of its name among machines. */
function titleOf(dossier: string, { dossierTitles }: Here): string | null {
  return [...dossierTitles ?? []].find(([id]) => id === dossier)?.[1] ?? null
}

function text(words: string): FactValue | null {
  return words === '' ? null : { text: words }
}

function items(list: readonly string[]): FactValue | null {
  return list.length === 0 ? null : { items: list }
}

/** Under the name of a yardstick; nothing where nothing is said. */
function along(name: string, words: string | undefined, say: EntryWords): string[] {
  return words === undefined || words === '' ? [] : [say.labelled(say.quoted(name), words)]
}

/** Only what was considered, with what it rests on. */
function weighed(named: ReadonlyMap<string, Record<string, unknown>>, one: Yardstick, state: Here, say: EntryWords): string[] {
  const { considered, evidence: ids } = weighedOf(named.get(one.id))
  if (!considered) return []
  return present(named, one, say).map((line) => resting(line, ids, state, say))
}

/** Where nothing is said and it rests on nothing, it says nothing. */
function inProportion(named: ReadonlyMap<string, Record<string, unknown>>, one: Yardstick, state: Here, say: EntryWords): string[] {
  const { text: words, evidence: ids } = proportionOf(named.get(one.id))
  return words === '' && ids.length === 0 ? [] : present(named, one, say).map((line) => resting(line, ids, state, say))
}

function resting(line: string, ids: readonly string[], state: Here, say: EntryWords): string {
  return ids.length === 0 ? line : `${line} (${say.restsOn(evidence(ids, state, say))})`
}

function evidence(ids: readonly string[], state: Here, say: EntryWords): string[] {
  const pointed = ids.length === 0 ? [] : pointedIn(state, say)
  return ids.map((id) => pointed.find((one) => one.event === id)?.name ?? say.elsewhere(id.slice(0, 16)))
}

/** With the days on which it was seen, and its note. */
function indicator({ firstSeen, lastSeen, note, type, value }: Indicators[number], say: EntryWords): string {
  const seen = firstSeen === null && lastSeen === null ? '' : say.seen(firstSeen && say.day(firstSeen), lastSeen && say.day(lastSeen))
  const more = [seen, note].filter((part) => part !== '').join('; ')
  return `${say.labelled(say.choices.indicator[type], value)}${more === '' ? '' : ` (${more})`}`
}

/** The name alone where it was ticked without words. */
function present(named: ReadonlyMap<string, Record<string, unknown>>, { id, name }: Yardstick, say: EntryWords): string[] {
  const found = named.get(id)
  const words = textOf(found?.['text'])
  return found === undefined ? [] : [words === '' ? say.quoted(name) : say.labelled(say.quoted(name), words)]
}

function nameIn(by: readonly Yardstick[], id: string): string {
  return by.find((one) => one.id === id)?.name ?? ''
}

/** The word, and on which scale it is one. */
function confidence(draft: Draft, say: EntryWords): string {
  const scale = SCALES.find((one) => one.id === draft['scale'])
  const word = scale === undefined ? null : confidenceWord(scale.id, textOf(draft['confidence']))
  return scale === undefined || word === null ? '' : say.onScale(say.quoted(word.name), say.quoted(scale.name))
}

function pointedName({ entries }: Here, id: string, say: EntryWords): string {
  const entry = entries.find((one) => one.event === id)
  return entry === undefined ? '' : ifWithdrawn(entry, nameOf(entry, say), say)
}
