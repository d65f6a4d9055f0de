import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import { contentWords } from '../../../shared/text/content.ts'
import type { Amendment, Verdict } from '../../../shared/text/amendment.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { conveneCircle, receive, send, type TestCircle, type TestDelegation } from '../../fakes/testDelegation.ts'
import { openDossier } from '../../fakes/testDossier.ts'

const DRAFT = `# Draft conclusions

1. The Council takes note of the report on the ports.

2. It thanks the crews who kept the ferries running.

3. It asks for a second report by the end of September.
`

let circle: TestCircle
let gsc: TestDelegation
let cz: TestDelegation
let de: TestDelegation
beforeAll(async () => {
  circle = await conveneCircle(['CZ', 'DE'])
  gsc = circle.secretariat
  cz = circle.member('CZ')
  de = circle.member('DE')
})
afterAll(() => circle.dissolve())

interface Place { readonly dossier: DossierId; readonly text: TextId }
let files = 0

async function add(): Promise<Place> {
  const dossier = await openDossier(gsc, circle.circle, ['CZ', 'DE'])
  const path = join(circle.root, `negotiation-${++files}.md`)
  writeFileSync(path, DRAFT)
  const { text } = await gsc.call('text.add', { dossier, source: gsc.source(path), cover: { number: '9114/31' }, title: null })
  for (const member of [cz, de]) await carry(gsc, member)
  return { dossier, text }
}

async function carry(from: TestDelegation, to: TestDelegation): Promise<void> {
  for (const path of await send(from, circle.circle, circle.stick, [to])) await receive(to, path)
}

async function documentAt(who: TestDelegation, place: Place): Promise<TextDocument> {
  return (await who.call('text.show', { ...place, rev: null, comparedWith: null })).revision.document
}

function replace(document: TextDocument, old: string, now: string): Extract<Amendment, { op: 'replace' }> {
  const block = document.blocks.find((one) => contentWords(one.content).includes(old))
  const from = contentWords(block?.content ?? []).indexOf(old)
  return { op: 'replace', block: block?.id ?? '', from, to: from + old.length, insert: [{ text: now, marks: [] }] }
}
const wish = (...amendments: Amendment[]): { amendments: Amendment[]; reason: string | null } => ({ amendments, reason: 'as in our mandate' })
function placeOf(document: TextDocument, words: string): { block: string; from: number; to: number } {
  const { block, from, to } = replace(document, words, '')
  return { block, from, to }
}

/** Takes up those of the groups whose letters are named, and issues the next REV to both. */
async function issue(place: Place, letters: string, reason: string | null = null): Promise<void> {
  const { groups } = await gsc.call('text.consolidation', place)
  const verdicts = groups.flatMap((group) => group.suggestions.map((suggestion): Verdict => (
    { suggestion, verdict: letters.includes(group.letter) ? 'accepted' : 'notTakenUp', edited: null, reason: letters.includes(group.letter) ? null : reason })))
  await gsc.call('text.issue', { ...place, verdicts, date: '' })
  for (const member of [cz, de]) await carry(gsc, member)
}

