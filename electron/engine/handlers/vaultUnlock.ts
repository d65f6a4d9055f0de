import { ok } from '../../../shared/base/result.ts'
import { passphraseSecret } from '../keys/index.ts'
import type { HolderHandler } from './context.ts'
import { keyFileHashOf } from './keyFileGrant.ts'

/** An open vault stays open, whatever the passphrase: there is nothing left to protect from the caller. */
export const vaultUnlock: HolderHandler<'vault.unlock'> = async ({ passphrase, keyFile = null }, context, vault) => {
  const open = vault.session()
  if (open !== null) return ok(open.me)
  const keyFileHash = await keyFileHashOf(keyFile, context)
  return keyFileHash.ok ? vault.unlock(passphraseSecret(passphrase, keyFileHash.value)) : keyFileHash
}
