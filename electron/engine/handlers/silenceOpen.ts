import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { Revision } from '../../../shared/dossier/state.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { earliestDeadlineUtcMs } from '../../../shared/silence/deadline.ts'
import type { Deadline } from '../../../shared/silence/procedure.ts'
import { PROFILES } from '../../../shared/silence/profiles.ts'
import { canonicalText } from '../../../shared/text/canonical.ts'
import type { FoldedDossier, Handler } from './context.ts'
import { deadlineOf } from './silenceDeadline.ts'
import { iAmSetter } from './silenceProcedure.ts'

export const silenceOpen: Handler<'silence.open'> = async (input, session, context) => {
  const folded = session.dossier(input.dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  if (!iAmSetter(session, folded, input.profile)) return err(refusal('role-not-allowed', { role: 'chair' }))
  const revision = latestRevision(folded, input)
  if (!revision.ok) return revision
  const { event, textHash, document } = revision.value
  // The certificate will vouch for this hash: it is taken from the words themselves, not from what somebody says of them.
  if (context.hash(canonicalText(document)) !== textHash) return err(refusal('verify-failed'))
  const deadline = longEnough(input, context.now())
  if (!deadline.ok) return deadline
  const { dossier, forwardTo, notice, profile, text } = input
  const body = { text, revision: event, textHash, profile, deadline: deadline.value, forwardTo, notice }
  return ok({ event: session.author({ circle: folded.circle.circle, dossier }, 'silence.opened', body) })
}

function latestRevision({ state }: FoldedDossier, input: Input<'silence.open'>): Result<Revision, Refusal> {
  const text = state.texts.find((one) => one.text === input.text)
  if (!text) return err(refusal('text-unknown'))
  const revision = text.revisions.find((one) => one.rev === input.rev)
  if (!revision) return err(refusal('revision-unknown'))
  return revision === text.revisions.at(-1) ? ok(revision) : err(refusal('not-latest-revision'))
}

function longEnough({ wallTime, zone, profile }: Input<'silence.open'>, nowUtcMs: number): Result<Deadline, Refusal> {
  const deadline = deadlineOf(wallTime, zone, nowUtcMs)
  if (!deadline.ok) return deadline
  const { minimumHours } = PROFILES[profile]
  const tooShort = deadline.value.utcMs < earliestDeadlineUtcMs(PROFILES[profile], nowUtcMs)
  return tooShort ? err(refusal('deadline-too-short', { minimumHours: minimumHours ?? 0 })) : deadline
}
