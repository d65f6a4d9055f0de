/** Vaults are made one after another, also where an earlier process was struck: a folder holds a whole vault, or none and room for one. */
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { composeKeyFile, createIdentity, encodeIdentity, FLOOR_COST, hasher, passphraseSecret, ready, signerOf, subkeyOf, verifier } from '../../../electron/engine/keys/index.ts'
import { registerPen } from '../../../electron/engine/registerPen.ts'
import type { Store } from '../../../electron/engine/vault/store.ts'
import { makeVault, vaultExists } from '../../../electron/engine/vault/vaultFolder.ts'
import { hex } from '../../../shared/base/bytes.ts'
import { signCard } from '../../../shared/circle/identity.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'
import { faultsOf, type KilledWork } from '../killedWork.ts'

/** What the engine writes into a new vault: an identity, its card, and the first line of the register. */
function fill(store: Store, seed: number): void {
  const identity = createIdentity(seededRandom(seed))
  const { signingKey, sealingKey } = identity
  const card = { v: 1 as const, name: 'Vlasta', delegation: 'CZ' as const, signingKey, sealingKey, madeAtUtcMs: 0 }
  const sign = signerOf(identity)
  store.identity.put({ secret: encodeIdentity(identity), signedCard: signCard(card, sign) })
  const said = { atUtcMs: 0, action: 'vault.created', subject: 'Vlasta', result: 'done', code: null, stage: null, dossier: null, marking: null, details: [] } as const
  store.register.append({ ...said, details: [] }, registerPen({ card, installation: identity.installation }, sign, { hash: hasher, verify: verifier }))
}

export const vaultMaking: KilledWork = {
  name: 'making vaults', kills: 30, lives: 10, mostSteps: 6,
  async prepare(root) {
    await ready()
    mkdirSync(root, { recursive: true })
    const dek = seededRandom(3)(32)
    const keyFile = hex(composeKeyFile(passphraseSecret('seven grey herons watch the canal'), dek, FLOOR_COST, seededRandom(4)))
    return { folder: root, rawKeyHex: hex(subkeyOf(dek, 'db')), given: { keyFile } }
  },
  async *steps({ folder, rawKeyHex, given }, seed) {
    const keyFile = Uint8Array.from(Buffer.from(given['keyFile'] ?? '', 'hex'))
    for (let number = 0; ; number++) {
      const vault = join(folder, String(number))
      if (vaultExists(vault)) continue
      const made = makeVault(vault, keyFile, rawKeyHex, (store) => fill(store, seed))
      if (!made.ok) throw new Error(made.error)
      yield String(number)
    }
  },
  async inspect({ folder, rawKeyHex }, acknowledged) {
    const [there, faults]: [string[], string[]] = [[], []]
    for (const number of readdirSync(folder)) {
      const vault = join(folder, number)
      if (!vaultExists(vault)) continue
      there.push(number)
      faults.push(...(await faultsOf({ folder: vault, rawKeyHex }, 1, async () => [])).map((fault) => `${number}: ${fault}`))
    }
    return [...faults, ...acknowledged.filter((number) => !there.includes(number)).map((number) => `made and lost: ${number}`)]
  },
}
