/** What opens the vault, changed by whoever knows it while the vault is open: each change is tried on the current secret, and has its line in the register. */
import { ok, type Result } from '../../shared/base/result.ts'
import type { Refusal } from '../../shared/ipc/refusal.ts'
import type { VaultSession } from './handlers/context.ts'
import { wipe, type OpenedKeyFile, type VaultSecret } from './keys/index.ts'
import { openKeys, setPassphrase, setRecoveryCode, settlePassphrase, takeRecoveryCode, viewKeys, type KeyOptions } from './vaultKeys.ts'

/** In two steps, so that at every moment one that the person knows opens the vault. */
export function changePassphrase(options: KeyOptions, session: VaultSession, current: VaultSecret, next: VaultSecret): Result<null, Refusal> {
  return withKeys(options, current, (opened) => {
    const set = setPassphrase(options, opened, next)
    if (!set.ok) return set
    // In the register before the old one stops working: what cannot be recorded leaves both.
    session.transaction(() => session.record('vault.passphraseChanged', costWords(options), 'done', null))
    settlePassphrase(options)
    return ok(null)
  })
}

export function changeRecoveryCode(options: KeyOptions, session: VaultSession, current: VaultSecret, next: VaultSecret): Result<null, Refusal> {
  return withKeys(options, current, (opened) => {
    const set = setRecoveryCode(options, opened.dek, next)
    if (set.ok) session.transaction(() => session.record('vault.recoveryCodeSet', '', 'done', null))
    return set
  })
}

export function removeRecoveryCode(options: KeyOptions, session: VaultSession, current: VaultSecret): Result<null, Refusal> {
  return withKeys(options, current, (opened) => {
    const removed = takeRecoveryCode(options, opened.dek, current)
    if (removed.ok) session.transaction(() => session.record('vault.recoveryCodeRemoved', '', 'done', null))
    return removed
  })
}

/** Hands the data key to `work`, and wipes it. */
export function withKeys<T>(options: KeyOptions, secret: VaultSecret, work: (opened: OpenedKeyFile) => Result<T, Refusal>): Result<T, Refusal> {
  const opened = openKeys(options, secret)
  if (!opened.ok) return opened
  try {
    return work(opened.value)
  } finally {
    wipe(opened.value.dek)
  }
}

/** For the register: what a guess at the passphrase costs from now on. */
function costWords(options: KeyOptions): string {
  const keys = viewKeys(options)
  return keys.ok ? `Argon2id, ${keys.value.cost.passes} passes, ${keys.value.cost.memoryKib / 1024} MiB` : ''
}
