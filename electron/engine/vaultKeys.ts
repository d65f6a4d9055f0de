/** What opens the vault: tried, changed, replaced. Every change of `vault.key` leaves a file that opens, whenever it is cut off. */
import type { Clock, Random } from '../../shared/base/ports.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { refusal, type Refusal } from '../../shared/ipc/refusal.ts'
import type { Attempts } from './attempts.ts'
import {
  calibratedCost, changePassphrase, equalInConstantTime, FLOOR_COST, forgetPreviousPassphrase, openKeyFile, RECOVERY_COST, removeRecoveryCode, replaceRecoveryCode, viewKeyFile, wipe,
  type KdfCost, type KeyFileFault, type KeyFileView, type OpenedKeyFile, type VaultSecret,
} from './keys/index.ts'
import { isFileFault, isFullDisk } from './vault/connection.ts'
import type { Disk } from './vault/replaceFile.ts'
import { readKeyFile, replaceKeyFile, vaultExists } from './vault/vaultFolder.ts'

export interface KeyOptions {
  readonly folder: string
  readonly kdf: 'calibrated' | 'floor'
  readonly now: Clock
  readonly random: Random
  readonly attempts: Attempts
  /** Left out: the machine's. */
  readonly disk?: Disk
}

export function newCost({ kdf, now }: Pick<KeyOptions, 'kdf' | 'now'>): KdfCost {
  return kdf === 'floor' ? FLOOR_COST : calibratedCost(now)
}

export function viewKeys({ folder }: Pick<KeyOptions, 'folder'>): Result<KeyFileView, Refusal> {
  const bytes = storedKeys(folder)
  if (!bytes.ok) return bytes
  const view = viewKeyFile(bytes.value)
  return view.ok ? view : err(keyRefusal(view.error))
}

/** One attempt, counted. The caller wipes the key that it is given. */
export function openKeys(options: Pick<KeyOptions, 'folder' | 'attempts'>, secret: VaultSecret): Result<OpenedKeyFile, Refusal> {
  const bytes = storedKeys(options.folder)
  return bytes.ok ? tryKeys(bytes.value, options, secret) : bytes
}

/** The same for the key file that a backup carries. */
export function tryKeys(keyFile: Uint8Array, { attempts }: Pick<KeyOptions, 'attempts'>, secret: VaultSecret): Result<OpenedKeyFile, Refusal> {
  const waitMs = attempts.waitMs()
  if (waitMs > 0) return err(refusal('attempt-too-soon', { waitSeconds: Math.ceil(waitMs / 1000) }))
  const opened = openKeyFile(keyFile, secret)
  if (opened.ok) attempts.succeeded()
  else if (opened.error === 'passphrase-wrong' || opened.error === 'recovery-code-wrong') attempts.failed()
  if (opened.ok) return opened
  const waitSeconds = Math.ceil(attempts.waitMs() / 1000)
  const needsKeyFile = secret.kind === 'passphrase' && secret.keyFileHash !== null
  return err(keyRefusal(opened.error, { ...(waitSeconds > 0 ? { waitSeconds } : {}), ...(needsKeyFile ? { keyFile: 'given' } : {}) }))
}

/**
 * Sets a new passphrase beside the one that opened just now, and tries it on what then stands on the disk. Both open until
 * `settlePassphrase`: what fails in between leaves the vault with a passphrase that the person knows.
 */
export function setPassphrase(options: KeyOptions, opened: OpenedKeyFile, secret: VaultSecret): Result<null, Refusal> {
  return writing(() => {
    const before = storedKeys(options.folder)
    if (!before.ok) return before
    const changed = changePassphrase(before.value, opened, { secret, cost: newCost(options) }, options.random)
    if (!changed.ok) return err(keyRefusal(changed.error))
    replaceKeyFile(options.folder, changed.value, options.disk)
    return reopens(options.folder, secret, opened.dek, 'current')
  })
}

/** The passphrase before opens nothing any more. Where this cannot be written, the next unlocking does it. */
export function settlePassphrase({ folder, disk }: Pick<KeyOptions, 'folder' | 'disk'>): void {
  writing(() => {
    const stored = storedKeys(folder)
    const settled = stored.ok ? forgetPreviousPassphrase(stored.value) : stored
    if (settled.ok) replaceKeyFile(folder, settled.value, disk)
    return ok(null)
  })
}

export function setRecoveryCode(options: KeyOptions, dek: Uint8Array, secret: VaultSecret): Result<null, Refusal> {
  return writing(() => {
    const before = storedKeys(options.folder)
    if (!before.ok) return before
    const changed = replaceRecoveryCode(before.value, dek, { secret, cost: RECOVERY_COST }, options.random)
    if (!changed.ok) return err(keyRefusal(changed.error))
    replaceKeyFile(options.folder, changed.value, options.disk)
    return reopens(options.folder, secret, dek, 'recovery')
  })
}

/** Read back, it must hold no code any more, and open with the passphrase as before. */
export function takeRecoveryCode({ folder, disk }: Pick<KeyOptions, 'folder' | 'disk'>, dek: Uint8Array, current: VaultSecret): Result<null, Refusal> {
  return writing(() => {
    const before = storedKeys(folder)
    if (!before.ok) return before
    const view = viewKeyFile(before.value)
    if (view.ok && !view.value.hasRecoveryCode) return err(refusal('recovery-code-absent'))
    const changed = removeRecoveryCode(before.value)
    if (!changed.ok) return err(keyRefusal(changed.error))
    replaceKeyFile(folder, changed.value, disk)
    const after = viewKeys({ folder })
    return after.ok && !after.value.hasRecoveryCode ? reopens(folder, current, dek, 'current') : err(refusal('verify-failed'))
  })
}

function reopens(folder: string, secret: VaultSecret, dek: Uint8Array, slot: OpenedKeyFile['slot']): Result<null, Refusal> {
  const stored = storedKeys(folder)
  const again = stored.ok ? openKeyFile(stored.value, secret) : null
  if (again === null || !again.ok) return err(refusal('verify-failed'))
  const same = again.value.slot === slot && equalInConstantTime(again.value.dek, dek)
  wipe(again.value.dek)
  return same ? ok(null) : err(refusal('verify-failed'))
}

function storedKeys(folder: string): Result<Uint8Array, Refusal> {
  if (!vaultExists(folder)) return err(refusal('vault-absent'))
  const bytes = readKeyFile(folder)
  return bytes === null ? err(keyRefusal('vault-damaged')) : ok(bytes)
}

export function keyRefusal(fault: KeyFileFault, facts: Refusal['facts'] = {}): Refusal {
  return refusal(fault, fault === 'vault-damaged' ? { file: 'vault.key' } : facts)
}

function writing(work: () => Result<null, Refusal>): Result<null, Refusal> {
  try {
    return work()
  } catch (error) {
    if (isFullDisk(error)) return err(refusal('disk-full'))
    if (isFileFault(error)) return err(refusal('write-failed', { fault: error.code }))
    throw error
  }
}
