/** Entries of one kind, with their content typed, and what stands among them. */
import type { EventId } from '../base/identifiers.ts'
import type { EntryContent, EntryKind, EntryOf } from '../toolbox/entry.ts'
import type { ConsiderationId } from '../toolbox/yardsticks.ts'
import { MEMBER_STATES, type Delegation } from '../base/delegations.ts'
import type { DossierState, Entry } from './state.ts'

export type TypedEntry<K extends EntryKind> = Omit<Entry, 'content'> & { readonly content: EntryOf<K> }

/** In causal order, the withdrawn ones among them. */
export function entriesOf<K extends EntryKind>(entries: readonly Entry[], kind: K): TypedEntry<K>[] {
  return entries.filter((entry): entry is Entry & TypedEntry<K> => isOf(entry.content, kind))
}

/** Those that stand: not withdrawn. */
export function standing<K extends EntryKind>(entries: readonly Entry[], kind: K): TypedEntry<K>[] {
  return entriesOf(entries, kind).filter((entry) => entry.withdrawn === null)
}

function isOf<K extends EntryKind>(content: EntryContent, kind: K): content is EntryOf<K> & EntryContent {
  return content.kind === kind
}

export interface Sovereign {
  readonly delegation: Delegation
  /** The last statement that stands; null where the State has made none. */
  readonly statement: TypedEntry<'attribution'> | null
  /** Those it made before, the last first. */
  readonly earlier: readonly TypedEntry<'attribution'>[]
}

/** Each Member State on the list of the dossier, in protocol order. It adds nothing up: attribution is a decision of each State (10289/23, point 25). */
export function sovereignPositions(entries: readonly Entry[], distribution: readonly Delegation[]): Sovereign[] {
  const said = standing(entries, 'attribution')
  return MEMBER_STATES.filter((state) => distribution.includes(state) || said.some((one) => one.delegation === state)).map((delegation) => {
    const [statement = null, ...earlier] = said.filter((one) => one.delegation === delegation).toReversed()
    return { delegation, statement, earlier }
  })
}

/** Which of the ten considerations have been weighed for attribution; what was weighed for an option or a note says nothing of it. 10289/23, point 29. */
export function consideredForAttribution(entries: readonly Entry[]): ReadonlySet<ConsiderationId> {
  return new Set(standing(entries, 'consideration').filter(({ content }) => content.considered && content.about === null).map(({ content }) => content.consideration))
}

/** The text into which a note was last printed: said by whoever issued it, and by nobody else. */
export function printedText({ entries, texts }: Pick<DossierState, 'entries' | 'texts'>, note: EventId): { readonly printed: TypedEntry<'printed'>; readonly text: DossierState['texts'][number] } | null {
  for (const printed of standing(entries, 'printed').toReversed()) {
    const { content } = printed
    const text = texts.find((one) => one.text === content.text && one.revisions.some((revision) => revision.event === content.revision && revision.author === printed.author))
    if (content.note === note && text !== undefined) return { printed, text }
  }
  return null
}
