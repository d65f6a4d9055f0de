import { ok } from '../../../shared/base/result.ts'
import type { VaultHandler } from './context.ts'
import { framesOf } from './opticalFrames.ts'

export const opticalShow: VaultHandler<'optical.show'> = async ({ source }, session, context) => {
  const shown = await framesOf(source, context)
  if (!shown.ok) return shown
  const { fileName, fountain: { blocks, hash, sizeBytes }, frames } = shown.value
  session.record('optical.shown', fileName, 'done', null, { details: [['bundle', hash]] })
  return ok({ fileName, sizeBytes, hash, blocks, frames })
}
