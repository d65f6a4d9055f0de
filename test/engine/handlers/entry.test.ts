import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import { WORKING_LIST } from '../../../shared/toolbox/workingList.ts'
import { DEMARCHE, SANCTIONS, aFinding, aNote, anAction, anAttribution, anOption } from '../../fakes/caseEntries.ts'
import { conveneCircle, receive, send, type TestCircle, type TestDelegation } from '../../fakes/testDelegation.ts'
import { openDossier, stateHash } from '../../fakes/testDossier.ts'

let circle: TestCircle
let gsc: TestDelegation
let cz: TestDelegation
let dossier: DossierId
beforeAll(async () => {
  circle = await conveneCircle(['CZ', 'DE'])
  gsc = circle.secretariat
  cz = circle.member('CZ')
  dossier = await openDossier(gsc, circle.circle, ['CZ', 'DE'])
  await carry(gsc, cz)
})
afterAll(() => circle.dissolve())

async function carry(from: TestDelegation, to: TestDelegation): Promise<void> {
  for (const path of await send(from, circle.circle, circle.stick, [to])) await receive(to, path)
}
const add = async (by: TestDelegation, content: object): Promise<EventId> => (await by.call('entry.add', { dossier, content, marking: null })).event

describe('an entry', () => {
  test('travels, is revised and withdrawn, and shows the same on two machines', async () => {
    const finding = await add(cz, aFinding('The same loader'))
    await cz.call('entry.revise', { dossier, entry: finding, content: aFinding('Another loader'), marking: null, reason: 'New sample' })
    await carry(cz, gsc)
    const { state } = await gsc.call('dossier.show', { dossier })
    expect(state.entries).toMatchObject([{ delegation: 'CZ', content: { statement: 'Another loader' }, wordings: [{}, { reason: 'New sample' }] }])
    expect(await stateHash(gsc, dossier)).toBe(await stateHash(cz, dossier))
    await cz.call('entry.withdraw', { dossier, entry: finding, reason: 'It was a copy' })
    expect((await cz.refused('entry.revise', { dossier, entry: finding, content: aFinding(), marking: null, reason: '' })).code).toBe('entry-withdrawn')
  })

  test('is refused where the fold would set it aside', async () => {
    expect((await gsc.refused('entry.add', { dossier, content: anAttribution(), marking: null })).code).toBe('role-not-allowed')
    expect((await cz.refused('entry.add', { dossier, content: anOption('00'.repeat(32) as EventId), marking: null })).code).toBe('event-unknown')
    const german = await add(gsc, aNote('Of the secretariat'))
    await carry(gsc, cz)
    expect((await cz.refused('entry.withdraw', { dossier, entry: german, reason: 'Not ours' })).code).toBe('role-not-allowed')
    expect((await cz.refused('entry.add', { dossier, content: { ...aFinding(), confidence: 'likely' }, marking: null })).code).toBe('input-malformed')
  })

  test('builds on an entry of the kind that it needs, and rests on nothing that counts for nothing', async () => {
    const finding = await add(cz, aFinding('No note at all'))
    expect((await cz.refused('entry.add', { dossier, content: anOption(finding), marking: null })).code).toBe('refers-to-nothing')
    expect((await cz.refused('entry.add', { dossier, content: anAction(finding), marking: null })).code).toBe('refers-to-nothing')
    const note = await add(cz, aNote('Withdrawn twice'))
    await carry(cz, gsc)
    const withdraw = async (by: TestDelegation): Promise<EventId> => (await by.call('entry.withdraw', { dossier, entry: note, reason: 'Overtaken' })).event
    const withdrawals = [await withdraw(cz), await withdraw(gsc)]
    await carry(gsc, cz)
    const { state } = await cz.call('dossier.show', { dossier })
    const [one, ...others] = state.setAside.filter(({ event }) => withdrawals.includes(event)).map(({ event }) => event)
    expect([one, others]).toEqual([expect.any(String), []])
    const counts = withdrawals.filter((event) => event !== one)
    expect((await cz.refused('entry.add', { dossier, content: { ...aFinding(), evidence: [one] }, marking: null })).code).toBe('refers-to-nothing')
    await add(cz, { ...aFinding('It was withdrawn'), evidence: counts })
  })

  test('rests on nothing that was withdrawn, unless it did so before', async () => {
    const note = await add(gsc, aNote('On a finding'))
    const finding = await add(gsc, aFinding('To be withdrawn'))
    const resting = anOption(note, { proportionality: [{ dimension: 'scale', text: 'Four ports', evidence: [finding] }] })
    const option = await add(gsc, resting)
    await gsc.call('entry.withdraw', { dossier, entry: finding, reason: 'A copy' })
    expect((await gsc.refused('entry.add', { dossier, content: resting, marking: null })).code).toBe('evidence-withdrawn')
    const plain = await add(gsc, anOption(note))
    expect((await gsc.refused('entry.revise', { dossier, entry: plain, content: resting, marking: null, reason: 'Better known' })).code).toBe('evidence-withdrawn')
    await gsc.call('entry.revise', { dossier, entry: option, content: { ...resting, title: 'A word' }, marking: null, reason: 'Shorter' })
  })

  test('never links an exercise with a real case', async () => {
    const { dossier: exercise } = await gsc.call('dossier.open', { circle: circle.circle, reference: 'EX 1', title: 'Exercise', kind: 'exercise', summary: '', marking: { limite: true, classification: 'NONE', tlp: null, releasableTo: [] }, distribution: ['CZ'] })
    const link = { kind: 'link', to: exercise, relation: 'related', title: 'Exercise', note: '' }
    expect((await gsc.refused('entry.add', { dossier, content: link, marking: null })).code).toBe('exercise-mixed')
    expect((await gsc.refused('entry.add', { dossier: exercise, content: { ...link, to: dossier }, marking: null })).code).toBe('exercise-mixed')
  })

  test('that names another dossier is shown there too, as long as it stands', async () => {
    const actor = await openDossier(gsc, circle.circle, ['CZ', 'DE'])
    const link = await add(gsc, { kind: 'link', to: actor, relation: 'belongsTo', title: 'Actor', note: '' })
    const lesson = await add(gsc, { kind: 'lesson', text: 'Ask for the logs', forNote: null, forDossier: actor })
    const named = async (by: TestDelegation) => (await by.call('dossier.show', { dossier: actor })).namedBy.map((one) => [one.dossier, one.entry.event])
    expect(await named(gsc)).toEqual([[dossier, link], [dossier, lesson]])
    await carry(gsc, cz)
    expect(await named(cz)).toEqual(await named(gsc))
    await gsc.call('entry.withdraw', { dossier, entry: link, reason: 'Another actor' })
    expect(await named(gsc)).toEqual([[dossier, lesson]])
    expect((await gsc.call('dossier.show', { dossier })).namedBy).toEqual([])
  })

  test('that names a dossier of another circle is refused, and one by other hands is not told there', async () => {
    const { circle: other } = await gsc.call('circle.found', { name: 'Another working party', kind: 'HWPCI' })
    const elsewhere = await openDossier(gsc, other, ['CZ'])
    const link = { kind: 'link', to: elsewhere, relation: 'related', title: 'Elsewhere', note: '' }
    expect((await gsc.refused('entry.add', { dossier, content: link, marking: null })).code).toBe('dossier-unknown')
    expect((await gsc.refused('entry.add', { dossier, content: { kind: 'lesson', text: 'Said elsewhere', forNote: null, forDossier: elsewhere }, marking: null })).code).toBe('dossier-unknown')
    // Who has never seen that dossier cannot tell of which circle it is.
    await add(cz, link)
    await carry(cz, gsc)
    expect((await gsc.call('dossier.show', { dossier: elsewhere })).namedBy).toEqual([])
  })

  test('that names another dossier is printed with it, on pages as highly marked as what is said', async () => {
    const actor = await openDossier(gsc, circle.circle, ['CZ', 'DE', 'FR'])
    const marking = { limite: true, classification: 'S-UE/EU-S', tlp: null, releasableTo: [] }
    await gsc.call('entry.add', { dossier, content: { kind: 'lesson', text: 'Ask for the logs sooner', forNote: null, forDossier: actor }, marking })
    const at = join(circle.stick, 'actor.html')
    await gsc.call('dossier.caseFile', { dossier: actor, format: 'html', target: gsc.target(at), acknowledged: true })
    const page = readFileSync(at, 'utf8')
    const { state } = await gsc.call('dossier.show', { dossier })
    for (const words of ['Ask for the logs sooner', `${state.reference} ${state.title}`, 'Its distribution']) expect(page).toContain(words)
    expect(page).toContain('Copy ....... of .......')
    const pdf = { dossier: actor, format: 'pdf', target: gsc.target(at), acknowledged: true }
    expect((await gsc.refused('dossier.caseFile', pdf)).code).toBe('copy-number-missing')
    expect((await gsc.refused('dossier.caseFile', { ...pdf, copy: { number: 2, of: 5 } })).code).toBe('print-unavailable')
    expect(page).toMatch(/@top-center[^}]*SECRET UE\/EU SECRET/)
    const { entries } = await gsc.call('register.list', { filter: { fromUtcMs: null, toUtcMs: null, group: null, result: null, dossier: actor, words: '' }, limit: 200 })
    expect(entries.find((entry) => entry.action === 'dossier.caseFile' && entry.result === 'done')?.marking).toMatchObject({ classification: 'S-UE/EU-S' })
  })

  test('that links to a dossier is printed with the title of that dossier only where the whole list may have it', async () => {
    const [wide, narrow] = [await openDossier(gsc, circle.circle, ['CZ', 'DE', 'FR']), await openDossier(gsc, circle.circle, ['DE'])]
    const at = join(circle.stick, 'links.html')
    const printed = async (to: DossierId): Promise<string> => {
      const from = await openDossier(gsc, circle.circle, ['CZ'])
      await gsc.call('entry.add', { dossier: from, content: { kind: 'link', to, relation: 'related', title: 'As it was', note: '' }, marking: null })
      const { fileName } = await gsc.call('dossier.caseFile', { dossier: from, format: 'html', target: gsc.target(at), acknowledged: true })
      return readFileSync(join(circle.stick, fileName), 'utf8')
    }
    expect((await printed(wide)).match(/<dt>Linked as<\/dt><dd>As it was<\/dd>/g)).toHaveLength(1)
    rmSync(at)
    const page = await printed(narrow)
    expect(page).toContain('As it was')
    expect(page).not.toContain('Linked as')
  })

  test('is found by its words, in the wording that stands', async () => {
    const finding = await add(cz, aFinding('Heronware in the sluice controller'))
    await cz.call('entry.revise', { dossier, entry: finding, content: aFinding('Bitternware in the sluice controller'), marking: null, reason: '' })
    const hits = async (query: string): Promise<number> => (await cz.call('search.find', { query, limit: 10, offset: 0 })).hits.filter((hit) => hit.kind === 'entry').length
    expect(await hits('bitternware')).toBe(1)
    expect((await cz.call('search.find', { query: 'bitternware', limit: 10, offset: 0 })).hits).toMatchObject([{ about: 'finding' }])
    expect(await hits('heronware')).toBe(0)
  })
})

