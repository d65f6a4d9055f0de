/** What the person at this machine may do in a dossier: the same rules by which everybody's fold judges the event afterwards. */
import { entryAt, type CircleState, type RosterEntry } from '../../../shared/circle/roster.ts'
import type { DossierEventBody, DossierEventType } from '../../../shared/dossier/events.ts'
import { mayAuthor } from '../../../shared/dossier/permissions.ts'
import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import type { CborValue } from '../../../shared/base/cbor.ts'
import type { FoldedDossier, Session } from './context.ts'

/** My place in the roster as it stands; null for somebody who has none, or none any more. */
export function myEntry(session: Session, circle: CircleState): RosterEntry | null {
  return entryAt(circle, session.installationIn(circle.circle), circle.epoch)
}

export function mayAuthorHere(session: Session, { circle, state }: FoldedDossier, type: DossierEventType): boolean {
  const entry = myEntry(session, circle)
  return entry !== null && mayAuthor(type, entry, { opener: state.opened.author, delegations: state.distribution })
}

/** Signs one event into a dossier that is here, if my role allows it. */
export function authorInDossier<T extends DossierEventType>(
  session: Session, dossier: DossierId, type: T, body: DossierEventBody<T> & CborValue,
): Result<{ event: EventId }, Refusal> {
  const folded = session.dossier(dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  if (!mayAuthorHere(session, folded, type)) return err(refusal('role-not-allowed'))
  return ok({ event: session.author({ circle: folded.circle.circle, dossier }, type, body) })
}
