import type { Output } from '../../../shared/ipc/contract.ts'
import { namedDossier } from '../../../shared/dossier/apart.ts'
import type { DossierId } from '../../../shared/base/identifiers.ts'
import type { Entry } from '../../../shared/dossier/state.ts'
import type { Session } from './context.ts'
import { shownState } from './dossierApart.ts'

/**
 * Links and lessons that stand in other dossiers here and name this one. None of them joins an exercise and a real case. Most dossiers
 * name no other: only of those that name this one is it asked what is shown of them.
 */
export function namedBy(session: Session, dossier: DossierId): Output<'dossier.show'>['namedBy'] {
  const names = ({ content, withdrawn }: Entry): boolean => withdrawn === null && namedDossier(content) === dossier
  return session.dossiers().filter(({ state }) => state.dossier !== dossier && state.entries.some(names)).flatMap((other) => {
    const { entries, title, dossier: from } = shownState(session, other)
    return entries.filter(names).map((entry) => ({ dossier: from, title, entry }))
  })
}
