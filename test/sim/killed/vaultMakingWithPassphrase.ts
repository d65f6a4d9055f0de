/** The same through the contract, passphrase and all. Each costs two derivations, hence few. */
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createEngine } from '../../../electron/engine/entry.ts'
import { PASSPHRASE } from '../../fakes/testDelegation.ts'
import type { KilledWork } from '../killedWork.ts'

export const vaultMakingWithPassphrase: KilledWork = {
  name: 'vault.create', kills: 5, lives: 5, mostSteps: 2,
  async prepare(root) {
    mkdirSync(root, { recursive: true })
    return { folder: root, rawKeyHex: '', given: {} }
  },
  async *steps({ folder }) {
    for (let number = 0; ; number++) {
      const engine = await createEngine({ vaultFolder: join(folder, String(number)), kdf: 'floor' })
      const made = await engine.call('vault.create', { name: 'Vlasta', delegation: 'CZ', passphrase: PASSPHRASE, acknowledged: true })
      if (made.ok) yield String(number)
      await engine.close()
    }
  },
  async inspect({ folder }, acknowledged) {
    const faults: string[] = []
    for (const number of readdirSync(folder)) {
      const engine = await createEngine({ vaultFolder: join(folder, number), kdf: 'floor' })
      const status = await engine.call('vault.status', {})
      const unlocked = await engine.call('vault.unlock', { passphrase: PASSPHRASE })
      const found = unlocked.ok ? 'open' : unlocked.error.code
      const expected = status.ok && status.value.state === 'absent' ? 'vault-absent' : 'open'
      if (found !== expected) faults.push(`${number}: ${found}, expected ${expected}`)
      if (acknowledged.includes(number) && found !== 'open') faults.push(`made and lost: ${number}`)
      await engine.close()
    }
    return faults
  },
}
