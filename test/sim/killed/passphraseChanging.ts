/** Changes of passphrase and of the recovery code through the contract, each of which rewrites the key file; each costs a second, hence few. */
import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createEngine } from '../../../electron/engine/entry.ts'
import { openKeyFile, passphraseSecret, subkeyOf, viewKeyFile } from '../../../electron/engine/keys/index.ts'
import { hex } from '../../../shared/base/bytes.ts'
import { makeDelegation, PASSPHRASE } from '../../fakes/testDelegation.ts'
import { databaseKey } from '../../fakes/vaultFiles.ts'
import { faultsOf, type Ground, type KilledWork } from '../killedWork.ts'

/** Number 0 is the one that the vault was made with. */
const passphrase = (number: number): string => (number === 0 ? PASSPHRASE : `orchard ${number} lantern drifts over seven quiet bridges`)

let template: Promise<Ground> | null = null

async function makeTemplate(root: string): Promise<Ground> {
  const folder = join(root, 'template')
  mkdirSync(root, { recursive: true })
  const one = await makeDelegation({ folder, delegation: 'CZ' })
  await one.close()
  return { folder, rawKeyHex: await databaseKey(folder), given: {} }
}

export const passphraseChanging: KilledWork = {
  name: 'vault.changePassphrase', kills: 12, lives: 1, mostSteps: 4,
  async prepare(root) {
    const { folder, ...rest } = await (template ??= makeTemplate(root))
    const copy = join(root, 'vault')
    cpSync(folder, copy, { recursive: true })
    return { ...rest, folder: copy }
  },
  async *steps({ folder }) {
    const engine = await createEngine({ vaultFolder: folder, kdf: 'floor' })
    const unlocked = await engine.call('vault.unlock', { passphrase: PASSPHRASE })
    if (!unlocked.ok) throw new Error(unlocked.error.code)
    for (let number = 0; ; number++) {
      const changed = await engine.call('vault.changePassphrase', { passphrase: passphrase(number), newPassphrase: passphrase(number + 1), newKeyFile: { kind: 'none' } })
      if (changed.ok) yield `passphrase ${number + 1}`
      const drawn = await engine.call('vault.drawRecoveryCode', {})
      const set = drawn.ok ? await engine.call('vault.setRecoveryCode', { code: drawn.value.code, passphrase: passphrase(number + 1) }) : drawn
      if (set.ok) yield `code ${number + 1}`
    }
  },
  async inspect(ground, acknowledged) {
    const number = Number(acknowledged.findLast((line) => line.startsWith('passphrase '))?.split(' ')[1] ?? 0)
    const keyFile = readFileSync(join(ground.folder, 'vault.key'))
    const opens = (one: number): boolean => {
      const opened = openKeyFile(keyFile, passphraseSecret(passphrase(one)))
      return opened.ok && hex(subkeyOf(opened.value.dek, 'db')) === ground.rawKeyHex
    }
    const view = viewKeyFile(keyFile)
    return [
      ...(opens(number) || opens(number + 1) ? [] : [`neither passphrase ${number} nor ${number + 1} opens`]),
      ...(number > 0 && opens(number - 1) ? [`passphrase ${number - 1} opens still`] : []),
      ...(acknowledged.some((line) => line.startsWith('code ')) && !(view.ok && view.value.hasRecoveryCode) ? ['the recovery code is gone'] : []),
      ...await faultsOf(ground, 1, async () => []),
    ]
  },
}
