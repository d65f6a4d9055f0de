/** Everything in the vault that follows from the events alone. What is here can be made anew at any time, and is checked against them. */
import { passagesOf } from '../../../shared/dossier/passages.ts'
import type { Store } from '../vault/store.ts'
import { rebuildSearchIndex } from './searchIndex.ts'

export interface Derived {
  /** As a person knows it. */
  readonly name: string
  /** Tables that hold it, and nothing else. */
  readonly tables: readonly string[]
  /** Empties and fills them, inside a transaction: equal events make equal bytes. How many parts it has. */
  rebuild(store: Store): number
  /** Whether it holds what the events say, no more and no less. */
  agrees(store: Store): boolean
}

export const DERIVED: readonly Derived[] = [
  {
    name: 'search index',
    tables: ['search', 'search_words', 'search_words_data', 'search_words_idx', 'search_words_docsize', 'search_words_config', 'search_state'],
    rebuild: rebuildSearchIndex,
    agrees: (store) => store.search.isCurrent() && sameWords(indexed(store), said(store)),
  },
]

function indexed(store: Store): string[] {
  return store.search.contents().map(({ event, dossier, kind, part, heading, words }) => JSON.stringify([event, dossier, kind, part, heading, words]))
}

function said(store: Store): string[] {
  return store.events.all().flatMap(({ event }) => {
    const { dossier } = event.header
    return dossier === null ? [] : passagesOf(event).map(({ kind, part, heading, words }) => JSON.stringify([event.id, dossier, kind, part, heading, words]))
  })
}

function sameWords(some: readonly string[], others: readonly string[]): boolean {
  if (some.length !== others.length) return false
  const sorted = others.toSorted()
  return some.toSorted().every((line, at) => line === sorted[at])
}