describe('a position on an option', () => {
  test('is taken on one that stands, and on nothing else', async () => {
    const note = await add(gsc, aNote('A note'))
    const option = await add(gsc, anOption(note))
    const on = { dossier, subject: 'A quiet word', stance: 'support', remark: '' }
    for (const wrong of [note, '00'.repeat(32)]) expect((await gsc.refused('dossier.takePosition', { ...on, option: wrong })).code).toBe('event-unknown')
    await gsc.call('dossier.takePosition', { ...on, option })
    await gsc.call('entry.withdraw', { dossier, entry: option, reason: 'Overtaken' })
    expect((await gsc.refused('dossier.takePosition', { ...on, option })).code).toBe('event-unknown')
  })
})

describe('a note', () => {
  test('is printed into a text with numbered paragraphs, and says afterwards what differs', async () => {
    const note = await add(gsc, aNote('Options note'))
    const option = await add(gsc, anOption(note, { measures: [DEMARCHE, SANCTIONS] }))
    const { text } = await gsc.call('note.print', { dossier, note, cover: { number: '9300/31' } })
    const shown = await gsc.call('text.show', { dossier, text, rev: 0, comparedWith: null })
    const words = shown.revision.document.blocks.map((block) => `${block.kind}: ${block.content.map((run) => ('text' in run ? run.text : '')).join('')}`)
    expect(words).toEqual(expect.arrayContaining(['title: Options note', 'heading: Background', 'numbered: Ports were closed.', 'heading: A quiet word', 'bullet: Stop the activity']))
    expect(words.find((line) => line.startsWith('bullet: Listing under'))).toMatch(/needs attribution.*RELEX/)
    expect(await gsc.call('note.compare', { dossier, note })).toMatchObject({ printed: { rev: 0, differs: false, unchangedSincePrinted: true } })
    await gsc.call('entry.revise', { dossier, entry: option, content: anOption(note, { title: 'A firm word', measures: [DEMARCHE, SANCTIONS] }), marking: null, reason: 'After PSC' })
    const { printed } = await gsc.call('note.compare', { dossier, note })
    expect(printed).toMatchObject({ differs: true, unchangedSincePrinted: false })
    expect(printed?.marked.blocks.filter((block) => block.content.some((run) => run.change !== 'same')).length).toBe(1)
  })

  test('that has not been printed has nothing to compare with, and is printed only by who issues texts', async () => {
    const note = await add(cz, aNote('Not printed'))
    expect((await cz.call('note.compare', { dossier, note })).printed).toBeNull()
    expect((await cz.refused('note.print', { dossier, note, cover: {} })).code).toBe('role-not-allowed')
  })
})

