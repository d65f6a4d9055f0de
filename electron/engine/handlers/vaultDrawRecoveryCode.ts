import { ok } from '../../../shared/base/result.ts'
import type { HolderHandler } from './context.ts'

/** Opens nothing until it is given back to `vault.create` or `vault.setRecoveryCode`, which the person does once it is written down. */
export const vaultDrawRecoveryCode: HolderHandler<'vault.drawRecoveryCode'> = async (_input, _context, vault) => ok({ code: vault.drawRecoveryCode() })
