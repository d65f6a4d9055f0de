import type { HolderHandler } from './context.ts'
import { withSecret } from './keyFileGrant.ts'
import { vaultKeys } from './vaultKeys.ts'

/** Asks for the passphrase again: at a desk that was left open nobody takes away the way back in. */
export const vaultRemoveRecoveryCode: HolderHandler<'vault.removeRecoveryCode'> = async ({ passphrase, keyFile = null }, context, vault) => {
  const removed = await withSecret({ passphrase, keyFile }, context, (secret) => vault.removeRecoveryCode(secret))
  return removed.ok ? vaultKeys({}, context, vault) : removed
}
