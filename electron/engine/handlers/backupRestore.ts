import { err } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { passphraseStrength } from '../passphraseStrength.ts'
import type { HolderHandler } from './context.ts'
import { withSecret } from './keyFileGrant.ts'

const MISTYPED: readonly string[] = ['passphrase-wrong', 'recovery-code-wrong', 'recovery-code-absent', 'recovery-code-mistyped', 'key-file-needed', 'attempt-too-soon']

/** An open vault is locked first: nobody loses what is on the screen to a backup. */
export const backupRestore: HolderHandler<'backup.restore'> = async ({ source, passphrase, keyFile = null, recoveryCode, replace }, context, vault) => {
  if (vault.state() === 'open') return err(refusal('vault-busy'))
  if (vault.state() === 'locked' && !replace) return err(refusal('vault-exists'))
  if (recoveryCode !== undefined && (await passphraseStrength(passphrase, [])).level === 'weak') return err(refusal('passphrase-weak', { again: source }))
  const path = context.files.redeem(source)
  if (path === null) return err(refusal('file-missing'))
  const restored = await withSecret({ passphrase, keyFile }, context, (secret) => (
    vault.restore(path, recoveryCode === undefined ? { secret } : { code: recoveryCode, next: secret }, { replace, signal: context.signal, progress: context.progress })
  ))
  if (restored.ok || !MISTYPED.includes(restored.error.code)) return restored
  // Nobody should have to find the file again because of a slip of the finger.
  return err({ ...restored.error, facts: { ...restored.error.facts, again: context.files.issue('source', path) } })
}
