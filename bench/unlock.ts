/** Unlocking a vault of 20,000 events, against the Argon2id that its passphrase costs and that nothing can spare: at most 300 ms more. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createEngine } from '../electron/engine/entry.ts'
import { deriveKek, FLOOR_COST, randomBytes } from '../electron/engine/keys/index.ts'
import { utf8 } from '../shared/base/bytes.ts'
import type { CborValue } from '../shared/base/cbor.ts'
import { openKnownVault } from '../test/fakes/knownKeyVault.ts'
import { makeDelegation, PASSPHRASE, temporaryFolder } from '../test/fakes/testDelegation.ts'
import { openDossier } from '../test/fakes/testDossier.ts'
import { databaseKey } from '../test/fakes/vaultFiles.ts'
import { against, type Measured } from './measure.ts'

const EVENTS = 20_000
const IN_ONE_GO = 1000

export async function benchUnlock(): Promise<Measured[]> {
  const root = temporaryFolder()
  try {
    const folder = join(root, 'vault')
    await fill(folder)
    const unlock = async (): Promise<void> => {
      const engine = await createEngine({ vaultFolder: folder, kdf: 'floor' })
      const opened = await engine.call('vault.unlock', { passphrase: PASSPHRASE })
      await engine.close()
      if (!opened.ok) throw new Error(opened.error.code)
    }
    const [password, salt] = [utf8(PASSPHRASE), randomBytes(16)]
    const measured = await against(`unlock a vault of ${EVENTS} events`, unlock, 'its Argon2id alone', () => deriveKek(password, salt, FLOOR_COST))
    return [{ ...measured, name: `${measured.name} (${(measured.oursMs - measured.peerMs).toFixed(0)} ms more than Argon2id; at most 300)` }]
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** Signed one by one, as a person would in some years. */
async function fill(folder: string): Promise<void> {
  const one = await makeDelegation({ folder, delegation: 'GSC' })
  const { circle } = await one.call('circle.found', { name: 'Herons', kind: 'HWPCI' })
  const dossier = await openDossier(one, circle, ['CZ'])
  await one.close()
  const vault = openKnownVault({ folder, rawKeyHex: await databaseKey(folder) }, 2)
  for (let done = 0; done < EVENTS; done += IN_ONE_GO) {
    vault.session.transaction(() => {
      for (let at = done; at < done + IN_ONE_GO; at++) vault.session.author({ circle, dossier }, 'position.taken', positionOf(at))
    })
  }
  vault.close()
}

function positionOf(at: number): CborValue {
  return { subject: 'Joint response', stance: 'support', remark: `Close lockgate ${at} before the water rises, and tell the others in good time` }
}
