/** Looking for words in 100,000 paragraphs of an encrypted vault, against the same index in an unencrypted database. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3-multiple-ciphers'
import { openConnection, type Connection } from '../electron/engine/vault/connection.ts'
import { migrate } from '../electron/engine/vault/migrations.ts'
import { searchTable, type SearchTable } from '../electron/engine/vault/searchTable.ts'
import type { DossierId, EventId } from '../shared/base/identifiers.ts'
import type { Passage } from '../shared/dossier/passage.ts'
import type { Measured } from './measure.ts'

const PARAGRAPHS = 100_000
const PER_TEXT = 500
const QUERIES = 400
const SHOWN = 20
const DOSSIER = '0'.repeat(64) as DossierId

export async function benchSearch(): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-bench-'))
  const [encrypted, bare] = [encryptedDatabase(join(folder, 'encrypted.db')), bareDatabase(join(folder, 'bare.db'))]
  try {
    const [ours, theirs] = [fill(encrypted), fill(bare)]
    const queries = queriesOf(QUERIES)
    const times = queries.map((query, at) => {
      // In turn, and each first as often as the other.
      const first = at % 2 === 0 ? timeOf(ours, query) : null
      const other = timeOf(theirs, query)
      return [first ?? timeOf(ours, query), other] as const
    })
    return [0.5, 0.95].map((share) => measured(share, times))
  } finally {
    encrypted.close()
    bare.close()
    await rm(folder, { recursive: true })
  }
}

function measured(share: number, times: readonly (readonly [number, number])[]): Measured {
  const [oursMs, peerMs] = [percentile(times.map(([ours]) => ours), share), percentile(times.map(([, theirs]) => theirs), share)]
  return { name: `find ${SHOWN} of ${PARAGRAPHS} paragraphs, p${share * 100} of ${QUERIES} queries`, peer: 'the same index unencrypted', oursMs, peerMs, ratio: oursMs / peerMs }
}

function encryptedDatabase(file: string): Connection {
  const opened = openConnection(file, '5e'.repeat(32), 'new')
  if (!opened.ok || !migrate(opened.value, 'new').ok) throw new Error('no vault')
  return opened.value
}

/** The settings of a vault but for the cipher. */
function bareDatabase(file: string): Connection {
  const db = new Sqlite(file)
  for (const setting of ['locking_mode=EXCLUSIVE', 'journal_mode=WAL', 'synchronous=FULL', 'temp_store=MEMORY', 'secure_delete=ON', 'mmap_size=0']) db.pragma(setting)
  if (!migrate(db, 'new').ok) throw new Error('no database')
  return db
}

function fill(db: Connection): SearchTable {
  const table = searchTable(db)
  const paragraph = paragraphs()
  db.transaction(() => {
    table.remake((add) => {
      for (let text = 0; text < PARAGRAPHS / PER_TEXT; text++) {
        const passages = Array.from({ length: PER_TEXT }, (_, at): Passage => ({ kind: 'paragraph', part: String(at + 1), heading: '', words: paragraph() }))
        add(String(text).padStart(64, '0') as EventId, DOSSIER, passages)
      }
    })
  })()
  return table
}

/** What a screen of results costs: the passages, and the excerpt of each. */
function timeOf(table: SearchTable, query: string): number {
  const started = performance.now()
  const places: number[] = []
  for (const passage of table.find(query)) if (places.push(passage.place) >= SHOWN) break
  if (table.excerpts(query, places).size !== places.length) throw new Error('an excerpt is missing')
  return performance.now() - started
}

/** Few words are common and most are rare, as in any language. */
const VOCABULARY = 20_000
const SYLLABLES = ['ba', 'ke', 'mi', 'no', 'ru', 'ta', 'le', 'so', 'vi', 'de', 'pra', 'con', 'ter', 'the', 'ší', 'ün']

function wordAt(rank: number): string {
  let word = ''
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) word += SYLLABLES[rest % SYLLABLES.length]
  return word
}

function drawWord(dice: () => number): string {
  return wordAt(Math.floor(dice() ** 4 * VOCABULARY))
}

function paragraphs(): () => string {
  const dice = diceOf(11)
  return () => `${Array.from({ length: 50 }, () => drawWord(dice)).join(' ')}.`
}

/** As they are typed: beginnings of one word and more, from the second letter on; whole words; phrases. */
function queriesOf(count: number): string[] {
  const dice = diceOf(23)
  return Array.from({ length: count }, (_, at) => {
    const words = Array.from({ length: 1 + (at % 3) }, () => drawWord(dice))
    if (at % 8 === 7) return `"${words.join(' ')}"`
    const last = words.pop() ?? ''
    return [...words, last.slice(0, 2 + Math.floor(dice() * last.length))].join(' ')
  })
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
}

function diceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  }
}
