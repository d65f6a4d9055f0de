import { err } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { Handler } from './context.ts'
import { mayAuthorHere } from './dossierPermission.ts'
import { findProcedure, hasEnded, say } from './silenceProcedure.ts'

/** Any person of the delegation may take back what another of it said; nothing is inferred from a later answer. */
export const silenceWithdrawAnswer: Handler<'silence.withdrawAnswer'> = async ({ answer, dossier, procedure, remark }, session) => {
  const found = findProcedure(session, dossier, procedure)
  if (!found.ok) return found
  const { folded, silence } = found.value
  if (!mayAuthorHere(session, folded, 'silence.answerWithdrawn')) return err(refusal('role-not-allowed'))
  if (hasEnded(silence)) return err(refusal('procedure-ended'))
  const given = silence.responses.find((one) => one.event === answer)
  if (!given) return err(refusal('answer-unknown'))
  if (given.delegation !== session.me.delegation) return err(refusal('answer-of-another', { delegation: given.delegation }))
  if (given.withdrawn !== null) return err(refusal('answer-withdrawn'))
  return say(session, folded, 'silence.answerWithdrawn', { procedure, answer, remark })
}
