import type { HolderHandler } from './context.ts'

/** An open vault stays open, whatever the passphrase: there is nothing left to protect from the caller. */
export const vaultUnlock: HolderHandler<'vault.unlock'> = async ({ passphrase }, _context, vault) => vault.unlock(passphrase)
