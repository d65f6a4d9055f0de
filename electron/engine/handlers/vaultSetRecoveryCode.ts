import type { HolderHandler } from './context.ts'
import { withSecret } from './keyFileGrant.ts'
import { vaultKeys } from './vaultKeys.ts'

/** Asks for the passphrase again: a code made at a desk that was left open would open the vault for ever. */
export const vaultSetRecoveryCode: HolderHandler<'vault.setRecoveryCode'> = async ({ code, passphrase, keyFile = null }, context, vault) => {
  const set = await withSecret({ passphrase, keyFile }, context, (secret) => vault.setRecoveryCode(secret, code))
  return set.ok ? vaultKeys({}, context, vault) : set
}
