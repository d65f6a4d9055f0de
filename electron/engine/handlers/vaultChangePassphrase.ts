import { err } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { passphraseSecret, type VaultSecret } from '../keys/index.ts'
import { passphraseStrength } from '../passphraseStrength.ts'
import type { HolderHandler } from './context.ts'
import { withSecret } from './keyFileGrant.ts'
import { vaultKeys } from './vaultKeys.ts'

export const vaultChangePassphrase: HolderHandler<'vault.changePassphrase'> = async (input, context, vault) => {
  const { passphrase, keyFile = null, newPassphrase, newKeyFile } = input
  if ((await passphraseStrength(newPassphrase, [vault.session()?.me.name ?? ''])).level === 'weak') return err(refusal('passphrase-weak'))
  const changed = await withSecret({ passphrase, keyFile }, context, (current) => {
    if (newKeyFile.kind === 'keep') return vault.changePassphrase(current, withWords(current, newPassphrase))
    const next = { passphrase: newPassphrase, keyFile: newKeyFile.kind === 'none' ? null : newKeyFile.source }
    return withSecret(next, context, (secret) => vault.changePassphrase(current, secret))
  })
  return changed.ok ? vaultKeys({}, context, vault) : changed
}

/** Other words with the same key file, if any. */
function withWords(secret: VaultSecret, passphrase: string): VaultSecret {
  return passphraseSecret(passphrase, secret.kind === 'passphrase' ? secret.keyFileHash : null)
}
