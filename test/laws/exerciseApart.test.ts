/** An exercise and what is real never lie in one file, and nothing is lost by it: both files arrive, in either order. */
import * as fc from 'fast-check'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { selectEvents } from '../../electron/engine/handlers/bundleSelection.ts'
import { dossierCaseFile } from '../../electron/engine/handlers/dossierCaseFile.ts'
import { dossierMissing } from '../../electron/engine/handlers/dossierMissing.ts'
import { dossierShow } from '../../electron/engine/handlers/dossierShow.ts'
import { searchFind } from '../../electron/engine/handlers/searchFind.ts'
import { hasher } from '../../electron/engine/keys/index.ts'
import type { Delegation } from '../../shared/base/delegations.ts'
import type { DossierId } from '../../shared/base/identifiers.ts'
import { dossierIdOf } from '../../shared/dossier/identity.ts'
import type { VerifiedEvent } from '../../shared/log/event.ts'
import { AFTER_DEADLINE_UTC_MS, openDossier } from '../fakes/deliberation.ts'
import { NONCE, setStage, type Part, type Stage } from '../fakes/events.ts'
import { memoryVault, type MemoryVault } from '../fakes/memoryVault.ts'
import { sealByHand, sessionOn, testContext } from '../fakes/openSession.ts'
import { conveneCircle, receive, send, temporaryFolder, type TestCircle, type TestDelegation } from '../fakes/testDelegation.ts'
import { stateHash, takePosition } from '../fakes/testDossier.ts'
import { openTables } from '../fakes/vaultFiles.ts'

const listed = (of: readonly Delegation[]) => fc.uniqueArray(fc.constantFrom(...of), { minLength: 1 })
const dossiers = (of: readonly Delegation[], maxLength: number) => fc.array(fc.record({ exercise: fc.boolean(), distribution: listed(of), words: fc.nat({ max: 2 }) }), { maxLength })

describe('what a sender selects', () => {
  const PARTS = (['CZ', 'DE', 'NL', 'FR'] as const).map((delegation): Part => ({ delegation, roles: ['delegate'], member: true }))
  let stage: Stage
  let gsc: MemoryVault

  beforeAll(async () => {
    stage = await setStage(PARTS, 11)
    gsc = memoryVault(stage.person('GSC'), stage, AFTER_DEADLINE_UTC_MS)
  }, 60_000)

  test('goes in parcels of one kind, each with the circle in it, and none of it is left behind', () => {
    fc.assert(fc.property(dossiers(PARTS.map((part) => part.delegation), 5), listed(PARTS.map((part) => part.delegation)), (plan, to) => {
      const author = stage.person('GSC')
      const kinds = new Map<DossierId, boolean>()
      const admitted: VerifiedEvent[] = []
      for (const [at, { distribution, exercise, words }] of plan.entries()) {
        const nonce = NONCE.map((_, place) => (place === 0 ? at + 1 : 0))
        const dossier = dossierIdOf({ circle: stage.circle.circle, log: author.identity.installation, nonce }, hasher)
        kinds.set(dossier, exercise)
        let last = openDossier(stage, author, { dossier, after: null, heads: [] }, { distribution, kind: exercise ? 'exercise' : 'singleActivity', nonce })
        admitted.push(last)
        for (let word = 0; word < words; word++) {
          last = stage.say(author, 'position.taken', { subject: 'A', stance: 'support', remark: `${word}` }, { dossier, after: last, heads: [] })
          admitted.push(last)
        }
      }
      gsc.trying(() => {
        gsc.session.admit(stage.circle.circle, { admitted, waiting: [], completed: [], duplicates: [], forks: [] })
        const recipients = to.map((one) => stage.person(one).identity.installation)
        const selection = selectEvents({ circle: stage.circle.circle, recipients, everything: false }, gsc.session)
        if (!selection.ok) throw new Error(selection.error.code)
        const { addressees, parcels } = selection.value
        for (const { dossiers: spokenOf, events, exercise } of parcels) {
          const held = new Set(events.flatMap((event) => event.header.dossier ?? []).map((dossier) => kinds.get(dossier)))
          expect([...held]).toEqual(exercise === null ? [] : [exercise])
          if (exercise !== null) expect(spokenOf.every((dossier) => kinds.get(dossier) === exercise)).toBe(true)
          // Whichever is imported first brings the circle, so that it can be opened and read.
          expect(events.filter((event) => event.header.dossier === null).map((event) => event.id).toSorted()).toEqual(stage.circleEvents.map((event) => event.id).toSorted())
        }
        for (const { entry, gets } of addressees) {
          const sent = parcels.filter((parcel) => parcel.addressees.some((one) => one.entry === entry))
          const arrives = new Set(sent.flatMap((parcel) => parcel.events.map((event) => event.id)))
          expect([...arrives].toSorted()).toEqual(gets.map((event) => event.id).toSorted())
          expect(sent).toHaveLength(Math.max(1, new Set(gets.flatMap((event) => event.header.dossier ?? []).map((dossier) => kinds.get(dossier))).size))
        }
      })
    }), { seed: 71, numRuns: 200 })
  }, 120_000)
})