describe('the catalogue of measures', () => {
  test('is the working list until the secretariat issues a version, which travels with the circle', async () => {
    expect(await cz.call('catalogue.show', { circle: circle.circle })).toMatchObject({ version: 0, mayIssue: false, measures: WORKING_LIST })
    expect((await gsc.refused('catalogue.issue', { circle: circle.circle, note: '', measures: WORKING_LIST })).code).toBe('nothing-changed')
    const measures = WORKING_LIST.slice(0, 3)
    expect((await cz.refused('catalogue.issue', { circle: circle.circle, note: '', measures })).code).toBe('role-not-allowed')
    expect(await gsc.call('catalogue.issue', { circle: circle.circle, note: 'Shorter', measures })).toMatchObject({ version: 1 })
    const [second] = WORKING_LIST
    expect(await gsc.call('catalogue.issue', { circle: circle.circle, note: 'One', measures: [second] })).toMatchObject({ version: 2 })
    await carry(gsc, cz)
    expect(await cz.call('catalogue.show', { circle: circle.circle })).toMatchObject({ version: 2, measures: [second], versions: [{ version: 1, note: 'Shorter', delegation: 'GSC', measures: 3 }, { version: 2 }] })
  })

  test('never holds a measure without a source', async () => {
    const [first] = WORKING_LIST
    expect((await gsc.refused('catalogue.issue', { circle: circle.circle, note: '', measures: [{ ...first, source: '' }] })).code).toBe('input-malformed')
  })
})

