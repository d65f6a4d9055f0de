import { err } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { passphraseStrength } from '../passphraseStrength.ts'
import type { HolderHandler } from './context.ts'
import { withSecret } from './keyFileGrant.ts'

/** Makes the vault and leaves it open. */
export const vaultCreate: HolderHandler<'vault.create'> = async (input, context, vault) => {
  const { name, delegation, passphrase, acknowledged, recoveryCode = null, keyFile = null } = input
  if (vault.state() !== 'absent') return err(refusal('vault-exists'))
  if (!acknowledged) return err(refusal('not-acknowledged'))
  if ((await passphraseStrength(passphrase, [name])).level === 'weak') return err(refusal('passphrase-weak'))
  return withSecret({ passphrase, keyFile }, context, (secret) => vault.create({ name, delegation }, { secret, recoveryCode }))
}
