import type { FileGrant } from '../../../shared/ipc/files.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { hashKeyFile } from '../intake/hashKeyFile.ts'
import { newHashing } from '../keys/index.ts'
import type { HandlerContext } from './context.ts'

/** The hash of the key file that the person chose; null where none was. */
export async function keyFileHashOf(grant: FileGrant | null, context: HandlerContext): Promise<Result<Uint8Array | null, Refusal>> {
  if (grant === null) return ok(null)
  const path = context.files.redeem(grant)
  if (path === null) return err(refusal('file-missing'))
  const hash = await hashKeyFile(path, newHashing())
  return hash.ok ? hash : err(refusal(hash.error))
}
