import { err } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { isWeakPassphrase } from '../passphrase.ts'
import type { HolderHandler } from './context.ts'

/** Makes the vault and leaves it open. */
export const vaultCreate: HolderHandler<'vault.create'> = async ({ name, delegation, passphrase, acknowledged }, _context, vault) => {
  if (vault.state() !== 'absent') return err(refusal('vault-exists'))
  if (!acknowledged) return err(refusal('not-acknowledged'))
  if (isWeakPassphrase(passphrase)) return err(refusal('passphrase-weak'))
  return vault.create({ name, delegation }, passphrase)
}
