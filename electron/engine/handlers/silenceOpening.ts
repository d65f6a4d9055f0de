/** What opening a procedure and drafting one have in common: the latest REV, its words, the kind, the deadline. */
import type { EventId } from '../../../shared/base/identifiers.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { DossierEventBody } from '../../../shared/dossier/events.ts'
import type { Revision, SilenceState } from '../../../shared/dossier/state.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { earliestDeadlineUtcMs } from '../../../shared/silence/deadline.ts'
import type { Deadline } from '../../../shared/silence/procedure.ts'
import type { Profile } from '../../../shared/silence/profile.ts'
import { canonicalText } from '../../../shared/text/canonical.ts'
import type { FoldedDossier, HandlerContext, Session } from './context.ts'
import { deadlineOf } from './silenceDeadline.ts'
import { silenceEnded } from './silenceFollowing.ts'
import { kindsIn } from './silenceKinds.ts'
import { iAmSetter } from './silenceProcedure.ts'

export interface Prepared {
  readonly folded: FoldedDossier
  readonly body: DossierEventBody<'silence.drafted'>
}

export function prepareOpening(input: Input<'silence.draft'>, session: Session, context: HandlerContext): Result<Prepared, Refusal> {
  const folded = session.dossier(input.dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  const profile = kindsIn(session, folded.circle).get(input.profile)
  if (!profile) return err(refusal('profile-unknown'))
  if (!iAmSetter(session, folded, profile)) return err(refusal('role-not-allowed', { role: profile.setterRoles.join(' or the ') }))
  const revision = latestRevision(folded, input)
  if (!revision.ok) return revision
  const { event, textHash, document } = revision.value
  // The certificate will vouch for this hash: it is taken from the words themselves, not from what somebody says of them.
  if (context.hash(canonicalText(document)) !== textHash) return err(refusal('verify-failed'))
  const before = folded.state.silences.filter((one) => one.text === input.text)
  if (before.some((one) => !silenceEnded(one))) return err(refusal('procedure-running'))
  const deadline = longEnough(input, profile, context.now())
  if (!deadline.ok) return deadline
  const { forwardTo, notice, text } = input
  return ok({ folded, body: { text, revision: event, textHash, profile: profile.id, deadline: deadline.value, forwardTo, notice, follows: takenUp(before) } })
}

/** The last procedure on the text, where it came to nothing and no other has taken it up. */
function takenUp(before: readonly SilenceState[]): EventId | null {
  const last = before.findLast((one) => one.followedBy === null)
  return last !== undefined && (last.outcome.broken || last.withdrawn !== null) ? last.procedure : null
}

function latestRevision({ state }: FoldedDossier, input: Input<'silence.draft'>): Result<Revision, Refusal> {
  const text = state.texts.find((one) => one.text === input.text)
  if (!text) return err(refusal('text-unknown'))
  const revision = text.revisions.find((one) => one.rev === input.rev)
  if (!revision) return err(refusal('revision-unknown'))
  return revision === text.revisions.at(-1) ? ok(revision) : err(refusal('not-latest-revision'))
}

function longEnough({ wallTime, zone }: Input<'silence.draft'>, profile: Profile, nowUtcMs: number): Result<Deadline, Refusal> {
  const deadline = deadlineOf(wallTime, zone, nowUtcMs)
  if (!deadline.ok) return deadline
  const tooShort = deadline.value.utcMs < earliestDeadlineUtcMs(profile, nowUtcMs)
  return tooShort ? err(refusal('deadline-too-short', { minimumHours: profile.minimumHours ?? 0 })) : deadline
}
