/** The fields of each kind of entry, as data: one form and one way of printing serve them all. */
import type { EntryKind } from './entry.ts'
import { CHOICE_NAMES, type ChoiceName } from './entryWords.ts'
import { CONSIDERATIONS, DIMENSIONS, PRINCIPLES, type Yardstick } from './yardsticks.ts'

export type Field = { readonly key: string; readonly required?: boolean } & (
  | { readonly type: 'line' | 'words' | 'day' | 'tick' | 'lines' | 'delegations' | 'measures' | 'measure' | 'evidence' | 'confidence' | 'indicators' | 'dossier' | 'dimensions' | 'factors' }
  | { readonly type: 'choice'; readonly from: ChoiceName; readonly ids: readonly string[] }
  | { readonly type: 'entry'; readonly kinds: readonly EntryKind[] }
  | { readonly type: 'weighed'; readonly by: readonly Yardstick[]; readonly name: 'principle' }
  | { readonly type: 'proportion'; readonly by: readonly Yardstick[] }
  | { readonly type: 'yardstick'; readonly by: readonly Yardstick[] })

const line = (key: string, required = false): Field => ({ type: 'line', key, required })
const text = (key = 'text', required = false): Field => ({ type: 'words', key, required })
const day = (key: string): Field => ({ type: 'day', key })
/** All that there are, unless some are named. */
const choice = (key: string, from: ChoiceName, ...some: readonly string[]): Field => ({ type: 'choice', key, from, ids: some.length > 0 ? some : Object.keys(CHOICE_NAMES[from]) })
const entry = (key: string, ...kinds: readonly EntryKind[]): Field => ({ type: 'entry', key, kinds })
const evidence: Field = { type: 'evidence', key: 'evidence' }

/** In reading order. A note's option is chosen where the option is begun, so that it is no field. */
export const FIELDS: Readonly<Record<EntryKind, readonly Field[]>> = {
  description: [{ type: 'dimensions', key: 'dimensions' }, { type: 'factors', key: 'factors' }, { type: 'delegations', key: 'affectedStates' }, { type: 'lines', key: 'sectors' }, { type: 'lines', key: 'partners' }, day('from'), day('until')],
  link: [{ type: 'dossier', key: 'to', required: true }, choice('relation', 'relation'), text('note')],
  interest: [{ type: 'tick', key: 'awareness' }, { type: 'tick', key: 'jointResponse' }, text()],
  route: [choice('route', 'route'), day('since'), text()],
  briefing: [line('subject', true), line('by', true), line('to', true), choice('way', 'way', 'oral', 'written'), day('on'), { type: 'tick', key: 'elsewhere' }, day('informedOn'), text()],
  indicators: [line('title', true), line('from'), { type: 'indicators', key: 'indicators', required: true }],
  finding: [text('statement', true), line('actor'), { type: 'confidence', key: 'confidence' }, text('basis'), evidence],
  attribution: [choice('stance', 'stance'), line('actor'), choice('publicity', 'publicity'), choice('manner', 'manner'), text()],
  consideration: [{ type: 'yardstick', key: 'consideration', by: CONSIDERATIONS }, entry('about', 'option', 'note'), { type: 'tick', key: 'considered' }, text(), evidence],
  note: [choice('noteKind', 'noteKind'), line('title', true), line('actor'), { type: 'lines', key: 'objectives' }, text('background'), text('actorPerspective'), text('risks'), text('communication'), text('partners'), evidence],
  option: [
    line('title', true), text(), { type: 'measures', key: 'measures', required: true }, choice('sequencing', 'sequencing'), text('gradual'), text('shortTerm'), text('longTerm'), text('escalation'),
    { type: 'weighed', key: 'principles', by: PRINCIPLES, name: 'principle' }, { type: 'proportion', key: 'proportionality', by: DIMENSIONS },
  ],
  printed: [],
  deliberation: [line('subject', true), line('body', true), choice('way', 'way', 'meeting', 'coreu', 'writtenProcedure'), day('on'), text()],
  decision: [entry('option', 'option'), { type: 'measure', key: 'measure', required: true }, line('body', true), choice('procedure', 'procedure'), choice('outcome', 'outcome'), day('on'), line('legalBasis'), line('documentNumber'), text()],
  action: [text('what', true), line('actor', true), entry('decision', 'decision'), day('due'), choice('status', 'actionStatus'), text(), evidence],
  communication: [text('line', true), line('audience'), { type: 'lines', key: 'products' }, { type: 'lines', key: 'languages' }, line('owner'), choice('status', 'communicationStatus'), day('on')],
  partnerRequest: [line('partner', true), choice('direction', 'direction'), text('what', true), day('on'), choice('status', 'requestStatus'), text('answer'), { type: 'tick', key: 'commissionInformed' }, day('informedOn')],
  alignment: [line('country', true), entry('decision', 'decision'), choice('alignment', 'alignment'), day('on'), text()],
  effect: [text('objective', true), entry('decision', 'decision'), choice('horizon', 'horizon'), choice('achievement', 'achievement'), text(), evidence],
  lesson: [text('text', true), entry('forNote', 'note'), { type: 'dossier', key: 'forDossier' }],
}

export type Draft = Readonly<Record<string, unknown>>

/** What a form of this kind begins with. */
export function blank(kind: EntryKind): Draft {
  const filled = FIELDS[kind].map((field) => [field.key, blankOf(field)] as const)
  const more: Draft = kind === 'finding' ? { scale: 'confidence' } : kind === 'link' ? { title: '' } : {}
  return { kind, ...Object.fromEntries(filled), ...more }
}

function blankOf(field: Field): unknown {
  switch (field.type) {
    case 'line': case 'words': return ''
    case 'tick': return false
    case 'day': case 'entry': case 'dossier': case 'measure': return null
    case 'choice': return field.ids[0] ?? ''
    case 'yardstick': return field.by[0]?.id ?? ''
    case 'confidence': return 'low'
    case 'dimensions': return Object.fromEntries(DIMENSIONS.map(({ id }) => [id, '']))
    case 'lines': case 'delegations': case 'measures': case 'evidence': case 'indicators': case 'factors': case 'weighed': case 'proportion': return []
  }
}
