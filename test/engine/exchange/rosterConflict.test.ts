/** A secretariat that shows some members another roster than others: a hard stop, with the proof kept. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEngine } from '../../../electron/engine/entry.ts'
import { conveneCircle, PASSPHRASE, receive, send, type TestCircle, type TestDelegation } from '../../fakes/testDelegation.ts'
import { openDossier, takePosition } from '../../fakes/testDossier.ts'
import { copyVault } from '../../fakes/vaultFiles.ts'

let circle: TestCircle
let gsc: TestDelegation
let cz: TestDelegation
let other = ''

beforeAll(async () => {
  circle = await conveneCircle(['CZ', 'NL'])
  gsc = circle.secretariat
  cz = circle.member('CZ')
  const dossier = await openDossier(gsc, circle.circle, ['CZ'])
  for (const path of await send(gsc, circle.circle, circle.stick)) await receive(cz, path).catch(() => null)
  await takePosition(gsc, dossier, 'Something to send')
  const nl = { circle: circle.circle, installation: circle.member('NL').me.installation }
  // The same secretariat on a copy of its vault signs another roster under the same number.
  await gsc.close()
  const folder = join(circle.root, 'copy')
  copyVault(gsc.folder, folder)
  const copy = await createEngine({ vaultFolder: folder, now: circle.clock.now, kdf: 'floor' })
  await copy.call('vault.unlock', { passphrase: PASSPHRASE })
  await copy.call('circle.remove', { ...nl, reason: 'as some are told' })
  other = join(circle.stick, 'other.chbundle')
  const written = await copy.call('bundle.write', { circle: circle.circle, recipients: [cz.me.installation], everything: true, target: copy.grantTarget(other) })
  if (!written.ok) throw new Error(written.error.code)
  await copy.close()
  await gsc.reopen()
  await gsc.call('circle.suspend', { ...nl, reason: 'as others are told' })
  for (const path of await send(gsc, circle.circle, circle.stick, [cz])) await receive(cz, path)
}, 90_000)
afterAll(() => circle.dissolve())

describe('two rosters under one number', () => {
  test('stop the circle: the bundle is refused, and so is everything after it, in and out', async () => {
    const { epoch } = (await cz.call('circle.list', {})).circles[0]!
    expect(await cz.refused('bundle.preview', { source: cz.source(other) })).toMatchObject({ code: 'roster-conflict', stage: 'chain', facts: { epoch } })
    const [view] = (await cz.call('circle.list', {})).circles
    expect(view).toMatchObject({ epoch, conflict: { epoch, foundAtUtcMs: circle.clock.now() } })
    expect(view?.entries.find((entry) => entry.delegation === 'NL')).toMatchObject({ suspended: true, removed: false })
    expect((await cz.refused('bundle.write', { circle: circle.circle, recipients: [], everything: true, target: cz.target(circle.stick) })).code).toBe('roster-conflict')
    for (const path of await send(gsc, circle.circle, circle.stick, [cz], true)) expect((await cz.refused('bundle.preview', { source: cz.source(path) })).code).toBe('roster-conflict')
  })

  test('are still known after the vault was opened again, and stand in the register', async () => {
    await cz.reopen()
    expect((await cz.call('circle.list', {})).circles[0]?.conflict).not.toBeNull()
    const { entries } = await cz.call('register.list', { limit: 100 })
    expect(entries.find((entry) => entry.action === 'roster.conflict')).toMatchObject({ result: 'refused', code: 'roster-conflict' })
    expect((await cz.call('vault.verify', {})).faults).toEqual([])
  })

  test('leave as a file that anybody can verify without a vault, and in which nothing can be changed', async () => {
    const [found] = (await cz.call('evidence.list', {})).evidence
    expect(found).toMatchObject({ kind: 'rosterConflict', about: 'GSC', writable: true })
    const path = join(circle.stick, 'proof.chevidence')
    await cz.call('evidence.write', { evidence: found?.evidence, target: cz.target(path) })
    const verified = await cz.call('evidence.verify', { source: cz.source(path) })
    expect(verified).toMatchObject({ kind: 'rosterConflict', about: gsc.me.installation, signatories: [{ delegation: 'GSC', safetyWords: gsc.me.safetyWords }] })
    const bytes = new Uint8Array(readFileSync(path))
    for (let at = 8; at < bytes.length; at += 97) {
      const changed = join(circle.stick, 'changed.chevidence')
      writeFileSync(changed, bytes.map((byte, place) => (place === at ? byte ^ 4 : byte)))
      expect((await cz.refused('evidence.verify', { source: cz.source(changed) })).code).toMatch(/not-evidence|evidence-does-not-hold/)
    }
  })
})
