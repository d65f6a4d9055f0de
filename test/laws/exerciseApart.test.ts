/** An exercise and what is real never lie in one file, and nothing is lost by it: both files arrive, in either order. */
import * as fc from 'fast-check'
import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { selectEvents } from '../../electron/engine/handlers/bundleSelection.ts'
import { hasher } from '../../electron/engine/keys/index.ts'
import type { Delegation } from '../../shared/base/delegations.ts'
import type { DossierId } from '../../shared/base/identifiers.ts'
import { dossierIdOf } from '../../shared/dossier/identity.ts'
import type { VerifiedEvent } from '../../shared/log/event.ts'
import { AFTER_DEADLINE_UTC_MS, openDossier } from '../fakes/deliberation.ts'
import { NONCE, setStage, type Part, type Stage } from '../fakes/events.ts'
import { memoryVault, type MemoryVault } from '../fakes/memoryVault.ts'
import { sealByHand, sessionOn, testContext } from '../fakes/openSession.ts'
import { conveneCircle, receive, send, type TestCircle, type TestDelegation } from '../fakes/testDelegation.ts'
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