describe('what leaves in the clear', () => {
  test('is written only when the person knows, and stands in the register', async () => {
    const indicators = await add(cz, { kind: 'indicators', title: 'Loader', from: '', indicators: [{ type: 'domain', value: 'heron.example', firstSeen: null, lastSeen: null, note: '' }] })
    const at = (name: string): string => join(circle.stick, name)
    expect((await cz.refused('indicators.write', { dossier, entry: indicators, format: 'stix', target: cz.target(at('a.json')), acknowledged: false })).code).toBe('clear-not-acknowledged')
    await cz.call('indicators.write', { dossier, entry: indicators, format: 'stix', target: cz.target(at('b.json')), acknowledged: true })
    expect(await cz.call('indicators.read', { source: cz.source(at('b.json')) })).toMatchObject({ format: 'stix', indicators: [{ value: 'heron.example' }], leftOut: [{ what: 'marking of the file', count: 1 }] })
    expect((await cz.refused('dossier.caseFile', { dossier, format: 'html', target: cz.target(at('c.html')), acknowledged: false })).code).toBe('clear-not-acknowledged')
    await cz.call('dossier.caseFile', { dossier, format: 'html', target: cz.target(at('d.html')), acknowledged: true })
    expect(readFileSync(at('d.html'), 'utf8')).toContain('heron.example')
    expect((await cz.refused('indicators.read', { source: cz.source(at('d.html')) }))).toMatchObject({ code: 'not-indicators', stage: 'schema' })
    const { entries } = await cz.call('register.list', { filter: { fromUtcMs: null, toUtcMs: null, group: null, result: null, dossier, words: '' }, limit: 200 })
    expect(entries.map((entry) => entry.action)).toEqual(expect.arrayContaining(['indicators.write', 'dossier.caseFile']))
  })

  test('as STIX says what it has no form for, and is no file that holds nothing', async () => {
    const other = { type: 'other', value: 'Mutex berth-7', firstSeen: null, lastSeen: null, note: '' }
    const [mixed, alone] = [
      await add(cz, { kind: 'indicators', title: 'Loader', from: '', indicators: [other, { ...other, type: 'domain', value: 'heron.example', firstSeen: '2031-05-28' }] }), await add(cz, { kind: 'indicators', title: 'Mutexes', from: '', indicators: [other, other] }),
    ]
    const how = (entry: EventId, format: 'stix' | 'misp', name: string, acknowledged = true) => ({ dossier, entry, format, target: cz.target(join(circle.stick, name)), acknowledged })
    expect((await cz.call('indicators.write', how(mixed, 'stix', 'mixed.json'))).beyond).toEqual([{ what: 'other', count: 1 }])
    expect((await cz.call('indicators.write', how(mixed, 'misp', 'mixed-misp.json'))).beyond).toEqual([])
    for (const acknowledged of [true, false]) expect((await cz.refused('indicators.write', how(alone, 'stix', 'alone.json', acknowledged))).code).toBe('nothing-for-stix')
    expect(existsSync(join(circle.stick, 'alone.json'))).toBe(false)
    await cz.call('indicators.write', how(alone, 'misp', 'alone-misp.json'))
  })

  test('of an exercise says so in the names of its files, and inside', async () => {
    const { dossier: exercise } = await gsc.call('dossier.open', { circle: circle.circle, reference: 'EX 2', title: 'Drill', kind: 'exercise', summary: '', marking: { limite: true, classification: 'NONE', tlp: 'AMBER', releasableTo: [] }, distribution: ['CZ'] })
    const indicators = { kind: 'indicators', title: 'Loader', from: '', indicators: [{ type: 'domain', value: 'heron.example', firstSeen: null, lastSeen: null, note: '' }] }
    const { event: entry } = await gsc.call('entry.add', { dossier: exercise, content: indicators, marking: null })
    for (const format of ['stix', 'misp'] as const) {
      const { fileName } = await gsc.call('indicators.write', { dossier: exercise, entry, format, target: gsc.target(circle.stick), acknowledged: true })
      expect(fileName).toMatch(/^exercise-indicators-/)
      expect(readFileSync(join(circle.stick, fileName), 'utf8')).toContain('EXERCISE  LIMITE  TLP:AMBER  EXERCISE')
    }
    expect((await gsc.call('dossier.caseFile', { dossier: exercise, format: 'html', target: gsc.target(circle.stick), acknowledged: true })).fileName).toMatch(/^exercise-case-file-/)
  })
})

describe('an action', () => {
  test('past its day stands on the desk until it is done', async () => {
    const action = await add(cz, anAction(null, { due: '2000-01-01' }))
    const overdue = async (): Promise<number> => (await cz.call('desk.show', {})).items.filter((item) => item.kind === 'actionOverdue').length
    expect(await overdue()).toBe(1)
    await cz.call('entry.revise', { dossier, entry: action, content: anAction(null, { due: '2000-01-01', status: 'done' }), marking: null, reason: 'Delivered' })
    expect(await overdue()).toBe(0)
  })
})
