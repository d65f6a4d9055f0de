import type { DossierId } from '../../../shared/base/identifiers.ts'
import { err, ok } from '../../../shared/base/result.ts'
import { presentEntries, type RosterEntry } from '../../../shared/circle/roster.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { canBreak } from '../../../shared/silence/profile.ts'
import { acceptedLogs } from './acceptedLogs.ts'
import type { FoldedDossier, VaultHandler } from './context.ts'
import { dossierTitle } from './eventSubject.ts'
import { findStanding } from './rosterChange.ts'
import { hasEnded } from './silenceProcedure.ts'

type Unanswered = Output<'circle.consequences'>['unanswered']

export const circleConsequences: VaultHandler<'circle.consequences'> = async ({ circle, installation }, session) => {
  const state = session.circle(circle)
  if (state === null) return err(refusal('circle-unknown'))
  const found = findStanding(state, installation)
  if (!found.ok) return found
  const entry = found.value
  const dossiers = session.dossiers().filter((one) => one.circle.circle === circle)
  const colleagues = presentEntries(state).filter((one) => one.delegation === entry.delegation && one.installation !== installation)
  const title = (dossier: DossierId | null): string => dossierTitle(dossier, session.held)
  return ok({
    logs: acceptedLogs(state, installation, session).map(({ dossier, seq }) => ({ dossier, title: title(dossier), lastSeq: seq })),
    opened: dossiers.filter((one) => one.state.opened.author === installation).map(({ state: { dossier } }) => ({ dossier, title: title(dossier) })),
    unanswered: colleagues.length === 0 ? dossiers.flatMap((one) => unansweredIn(one, entry)) : [],
    colleagues: colleagues.map((one) => one.name),
  })
}

/** Procedures that it could still break, by their own kinds. */
function unansweredIn({ state }: FoldedDossier, { delegation, member }: RosterEntry): Unanswered {
  return state.silences
    .filter((one) => canBreak(one.rules, delegation, member) && !hasEnded(one) && !one.responses.some((response) => response.delegation === delegation))
    .map(({ procedure, text, rev }) => ({
      procedure, dossier: state.dossier,
      title: state.texts.find((one) => one.text === text)?.revisions.find((revision) => revision.rev === rev)?.title ?? state.title,
    }))
}
