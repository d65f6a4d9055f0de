import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { DossierId, EventId } from '../../shared/base/identifiers.ts'
import type { Passage } from '../../shared/dossier/passage.ts'
import { passagesOf } from '../../shared/dossier/passages.ts'
import type { VerifiedEvent } from '../../shared/log/event.ts'
import { openConnection, type Connection } from '../../electron/engine/vault/connection.ts'
import { migrate } from '../../electron/engine/vault/migrations.ts'
import { plainLetters } from '../../electron/engine/vault/searchLetters.ts'
import { blobFiles } from '../../electron/engine/vault/blobFiles.ts'
import { createStore, type Store } from '../../electron/engine/vault/store.ts'
import { indexEvent, rebuildSearchIndex } from '../../electron/engine/handlers/searchIndex.ts'
import { issueRev, openDossier, openSilence, OBJECTION, PARTS, respond, suggest } from '../fakes/deliberation.ts'
import { setStage } from '../fakes/events.ts'
import { temporaryFolder } from '../fakes/temporaryFolder.ts'

const SEED = 20_310_612
const DOSSIER = 'd'.repeat(64) as DossierId
const folder = temporaryFolder()
let vaults = 0
let db: Connection
let store: Store

function openVault(): void {
  const opened = openConnection(folder.path(`vault-${++vaults}.db`), 'ab'.repeat(32), 'new')
  if (!opened.ok || !migrate(opened.value, 'new').ok) throw new Error('no vault')
  db = opened.value
  store = createStore(db, blobFiles(folder.path('blobs')))
}
beforeEach(() => {
  openVault()
  return () => db.close()
})
afterAll(() => folder.remove())

const event = (at: number): EventId => String(at).padStart(64, '0') as EventId
const paragraph = (words: string, at = 0): Passage => ({ kind: 'paragraph', part: String(at), heading: '', words })

function put(paragraphs: readonly string[]): void {
  store.transaction(() => store.search.remake((add) => add(event(1), DOSSIER, paragraphs.map(paragraph))))
}

function found(query: string): string[] {
  return [...store.search.find(query)].map((passage) => passage.part).toSorted()
}

/** A reading of words by other means than SQLite's. */
function wordsOf(text: string): string[] {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[łŁ]/g, 'l').replace(/[øØ]/g, 'o').replace(/ß/g, 'ss').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}

const letters = [...'aábcčdeéfgłLMnoøpřsStuvzž0139ßαάβБйж']
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 6 })
const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).chain((words) => (
  fc.array(fc.constantFrom(' ', ', ', '-', '/', ' (', ' “'), { minLength: words.length, maxLength: words.length }).map((gaps) => words.map((one, at) => one + gaps[at]).join(''))))
const paragraphs = fc.array(sentence, { minLength: 1, maxLength: 5 })
const parameters = { seed: SEED, numRuns: 60 }

describe('every word of every paragraph', () => {
  test('is found by its beginning, with and without its diacritics, in whatever case', () => {
    fc.assert(fc.property(paragraphs, fc.nat(), (texts, cut) => {
      put(texts)
      for (const [at, text] of texts.entries()) {
        for (const one of text.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '')) {
          const beginning = [...one].slice(0, 1 + (cut % one.length)).join('')
          for (const query of [one, beginning, beginning.toUpperCase(), plainLetters(beginning), wordsOf(beginning).join('')]) expect(found(query), `${query} in ${text}`).toContain(String(at))
        }
      }
    }), parameters)
  })

  test('is found only where it begins a word', () => {
    fc.assert(fc.property(paragraphs, word, (texts, query) => {
      put(texts)
      const [beginning = ''] = wordsOf(query)
      expect(found(query)).toEqual(texts.flatMap((text, at) => (wordsOf(text).some((one) => one.startsWith(beginning)) ? [String(at)] : [])))
    }), parameters)
  })

  test('is marked in the excerpt where it stands, as it was written', () => {
    fc.assert(fc.property(paragraphs, fc.nat(), (texts, choice) => {
      put(texts)
      const all = texts.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== ''))
      const query = all[choice % all.length] ?? ''
      for (const passage of store.search.find(`"${query}"`)) {
        const excerpt = store.search.excerpts(`"${query}"`, [passage.place]).get(passage.place)?.excerpt
        expect(excerpt?.text).toBe(passage.words)
        for (const [from, to] of excerpt?.found ?? []) expect(wordsOf(passage.words.slice(from, to))[0]).toMatch(new RegExp(`^${wordsOf(query)[0] ?? ''}`, 'u'))
        expect(excerpt?.found.length).toBeGreaterThan(0)
      }
    }), parameters)
  })
})

test('a phrase is found exactly where its words follow one another', () => {
  fc.assert(fc.property(paragraphs, fc.array(word, { minLength: 1, maxLength: 3 }), fc.nat(), (texts, strange, choice) => {
    put(texts)
    const source = wordsOf(texts[choice % texts.length] ?? '')
    for (const phrase of [source.slice(0, 3), source.slice(-2), wordsOf(strange.join(' ')), source.toReversed().slice(0, 2)]) {
      const expected = texts.flatMap((text, at) => (` ${wordsOf(text).join(' ')} `.includes(` ${phrase.join(' ')} `) ? [String(at)] : []))
      expect(found(`"${phrase.join(' ')}"`), phrase.join(' ')).toEqual(expected)
    }
  }), parameters)
})

