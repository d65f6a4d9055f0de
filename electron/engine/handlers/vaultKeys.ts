import { ok } from '../../../shared/base/result.ts'
import type { HolderHandler } from './context.ts'

/** Nothing of it is secret: it stands readable in the key file. */
export const vaultKeys: HolderHandler<'vault.keys'> = async (_input, _context, vault) => {
  const keys = vault.keys()
  if (!keys.ok) return keys
  const { needsKeyFile, hasRecoveryCode, cost } = keys.value
  return ok({ needsKeyFile, hasRecoveryCode, passes: cost.passes, memoryMib: cost.memoryKib / 1024 })
}
