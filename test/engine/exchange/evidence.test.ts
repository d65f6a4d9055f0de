import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '../../../electron/engine/entry.ts'
import type { DossierId } from '../../../shared/base/identifiers.ts'
import { conveneCircle, PASSPHRASE, receive, send, type TestCircle, type TestDelegation } from '../../fakes/testDelegation.ts'
import { openDossier, stateHash, takePosition } from '../../fakes/testDossier.ts'
import { copyVault, openTables } from '../../fakes/vaultFiles.ts'
import { sealByHand, sessionOn, testContext } from '../../fakes/openSession.ts'

let circle: TestCircle
let gsc: TestDelegation
let cz: TestDelegation
let dossier: DossierId

beforeAll(async () => {
  circle = await conveneCircle(['CZ'])
  gsc = circle.secretariat
  cz = circle.member('CZ')
  dossier = await openDossier(gsc, circle.circle, ['CZ'])
  for (const path of await send(gsc, circle.circle, circle.stick)) await receive(cz, path)
}, 60_000)
afterAll(() => circle.dissolve())

async function onCopyOf(member: TestDelegation, work: (engine: Engine) => Promise<void>): Promise<void> {
  const folder = join(circle.root, 'copy')
  await member.close()
  copyVault(member.folder, folder)
  const engine = await createEngine({ vaultFolder: folder, now: circle.clock.now, kdf: 'floor' })
  try {
    await engine.call('vault.unlock', { passphrase: PASSPHRASE })
    await work(engine)
  } finally {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  }
  await member.reopen()
}

describe('a series of bundles to the same recipients', () => {
  it('shows that one of them is missing', async () => {
    await takePosition(cz, dossier, 'First')
    await send(cz, circle.circle, circle.stick, [gsc])
    await takePosition(cz, dossier, 'Second')
    const [second = ''] = await send(cz, circle.circle, circle.stick, [gsc])
    const preview = await gsc.call('bundle.preview', { source: gsc.source(second) })
    expect(preview).toMatchObject({ counter: 2, counterGap: { expected: 1, found: 2 } })
    // Nothing is lost: what was not receipted went again.
    expect((await gsc.call('bundle.import', { preview: preview.preview })).admitted).toBe(3)
    await takePosition(cz, dossier, 'Third')
    const [third = ''] = await send(cz, circle.circle, circle.stick, [gsc])
    expect(await gsc.call('bundle.preview', { source: gsc.source(third) })).toMatchObject({ counter: 3, counterGap: null })
    await receive(gsc, third)
  })
})

describe('a log that says two things under one number', () => {
  it('is shown at the preview, kept on both sides as evidence, and leaves every machine with the same state', async () => {
    const forked = join(circle.stick, 'forked.chbundle')
    await onCopyOf(cz, async (engine) => {
      await engine.call('dossier.takePosition', { dossier, subject: 'Joint response', stance: 'cannotAccept', remark: 'The other story' })
      const choice = { circle: circle.circle, recipients: [gsc.me.installation], everything: true }
      const written = await engine.call('bundle.write', { ...choice, target: engine.grantTarget(forked) })
      expect(written.ok).toBe(true)
    })
    await takePosition(cz, dossier, 'The one story')
    const [honest = ''] = await send(cz, circle.circle, circle.stick, [gsc])
    await receive(gsc, honest)
    const preview = await gsc.call('bundle.preview', { source: gsc.source(forked) })
    expect(preview.forks).toEqual([{ delegation: 'CZ', seq: 4 }])
    await gsc.call('bundle.import', { preview: preview.preview })
    expect((await gsc.call('vault.verify', {})).faults).toEqual([])

    for (const path of await send(gsc, circle.circle, circle.stick, [cz], true)) await receive(cz, path)
    expect(await stateHash(cz, dossier)).toBe(await stateHash(gsc, dossier))
    await gsc.close()
    const store = await openTables(gsc.folder)
    expect(store.forks.all()).toMatchObject([{ log: cz.me.installation, seq: 4, events: [expect.any(String), expect.any(String)] }])
    store.close()
    await gsc.reopen()
  })
})

describe('a member that means harm', () => {
  it('cannot keep a machine busy by claiming to have events that nobody wrote', async () => {
    const path = join(circle.stick, 'boast.chbundle')
    await cz.close()
    const store = await openTables(cz.folder)
    const context = testContext(circle.clock.now)
    const session = sessionOn(store, context)
    const [first] = session.held.inCircle(circle.circle)
    if (!first) throw new Error('no circle')
    const { id, header, signed } = first.event
    const frontier = [{ dossier: null, log: header.log, seq: Number.MAX_SAFE_INTEGER, event: id }]
    await sealByHand(session, path, { circle: circle.circle, to: gsc.me.installation, counter: 80, events: [signed], frontier }, context)
    store.close()
    await cz.reopen()
    await receive(gsc, path)
    const { recipients } = await gsc.call('bundle.plan', { circle: circle.circle, recipients: [cz.me.installation], everything: false })
    expect(recipients).toHaveLength(1)
  })

  it('cannot slip an event of another circle into a bundle', async () => {
    const { circle: other } = await cz.call('circle.found', { name: 'A private circle', kind: 'PSC' })
    const path = join(circle.stick, 'smuggled.chbundle')
    await cz.close()
    const store = await openTables(cz.folder)
    const context = testContext(circle.clock.now)
    const session = sessionOn(store, context)
    const events = session.held.inCircle(other).map((stored) => stored.event.signed)
    await sealByHand(session, path, { circle: circle.circle, to: gsc.me.installation, counter: 90, events }, context)
    store.close()
    await cz.reopen()
    expect(await gsc.refused('bundle.preview', { source: gsc.source(path) })).toMatchObject({ code: 'bundle-chain', stage: 'chain' })
  })

  it('cannot write into a dossier of one circle from another', async () => {
    const { circle: other } = await cz.call('circle.found', { name: 'A second private circle', kind: 'PSC' })
    await cz.call('circle.admit', { circle: other, installation: gsc.me.installation, roles: ['delegate'], member: true })
    await cz.close()
    const path = join(circle.stick, 'foreign.chbundle')
    const store = await openTables(cz.folder)
    const context = testContext(circle.clock.now)
    const session = sessionOn(store, context)
    session.author({ circle: other, dossier }, 'position.taken', { subject: 'Joint response', stance: 'support', remark: 'From elsewhere' })
    const events = [...session.held.inCircle(other), ...session.held.inDossier(dossier).slice(-1)].map((stored) => stored.event.signed)
    await sealByHand(session, path, { circle: other, to: gsc.me.installation, counter: 91, events }, context)
    store.close()
    await cz.reopen()
    const before = await stateHash(gsc, dossier)
    expect(await gsc.refused('bundle.preview', { source: gsc.source(path) })).toMatchObject({ code: 'bundle-foreign-circle', stage: 'policy' })
    expect(await stateHash(gsc, dossier)).toBe(before)
  })
})
