import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { SearchHit } from '../../../shared/ipc/searchMethods.ts'
import { contentWords } from '../../../shared/text/content.ts'
import { conveneCircle, receive, send, type TestCircle, type TestDelegation } from '../../fakes/testDelegation.ts'
import { openDossier } from '../../fakes/testDossier.ts'
import { sessionOn, testContext } from '../../fakes/openSession.ts'
import { openTables, withDatabase } from '../../fakes/vaultFiles.ts'

const DRAFT = `Brussels, 10 June 2031

9114/31

From: Presidency

Subject: Ports

# Draft conclusions on ports

1. The Council thanks the crews in Łódź and Évora who kept ferries running by hand[^1].

2. It asks for a report on berth planning by the end of September.

[^1]: As described by the harbourmaster.
`

let circle: TestCircle
let gsc: TestDelegation
let cz: TestDelegation
let dossier: DossierId
let text: TextId

beforeAll(async () => {
  circle = await conveneCircle(['CZ', 'DE'])
  gsc = circle.secretariat
  cz = circle.member('CZ')
  dossier = await openDossier(gsc, circle.circle, ['CZ', 'DE'])
  const path = join(circle.root, 'draft.md')
  writeFileSync(path, DRAFT)
  text = (await gsc.call('text.add', { dossier, source: gsc.source(path), cover: {}, title: null })).text
  await carry(gsc, cz)
  await cz.call('text.suggest', { dossier, text, rev: 0, suggestions: [await replacing('September', 'Michaelmas', 'the usual deadline')] })
  await cz.call('dossier.contribute', {
    dossier, title: 'Traces in the pontoon controller', kind: 'technical', source: 'national CSIRT', text: 'A loader was found on two gateways.',
    marking: { limite: true, classification: 'NONE', tlp: null, releasableTo: [] }, reliability: null, credibility: null,
  })
  await cz.call('dossier.takePosition', { dossier, subject: 'Joint statement', stance: 'support', remark: 'Provided that attribution stays out of it.' })
  await carry(cz, gsc)
  const { groups } = await gsc.call('text.consolidation', { dossier, text })
  const verdicts = groups.flatMap((group) => group.suggestions).map((suggestion) => ({ suggestion, verdict: 'accepted', edited: null, reason: null }))
  await gsc.call('text.issue', { dossier, text, verdicts, date: '' })
  await gsc.call('silence.open', { dossier, text, rev: 1, profile: 'working-party', wallTime: '2031-12-12T17:00', zone: 'Europe/Brussels', forwardTo: 'PSC', notice: '' })
  await carry(gsc, cz)
  const { silences } = await cz.call('silence.list', {})
  const procedure = silences[0]?.silence.procedure
  await cz.call('silence.respond', { dossier, procedure, response: { kind: 'objection', breaks: true, reservation: null, remark: 'The quayside clause goes too far.' } })
  const entered = await cz.call('reservation.enter', { dossier, text, reservation: 'parliamentaryScrutiny', place: null, remark: 'The Senate sits on dredging levies first.' })
  await cz.call('reservation.lift', { dossier, reservation: entered.event, remark: 'The rapporteur agreed by telegram.' })
  await carry(cz, gsc)
}, 60_000)
afterAll(() => circle.dissolve())

async function carry(from: TestDelegation, to: TestDelegation): Promise<void> {
  for (const path of await send(from, circle.circle, circle.stick, [to])) await receive(to, path)
}

async function replacing(old: string, now: string, reason: string): Promise<object> {
  const { revision } = await cz.call('text.show', { dossier, text, rev: 0, comparedWith: null })
  const block = revision.document.blocks.find((one) => contentWords(one.content).includes(old))
  const from = contentWords(block?.content ?? []).indexOf(old)
  return { amendments: [{ op: 'replace', block: block?.id, from, to: from + old.length, insert: [{ text: now, marks: [] }] }], reason }
}

function search(query: string, at: TestDelegation = gsc, page: object = {}): Promise<Output<'search.find'>> {
  return at.call('search.find', { query, limit: 20, offset: 0, ...page })
}

async function kinds(query: string): Promise<string[]> {
  return (await search(query)).hits.map((hit) => hit.kind).toSorted()
}

const marked = ({ excerpt }: SearchHit): string[] => excerpt.found.map(([from, to]) => excerpt.text.slice(from, to))

