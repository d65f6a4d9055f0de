/**
 * The engine's methods on a vault whose database key is known already, without the second that a passphrase costs: for tests that open
 * one vault hundreds of times. Lock, database, session and dispatch are the product's own.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDispatch } from '../../electron/engine/dispatch.ts'
import type { BackupMaterial, HandlerContext, VaultHolder, VaultSession } from '../../electron/engine/handlers/context.ts'
import { acquireLock } from '../../electron/engine/vault/lock.ts'
import type { Store } from '../../electron/engine/vault/store.ts'
import { openStore } from '../../electron/engine/vault/vaultFolder.ts'
import type { Result } from '../../shared/base/result.ts'
import type { Method, Output } from '../../shared/ipc/contract.ts'
import type { FileGrant } from '../../shared/ipc/files.ts'
import type { Refusal } from '../../shared/ipc/refusal.ts'
import { fixedClock } from './fixedClock.ts'
import { sessionOn, testContext } from './openSession.ts'

export interface KnownKey {
  readonly folder: string
  readonly rawKeyHex: string
  /** Where backups are written: what they are sealed with. */
  readonly backupKeyHex?: string
}

export interface KnownKeyVault {
  readonly session: VaultSession
  /** The answer; throws where the call is refused. */
  call<M extends Method>(method: M, input: unknown): Promise<Output<M>>
  attempt<M extends Method>(method: M, input: unknown): Promise<Result<Output<M>, Refusal>>
  source(path: string): FileGrant
  target(path: string): FileGrant
  close(): void
}

/** `seed` must differ from one opening to the next where anything new is made: identifiers come from it. Throws where the vault does not open. */
export function openKnownVault({ folder, rawKeyHex, backupKeyHex }: KnownKey, seed: number): KnownKeyVault {
  const lock = acquireLock(folder)
  if (!lock.ok) throw new Error('the vault is held by another process')
  let store: Store | null = null
  const close = (): void => {
    store?.close()
    lock.value.release()
  }
  try {
    const opened = openStore(folder, rawKeyHex)
    if (!opened.ok) throw new Error(opened.error)
    store = opened.value
    return { ...vaultOn(store, testContext(fixedClock().now, seed), materialOf(folder, backupKeyHex)), close }
  } catch (error) {
    close()
    throw error
  }
}

/** The methods on an open store, whatever it lies on. */
export function vaultOn(store: Store, context: ReturnType<typeof testContext>, material: BackupMaterial | null = null): Omit<KnownKeyVault, 'close'> {
  const session = sessionOn(store, context)
  const dispatch = createDispatch(holderOf(session, material), context satisfies HandlerContext)
  return {
    session,
    attempt: (method, input) => dispatch(method, input, {}),
    async call(method, input) {
      const answer = await dispatch(method, input, {})
      if (!answer.ok) throw new Error(`${method} refused: ${JSON.stringify(answer.error)}`)
      return answer.value
    },
    source: (path) => context.files.issue('source', path),
    target: (path) => context.files.issue('target', path),
  }
}

function materialOf(folder: string, backupKeyHex: string | undefined): BackupMaterial | null {
  return backupKeyHex === undefined ? null : { key: Uint8Array.from(Buffer.from(backupKeyHex, 'hex')), keyFile: readFileSync(join(folder, 'vault.key')) }
}

function holderOf(session: VaultSession, material: BackupMaterial | null): VaultHolder {
  const neither = (): never => {
    throw new Error('this vault is open, and stays so')
  }
  return {
    state: () => 'open', session: () => session, create: neither, unlock: neither, keys: neither, drawRecoveryCode: neither, setRecoveryCode: neither,
    removeRecoveryCode: neither, changePassphrase: neither, recover: neither, restore: neither, backupMaterial: () => material,
  }
}
