import { err } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { passphraseSecret } from '../keys/index.ts'
import { passphraseStrength } from '../passphraseStrength.ts'
import type { HolderHandler } from './context.ts'
import { keyFileHashOf } from './keyFileGrant.ts'
import { vaultKeys } from './vaultKeys.ts'

export const vaultChangePassphrase: HolderHandler<'vault.changePassphrase'> = async (input, context, vault) => {
  const { passphrase, keyFile = null, newPassphrase, newKeyFile } = input
  if ((await passphraseStrength(newPassphrase, [vault.session()?.me.name ?? ''])).level === 'weak') return err(refusal('passphrase-weak'))
  const before = await keyFileHashOf(keyFile, context)
  if (!before.ok) return before
  const after = newKeyFile.kind === 'keep' ? before : await keyFileHashOf(newKeyFile.kind === 'none' ? null : newKeyFile.source, context)
  if (!after.ok) return after
  const changed = vault.changePassphrase(passphraseSecret(passphrase, before.value), passphraseSecret(newPassphrase, after.value))
  return changed.ok ? vaultKeys({}, context, vault) : changed
}
