/** A vault that is open: from the key of its data to a session whose health is known, and shut again with every key overwritten. */
import type { Clock, Random } from '../../shared/base/ports.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { refusal, type Refusal } from '../../shared/ipc/refusal.ts'
import type { Attempts } from './attempts.ts'
import type { VaultSession } from './handlers/context.ts'
import { deleteSpentKeys } from './handlers/keyRetention.ts'
import { backupKeyOf, databaseKeyOf, forgetSealingSecret, hasher, subkeyOf, verifier, wipe } from './keys/index.ts'
import { createSession } from './session.ts'
import { DamagedRow } from './vault/eventRow.ts'
import type { VaultLock } from './vault/lock.ts'
import { NEWEST_VERSION } from './vault/migrations.ts'
import type { Disk } from './vault/replaceFile.ts'
import type { Store } from './vault/store.ts'
import { openStore, type StoreFault } from './vault/vaultFolder.ts'
import { judgeHealth, keepHeadCopy, noteSeal, type HeadPlace } from './vaultHealth.ts'
import { registerWrongAttempts } from './wrongAttempts.ts'

export interface HolderOptions {
  readonly folder: string
  readonly kdf: 'calibrated' | 'floor'
  readonly now: Clock
  readonly random: Random
  readonly attempts: Attempts
  /** Left out: the machine's. For what is written to the key file. */
  readonly disk?: Disk
}

export interface OpenVault {
  readonly backupKey: Uint8Array
  /** Seals what lies beside the database. */
  readonly localKey: Uint8Array
  readonly session: VaultSession
  readonly store: Store
  readonly lock: VaultLock
}

export function shut({ backupKey, localKey, lock, session, store }: OpenVault): void {
  try {
    store.close()
  } finally {
    lock.release()
    for (const key of [backupKey, localKey]) wipe(key)
    forgetKeysOf(session)
  }
}

function forgetKeysOf({ formers, ownKeys }: Pick<VaultSession, 'formers' | 'ownKeys'>): void {
  ownKeys.forget()
  for (const former of formers) forgetSealingSecret(former)
}

/** `action` is what the register says of it; null where that is said elsewhere. The lock is the caller's to give up where it does not open. */
export function openWith(dek: Uint8Array, options: HolderOptions, lock: VaultLock, action: string | null): Result<OpenVault, Refusal> {
  const store = openStore(options.folder, databaseKeyOf(dek))
  if (!store.ok) return err(storeRefusal(store.error))
  const localKey = subkeyOf(dek, 'local')
  let session: VaultSession | null = null
  try {
    const place = { folder: options.folder, seal: noteSeal(localKey, options.random) }
    session = sessionOf(store.value, options, place)
    if (session === null) {
      wipe(localKey)
      store.value.close()
      return err(refusal('vault-damaged', { file: 'vault.db' }))
    }
    if (session.readOnly === null) beginSound(options, store.value, session, action, place)
    return ok({ session, store: store.value, lock, localKey, backupKey: backupKeyOf(dek) })
  } catch (error) {
    wipe(localKey)
    if (session !== null) forgetKeysOf(session)
    store.value.close()
    throw error
  }
}

function registerOpening(options: HolderOptions, session: VaultSession, action: string): void {
  session.transaction(() => {
    const attempts = registerWrongAttempts(options, session)
    session.record(action, session.me.name, 'done', null)
    return attempts
  }).forget()
}

/** Only of a database that is what it should be: from an older one put back, newer contents would look like remains. */
function beginSound(options: HolderOptions, store: Store, session: VaultSession, action: string | null, place: HeadPlace): void {
  store.blobs.sweep(store.attachments.blobs())
  store.incoming.sweep()
  if (store.migratedFrom === null) store.forgetOldCopy()
  else session.record('vault.migrated', `${store.migratedFrom} → ${NEWEST_VERSION}`, 'done', null)
  deleteSpentKeys(session, options.now())
  if (action !== null) registerOpening(options, session, action)
  keepHeadCopy(store, session.ownKeys.first.keys.installation, options.now, place)
}

/** Null where the identity is missing or does not match its card, or a stored event is none. */
function sessionOf(store: Store, { now, random }: HolderOptions, place: HeadPlace): VaultSession | null {
  try {
    return createSession(store, { now, random, hash: hasher, verify: verifier }, (held, me, verify) => judgeHealth(store, held, me, verify, place))
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
