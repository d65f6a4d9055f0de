import type { Handler } from './context.ts'
import { authorInDossier } from './dossierPermission.ts'

export const dossierMarkStep: Handler<'dossier.markStep'> = async ({ dossier, ...said }, session) => authorInDossier(session, dossier, 'step.marked', said)
