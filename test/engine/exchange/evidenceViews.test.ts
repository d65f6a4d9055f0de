/** What a sender signed that it has, against what came: another event under one number, and events that did not arrive. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '../../../electron/engine/entry.ts'
import type { DossierId } from '../../../shared/base/identifiers.ts'
import type { FoundEvidence } from '../../../shared/ipc/exchangeMethods.ts'
import { conveneCircle, PASSPHRASE, receive, send, type TestCircle, type TestDelegation } from '../../fakes/testDelegation.ts'
import { openDossier, takePosition } from '../../fakes/testDossier.ts'
import { copyVault } from '../../fakes/vaultFiles.ts'

let circle: TestCircle
let gsc: TestDelegation
let cz: TestDelegation
let de: TestDelegation
let nl: TestDelegation
let pl: TestDelegation
let dossier: DossierId
/** Has no vault at all. */
let outsider: Engine

beforeAll(async () => {
  circle = await conveneCircle(['CZ', 'DE', 'NL', 'PL'])
  gsc = circle.secretariat
  ;[cz, de, nl, pl] = [circle.member('CZ'), circle.member('DE'), circle.member('NL'), circle.member('PL')]
  dossier = await openDossier(gsc, circle.circle, ['CZ', 'DE', 'NL', 'PL'])
  for (const path of await send(gsc, circle.circle, circle.stick)) for (const one of [cz, de, nl, pl]) await receive(one, path)
  outsider = await createEngine({ vaultFolder: join(circle.root, 'nobody'), kdf: 'floor' })
}, 60_000)
afterAll(async () => {
  await outsider.close()
  await circle.dissolve()
})

async function findings(one: TestDelegation, kind: FoundEvidence['kind']): Promise<FoundEvidence[]> {
  return (await one.call('evidence.list', {})).evidence.filter((found) => found.kind === kind)
}

const verify = (path: string) => outsider.call('evidence.verify', { source: outsider.grantSource(path) })

async function written(one: TestDelegation, found: FoundEvidence): Promise<string> {
  const folder = join(circle.root, `evidence-${found.kind}`)
  mkdirSync(folder, { recursive: true })
  const { fileName } = await one.call('evidence.write', { evidence: found.evidence, target: one.target(folder) })
  return join(folder, fileName)
}

async function carry(from: TestDelegation, to: TestDelegation): Promise<void> {
  for (const path of await send(from, circle.circle, circle.stick, [to])) await receive(to, path)
}

/** On a copy of its vault CZ says something else under the same number, and lets Germany alone have it. */
async function anotherStoryForGermany(): Promise<void> {
  const folder = join(circle.root, 'copy')
  await cz.close()
  copyVault(cz.folder, folder)
  const other = await createEngine({ vaultFolder: folder, now: circle.clock.now, kdf: 'floor' })
  await other.call('vault.unlock', { passphrase: PASSPHRASE })
  await other.call('dossier.takePosition', { dossier, subject: 'Joint response', stance: 'cannotAccept', remark: 'The other story' })
  const path = join(circle.stick, 'other-story.chbundle')
  await other.call('bundle.write', { circle: circle.circle, recipients: [de.me.installation], everything: true, target: other.grantTarget(path) })
  await other.close()
  await cz.reopen()
  await receive(de, path)
}

async function holdsInNoOtherWay(path: string): Promise<void> {
  const bytes = readFileSync(path)
  const altered = join(circle.root, 'altered.chevidence')
  for (let at = 0; at < bytes.length; at += 37) {
    writeFileSync(altered, bytes.map((byte, place) => (place === at ? byte ^ 1 : byte)))
    expect([at, (await verify(altered)).ok]).toEqual([at, false])
  }
}

/** Back to what the vault was when `work` began, as after a restore of a backup. */
async function forgetting(one: TestDelegation, work: () => Promise<void>): Promise<void> {
  const old = join(circle.root, `old-${one.me.delegation}`)
  await one.close()
  copyVault(one.folder, old)
  await one.reopen()
  await work()
  await one.close()
  rmSync(one.folder, { recursive: true })
  copyVault(old, one.folder)
  await one.reopen()
}

describe('a sender that signed to have more than what came', () => {
  it('proves what it has to a delegation that went back to an old vault, until that is sent', async () => {
    await forgetting(nl, async () => {
      await takePosition(de, dossier, 'Received and lost again')
      await carry(de, nl)
      await carry(nl, de)
    })
    await takePosition(de, dossier, 'After that')
    await carry(de, nl)
    const found = (await findings(nl, 'withheld')).find(({ about }) => about === 'DE')
    expect(found).toMatchObject({ saidBy: null, writable: true })
    if (found === undefined) return
    const path = await written(nl, found)
    expect(await verify(path)).toMatchObject({ ok: true, value: { kind: 'withheld', about: de.me.installation, fromSeq: found.fromSeq, toSeq: found.toSeq, signatories: [{ delegation: 'DE' }] } })
    await holdsInNoOtherWay(path)
    for (const all of await send(de, circle.circle, circle.stick, [nl], true)) await receive(nl, all)
    expect(await findings(nl, 'withheld')).toEqual([])
  })
})

describe('a sender that signed to have another event under a number', () => {
  it('proves two views of one log to whoever holds the other, although the event itself did not come', async () => {
    await anotherStoryForGermany()
    // Germany has the receipt of a delegation that does not remember what it received.
    await forgetting(pl, async () => {
      await carry(de, pl)
      await carry(pl, de)
    })
    await takePosition(cz, dossier, 'The one story')
    await carry(cz, pl)
    await takePosition(de, dossier, 'On that ground')
    await carry(de, pl)
    const found = (await findings(pl, 'splitView')).find(({ about }) => about === 'CZ')
    expect(found).toMatchObject({ saidBy: 'DE', fromSeq: 1, toSeq: 1, writable: true })
    if (found === undefined) return
    const path = await written(pl, found)
    expect(await verify(path)).toMatchObject({
      ok: true, value: { kind: 'splitView', about: cz.me.installation, saidBy: de.me.installation, fromSeq: 1, signatories: [{ delegation: 'CZ' }, { delegation: 'DE' }] },
    })
    for (const word of ['The one story', 'The other story', 'lockkeepers']) expect(readFileSync(path).includes(word)).toBe(false)
    await holdsInNoOtherWay(path)
  })

  it('sends that event to whoever names the other, so that both are seen to be there', async () => {
    await carry(cz, gsc)
    await carry(gsc, de)
    await carry(de, gsc)
    for (const one of [gsc, de]) expect(await findings(one, 'equivocation')).toContainEqual(expect.objectContaining({ about: 'CZ', fromSeq: 1 }))
    expect((await findings(gsc, 'withheld')).filter(({ about }) => about === 'DE')).toEqual([])
  })
})
