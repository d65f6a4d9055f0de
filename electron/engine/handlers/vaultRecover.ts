import { err } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { passphraseStrength } from '../passphraseStrength.ts'
import type { HolderHandler } from './context.ts'
import { withSecret } from './keyFileGrant.ts'

/** A key file that was lost is left behind with the passphrase; another may take its place. */
export const vaultRecover: HolderHandler<'vault.recover'> = async ({ code, newPassphrase, newKeyFile = null }, context, vault) => {
  if (vault.state() === 'open') return err(refusal('vault-busy'))
  if ((await passphraseStrength(newPassphrase, [])).level === 'weak') return err(refusal('passphrase-weak'))
  return withSecret({ passphrase: newPassphrase, keyFile: newKeyFile }, context, (next) => vault.recover(code, next))
}
