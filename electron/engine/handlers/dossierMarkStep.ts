import { err } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { Handler } from './context.ts'
import { authorInDossier } from './dossierPermission.ts'

/** Whoever reopens a step says why: 10289/23, section 5, step 9. */
export const dossierMarkStep: Handler<'dossier.markStep'> = async ({ dossier, ...said }, session) => (
  said.state === 'reopened' && said.note.trim() === '' ? err(refusal('reason-needed')) : authorInDossier(session, dossier, 'step.marked', said)
)
