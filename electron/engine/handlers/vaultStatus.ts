import { ok } from '../../../shared/base/result.ts'
import type { HolderHandler } from './context.ts'

/** While the vault is closed, nothing of its owner is known: `me` is null. */
export const vaultStatus: HolderHandler<'vault.status'> = async (_input, _context, vault) =>
  ok({ state: vault.state(), me: vault.session()?.me ?? null, readOnly: vault.session()?.readOnly ?? null })
