import { namedDossier } from '../../../shared/dossier/apart.ts'
import type { NamedBy } from '../../../shared/dossier/namedBy.ts'
import type { Entry } from '../../../shared/dossier/state.ts'
import type { FoldedDossier, Session } from './context.ts'
import { shownState } from './dossierApart.ts'

/**
 * Links and lessons that stand in other dossiers of the circle and name this one: what another circle says of it stays there. None of them
 * joins an exercise and a real case. Most dossiers name no other: only of those that name this one is it asked what is shown of them.
 */
export function namedBy(session: Session, { circle, state: { dossier } }: FoldedDossier): NamedBy[] {
  const names = ({ content, withdrawn }: Entry): boolean => withdrawn === null && namedDossier(content) === dossier
  return session.dossiers().filter((other) => other.circle.circle === circle.circle && other.state.dossier !== dossier && other.state.entries.some(names)).flatMap((other) => {
    const { dossier: from, distribution, entries, marking, reference, title } = shownState(session, other)
    return entries.filter(names).map((entry) => ({ dossier: from, reference, title, marking: entry.marking ?? marking, distribution, entry }))
  })
}
