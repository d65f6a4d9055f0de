import type { Output } from '../../../shared/ipc/contract.ts'
import { namedDossier } from '../../../shared/dossier/apart.ts'
import type { DossierId } from '../../../shared/base/identifiers.ts'
import type { Session } from './context.ts'
import { shownState } from './dossierApart.ts'

/** Links and lessons that stand in other dossiers here and name this one. None of them joins an exercise and a real case. */
export function namedBy(session: Session, dossier: DossierId): Output<'dossier.show'>['namedBy'] {
  return session.dossiers().filter(({ state }) => state.dossier !== dossier).flatMap((other) => {
    const { entries, title, dossier: from } = shownState(session, other)
    return entries.filter(({ content, withdrawn }) => withdrawn === null && namedDossier(content) === dossier).map((entry) => ({ dossier: from, title, entry }))
  })
}
