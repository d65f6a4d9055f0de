import { ok } from '../../../shared/base/result.ts'
import type { VaultHandler } from './context.ts'

export const bundleDiscard: VaultHandler<'bundle.discard'> = async ({ preview }, session) => {
  const bundle = session.previews.get(preview)
  if (bundle) session.record('bundle.discarded', bundle.fileName, 'done', null, { marking: bundle.opened.marking, details: [['bundle', bundle.hash]] })
  await session.previews.drop(preview)
  return ok({})
}