describe('a link between an exercise and a real case, by other hands than ours', () => {
  const PARTS: readonly Part[] = [{ delegation: 'CZ', roles: ['delegate'], member: true }, { delegation: 'DE', roles: ['delegate'], member: true }]
  const TITLES = { real: 'Locks on the canal', exercise: 'Herons' } as const
  const OTHER = { real: 'exercise', exercise: 'real' } as const
  const KINDS = ['real', 'exercise'] as const
  let stage: Stage
  let cz: MemoryVault
  /** Opened by another, so that both events of each dossier arrive as bytes that this machine did not write. */
  const opened = new Map<'real' | 'exercise', VerifiedEvent>()
  const idOf = (kind: 'real' | 'exercise'): DossierId => {
    const id = opened.get(kind)?.header.dossier
    if (id === undefined || id === null) throw new Error('not opened')
    return id
  }

  beforeAll(async () => {
    stage = await setStage(PARTS, 13)
    const author = stage.person('GSC')
    for (const [at, kind] of KINDS.entries()) {
      const nonce = NONCE.map((_, place) => (place === 0 ? at + 1 : 0))
      const dossier = dossierIdOf({ circle: stage.circle.circle, log: author.identity.installation, nonce }, hasher)
      opened.set(kind, openDossier(stage, author, { dossier, after: null, heads: [] }, { kind: kind === 'exercise' ? 'exercise' : 'singleActivity', nonce, title: TITLES[kind], distribution: ['CZ', 'DE'] }))
    }
  }, 60_000)
  beforeEach(() => {
    cz = memoryVault(stage.person('CZ'), stage, AFTER_DEADLINE_UTC_MS)
  })
  afterEach(() => cz.store.close())

  function arrives(...admitted: readonly VerifiedEvent[]): void {
    cz.session.transaction(() => cz.session.admit(stage.circle.circle, { admitted: [...admitted], waiting: [], completed: [], duplicates: [], forks: [] }))
  }

  /** What the screens are given of one dossier, its reminders, what of the other or of the link stands in its case file, and what a search for the link's words finds. */
  async function seen(kind: 'real' | 'exercise') {
    const dossier = idOf(kind)
    const show = await dossierShow({ dossier }, cz.session, cz.context)
    const missing = await dossierMissing({ dossier }, cz.session, cz.context)
    const search = await searchFind({ query: 'barge', limit: 10, offset: 0 }, cz.session, cz.context)
    if (!show.ok || !missing.ok || !search.ok) throw new Error('not shown')
    const { setAside, ...state } = show.value.state
    return { namedBy: show.value.namedBy, setAside: setAside.map((one) => [one.type, one.why]), state, missing: missing.value, found: search.value.hits, onPaper: await onPaper(dossier, ['barge', idOf(OTHER[kind]), TITLES[OTHER[kind]]]) }
  }

  /** Which of these words stand in the case file. */
  async function onPaper(dossier: DossierId, words: readonly string[]): Promise<string[]> {
    const folder = temporaryFolder()
    const written = await dossierCaseFile({ dossier, format: 'html', copy: null, target: cz.context.files.issue('target', folder), acknowledged: true }, cz.session, cz.context)
    if (!written.ok) throw new Error(written.error.code)
    const paper = readFileSync(join(folder, written.value.fileName), 'utf8')
    expect(paper).toContain('Printed')
    return words.filter((word) => paper.includes(word))
  }

  const said = (kind: 'real' | 'exercise', to: DossierId, after: VerifiedEvent | null = opened.get(kind) ?? null) => ({
    link: () => stage.say(stage.person('GSC'), 'entry.added', { content: { kind: 'link', to, relation: 'related', title: 'barge', note: 'barge' }, marking: null }, { dossier: idOf(kind), after, heads: [] }),
    lesson: () => stage.say(stage.person('GSC'), 'entry.added', { content: { kind: 'lesson', text: 'barge', forNote: null, forDossier: to }, marking: null }, { dossier: idOf(kind), after, heads: [] }),
  })

  test.each(KINDS.flatMap((kind) => [[kind, 'link'], [kind, 'lesson']] as const))('in the %s one, as a %s: changes nothing that is shown, printed, exported or found, is kept, and says why', async (kind, as) => {
    // Something has been done: a lesson is missed until one stands.
    const content = { kind: 'action', what: 'Ask', actor: 'EEAS', due: null, status: 'done', decision: null, text: '', evidence: [] }
    const done = new Map(KINDS.map((one) => [one, stage.say(stage.person('GSC'), 'entry.added', { content, marking: null }, { dossier: idOf(one), after: opened.get(one) ?? null, heads: [] })]))
    arrives(...opened.values(), ...done.values())
    const before = { here: await seen(kind), there: await seen(OTHER[kind]) }
    const added = said(kind, idOf(OTHER[kind]), done.get(kind))[as]()
    const withdrawn = stage.say(stage.person('GSC'), 'entry.withdrawn', { entry: added.id, reason: 'barge' }, { dossier: idOf(kind), after: added, heads: [] })
    arrives(added)
    expect(await seen(kind)).toEqual({ ...before.here, setAside: [['entry.added', 'exerciseMixed']] })
    expect(await seen(OTHER[kind])).toEqual(before.there)
    arrives(withdrawn)
    const after = { here: await seen(kind), there: await seen(OTHER[kind]) }
    expect(after.there).toEqual(before.there)
    expect(after.here).toEqual({ ...before.here, setAside: [['entry.added', 'exerciseMixed'], ['entry.withdrawn', 'exerciseMixed']] })
    // Kept and passed on with its own dossier, in whose parcel there is nothing of the other.
    const selection = selectEvents({ circle: stage.circle.circle, recipients: [stage.person('DE').identity.installation], everything: false }, cz.session)
    if (!selection.ok) throw new Error(selection.error.code)
    expect(selection.value.parcels.map((parcel) => [...new Set(parcel.events.flatMap((event) => event.header.dossier ?? []))])).toEqual([[idOf('real')], [idOf('exercise')]])
    expect(selection.value.parcels.flatMap((parcel) => parcel.events.map((event) => event.id))).toContain(added.id)
  })

  test.each(KINDS)('that came before the dossier that it names, in the %s one, is without effect from then on', async (kind) => {
    const [here] = [opened.get(kind), opened.get(OTHER[kind])]
    if (here === undefined) throw new Error('not opened')
    arrives(here, said(kind, idOf(OTHER[kind])).link())
    expect((await seen(kind)).state.entries).toHaveLength(1)
    for (const event of opened.values()) if (event !== here) arrives(event)
    expect(await seen(kind)).toMatchObject({ state: { entries: [] }, setAside: [['entry.added', 'exerciseMixed']], found: [] })
  })

  test('between two of one kind stands', async () => {
    arrives(...opened.values(), said('exercise', idOf('exercise')).link())
    expect(await seen('exercise')).toMatchObject({ state: { entries: { length: 1 } }, setAside: [] })
  })
})

