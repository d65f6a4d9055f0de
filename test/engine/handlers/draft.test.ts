import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import type { DraftContent } from '../../../shared/ipc/textMethods.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { conveneCircle, receive, send, type TestCircle, type TestDelegation } from '../../fakes/testDelegation.ts'
import { openDossier } from '../../fakes/testDossier.ts'
import { filesHolding } from '../../fakes/vaultFiles.ts'

const SOURCE = '# Draft conclusions on locks\n\n1. The Council takes note of the report.\n'
const NOWHERE = '0'.repeat(64)

let circle: TestCircle
let gsc: TestDelegation
let cz: TestDelegation
let place: { dossier: DossierId; text: TextId }
let document: TextDocument

beforeAll(async () => {
  circle = await conveneCircle(['CZ'])
  gsc = circle.secretariat
  cz = circle.member('CZ')
  const dossier = await openDossier(gsc, circle.circle, ['CZ'])
  place = await addText(dossier)
  for (const path of await send(gsc, circle.circle, circle.stick)) await receive(cz, path)
  document = (await cz.call('text.show', { ...place, rev: null, comparedWith: null })).revision.document
}, 60_000)
afterAll(() => circle.dissolve())

async function addText(dossier: DossierId): Promise<typeof place> {
  const path = join(circle.root, 'draft.md')
  writeFileSync(path, SOURCE)
  const { text } = await gsc.call('text.add', { dossier, source: gsc.source(path), cover: {}, title: null })
  return { dossier, text }
}

function typed(words: string, reason: string | null = null): Extract<DraftContent, { kind: 'suggestions' }> {
  const block = document.blocks[1]
  if (block === undefined) throw new Error('the text has two blocks')
  const insert = [{ text: words, marks: [] }]
  return { kind: 'suggestions', suggestions: [{ amendments: [{ op: 'replace', block: block.id, from: 0, to: 0, insert }], reason }] }
}

const suggestions = (rev = 0): object => ({ ...place, rev, kind: 'suggestions' })
const NOTHING = { content: null, keptAtUtcMs: null }

test('what is in preparation is there again, character for character, after the vault was closed and opened', async () => {
  // A character typed in two parts, and half of a pair: neither is changed on the way.
  const content = typed('The cafe\u0301 and \ud83d', 'as in our mandate\n')
  const { keptAtUtcMs } = await cz.call('draft.keep', { ...place, rev: 0, content })
  await cz.reopen()
  expect(await cz.call('draft.show', suggestions())).toEqual({ content, keptAtUtcMs })
  expect(keptAtUtcMs).toBeGreaterThan(0)
})

test('the last that was kept stands, each kind for itself', async () => {
  const verdicts: DraftContent = { kind: 'verdicts', verdicts: [{ suggestion: `${NOWHERE}:0`, verdict: 'notTakenUp', edited: null, reason: 'settled elsewhere' }], writing: { suggestions: [`${NOWHERE}:1`], amendments: [], reason: 'half a sen' } }
  await cz.call('draft.keep', { ...place, rev: 0, content: typed('first') })
  await cz.call('draft.keep', { ...place, rev: 0, content: verdicts })
  await cz.call('draft.keep', { ...place, rev: 0, content: typed('second') })
  expect((await cz.call('draft.show', suggestions())).content).toEqual(typed('second'))
  expect((await cz.call('draft.show', { ...place, rev: 0, kind: 'verdicts' })).content).toEqual(verdicts)
})

test('it is shown for its own REV and its own text alone', async () => {
  await cz.call('draft.keep', { ...place, rev: 0, content: typed('here') })
  expect(await cz.call('draft.show', suggestions(1))).toEqual(NOTHING)
  expect(await cz.call('draft.show', { ...place, text: NOWHERE, rev: 0, kind: 'suggestions' })).toEqual(NOTHING)
  expect(await cz.call('draft.show', { ...place, dossier: NOWHERE, rev: 0, kind: 'suggestions' })).toEqual(NOTHING)
})