test('what is found comes best first: in a name before in the words, often before once, and of equals the latest, each in reading order', () => {
  const order = (query: string): string[] => [...store.search.find(query)].map((passage) => passage.part)
  put(['one herring among many other fish of the sea', 'herring and more herring', 'a ferry and a quay', 'a ferry and a quay', 'no fish at all'])
  store.transaction(() => store.search.add(event(2), DOSSIER, [{ kind: 'contribution', part: 'named', heading: 'On herring', words: 'a long account of other things, of ports and of ferries and of fish' }]))
  store.transaction(() => store.search.add(event(3), DOSSIER, [paragraph('a ferry and a quay', 6)]))
  expect(order('herring')).toEqual(['named', '1', '0'])
  expect(order('"ferry and a quay"')).toEqual(['6', '2', '3'])
})

test('words that stand nearly everywhere are still found', () => {
  put(Array.from({ length: 3200 }, (_, at) => `common ${at % 2 === 0 ? 'even' : 'odd'}`))
  const taken: string[] = []
  for (const passage of store.search.find('common')) if (taken.push(passage.part) === 3) break
  expect(taken).toEqual(['0', '1', '2'])
  expect([...store.search.find('common')]).toHaveLength(3200)
  expect([...store.search.find('common odd')]).toHaveLength(1600)
})

describe('whatever is typed', () => {
  test('is never an error', () => {
    put(['The Council notes NEAR misses AND near things', 'heading: words* ^begin {a b} (c) -d +e'])
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(fc.constantFrom('"', '*', '(', ')', 'AND', 'OR', 'NOT', 'NEAR(', 'heading:', '^', '-', '+', '{', '}', ',', ' ', '\u0000', '\u0002', '\ud800', 'a', '“', '»', "'", ';', '--', '%', 'words'), { maxLength: 60 }).map((parts) => parts.join('')),
    )
    fc.assert(fc.property(hostile, (typed) => {
      const places = [...store.search.find(typed)].map((passage) => passage.place)
      expect(store.search.excerpts(typed, places).size).toBe(places.length)
    }), { seed: SEED, numRuns: 400 })
  })

  test('is taken literally', () => {
    put(['near misses and near things', 'misses things', 'heading of things', 'not a thing'])
    expect(found('near AND things')).toEqual(['0'])
    expect(found('misses NOT near')).toEqual([])
    expect(found('misses OR heading')).toEqual([])
    expect(found('heading:things')).toEqual([])
    expect(found('heading: things')).toEqual(['2'])
    expect(found('"misses thi')).toEqual(['1'])
    expect(found('mis* things')).toEqual([])
  })
})

describe('the index', () => {
  test('is the same whatever the order in which the events came, and byte for byte once it is made anew', async () => {
    const events = await deliberation()
    const images = new Set<string>()
    const contents = new Set<string>()
    for (const order of [events, events.toReversed(), [...events.slice(3), ...events.slice(0, 3)]]) {
      db.close()
      openVault()
      store.transaction(() => order.forEach((one) => admit(one)))
      const before = JSON.stringify(store.search.contents())
      expect(store.transaction(() => rebuildSearchIndex(store))).toBe(store.search.contents().length)
      expect(JSON.stringify(store.search.contents())).toBe(before)
      contents.add(before)
      images.add(image())
      store.transaction(() => rebuildSearchIndex(store))
      images.add(image())
      expect(store.integrityFaults()).toEqual([])
    }
    expect([contents.size, images.size]).toEqual([1, 1])
    expect(store.search.contents().length).toBeGreaterThan(6)
  })

  test('holds nothing that is no part of an event of a dossier', async () => {
    const events = await deliberation()
    expect(events.flatMap(passagesOf).map((passage) => passage.kind).toSorted()).toEqual(
      ['answer', 'dossier', 'paragraph', 'paragraph', 'paragraph', 'paragraph', 'suggestion', 'text', 'text'])
  })

  test('is not taken for made before it is, and deletes without a trace', () => {
    expect(store.search.isCurrent()).toBe(false)
    store.transaction(() => rebuildSearchIndex(store))
    expect(store.search.isCurrent()).toBe(true)
    db.exec(`INSERT INTO search_words (search_words, rank) VALUES ('secure-delete', 0)`)
    expect(() => createStore(db, blobFiles(folder.path('blobs')))).toThrow('securely')
  })
})

async function deliberation(): Promise<VerifiedEvent[]> {
  const stage = await setStage(PARTS)
  const gsc = stage.person('GSC')
  const opened = openDossier(stage, gsc)
  const first = issueRev(stage, gsc, 0, null)
  const suggested = suggest(stage, stage.person('CZ'), first, 'welcomes')
  const second = issueRev(stage, gsc, 1, first)
  const silence = openSilence(stage, stage.person('PRES'), second)
  return [...stage.circleEvents, opened, first, suggested, second, silence, respond(stage, stage.person('DE'), silence, OBJECTION)]
}

function admit(one: VerifiedEvent): void {
  store.events.add(one.header.circle, one, 0)
  indexEvent(store, one)
}

/** Every row of every table of the index, those that SQLite keeps for itself included. */
function image(): string {
  const tables = db.prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'search%' AND name <> 'search_words' ORDER BY name`).all()
  return JSON.stringify(tables.map(({ name }) => [name, db.prepare(`SELECT * FROM ${name} ORDER BY 1`).all()]))
}
