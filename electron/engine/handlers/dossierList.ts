import { ok } from '../../../shared/base/result.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { phaseAt } from '../../../shared/silence/phase.ts'
import type { FoldedDossier, Handler } from './context.ts'

type Summary = Output<'dossier.list'>['dossiers'][number]

/** The dossier in which something was last said comes first. */
export const dossierList: Handler<'dossier.list'> = async (_input, session, context) => {
  const dossiers = session.dossiers().map((folded) => summaryOf(folded, context.now()))
  return ok({ dossiers: dossiers.toSorted((a, b) => b.lastEventUtcMs - a.lastEventUtcMs || (a.dossier < b.dossier ? -1 : 1)) })
}

function summaryOf({ circle, state }: FoldedDossier, nowUtcMs: number): Summary {
  const { dossier, exercise, kind, marking, opened, reference, silences, steps, texts, timeline, title } = state
  return {
    circle: circle.circle, circleName: circle.name, dossier, reference, title, kind, exercise, marking,
    openedAtUtcMs: opened.claimedAtUtcMs, texts: texts.length,
    runningSilences: silences.filter((silence) => phaseAt(silence, nowUtcMs) === 'running').length,
    steps: steps.map((step) => step.state),
    lastEventUtcMs: timeline.reduce((last, entry) => Math.max(last, entry.claimedAtUtcMs), opened.claimedAtUtcMs),
  }
}
