/** The search index: which passages hold certain words. Derived from the admitted events, in the same transaction as they. */
import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import type { Passage } from '../../../shared/dossier/passage.ts'
import type { Connection } from './connection.ts'
import { plainLetters } from './searchLetters.ts'
import { searchExpression } from './searchQuery.ts'

/** To be raised whenever the same event would be indexed otherwise: every index made by older rules is then made anew when its vault is opened. */
const RULES = 3
/** Words that stand in more passages than this tell them apart no longer: these come latest first instead of best first. */
const MOST_RANKED = 2000
/** How much more a word in the name of a thing counts than one in its text. */
const HEADING_WEIGHT = 10
/** Words around what was found. */
const EXCERPT_WORDS = 28
/** Cannot stand in a passage (shared/dossier/passages.ts): they enclose what was found. */
const FOUND_FROM = '\u0002'
const FOUND_TO = '\u0003'

export interface IndexedPassage extends Passage {
  readonly event: EventId
  readonly dossier: DossierId
}

export interface FoundPassage extends IndexedPassage {
  readonly place: number
}

/** Words, and which stretches of them [from, to) were looked for, in UTF-16 units. */
export interface MarkedWords {
  readonly text: string
  readonly found: readonly (readonly [from: number, to: number])[]
}

export interface Excerpt {
  readonly heading: MarkedWords
  readonly excerpt: MarkedWords
}

export interface SearchTable {
  add(event: EventId, dossier: DossierId, passages: readonly Passage[]): void
  /** Of an event that an undone import takes away, or whose body comes. */
  remove(event: EventId): void
  /** Best first, and of equals the latest to come, those of one event in their order; read only as far as they are taken. Nothing where nothing can be looked for. */
  find(typed: string): Iterable<FoundPassage>
  /** Heading and excerpt of passages that `find` gave for the same words, by their place. */
  excerpts(typed: string, places: readonly number[]): ReadonlyMap<number, Excerpt>
  /** Whether the index was made by the rules of this version. */
  isCurrent(): boolean
  /** Empties the index and lets `fill` fill it; equal fillings make equal bytes. */
  remake(fill: (add: SearchTable['add']) => void): void
  /** Everything in the index, in an order that does not depend on how it came there. */
  contents(): IndexedPassage[]
}

/** Numbers only: a passage is read when it is taken. */
const RANKED = `SELECT rowid FROM search_words WHERE search_words MATCH ? ORDER BY bm25(search_words, ${HEADING_WEIGHT}, 1), rowid DESC`
const LATEST = 'SELECT rowid FROM search_words WHERE search_words MATCH ? ORDER BY rowid DESC'

export function searchTable(db: Connection): SearchTable {
  if (secureDelete(db) !== 1) throw new Error('the search index does not delete securely')
  const addPassage = db.prepare('INSERT INTO search (event, dossier, kind, part, heading, words) VALUES (?, ?, ?, ?, ?, ?)')
  const addWords = db.prepare('INSERT INTO search_words (rowid, heading, words) VALUES (?, ?, ?)')
  const many = db.prepare<[string], { n: number }>(`SELECT count(*) AS n FROM (SELECT 1 FROM search_words WHERE search_words MATCH ? LIMIT ${MOST_RANKED + 1})`)
  const ranked = db.prepare<[string], number>(RANKED).pluck()
  const latest = db.prepare<[string], number>(LATEST).pluck()
  const passageAt = db.prepare<[number], FoundPassage>('SELECT place, event, dossier, kind, part, heading, words FROM search WHERE place = ?')
  // One pass over all that matches: asked for one by one (without the plus sign), each would look up the words anew.
  const marked = db.prepare<[string, string], { place: number; heading: string; excerpt: string }>(`
    SELECT rowid AS place, highlight(search_words, 0, '${FOUND_FROM}', '${FOUND_TO}') AS heading, snippet(search_words, 1, '${FOUND_FROM}', '${FOUND_TO}', '…', ${EXCERPT_WORDS}) AS excerpt
    FROM search_words WHERE search_words MATCH ? AND +rowid IN (SELECT value FROM json_each(?)) ORDER BY rowid DESC`)
  const rules = db.prepare<[], { rules: number | null }>('SELECT rules FROM search_state')
  const contents = db.prepare<[], IndexedPassage>('SELECT event, dossier, kind, part, heading, words FROM search ORDER BY event, kind, part')

  const add: SearchTable['add'] = (event, dossier, passages) => {
    // Of equals the latest comes first, and inside one event the first: a text is read from its beginning.
    for (const { kind, part, heading, words } of passages.toReversed()) {
      const { lastInsertRowid } = addPassage.run(event, dossier, kind, part, heading, words)
      // Indexed without marks, shown as written: both have the same words in the same places, which is all that the index refers to.
      addWords.run(lastInsertRowid, plainLetters(heading), plainLetters(words))
    }
  }
  const passagesOf = db.prepare<[string], FoundPassage>('SELECT place, event, dossier, kind, part, heading, words FROM search WHERE event = ?')
  const removePassage = db.prepare('DELETE FROM search WHERE place = ?')
  // The index keeps no words of its own: it is told which ones went in.
  const removeWords = db.prepare(`INSERT INTO search_words (search_words, rowid, heading, words) VALUES ('delete', ?, ?, ?)`)
  return {
    add,
    remove(event) {
      for (const { heading, place, words } of passagesOf.all(event)) {
        removeWords.run(place, plainLetters(heading), plainLetters(words))
        removePassage.run(place)
      }
    },
    *find(typed) {
      const expression = searchExpression(typed)
      if (expression === null) return
      const places = (many.get(expression)?.n ?? 0) > MOST_RANKED ? latest : ranked
      for (const place of places.iterate(expression)) {
        const passage = passageAt.get(place)
        if (passage !== undefined) yield passage
      }
    },
    excerpts(typed, places) {
      const expression = searchExpression(typed)
      const excerpts = new Map<number, Excerpt>()
      if (expression === null || places.length === 0) return excerpts
      for (const { place, heading, excerpt } of marked.iterate(expression, JSON.stringify(places))) {
        excerpts.set(place, { heading: markedWords(heading), excerpt: markedWords(excerpt) })
        if (excerpts.size === places.length) break
      }
      return excerpts
    },
    isCurrent: () => rules.get()?.rules === RULES,
    remake(fill) {
      db.exec(`INSERT INTO search_words (search_words) VALUES ('delete-all'); DELETE FROM search`)
      fill(add)
      db.prepare('UPDATE search_state SET rules = ?').run(RULES)
    },
    contents: () => contents.all(),
  }
}

function secureDelete(db: Connection): unknown {
  return db.prepare<[], { v: unknown }>(`SELECT v FROM search_words_config WHERE k = 'secure-delete'`).get()?.v
}

function markedWords(text: string): MarkedWords {
  const found: [number, number][] = []
  let plain = ''
  for (const piece of text.split(FOUND_FROM)) {
    const end = piece.indexOf(FOUND_TO)
    if (end >= 0) found.push([plain.length, plain.length + end])
    plain += piece.replace(FOUND_TO, '')
  }
  return { text: plain, found }
}