test('it is gone once forgotten, and only then', async () => {
  await cz.call('draft.keep', { ...place, rev: 0, content: typed('to be forgotten') })
  expect(await cz.call('draft.forget', suggestions(1))).toEqual({ forgotten: false })
  expect((await cz.call('draft.show', suggestions())).content).not.toBeNull()
  expect(await cz.call('draft.forget', suggestions())).toEqual({ forgotten: true })
  await cz.reopen()
  expect(await cz.call('draft.show', suggestions())).toEqual(NOTHING)
})

test('a successor of the REV leaves it where it was, and it can still be kept there', async () => {
  const own = await addText(place.dossier)
  await gsc.call('draft.keep', { ...own, rev: 0, content: typed('on the earlier REV') })
  await gsc.call('text.suggest', { ...own, rev: 0, suggestions: typed('The').suggestions })
  const { groups } = await gsc.call('text.consolidation', own)
  const verdicts = groups.flatMap((group) => group.suggestions.map((suggestion) => ({ suggestion, verdict: 'accepted', edited: null, reason: null })))
  await gsc.call('text.issue', { ...own, verdicts, date: '' })
  expect(await gsc.call('draft.show', { ...own, rev: 1, kind: 'suggestions' })).toEqual(NOTHING)
  expect((await gsc.call('draft.show', { ...own, rev: 0, kind: 'suggestions' })).content).toEqual(typed('on the earlier REV'))
  await gsc.call('draft.keep', { ...own, rev: 0, content: typed('still there') })
  expect((await gsc.call('draft.show', { ...own, rev: 0, kind: 'suggestions' })).content).toEqual(typed('still there'))
  await gsc.call('draft.forget', { ...own, rev: 0, kind: 'suggestions' })
})

test('it is neither an event nor a line of the register, and no bundle takes it along', async () => {
  const plan = { circle: circle.circle, recipients: [gsc.me.installation], everything: true }
  const counted = async (): Promise<unknown> => [await cz.call('dossier.show', { dossier: place.dossier }), await cz.call('register.list', { limit: 10 }), await cz.call('bundle.plan', plan)]
  const before = await counted()
  await cz.call('draft.keep', { ...place, rev: 0, content: typed('for myself') })
  expect(await counted()).toEqual(before)
})

test('its words are in no file of the vault, open or closed', async () => {
  await cz.call('draft.keep', { ...place, rev: 0, content: typed('cormorant', 'pelican') })
  expect(filesHolding(cz.folder, ['cormorant', 'pelican'])).toEqual([])
  await cz.reopen()
  expect(filesHolding(cz.folder, ['cormorant', 'pelican'])).toEqual([])
})

test('it is refused for what is not here, and where it is empty or malformed', async () => {
  const content = typed('x')
  expect(await cz.refused('draft.keep', { ...place, dossier: NOWHERE, rev: 0, content })).toMatchObject({ code: 'dossier-unknown' })
  expect(await cz.refused('draft.keep', { ...place, text: NOWHERE, rev: 0, content })).toMatchObject({ code: 'text-unknown' })
  expect(await cz.refused('draft.keep', { ...place, rev: 7, content })).toMatchObject({ code: 'revision-unknown' })
  expect(await cz.refused('draft.keep', { ...place, rev: 0, content: { ...content, suggestions: [] } })).toMatchObject({ code: 'input-malformed' })
  expect(await cz.refused('draft.keep', { ...place, rev: 0, content: { ...content, kind: 'verdicts' } })).toMatchObject({ code: 'input-malformed' })
})

test('the desk names what is in preparation, in place of asking for suggestions on that REV', async () => {
  const kinds = async (): Promise<unknown[]> => (await cz.call('desk.show', {})).items.filter((item) => item.text === place.text).map(({ kind, rev, count }) => ({ kind, rev, count }))
  await cz.call('draft.forget', suggestions())
  expect(await kinds()).toEqual([{ kind: 'suggestionsAwaited', rev: 0, count: 0 }])
  await cz.call('draft.keep', { ...place, rev: 0, content: typed('one') })
  expect(await kinds()).toEqual([{ kind: 'draftKept', rev: 0, count: 1 }])
})
