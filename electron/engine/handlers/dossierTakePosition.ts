import type { Handler } from './context.ts'
import { authorInDossier } from './dossierPermission.ts'

export const dossierTakePosition: Handler<'dossier.takePosition'> = async ({ dossier, ...said }, session) => authorInDossier(session, dossier, 'position.taken', said)
