import { err } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { passphraseSecret } from '../keys/index.ts'
import type { HolderHandler } from './context.ts'
import { keyFileHashOf } from './keyFileGrant.ts'

/** An open vault is locked first: nobody loses what is on the screen to a backup. */
export const backupRestore: HolderHandler<'backup.restore'> = async ({ source, passphrase, keyFile = null, replace }, context, vault) => {
  if (vault.state() === 'open') return err(refusal('vault-busy'))
  if (vault.state() === 'locked' && !replace) return err(refusal('vault-exists'))
  const path = context.files.redeem(source)
  if (path === null) return err(refusal('file-missing'))
  const keyFileHash = await keyFileHashOf(keyFile, context)
  if (!keyFileHash.ok) return keyFileHash
  return vault.restore(path, passphraseSecret(passphrase, keyFileHash.value), { replace, signal: context.signal, progress: context.progress })
}