describe('what a sender writes', () => {
  let circle: TestCircle

  beforeAll(async () => {
    circle = await conveneCircle(['CZ', 'DE'])
  }, 120_000)
  afterAll(() => circle.dissolve())

  async function open(by: TestDelegation, exercise: boolean, distribution: readonly Delegation[]): Promise<DossierId> {
    const marking = { limite: true, classification: 'NONE', tlp: 'AMBER', releasableTo: [] }
    const kind = exercise ? 'exercise' : 'singleActivity'
    const { dossier } = await by.call('dossier.open', { circle: circle.circle, reference: 'CYBER 48', title: 'Herons', kind, summary: '', marking, distribution })
    const path = join(circle.root, 'attached.txt')
    writeFileSync(path, `Attached to ${dossier}`)
    await by.call('attachment.add', { dossier, source: by.source(path), marking })
    return dossier
  }

  const isExercise = (path: string): boolean => basename(path).startsWith('exercise-')
  const kindsAt = async (one: TestDelegation): Promise<Set<boolean>> => new Set((await one.call('dossier.list', {})).dossiers.map((dossier) => dossier.exercise))

  test('arrives whole whichever file comes first, as one series without a gap, and needs no sending again', async () => {
    const { secretariat: gsc } = circle
    const [cz, de] = [circle.member('CZ'), circle.member('DE')]
    const all = [await open(gsc, false, ['CZ', 'DE']), await open(gsc, true, ['CZ', 'DE'])]
    const files = await send(gsc, circle.circle, circle.stick)
    expect(files.map((path) => basename(path))).toEqual(['hwpci-20311012.chbundle', 'exercise-hwpci-20311012.chbundle'])
    for (const [one, order] of [[cz, files], [de, files.toReversed()]] as const) {
      const both = await one.call('bundle.previewAll', { sources: order.map((path) => one.source(path)) })
      expect(both.files.map((file) => file.preview?.counterGap)).toEqual([null, null])
      for (const [at, path] of order.entries()) {
        const head = await one.call('bundle.preview', { source: one.source(path) })
        expect(head).toMatchObject({ exercise: isExercise(path), exerciseMixed: false, counter: files.indexOf(path) + 1 })
        expect((await one.call('bundle.import', { preview: head.preview })).attachments).toBe(1)
        expect(await kindsAt(one)).toEqual(new Set(order.slice(0, at + 1).map(isExercise)))
      }
      for (const dossier of all) expect(await stateHash(one, dossier)).toBe(await stateHash(gsc, dossier))
      expect((await one.call('evidence.list', {})).evidence).toEqual([])
    }
    for (const member of [cz, de]) for (const dossier of all) await takePosition(member, dossier, 'A word')
    for (const member of [cz, de]) for (const path of await send(member, circle.circle, circle.stick, [gsc])) await receive(gsc, path)
    // The receipts of the others and their words; nothing of what came in the two files, and no content again.
    const { files: next, items } = await gsc.call('bundle.plan', { circle: circle.circle, recipients: [], everything: false })
    expect(items.filter((item) => item.type === 'dossier.opened' || item.contentTo.length > 0)).toEqual([])
    expect(next.map((file) => [file.fileName, file.attachments])).toEqual([['hwpci-20311012.chbundle', 0], ['exercise-hwpci-20311012.chbundle', 0]])
    expect((await gsc.call('evidence.list', {})).evidence).toEqual([])
  }, 240_000)

  test('by other hands than ours, both in one file, is named as that before it is imported', async () => {
    const [gsc, cz] = [circle.secretariat, circle.member('CZ')]
    const both = [await open(gsc, false, ['CZ']), await open(gsc, true, ['CZ'])]
    const path = join(circle.stick, 'mixed.chbundle')
    await gsc.close()
    const store = await openTables(gsc.folder)
    const context = testContext(circle.clock.now)
    const session = sessionOn(store, context)
    const events = both.flatMap((dossier) => session.held.inDossier(dossier)).map(({ event }) => event.signed)
    await sealByHand(session, path, { circle: circle.circle, to: cz.me.installation, counter: 50, events }, context)
    store.close()
    await gsc.reopen()
    expect(await cz.call('bundle.preview', { source: cz.source(path) })).toMatchObject({ exercise: true, exerciseMixed: true })
  }, 60_000)
})