describe('carry-forward', () => {
  test('offers to its author what was not taken up: what still applies, what conflicts; and only to its author', async () => {
    const place = await add()
    const text = await documentAt(cz, place)
    await cz.call('text.suggest', { ...place, rev: 0, suggestions: [wish(replace(text, 'thanks', 'commends')), wish(replace(text, 'takes note of', 'welcomes')), wish(replace(text, 'the end of September', '15 September'))] })
    await de.call('text.suggest', { ...place, rev: 0, suggestions: [wish(replace(text, 'the end of September', 'mid-October'))] })
    await carry(cz, gsc)
    await carry(de, gsc)
    const { groups } = await gsc.call('text.consolidation', place)
    const other = groups.find((group) => group.delegations.includes('DE'))?.letter ?? ''
    await issue(place, other, 'agreed by the others')
    const { rev, carried } = await cz.call('text.carry', place)
    expect(rev).toBe(1)
    expect(carried.map((one) => [one.status, one.why, one.rev, one.answer])).toEqual([
      ['applies', null, 0, 'agreed by the others'], ['applies', null, 0, 'agreed by the others'], ['conflicts', 'wordsChanged', 0, 'agreed by the others']])
    expect((await de.call('text.carry', place)).carried).toEqual([])
    expect((await gsc.call('text.carry', place)).carried).toEqual([])
  })

  test('what applies can be handed in as it is offered, and is not offered again beside itself', async () => {
    const place = await add()
    const text = await documentAt(cz, place)
    await cz.call('text.suggest', { ...place, rev: 0, suggestions: [wish(replace(text, 'crews', 'crews and pilots'))] })
    await de.call('text.suggest', { ...place, rev: 0, suggestions: [wish(replace(text, 'It thanks', 'It warmly thanks'))] })
    await carry(cz, gsc)
    await carry(de, gsc)
    const { groups } = await gsc.call('text.consolidation', place)
    await issue(place, groups.find((group) => group.delegations.includes('DE'))?.letter ?? '')
    const [offered] = (await cz.call('text.carry', place)).carried
    await cz.call('text.suggest', { ...place, rev: 1, suggestions: [{ amendments: offered?.amendments ?? [], reason: offered?.reason ?? null }] })
    expect((await cz.call('text.carry', place)).carried).toEqual([])
    await carry(cz, gsc)
    await issue(place, 'A')
    expect(contentWords((await documentAt(cz, place)).blocks[2]?.content ?? [])).toBe('It warmly thanks the crews and pilots who kept the ferries running.')
    expect((await cz.call('text.carry', place)).carried).toEqual([])
  })

  test('what was deferred stands as such in the disposition table, is in no REV, and is offered again', async () => {
    const place = await add()
    await cz.call('text.suggest', { ...place, rev: 0, suggestions: [wish(replace(await documentAt(cz, place), 'second', 'final'))] })
    await carry(cz, gsc)
    const { groups } = await gsc.call('text.consolidation', place)
    const verdicts = groups.flatMap((group) => group.suggestions.map((suggestion): Verdict => ({ suggestion, verdict: 'deferred', edited: null, reason: 'after the meeting' })))
    await gsc.call('text.issue', { ...place, verdicts, date: '' })
    await carry(gsc, cz)
    expect(contentWords((await documentAt(cz, place)).blocks[3]?.content ?? [])).toContain('second report')
    expect((await cz.call('text.carry', place)).carried).toMatchObject([{ status: 'applies', verdict: 'deferred', answer: 'after the meeting' }])
    const table = join(circle.root, `disposition-${++files}.md`)
    await gsc.call('text.write', { ...place, rev: 1, version: 'disposition', format: 'md', target: gsc.target(table) })
    expect(readFileSync(table, 'utf8')).toContain('1 deferred')
  })

  test('is overtaken where another REV brought the same words', async () => {
    const place = await add()
    const text = await documentAt(cz, place)
    await cz.call('text.suggest', { ...place, rev: 0, suggestions: [wish(replace(text, 'second', 'final'))] })
    await carry(cz, gsc)
    await issue(place, '')
    await de.call('text.suggest', { ...place, rev: 1, suggestions: [wish(replace(await documentAt(de, place), 'second', 'final'))] })
    await carry(de, gsc)
    expect((await cz.call('text.carry', place)).carried.map((one) => one.status)).toEqual(['applies'])
    await issue(place, 'A')
    expect((await cz.call('text.carry', place)).carried.map((one) => one.status)).toEqual(['overtaken'])
  })
})

describe('who asked for these words', () => {
  test('is told across REVs, with what was asked before and not taken up', async () => {
    const place = await add()
    const text = await documentAt(cz, place)
    await cz.call('text.suggest', { ...place, rev: 0, suggestions: [wish(replace(text, 'takes note of', 'welcomes'))] })
    await de.call('text.suggest', { ...place, rev: 0, suggestions: [wish(replace(text, 'takes note of', 'welcomes')), wish(replace(text, 'crews', 'crews and pilots'))] })
    await carry(cz, gsc)
    await carry(de, gsc)
    await issue(place, 'A')
    await de.call('text.suggest', { ...place, rev: 1, suggestions: [wish(replace(await documentAt(de, place), 'on the ports', 'on the ports and ferries'))] })
    await carry(de, gsc)
    await issue(place, 'A')
    await carry(de, cz)
    const { blocks, asked, rev } = await gsc.call('text.provenance', { ...place, rev: null })
    expect(rev).toBe(2)
    const by = new Map(asked.map((one) => [one.suggestion, one.delegation]))
    const paragraph = blocks[1]?.passages.map((one) => [one.rev, one.suggestions.map((id) => by.get(id)).toSorted()])
    expect(paragraph).toEqual([[0, []], [1, ['CZ', 'DE']], [0, []], [2, ['DE']], [0, []]])
    expect(asked.map((one) => [one.rev, one.delegation, one.verdict])).toEqual([[0, 'CZ', 'accepted'], [0, 'DE', 'accepted'], [0, 'DE', 'notTakenUp'], [1, 'DE', 'accepted']])
  })
})

