import { err } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { passphraseSecret } from '../keys/index.ts'
import type { HolderHandler } from './context.ts'
import { keyFileHashOf } from './keyFileGrant.ts'

const MISTYPED: readonly string[] = ['passphrase-wrong', 'key-file-needed', 'attempt-too-soon']

/** An open vault is locked first: nobody loses what is on the screen to a backup. */
export const backupRestore: HolderHandler<'backup.restore'> = async ({ source, passphrase, keyFile = null, replace }, context, vault) => {
  if (vault.state() === 'open') return err(refusal('vault-busy'))
  if (vault.state() === 'locked' && !replace) return err(refusal('vault-exists'))
  const path = context.files.redeem(source)
  if (path === null) return err(refusal('file-missing'))
  const keyFileHash = await keyFileHashOf(keyFile, context)
  if (!keyFileHash.ok) return keyFileHash
  const restored = await vault.restore(path, passphraseSecret(passphrase, keyFileHash.value), { replace, signal: context.signal, progress: context.progress })
  if (restored.ok || !MISTYPED.includes(restored.error.code)) return restored
  // Nobody should have to find the file again because of a slip of the finger.
  return err({ ...restored.error, facts: { ...restored.error.facts, again: context.files.issue('source', path) } })
}
