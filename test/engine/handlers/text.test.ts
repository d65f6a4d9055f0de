import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { wordFile } from '../../shared/docx/wordFile.ts'
import { inPlaceOf as replace, trackedBy } from '../../shared/docx/trackedBy.ts'
import { contentWords } from '../../../shared/text/content.ts'
import type { Amendment, Verdict } from '../../../shared/text/amendment.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { acceptMarkdown, paragraphsOf } from '../../shared/text/sample.ts'
import { conveneCircle, receive, send, type TestCircle, type TestDelegation } from '../../fakes/testDelegation.ts'
import { openDossier } from '../../fakes/testDossier.ts'

const DRAFT = `Brussels, 10 June 2031

9114/31

From: Presidency

Subject: Ports

# Draft conclusions on ports

1. The Council takes note of the report[^1].

It thanks the crews.

2. It asks for a report by the end of September.

[^1]: ST 9001/31.
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

interface Place {
  readonly dossier: DossierId
  readonly text: TextId
}

let files = 0
function file(content: string | Uint8Array, ending = 'md'): string {
  const path = join(circle.root, `draft-${++files}.${ending}`)
  writeFileSync(path, content)
  return path
}

function folder(): string {
  const path = join(circle.root, `out-${++files}`)
  mkdirSync(path)
  return path
}

async function add(): Promise<Place> {
  const dossier = await openDossier(gsc, circle.circle, ['CZ', 'DE'])
  const { text } = await gsc.call('text.add', { dossier, source: gsc.source(file(DRAFT)), cover: {}, title: null })
  return { dossier, text }
}

async function carry(from: TestDelegation, to: TestDelegation): Promise<void> {
  for (const path of await send(from, circle.circle, circle.stick, [to])) await receive(to, path)
}

const suggestion = (...amendments: Amendment[]): { amendments: Amendment[]; reason: string | null } => ({ amendments, reason: 'as in our mandate' })
const said = (ids: readonly string[], verdict: Verdict['verdict'], edited: Amendment[] | null = null): Verdict[] => ids.map((id) => ({ suggestion: id, verdict, edited, reason: null }))

/** A text at the secretariat with suggestions of two delegations: one in common, two that collide. */
async function round(): Promise<Place & { groups: Output<'text.consolidation'>['groups']; document: TextDocument }> {
  const place = await add()
  for (const member of [cz, de]) await carry(gsc, member)
  const { document } = (await cz.call('text.show', { ...place, rev: null, comparedWith: null })).revision
  const common = suggestion(replace(document, 'takes note of', 'welcomes'))
  await cz.call('text.suggest', { ...place, rev: 0, suggestions: [common, suggestion(replace(document, 'the end of September', '15 September'))] })
  await de.call('text.suggest', { ...place, rev: 0, suggestions: [common, suggestion(replace(document, 'by the end of', 'in'))] })
  for (const member of [cz, de]) await carry(member, gsc)
  const { groups } = await gsc.call('text.consolidation', place)
  return { ...place, groups, document }
}

describe('adding a text', () => {
  test('takes cover, title and footnotes from the file, and what the person wrote before them', async () => {
    const dossier = await openDossier(gsc, circle.circle, ['CZ', 'DE'])
    const added = await gsc.call('text.add', { dossier, source: gsc.source(file(DRAFT)), cover: { number: '9999/31', subject: '' }, title: null })
    const shown = await gsc.call('text.show', { dossier, text: added.text, rev: null, comparedWith: null })
    expect(shown.revision).toMatchObject({ rev: 0, title: 'Draft conclusions on ports', cover: { number: '9999/31', subject: 'Ports', from: 'Presidency', to: 'Delegations' } })
    expect(shown).toMatchObject({ latest: true, comparedWith: null, marked: null, proof: null, canConsolidate: true, settled: [] })
    expect((await gsc.call('text.list', {})).texts.find((one) => one.text === added.text)).toMatchObject({ number: '9999/31', latestRev: 0, underSilence: false, suggestionsOnLatest: 0 })
  })

  test('is refused, with nothing kept, for what is no text, for an unknown ending, for a missing file and for a mere delegate', async () => {
    const dossier = await openDossier(gsc, circle.circle, ['CZ', 'DE'])
    await carry(gsc, cz)
    const input = (path: string, from = gsc): object => ({ dossier, source: from.source(path), cover: {}, title: null })
    expect(await gsc.refused('text.add', input(file('  \n')))).toMatchObject({ code: 'text-empty', stage: 'limit' })
    expect(await gsc.refused('text.add', input(file('x'.repeat(5_000_001))))).toMatchObject({ code: 'text-too-large', stage: 'limit' })
    expect(await gsc.refused('text.add', input(file(new Uint8Array(17 * 1024 * 1024))))).toMatchObject({ code: 'file-too-large', stage: 'limit' })
    expect(await gsc.refused('text.add', input(file(Uint8Array.of(0xff, 0xfe, 0x00))))).toMatchObject({ code: 'file-unreadable' })
    expect(await gsc.refused('text.add', input(file('PK not really', 'docx')))).toMatchObject({ code: 'docx-malformed' })
    expect(await gsc.refused('text.add', input(file('x', 'exe')))).toMatchObject({ code: 'format-unknown' })
    expect(await gsc.refused('text.add', input(join(circle.root, 'nowhere.md')))).toMatchObject({ code: 'file-missing' })
    expect(await cz.refused('text.add', input(file('x'), cz))).toMatchObject({ code: 'role-not-allowed' })
    expect((await gsc.call('dossier.show', { dossier })).state.texts).toEqual([])
  })
})

describe('suggesting', () => {
  test('is refused where a suggestion does not fit, changes nothing, or is made on a REV that has a successor', async () => {
    const place = await round()
    const { dossier, text } = place
    const call = (amendment: Amendment, rev = 0): Promise<unknown> => gsc.refused('text.suggest', { dossier, text, rev, suggestions: [suggestion(amendment)] })
    expect(await call({ op: 'deleteBlock', block: '99' })).toMatchObject({ code: 'amendment-misplaced', facts: { suggestion: 1 } })
    expect(await call(replace(place.document, 'thanks', 'thanks'))).toMatchObject({ code: 'nothing-changed' })
    expect(await call(replace(place.document, 'thanks', 'greets'), 5)).toMatchObject({ code: 'revision-unknown' })
    const ids = place.groups.flatMap((group) => group.suggestions)
    await gsc.call('text.issue', { dossier, text, verdicts: said(ids, 'notTakenUp'), date: '' })
    expect(await call(replace(place.document, 'thanks', 'greets'))).toMatchObject({ code: 'not-latest-revision', facts: { latest: 1 } })
  })

  test('may begin with an edited copy of the text, read through the door', async () => {
    const place = await add()
    const copy = DRAFT.replace('takes note of', 'welcomes').replace('# Draft', '# Revised draft')
    const found = await gsc.call('text.readEdits', { ...place, rev: 0, source: gsc.source(file(copy)) })
    expect(found.suggestions.map((one) => one.amendments.map((amendment) => amendment.op))).toEqual([['replace'], ['replace']])
    await gsc.call('text.suggest', { ...place, rev: 0, suggestions: found.suggestions })
    expect(await gsc.refused('text.readEdits', { ...place, rev: 0, source: gsc.source(file(DRAFT)) })).toMatchObject({ code: 'nothing-changed' })
  })
})

describe('a draft', () => {
  const blocks = [
    { id: 'r0.7', kind: 'title', level: 1, content: [{ text: 'Draft conclusions on locks', marks: [] }] },
    { id: 'r0.3', kind: 'numbered', level: 1, content: [] },
    { id: '2', kind: 'numbered', level: 1, content: [{ text: 'The Council ', marks: [] }, { text: 'notes', marks: [] }, { text: ' the report.', marks: [] }] },
  ]

  test('is issued as REV 0 in canonical form, with its own cover, by those who may issue, and only with words in it', async () => {
    const dossier = await openDossier(gsc, circle.circle, ['CZ', 'DE'])
    const cover = { number: '9140/31', type: 'WORKING PAPER' }
    const { text } = await gsc.call('text.create', { dossier, document: { blocks }, cover, title: null })
    const { revision } = await gsc.call('text.show', { dossier, text, rev: null, comparedWith: null })
    expect(revision).toMatchObject({ rev: 0, title: 'Draft conclusions on locks', cover: { number: '9140/31', type: 'WORKING PAPER', subject: 'Draft conclusions on locks' } })
    expect(revision.document.blocks.map((block) => [block.id, block.kind, contentWords(block.content)])).toEqual([['1', 'title', 'Draft conclusions on locks'], ['2', 'numbered', 'The Council notes the report.']])
    expect(await gsc.refused('text.create', { dossier, document: { blocks: blocks.slice(1, 2) }, cover: {}, title: null })).toMatchObject({ code: 'text-empty' })
    await carry(gsc, cz)
    expect(await cz.refused('text.create', { dossier, document: { blocks }, cover: {}, title: null })).toMatchObject({ code: 'role-not-allowed' })
  })
})

describe('a Word file with the tracked changes of several authors', () => {
  test('is put down by the secretariat as what each delegation asked, and by nobody else', async () => {
    const place = await add()
    await carry(gsc, cz)
    const { document } = (await gsc.call('text.show', { ...place, rev: null, comparedWith: null })).revision
    const word = trackedBy(document, [['CZ', 'takes note of', 'welcomes'], ['DE', 'September', 'October']])
    const { authors } = await gsc.call('text.readAuthors', { ...place, rev: 0, source: gsc.source(file(word, 'docx')) })
    expect(authors.map(({ author, suggestions }) => [author, suggestions.length])).toEqual([['CZ', 1], ['DE', 1]])
    for (const { author, suggestions } of authors) await gsc.call('text.suggest', { ...place, rev: 0, onBehalfOf: author === 'CZ' ? 'CZ' : 'DE', suggestions })
    const { groups } = await gsc.call('text.consolidation', place)
    expect(groups.map(({ delegations }) => delegations)).toEqual([['CZ'], ['DE']])
    expect(authors.map(({ comments }) => comments)).toEqual([[], []])
    expect(await cz.refused('text.suggest', { ...place, rev: 0, onBehalfOf: 'DE', suggestions: authors[0]?.suggestions ?? [] })).toMatchObject({ code: 'role-not-allowed' })
  })
})

describe('a Word file with comments', () => {
  test('brings each to the words it stands on, and lists what stands on none', async () => {
    const place = await add()
    const { document } = (await gsc.call('text.show', { ...place, rev: null, comparedWith: null })).revision
    const [block] = document.blocks.filter((one) => contentWords(one.content).includes('takes note of'))
    const words = contentWords(block?.content ?? [])
    const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
    const [before = '', after = ''] = words.split('takes note of')
    const body = `<w:p>${run(before)}<w:commentRangeStart w:id="0"/>${run('takes note of')}<w:commentRangeEnd w:id="0"/>${run(after)}</w:p><w:p>${run('Nobody wrote this there.')}<w:commentRangeEnd w:id="1"/></w:p>`
    const comments = [0, 1].map((id) => `<w:comment w:id="${id}" w:author="Jeanne"><w:p>${run(`Comment ${id}`)}</w:p></w:comment>`).join('')
    const { authors, notes } = await gsc.call('text.readAuthors', { ...place, rev: 0, source: gsc.source(file(wordFile(body, { comments }), 'docx')) })
    const from = words.indexOf('takes note of')
    expect(authors).toEqual([{ author: 'Jeanne', suggestions: [], comments: [{ words: 'Comment 0', place: { block: block?.id, from, to: from + 'takes note of'.length } }] }])
    expect(notes.filter((note) => note.startsWith('Comment'))).toEqual(['Comment by Jeanne: "Comment 1" stands on no words of this REV, and was left out.'])
  })
})

describe('consolidation', () => {
  test('groups what is the same, names what collides, and is not for a delegate', async () => {
    const { groups, dossier, text } = await round()
    expect(groups.map((group) => [group.letter, group.delegations, group.collidesWith])).toEqual([['A', ['CZ', 'DE'], []], ['B', ['DE'], ['C']], ['C', ['CZ'], ['B']]])
    expect(groups[0]?.reasons).toHaveLength(2)
    for (const method of ['text.consolidation', 'text.previewNext', 'text.issue'] as const) {
      const input = { 'text.consolidation': {}, 'text.previewNext': { verdicts: [] }, 'text.issue': { verdicts: [], date: '' } }[method]
      expect(await cz.refused(method, { dossier, text, ...input })).toMatchObject({ code: 'role-not-allowed' })
    }
  })

  test('issues nothing while a suggestion is open, or where two that are accepted collide', async () => {
    const { groups, dossier, text } = await round()
    const all = groups.flatMap((group) => group.suggestions)
    const preview = await gsc.call('text.previewNext', { dossier, text, verdicts: said(groups[0]?.suggestions ?? [], 'accepted') })
    expect(preview.open.toSorted()).toEqual(all.slice(2).toSorted())
    expect(await gsc.refused('text.issue', { dossier, text, verdicts: said(all.slice(0, 3), 'notTakenUp'), date: '' })).toMatchObject({ code: 'suggestion-open', facts: { count: 1 } })
    expect(await gsc.refused('text.issue', { dossier, text, verdicts: said(all, 'accepted'), date: '' })).toMatchObject({ code: 'suggestions-collide', facts: { first: 'B', second: 'C' } })
    expect(await gsc.refused('text.issue', { dossier, text, verdicts: said([...all, all[0] ?? ''], 'notTakenUp'), date: '' })).toMatchObject({ code: 'input-malformed' })
    expect((await gsc.call('text.show', { dossier, text, rev: null, comparedWith: null })).revision.rev).toBe(0)
  })

  test('issues the next REV with its proof; everybody who has it sees the same words, marks and verdicts', async () => {
    const { groups, dossier, text, document } = await round()
    const [a, b, c] = groups.map((group) => group.suggestions)
    const compromise = [replace(document, 'the end of September', 'mid-September')]
    const verdicts = [...said(a ?? [], 'accepted'), ...said(b ?? [], 'notTakenUp'), ...said(c ?? [], 'edited', compromise)]
    const issued = await gsc.call('text.issue', { dossier, text, verdicts, date: '12 June 2031' })
    expect(issued).toMatchObject({ rev: 1, proof: { acceptGivesClean: true, rejectGivesPredecessor: true, failures: [] } })
    await carry(gsc, cz)
    const shown = await cz.call('text.show', { dossier, text, rev: 1, comparedWith: null })
    expect(shown.revision.document.blocks.map((block) => contentWords(block.content))).toEqual(
      ['Draft conclusions on ports', 'The Council welcomes the report.', 'It thanks the crews.', 'It asks for a report by mid-September.'])
    expect(shown.revision.cover.date).toBe('12 June 2031')
    expect(shown.revision.textHash).toBe(issued.textHash)
    expect(shown.settled.map((one) => one.verdict?.verdict).toSorted()).toEqual(['accepted', 'accepted', 'edited', 'notTakenUp'])
    expect(shown.canConsolidate).toBe(false)
    expect(await cz.call('text.verify', { dossier, text, rev: 1 })).toMatchObject({ comparedWith: 0, textHash: issued.textHash, proof: { acceptGivesClean: true, rejectGivesPredecessor: true } })
    expect(await cz.refused('text.verify', { dossier, text, rev: 0 })).toMatchObject({ code: 'revision-unknown' })
  })
})

describe('writing', () => {
  async function issued(): Promise<Place> {
    const { groups, dossier, text } = await round()
    const [a, b, c] = groups.map((group) => group.suggestions)
    await gsc.call('text.issue', { dossier, text, verdicts: [...said(a ?? [], 'accepted'), ...said(b ?? [], 'notTakenUp'), ...said(c ?? [], 'accepted')], date: '' })
    return { dossier, text }
  }

  test('puts every version in every format into a folder under a name of its own, and never over another file', async () => {
    const place = await issued()
    const out = folder()
    for (const version of ['clean', 'marked', 'disposition'] as const) {
      for (const format of ['docx', 'html', 'md'] as const) {
        const written = await gsc.call('text.write', { ...place, rev: 1, version, format, target: gsc.target(out) })
        expect(written.fileName).toBe(`9114-1-31-rev1-${version}.${format}`)
        expect(written.sizeBytes).toBe(readFileSync(join(out, written.fileName)).length)
      }
    }
    const clean = readFileSync(join(out, '9114-1-31-rev1-clean.md'), 'utf8')
    const marked = readFileSync(join(out, '9114-1-31-rev1-marked.md'), 'utf8')
    expect(paragraphsOf(acceptMarkdown(marked))).toEqual(paragraphsOf(clean))
    expect(readFileSync(join(out, '9114-1-31-rev1-disposition.md'), 'utf8')).toContain('4 received: 3 accepted; 0 accepted, edited; 1 not taken up; 0 open.')
    const again = await gsc.call('text.write', { ...place, rev: 1, version: 'clean', format: 'md', target: gsc.target(out) })
    expect(again.fileName).toBe('9114-1-31-rev1-clean-2.md')
    expect(readdirSync(out)).toHaveLength(10)
  })

  test('writes the very file that was named, and refuses where one stands there', async () => {
    const place = await issued()
    const path = join(folder(), 'mine.html')
    const input = (): object => ({ ...place, rev: 0, version: 'clean', format: 'html', target: gsc.target(path) })
    await gsc.call('text.write', input())
    const before = readFileSync(path)
    expect(await gsc.refused('text.write', input())).toMatchObject({ code: 'target-exists' })
    expect(readFileSync(path)).toEqual(before)
  })

  test('has no marked version and no disposition of a first issue', async () => {
    const place = await add()
    const out = folder()
    for (const version of ['marked', 'disposition']) {
      expect(await gsc.refused('text.write', { ...place, rev: 0, version, format: 'md', target: gsc.target(out) })).toMatchObject({ code: 'revision-unknown' })
    }
    expect(readdirSync(out)).toEqual([])
    expect(existsSync(out)).toBe(true)
  })
})
