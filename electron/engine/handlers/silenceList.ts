import { ok } from '../../../shared/base/result.ts'
import type { VaultHandler } from './context.ts'
import { draftViews, silenceViews } from './silenceView.ts'

/** The nearest deadline comes first among those that still run; the others follow, the latest first. */
export const silenceList: VaultHandler<'silence.list'> = async (_input, session, context) => {
  const nowUtcMs = context.now()
  const silences = session.dossiers().flatMap((folded) => silenceViews(session, folded, nowUtcMs))
  const running = silences.filter(({ silence }) => silence.phase === 'running').toSorted((a, b) => a.silence.deadline.utcMs - b.silence.deadline.utcMs)
  const others = silences.filter(({ silence }) => silence.phase !== 'running').toSorted((a, b) => b.silence.deadline.utcMs - a.silence.deadline.utcMs)
  return ok({ silences: [...running, ...others], drafts: session.dossiers().flatMap((folded) => draftViews(session, folded)) })
}