describe('comments', () => {
  test('of a delegation that sent a Word file are put down by the secretariat, stand under the name of the delegation, and by nobody else', async () => {
    const place = await add()
    const at = placeOf(await documentAt(gsc, place), 'ferries running')
    const { event } = await gsc.call('text.comment', { ...place, thread: null, place: at, act: 'said', words: 'Which ones?', onBehalfOf: 'DE' })
    const { threads } = await gsc.call('text.comments', place)
    expect(threads.find((thread) => thread.event === event)).toMatchObject({ delegation: 'DE', person: gsc.me.name, place: at })
    expect(await cz.refused('text.comment', { ...place, thread: null, place: at, act: 'said', words: 'Which ones?', onBehalfOf: 'DE' })).toMatchObject({ code: 'role-not-allowed' })
  })

  test('open a thread on a passage, are answered and resolved, travel, and are found', async () => {
    const place = await add()
    const at = placeOf(await documentAt(cz, place), 'the crews')
    const { event } = await cz.call('text.comment', { ...place, thread: null, place: at, act: 'said', words: 'Which crews?' })
    await carry(cz, gsc)
    await gsc.call('text.comment', { ...place, thread: event, place: null, act: 'said', words: 'All of them.' })
    await gsc.call('text.comment', { ...place, thread: event, place: null, act: 'resolved', words: '' })
    await carry(gsc, cz)
    const { threads } = await cz.call('text.comments', place)
    expect(threads).toMatchObject([{ words: 'Which crews?', resolved: true, rev: 0, now: at, answers: [{ act: 'said', words: 'All of them.' }, { act: 'resolved' }] }])
    await cz.call('text.comment', { ...place, thread: event, place: null, act: 'reopened', words: 'And the pilots?' })
    expect((await cz.call('text.comments', place)).threads[0]?.resolved).toBe(false)
    const { hits } = await gsc.call('search.find', { query: 'which crews', limit: 5, offset: 0 })
    expect(hits.map((hit) => [hit.kind, hit.text?.block])).toEqual([['comment', at.block]])
  })

  test('stay with their words in the next REV, go over to what replaced them, and lose their place where they went', async () => {
    const place = await add()
    const text = await documentAt(cz, place)
    for (const words of ['ferries running', 'takes note of', 'second ']) await cz.call('text.comment', { ...place, thread: null, place: placeOf(text, words), act: 'said', words })
    await cz.call('text.suggest', { ...place, rev: 0, suggestions: [wish(replace(text, 'It thanks', 'It warmly thanks')), wish(replace(text, 'takes note of', 'welcomes')), wish({ ...replace(text, 'second ', ''), insert: [] })] })
    await carry(cz, gsc)
    await issue(place, 'ABC')
    const now = await documentAt(cz, place)
    expect((await cz.call('text.comments', place)).threads.map((thread) => thread.now)).toEqual([placeOf(now, 'ferries running'), placeOf(now, 'welcomes'), null])
  })

  test('need words, a place in the text and a thread that is here', async () => {
    const place = await add()
    const said = { ...place, thread: null, place: null, act: 'said', words: 'Well.' }
    expect(await cz.refused('text.comment', { ...said, words: '  ' })).toMatchObject({ code: 'nothing-said' })
    expect(await cz.refused('text.comment', { ...said, place: { block: '1', from: 3, to: 4000 } })).toMatchObject({ code: 'amendment-misplaced' })
    expect(await cz.refused('text.comment', { ...said, thread: 'ab'.repeat(32) })).toMatchObject({ code: 'thread-unknown' })
  })
})