describe('what is found', () => {
  test('is what anybody said in a dossier, each where it lies', async () => {
    expect(await kinds('cyber 48')).toEqual(['dossier'])
    expect(await kinds('quagga')).toEqual(['dossier'])
    expect(await kinds('pontoon')).toEqual(['contribution'])
    expect(await kinds('gateways')).toEqual(['contribution'])
    expect(await kinds('attribution')).toEqual(['position'])
    expect(await kinds('usual deadl')).toEqual(['suggestion'])
    expect(await kinds('harbourm')).toEqual(['paragraph'])
    const [answer] = (await search('quayside')).hits
    expect(answer).toMatchObject({ kind: 'answer', delegation: 'CZ', procedure: expect.stringMatching(/^[0-9a-f]{64}$/), text: { text, rev: 1, number: '9114/1/31 REV 1' } })
  })

  test('is also what was said with a reservation that no procedure asked for, and with its lifting', async () => {
    for (const query of ['dredging', 'rapporteur']) {
      const { hits } = await search(query)
      expect(hits, query).toMatchObject([{ kind: 'reservation', delegation: 'CZ', procedure: null, text: { text, rev: 1 } }])
    }
  })

  test('names the dossier, the text, the REV and the paragraph, and marks the words in an excerpt', async () => {
    const [hit] = (await search('berth')).hits
    expect(hit).toMatchObject({ kind: 'paragraph', dossier, reference: 'CYBER 48', exercise: false, text: { text, title: 'Draft conclusions on ports', place: 'paragraph 2' } })
    expect(hit && marked(hit)).toEqual(['berth'])
  })

  test('needs no diacritics, and shows the words with theirs', async () => {
    for (const query of ['lodz', 'Łódź', 'ŁÓDŹ', 'evora', 'Évo']) {
      const { hits } = await search(query)
      expect(hits.map((hit) => hit.kind), query).toEqual(['paragraph'])
      expect(hits[0]?.excerpt.text).toContain('Łódź and Évora')
    }
    const [hit] = (await search('lodz evora')).hits
    expect(hit && marked(hit)).toEqual(['Łódź', 'Évora'])
  })

  test('a phrase stands only where its words follow one another, also across a footnote reference', async () => {
    expect(await kinds('"ferries running by hand"')).toEqual(['paragraph'])
    expect(await kinds('"running ferries"')).toEqual([])
    expect(await kinds('running ferries')).toEqual(['paragraph'])
  })

  test('a paragraph that stays as it is from REV to REV is one hit, in the latest; what changed is found where it stood', async () => {
    expect((await search('harbourmaster')).hits.map((hit) => [hit.text?.rev, hit.text?.alsoIn])).toEqual([[1, [0]]])
    expect((await search('berth september')).hits.map((hit) => [hit.text?.rev, hit.text?.alsoIn])).toEqual([[0, []]])
    expect((await search('berth michaelmas')).hits.map((hit) => [hit.text?.rev, hit.text?.alsoIn])).toEqual([[1, []]])
  })

  test('comes in pages that say whether there is more', async () => {
    const all = (await search('the')).hits
    expect(all.length).toBeGreaterThan(3)
    const first = await search('the', gsc, { limit: 2 })
    const second = await search('the', gsc, { limit: all.length, offset: 2 })
    expect([first.more, second.more]).toEqual([true, false])
    expect([...first.hits, ...second.hits]).toEqual(all)
  })

  test('is nothing for nothing, and nothing of a dossier that has not come', async () => {
    for (const query of ['', '   ', '""', '" "', '*', '-- :']) expect((await search(query)).hits).toEqual([])
    expect((await search('ferries', circle.member('DE'))).hits).toEqual([])
  })

  test('is the same on every machine that holds the same events', async () => {
    await carry(gsc, cz)
    for (const query of ['the', 'council', 'ferr', 'report']) expect((await search(query, cz)).hits).toEqual((await search(query)).hits)
  })
})

describe('the index of a vault', () => {
  test('is made when the vault is opened, where it was not made or made by older rules', async () => {
    const before = (await search('the')).hits
    await gsc.close()
    await withDatabase(gsc.folder, (db) => db.exec(`INSERT INTO search_words (search_words) VALUES ('delete-all'); DELETE FROM search; UPDATE search_state SET rules = NULL`))
    await gsc.reopen()
    expect(before.length).toBeGreaterThan(1)
    expect((await search('the')).hits).toEqual(before)
  })

  test('can be made anew, finds the same then, and the register says so', async () => {
    const before = (await search('council')).hits
    const [{ parts: passages } = { parts: 0 }] = (await gsc.call('vault.rebuild', {})).rebuilt
    expect(passages).toBeGreaterThan(8)
    expect((await search('council')).hits).toEqual(before)
    expect((await gsc.call('register.list', { limit: 1 })).entries).toMatchObject([{ action: 'vault.rebuilt', result: 'done' }])
    expect(await gsc.call('vault.verify', {})).toMatchObject({ faults: [] })
  })
})

describe('what is set aside', () => {
  test('is not found as if it counted', async () => {
    await cz.close()
    const store = await openTables(cz.folder)
    const session = sessionOn(store, testContext(circle.clock.now))
    const said = { subject: 'Joint statement', stance: 'support', remark: 'A walrus in the lock chamber.' }
    session.author({ circle: circle.circle, dossier }, 'position.taken', said)
    // A delegate may not issue a REV, whatever its machine lets it sign.
    const revision = session.dossier(dossier)?.state.texts[0]?.revisions.at(-1)
    if (!revision) throw new Error('no revision')
    const { title, cover, document, textHash } = revision
    session.author({ circle: circle.circle, dossier }, 'text.revIssued', { text, rev: 2, title: `${title} with narwhals`, cover, document, textHash, basis: { predecessor: revision.event, verdicts: [] } })
    expect(store.search.contents().some((passage) => passage.heading.includes('narwhals'))).toBe(true)
    store.close()
    await cz.reopen()
    expect((await search('walrus', cz)).hits.map((hit) => hit.kind)).toEqual(['position'])
    expect((await search('narwhals', cz)).hits).toEqual([])
    expect((await cz.call('dossier.show', { dossier })).state.setAside).toHaveLength(1)
  })
})
