import { passphraseSecret } from '../keys/index.ts'
import type { HolderHandler } from './context.ts'
import { keyFileHashOf } from './keyFileGrant.ts'
import { vaultKeys } from './vaultKeys.ts'

/** Asks for the passphrase again: at a desk that was left open nobody takes away the way back in. */
export const vaultRemoveRecoveryCode: HolderHandler<'vault.removeRecoveryCode'> = async ({ passphrase, keyFile = null }, context, vault) => {
  const keyFileHash = await keyFileHashOf(keyFile, context)
  if (!keyFileHash.ok) return keyFileHash
  const removed = vault.removeRecoveryCode(passphraseSecret(passphrase, keyFileHash.value))
  return removed.ok ? vaultKeys({}, context, vault) : removed
}
