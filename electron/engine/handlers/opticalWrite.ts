import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { chooseTarget, notedOrWithdrawn } from '../outgoing/target.ts'
import { writeFrames } from '../outgoing/writeFrames.ts'
import type { VaultHandler } from './context.ts'
import { framesOf } from './opticalFrames.ts'

export const opticalWrite: VaultHandler<'optical.write'> = async ({ source, target }, session, context) => {
  const shown = await framesOf(source, context)
  if (!shown.ok) return shown
  const path = context.files.redeem(target)
  if (path === null) return err(refusal('write-failed'))
  const { fileName, fountain, frames } = shown.value
  const written = await writeFrames(frames, await chooseTarget(path, frames.length), context.signal)
  if (!written.ok) return err(refusal(written.error))
  await notedOrWithdrawn(written.value.paths, () => session.record('optical.written', `${fileName}: ${frames.length} pictures`, 'done', null, { details: [['bundle', fountain.hash]] }))
  return ok({ blocks: fountain.blocks, files: [...written.value.written] })
}
