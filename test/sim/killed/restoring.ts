/** Vaults are restored from a backup, also where an earlier process was struck: a folder holds a whole vault of another installation, or none. */
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createEngine } from '../../../electron/engine/entry.ts'
import { vaultExists } from '../../../electron/engine/vault/vaultFolder.ts'
import { makeDelegation, PASSPHRASE } from '../../fakes/testDelegation.ts'
import { databaseKey } from '../../fakes/vaultFiles.ts'
import { openDossier } from '../../fakes/testDossier.ts'
import { faultsOf, type Ground, type KilledWork } from '../killedWork.ts'

let template: Promise<Ground> | null = null

async function makeTemplate(root: string): Promise<Ground> {
  mkdirSync(root, { recursive: true })
  const one = await makeDelegation({ folder: join(root, 'template'), delegation: 'GSC' })
  const { circle } = await one.call('circle.found', { name: 'Herons', kind: 'HWPCI' })
  await openDossier(one, circle, ['CZ'])
  const { fileName } = await one.call('backup.write', { target: one.target(root) })
  await one.close()
  return { folder: one.folder, rawKeyHex: await databaseKey(one.folder), given: { backup: join(root, fileName), former: one.me.installation } }
}

export const restoring: KilledWork = {
  name: 'restoring', kills: 20, lives: 5, mostSteps: 3,
  async prepare(root) {
    const { rawKeyHex, given } = await (template ??= makeTemplate(root))
    mkdirSync(join(root, 'machines'), { recursive: true })
    return { folder: join(root, 'machines'), rawKeyHex, given }
  },
  async *steps({ folder, given }) {
    for (let number = 0; ; number++) {
      const vaultFolder = join(folder, String(number))
      if (vaultExists(vaultFolder)) continue
      const engine = await createEngine({ vaultFolder, kdf: 'floor' })
      const answer = await engine.call('backup.restore', { source: engine.grantSource(given['backup'] ?? ''), passphrase: PASSPHRASE, replace: false })
      if (!answer.ok) throw new Error(answer.error.code)
      await engine.close()
      yield String(number)
    }
  },
  async inspect({ folder, rawKeyHex, given }, acknowledged) {
    const [there, faults]: [string[], string[]] = [[], []]
    for (const number of readdirSync(folder)) {
      const vault = join(folder, number)
      if (!vaultExists(vault)) continue
      there.push(number)
      const found = await faultsOf({ folder: vault, rawKeyHex }, 1, async ({ session }) => [
        ...(session.me.installation === given['former'] ? ['is still the former installation'] : []),
        ...(session.store.events.all().length > 0 ? [] : ['holds no events']),
      ])
      faults.push(...found.map((fault) => `${number}: ${fault}`))
    }
    return [...faults, ...acknowledged.filter((number) => !there.includes(number)).map((number) => `restored and lost: ${number}`)]
  },
}
