/**
 * The same passphrase, salt and cost give the same key, so each is derived once in a run, in whichever test file comes first, and by the real
 * derivation. It costs a fifth of a second on purpose, and the tests' vaults, whose salts come from seeds, ask for the same few again and again.
 */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject, vi } from 'vitest'
import type { KdfCost } from '../../electron/engine/keys/index.ts'
import type * as Passphrase from '../../electron/engine/keys/passphrase.ts'

vi.mock('../../electron/engine/keys/passphrase.ts', async (original) => {
  const real = await original<typeof Passphrase>()
  const folder = inject('derivedKeys')
  const deriveKek = (password: Uint8Array, salt: Uint8Array, cost: KdfCost): Uint8Array => {
    const asked = createHash('sha256').update(JSON.stringify([[...password], [...salt], cost.passes, cost.memoryKib])).digest('hex')
    const path = join(folder, asked)
    if (existsSync(path)) return new Uint8Array(readFileSync(path))
    const key = real.deriveKek(password, salt, cost)
    // Under its name once it is whole: two files may derive it at the same time.
    const written = join(folder, randomUUID())
    writeFileSync(written, key)
    renameSync(written, path)
    return key
  }
  return { ...real, deriveKek }
})
