import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEngine } from '../../../electron/engine/entry.ts'
import type { DossierId } from '../../../shared/base/identifiers.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { conveneCircle, PASSPHRASE, receive, send, type TestCircle } from '../../fakes/testDelegation.ts'
import { openDossier, stateHash, takePosition } from '../../fakes/testDossier.ts'
import { sealLast } from '../../fakes/sealLast.ts'
import { copyVault } from '../../fakes/vaultFiles.ts'

let circle: TestCircle
let dossier: DossierId
let replies: string[]

beforeAll(async () => {
  circle = await conveneCircle(['CZ', 'DE', 'NL'])
  dossier = await openDossier(circle.secretariat, circle.circle, ['CZ', 'DE', 'NL'])
  const [path = ''] = await send(circle.secretariat, circle.circle, circle.stick)
  replies = []
  for (const member of circle.members) {
    await receive(member, path)
    await takePosition(member, dossier, `What ${member.me.delegation} thinks`)
    replies.push(...(await send(member, circle.circle, circle.stick, [circle.secretariat])))
  }
  await circle.secretariat.close()
}, 60_000)
afterAll(() => circle.dissolve())

/** The secretariat's vault as it was before any reply, on a machine of its own, after these files in this order. */
async function after(files: readonly string[]): Promise<Output<'dossier.show'>> {
  const folder = join(circle.root, 'copy')
  copyVault(circle.secretariat.folder, folder)
  const engine = await createEngine({ vaultFolder: folder, now: circle.clock.now, kdf: 'floor' })
  try {
    await engine.call('vault.unlock', { passphrase: PASSPHRASE })
    for (const file of files) {
      const preview = await engine.call('bundle.preview', { source: engine.grantSource(file) })
      if (!preview.ok) throw new Error(preview.error.code)
      await engine.call('bundle.import', { preview: preview.value.preview })
    }
    const shown = await engine.call('dossier.show', { dossier })
    if (!shown.ok) throw new Error(shown.error.code)
    return shown.value
  } finally {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length < 2) return [[...list]]
  return list.flatMap((first, at) => permutations(list.toSpliced(at, 1)).map((rest) => [first, ...rest]))
}

describe('the state of a dossier', () => {
  it('is the same whatever the order in which three replies come, and however often', async () => {
    const orders = permutations(replies)
    expect(orders).toHaveLength(6)
    const hashes = []
    for (const order of orders) hashes.push((await after([...order, ...order.slice(0, 2)])).stateHash)
    expect(new Set(hashes).size).toBe(1)
    expect((await after(replies)).state.positions.map((position) => position.delegation).toSorted()).toEqual(['CZ', 'DE', 'NL'])
  })

  it('differs while one of them is missing', async () => {
    expect((await after(replies.slice(1))).stateHash).not.toBe((await after(replies)).stateHash)
  })
})

describe('an event before its ancestors', () => {
  it('waits, counts for nothing, and is admitted when they have come', async () => {
    const [gsc, cz] = [circle.secretariat, circle.member('CZ')]
    await gsc.reopen()
    await takePosition(cz, dossier, 'Second thoughts')
    const file = join(circle.stick, 'newest.chbundle')
    await sealLast(cz, file, { circle: circle.circle, dossier, to: gsc.me.installation, counter: 7, now: circle.clock.now })
    const before = await stateHash(gsc, dossier)

    const preview = await gsc.call('bundle.preview', { source: gsc.source(file) })
    expect(preview).toMatchObject({ addedEvents: 0, wouldAdd: [], waiting: [{ delegation: 'CZ', fromSeq: 2, toSeq: 2 }] })
    expect(await gsc.call('bundle.import', { preview: preview.preview })).toMatchObject({ admitted: 0, alreadyHere: 0, waiting: 1, receipt: null })
    expect(await stateHash(gsc, dossier)).toBe(before)
    expect((await gsc.call('dossier.show', { dossier })).pending).toBe(1)

    expect(await receive(gsc, replies[0] ?? '')).toMatchObject({ admitted: 3, waiting: 0 })
    const { pending, state } = await gsc.call('dossier.show', { dossier })
    expect([pending, state.positions.map((position) => position.remark)]).toEqual([0, ['What CZ thinks', 'Second thoughts']])
  })
})
