/** Makes, opens and closes the one vault of this engine. */
import { mkdirSync } from 'node:fs'
import { hex } from '../../shared/base/bytes.ts'
import type { Clock, Random } from '../../shared/base/ports.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { signCard, safetyWords } from '../../shared/circle/identity.ts'
import { refusal, type Refusal } from '../../shared/ipc/refusal.ts'
import type { Me } from '../../shared/ipc/vaultMethods.ts'
import type { VaultHolder, VaultSession } from './handlers/context.ts'
import {
  calibratedCost, composeKeyFile, createIdentity, encodeIdentity, FLOOR_COST, hasher, openKeyFile, parseIdentity, signerOf, subkeyOf, verifier, wipe,
} from './keys/index.ts'
import { registerPen } from './registerPen.ts'
import { createSession } from './session.ts'
import { isDamage, isFileFault } from './vault/connection.ts'
import { DamagedRow } from './vault/eventRow.ts'
import { acquireLock, type Busy, type VaultLock } from './vault/lock.ts'
import type { Store } from './vault/store.ts'
import { makeVault, openStore, readKeyFile, vaultExists, type StoreFault } from './vault/vaultFolder.ts'

export interface HolderOptions {
  readonly folder: string
  readonly kdf: 'calibrated' | 'floor'
  readonly now: Clock
  readonly random: Random
}

export interface OwnVaultHolder extends VaultHolder {
  close(): Promise<void>
}

interface OpenVault {
  readonly session: VaultSession
  readonly store: Store
  readonly lock: VaultLock
}

type Owner = Parameters<VaultHolder['create']>[0]

export function createVaultHolder(options: HolderOptions): OwnVaultHolder {
  let open: OpenVault | null = null
  const remember = (opened: Result<OpenVault, Refusal>): Result<Me, Refusal> => {
    if (!opened.ok) return opened
    open = opened.value
    return ok(open.session.me)
  }
  return {
    state: () => (open !== null ? 'open' : vaultExists(options.folder) ? 'locked' : 'absent'),
    session: () => open?.session ?? null,
    async create(owner, passphrase) {
      if (open !== null || vaultExists(options.folder)) return err(refusal('vault-exists'))
      return remember(createVault(options, owner, passphrase))
    },
    async unlock(passphrase) {
      if (open !== null) return ok(open.session.me)
      return remember(unlockVault(options, passphrase))
    },
    async close() {
      open?.store.close()
      open?.lock.release()
      open = null
    },
  }
}

function createVault(options: HolderOptions, owner: Owner, passphrase: string): Result<OpenVault, Refusal> {
  const dek = options.random(32)
  try {
    const cost = options.kdf === 'floor' ? FLOOR_COST : calibratedCost(options.now)
    const keyFile = composeKeyFile(passphrase, dek, cost, options.random)
    mkdirSync(options.folder, { recursive: true, mode: 0o700 })
    return holdingLock(options, (lock) => {
      const made = makeVault(options.folder, keyFile, hex(subkeyOf(dek, 'db')), (store) => fillNewVault(store, options, owner))
      return !made.ok ? err(refusal('write-failed', { fault: made.error })) : openWith(dek, options, lock, null)
    })
  } catch (error) {
    // There is no vault yet that could be damaged: it is the disk.
    if (isFileFault(error) || isDamage(error)) return err(refusal('write-failed', { fault: error.code }))
    throw error
  } finally {
    wipe(dek)
  }
}

/** What a vault has from its first moment: an identity with its card, and the first line of the register. */
function fillNewVault(store: Store, { now, random }: HolderOptions, owner: Owner): void {
  const identity = createIdentity(random)
  const sign = signerOf(identity)
  const card = { v: 1, ...owner, signingKey: identity.signingKey, sealingKey: identity.sealingKey, madeAtUtcMs: now() } as const
  store.identity.put({ secret: encodeIdentity(identity), signedCard: signCard(card, sign) })
  const subject = `${owner.name} (${owner.delegation}): ${safetyWords(identity.installation).join(' ')}`
  const said = { atUtcMs: now(), action: 'vault.created', subject, result: 'done', code: null, stage: null, dossier: null, marking: null, } as const
  store.register.append({ ...said, details: [] }, registerPen({ card, installation: identity.installation }, sign, { hash: hasher, verify: verifier }))
}

function unlockVault(options: HolderOptions, passphrase: string): Result<OpenVault, Refusal> {
  if (!vaultExists(options.folder)) return err(refusal('vault-absent'))
  const keyFile = readKeyFile(options.folder)
  if (keyFile === null) return err(refusal('vault-damaged', { file: 'vault.key' }))
  return holdingLock(options, (lock) => {
    const opened = openKeyFile(keyFile, passphrase)
    if (!opened.ok) return err(refusal(opened.error, opened.error === 'vault-damaged' ? { file: 'vault.key' } : {}))
    try {
      return openWith(opened.value.dek, options, lock, 'vault.unlocked')
    } finally {
      wipe(opened.value.dek)
    }
  })
}

/** The lock is given up again unless the vault is open at the end. */
function holdingLock({ folder }: HolderOptions, work: (lock: VaultLock) => Result<OpenVault, Refusal>): Result<OpenVault, Refusal> {
  const lock = acquireLock(folder)
  if (!lock.ok) return err(busyRefusal(lock.error))
  let done = false
  try {
    const opened = work(lock.value)
    done = opened.ok
    return opened
  } finally {
    if (!done) lock.value.release()
  }
}

/** Who holds the vault, as far as the lock file tells. Nobody sees here whether a process on another host still lives. */
function busyRefusal({ holder, elsewhere }: Busy): Refusal {
  if (holder === null) return refusal('vault-busy')
  return refusal('vault-busy', { user: holder.user, host: holder.host, sinceUtcMs: holder.sinceUtcMs, where: elsewhere ? 'elsewhere' : 'here' })
}

function openWith(dek: Uint8Array, options: HolderOptions, lock: VaultLock, action: string | null): Result<OpenVault, Refusal> {
  const store = openStore(options.folder, hex(subkeyOf(dek, 'db')))
  if (!store.ok) return err(storeRefusal(store.error))
  try {
    const session = sessionOf(store.value, options)
    if (session === null) {
      store.value.close()
      return err(refusal('vault-damaged', { file: 'vault.db' }))
    }
    // Only of a database that is what it should be: from an older one put back, newer contents would look like remains.
    store.value.blobs.sweep(store.value.attachments.blobs())
    if (action !== null) session.transaction(() => session.record(action, session.me.name, 'done', null))
    return ok({ session, store: store.value, lock })
  } catch (error) {
    store.value.close()
    throw error
  }
}

/** Null where the identity is missing or does not match its card, or a stored event is none. */
function sessionOf(store: Store, { now, random }: HolderOptions): VaultSession | null {
  const kept = store.identity.get()
  const identity = kept === null ? null : parseIdentity(kept.secret)
  if (kept === null || identity === null || !identity.ok) return null
  try {
    return createSession(store, { keys: identity.value, signedCard: kept.signedCard }, { now, random, hash: hasher, verify: verifier })
  } catch (error) {
    if (error instanceof DamagedRow) return null
    throw error
  }
}

function storeRefusal(fault: StoreFault): Refusal {
  switch (fault) {
    case 'newer': return refusal('vault-newer')
    case 'busy': return refusal('vault-busy')
    case 'absent':
    case 'damaged': return refusal('vault-damaged', { file: 'vault.db' })
  }
}
