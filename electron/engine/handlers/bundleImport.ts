import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { admitBundles, type AdmittedBundles, type Outcome } from './bundleAdmit.ts'
import type { CheckedBundle } from './bundleCheck.ts'
import type { HandlerContext, VaultHandler, VaultSession } from './context.ts'

export const bundleImport: VaultHandler<'bundle.import'> = async ({ preview }, session, context) => {
  const bundle = session.previews.get(preview)
  if (bundle === null) return err(refusal('preview-gone'))
  const { outcomes: [outcome], place } = await importBundles([bundle], session, context)
  await session.previews.drop(preview)
  if (outcome === undefined) throw new Error('every bundle has an outcome')
  if ('refused' in outcome) return err(outcome.refused)
  if ('known' in outcome) return ok({ admitted: 0, alreadyHere: outcome.known, completed: 0, waiting: 0, attachments: 0, receipt: null, import: null })
  const { admitted, alreadyHere, completed, contents, receipt, waiting } = outcome
  return ok({ admitted, alreadyHere, completed, waiting, attachments: contents, receipt, import: place })
}

export const bundleImportAll: VaultHandler<'bundle.importAll'> = async ({ previews }, session, context) => {
  const bundles = previews.flatMap((preview) => session.previews.get(preview) ?? [])
  if (bundles.length === 0) return err(refusal('preview-gone'))
  const before = waitingCount(bundles, session)
  const { outcomes, place } = await importBundles(bundles, session, context)
  for (const preview of previews) await session.previews.drop(preview)
  for (const outcome of outcomes) if ('refused' in outcome) session.record('bundle.import', outcome.bundle.fileName, 'refused', outcome.refused.code, { stage: outcome.refused.stage })
  const files = outcomes.map(fileOf)
  return ok({ files, admitted: files.reduce((sum, file) => sum + file.admitted, 0), waiting: Math.max(0, waitingCount(bundles, session) - before), import: place })
}

function waitingCount(bundles: readonly CheckedBundle[], { store }: VaultSession): number {
  return [...new Set(bundles.map((bundle) => bundle.circle.circle))].reduce((sum, circle) => sum + store.waiting.of(circle).length, 0)
}

function fileOf(outcome: Outcome): Output<'bundle.importAll'>['files'][number] {
  const nothing = { fileName: outcome.bundle.fileName, admitted: 0, alreadyHere: 0, completed: 0, waiting: 0, attachments: 0, alreadyImported: false, refused: null }
  if ('refused' in outcome) return { ...nothing, refused: outcome.refused }
  if ('known' in outcome) return { ...nothing, alreadyHere: outcome.known, alreadyImported: true }
  const { admitted, alreadyHere, completed, contents, waiting } = outcome
  return { ...nothing, admitted, alreadyHere, completed, waiting, attachments: contents }
}

/** All in one transaction. Contents change hands once it stands. */
export async function importBundles(bundles: readonly CheckedBundle[], session: VaultSession, context: HandlerContext): Promise<AdmittedBundles> {
  const admitted = session.transaction(() => admitBundles(bundles, session, context))
  for (const [bundle, content] of admitted.adopted) bundle.staging.adopt(content)
  return admitted
}
