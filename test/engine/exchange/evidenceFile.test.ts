import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
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
let dossier: DossierId
/** Has no vault at all. */
let outsider: Engine

beforeAll(async () => {
  circle = await conveneCircle(['CZ', 'DE'])
  gsc = circle.secretariat
  cz = circle.member('CZ')
  de = circle.member('DE')
  dossier = await openDossier(gsc, circle.circle, ['CZ', 'DE'])
  for (const path of await send(gsc, circle.circle, circle.stick)) for (const one of [cz, de]) await receive(one, path)
  outsider = await createEngine({ vaultFolder: join(circle.root, 'nobody'), kdf: 'floor' })
}, 60_000)
afterAll(async () => {
  await outsider.close()
  await circle.dissolve()
})

async function findings(one: TestDelegation): Promise<FoundEvidence[]> {
  return (await one.call('evidence.list', {})).evidence
}

async function writeEvidence(one: TestDelegation, kind: FoundEvidence['kind']): Promise<string> {
  const found = (await findings(one)).find((evidence) => evidence.kind === kind)
  if (found === undefined) throw new Error(`no ${kind}`)
  const folder = join(circle.root, `evidence-${kind}`)
  mkdirSync(folder, { recursive: true })
  const { fileName } = await one.call('evidence.write', { evidence: found.evidence, target: one.target(folder) })
  return join(folder, fileName)
}

const verify = (path: string) => outsider.call('evidence.verify', { source: outsider.grantSource(path) })

/** CZ says one thing to the secretariat and another to Germany. */
async function tellTwoStories(): Promise<{ toGermany: string; toSecretariat: string }> {
  const folder = join(circle.root, 'copy')
  await cz.close()
  copyVault(cz.folder, folder)
  const other = await createEngine({ vaultFolder: folder, now: circle.clock.now, kdf: 'floor' })
  await other.call('vault.unlock', { passphrase: PASSPHRASE })
  await other.call('dossier.takePosition', { dossier, subject: 'Joint response', stance: 'cannotAccept', remark: 'The other story' })
  const toGermany = join(circle.stick, 'other-story.chbundle')
  await other.call('bundle.write', { circle: circle.circle, recipients: [de.me.installation], everything: true, target: other.grantTarget(toGermany) })
  await other.close()
  await cz.reopen()
  await takePosition(cz, dossier, 'The one story')
  const [toSecretariat = ''] = await send(cz, circle.circle, circle.stick, [gsc])
  return { toGermany, toSecretariat }
}

describe('evidence', () => {
  it('is not found where everything fits together', async () => {
    expect(await findings(gsc)).toEqual([])
  })

  it('of a bundle that never came and of events kept back names who signed what, and goes away when they arrive', async () => {
    await takePosition(de, dossier, 'First')
    const [lost = ''] = await send(de, circle.circle, circle.stick, [cz])
    await takePosition(de, dossier, 'Second')
    const [second = ''] = await send(de, circle.circle, circle.stick, [cz])
    await receive(cz, second)
    expect(await findings(cz)).toMatchObject([{ kind: 'missingBundle', about: 'DE', saidBy: null, fromSeq: 2, writable: true }])
    const verified = await verify(await writeEvidence(cz, 'missingBundle'))
    expect(verified).toMatchObject({ ok: true, value: { kind: 'missingBundle', about: de.me.installation, signatories: [{ delegation: 'DE', safetyWords: de.me.safetyWords, rotated: false }] } })
    await receive(cz, lost)
    expect(await findings(cz)).toEqual([])
  })

  it('of two views of one log is found by who holds one of them, and of two events by who holds both', async () => {
    const { toGermany, toSecretariat } = await tellTwoStories()
    await receive(gsc, toSecretariat)
    await receive(de, toGermany)
    await takePosition(de, dossier, 'On that ground')
    const [fromGermany = ''] = await send(de, circle.circle, circle.stick, [gsc])
    const preview = await gsc.call('bundle.preview', { source: gsc.source(fromGermany) })
    expect(preview.forks).toMatchObject([{ delegation: 'CZ' }])
    await gsc.call('bundle.import', { preview: preview.preview })
    expect(await findings(gsc)).toMatchObject([{ kind: 'equivocation', about: 'CZ', writable: true }])
    const path = await writeEvidence(gsc, 'equivocation')
    expect(await verify(path)).toMatchObject({ ok: true, value: { kind: 'equivocation', about: cz.me.installation, signatories: [{ delegation: 'CZ', name: 'Person of CZ' }] } })
    for (const word of ['The one story', 'The other story', 'lockkeepers']) expect(readFileSync(path).includes(word)).toBe(false)
  })

  it('with any byte changed does not hold, and what is none is not taken for it', async () => {
    const path = await writeEvidence(gsc, 'equivocation')
    const bytes = readFileSync(path)
    const altered = join(circle.root, 'altered.chevidence')
    for (let at = 0; at < bytes.length; at += 7) {
      const copy = Uint8Array.from(bytes)
      copy[at] = (copy[at] ?? 0) ^ 1
      writeFileSync(altered, copy)
      const verified = await verify(altered)
      expect([at, verified.ok]).toEqual([at, false])
    }
    writeFileSync(altered, 'Dear colleague,')
    expect(await verify(altered)).toMatchObject({ ok: false, error: { code: 'not-evidence', stage: 'container' } })
    expect(existsSync(join(circle.root, 'nobody'))).toBe(false)
  })
})
