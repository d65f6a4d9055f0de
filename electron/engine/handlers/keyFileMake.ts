import { hex } from '../../../shared/base/bytes.ts'
import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { wipe } from '../keys/index.ts'
import { chooseTarget } from '../outgoing/target.ts'
import { writeKeyFile } from '../outgoing/writeKeyFile.ts'
import type { OpenHandler } from './context.ts'

/** The answer holds a grant for the new file, so that it can be used at once without being chosen again. */
export const keyFileMake: OpenHandler<'keyFile.make'> = async ({ target }, context) => {
  const path = context.files.redeem(target)
  if (path === null) return err(refusal('write-failed'))
  const place = await chooseTarget(path, 1)
  // The name says nothing of whose it is.
  const file = await place.place(`key-${hex(context.random(4))}.chkey`)
  const key = context.random(32)
  const written = await writeKeyFile(file, key)
  wipe(key)
  if (!written.ok) return err(refusal(written.error))
  return ok({ ...written.value, keyFile: context.files.issue('source', file) })
}
