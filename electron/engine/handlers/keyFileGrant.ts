import type { FileGrant } from '../../../shared/ipc/files.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { hashKeyFile } from '../intake/hashKeyFile.ts'
import { newHashing, passphraseSecret, forgetSecret, type VaultSecret } from '../keys/index.ts'
import type { HandlerContext } from './context.ts'

/** What the person typed, with the key file that they chose; null where they chose none. It is lent for one use, and overwritten after it. */
export async function withSecret<T>(
  { passphrase, keyFile }: { readonly passphrase: string; readonly keyFile: FileGrant | null }, context: HandlerContext,
  use: (secret: VaultSecret) => Result<T, Refusal> | Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  const keyFileHash = await keyFileHashOf(keyFile, context)
  if (!keyFileHash.ok) return keyFileHash
  const secret = passphraseSecret(passphrase, keyFileHash.value)
  try {
    return await use(secret)
  } finally {
    forgetSecret(secret)
  }
}

async function keyFileHashOf(grant: FileGrant | null, context: HandlerContext): Promise<Result<Uint8Array | null, Refusal>> {
  if (grant === null) return ok(null)
  const path = context.files.redeem(grant)
  if (path === null) return err(refusal('file-missing'))
  const hash = await hashKeyFile(path, newHashing())
  return hash.ok ? hash : err(refusal(hash.error))
}
