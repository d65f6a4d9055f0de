import { passphraseSecret } from '../keys/index.ts'
import type { HolderHandler } from './context.ts'
import { keyFileHashOf } from './keyFileGrant.ts'
import { vaultKeys } from './vaultKeys.ts'

/** Asks for the passphrase again: a code made at a desk that was left open would open the vault for ever. */
export const vaultSetRecoveryCode: HolderHandler<'vault.setRecoveryCode'> = async ({ code, passphrase, keyFile = null }, context, vault) => {
  const keyFileHash = await keyFileHashOf(keyFile, context)
  if (!keyFileHash.ok) return keyFileHash
  const set = vault.setRecoveryCode(passphraseSecret(passphrase, keyFileHash.value), code)
  return set.ok ? vaultKeys({}, context, vault) : set
}
