import { ok } from '../../../shared/base/result.ts'
import type { HolderHandler } from './context.ts'
import { withSecret } from './keyFileGrant.ts'

/** An open vault stays open, whatever the passphrase: there is nothing left to protect from the caller. */
export const vaultUnlock: HolderHandler<'vault.unlock'> = async ({ passphrase, keyFile = null }, context, vault) => {
  const open = vault.session()
  if (open !== null) return ok(open.me)
  return withSecret({ passphrase, keyFile }, context, (secret) => vault.unlock(secret))
}
