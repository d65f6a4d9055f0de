import type { Handler } from './context.ts'
import { authorInDossier } from './dossierPermission.ts'

export const dossierContribute: Handler<'dossier.contribute'> = async ({ dossier, ...said }, session) => authorInDossier(session, dossier, 'contribution.added', said)
