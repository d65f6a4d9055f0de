import { ok } from '../../../shared/base/result.ts'
import type { TextState } from '../../../shared/dossier/state.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { documentNumber } from '../../../shared/text/revision.ts'
import type { FoldedDossier, Handler, Session } from './context.ts'

export const textList: Handler<'text.list'> = async (_input, session) =>
  ok({ texts: session.dossiers().flatMap((folded) => folded.state.texts.flatMap((text) => summaryOf(folded, text, session))) })

function summaryOf({ state, circle }: FoldedDossier, text: TextState, session: Session): Output<'text.list'>['texts'] {
  const latest = text.revisions.at(-1)
  if (!latest) return []
  return [{
    circle: circle.circle, dossier: state.dossier, text: text.text, dossierTitle: state.title, title: latest.title,
    number: documentNumber(latest.cover, latest.rev), latestRev: latest.rev,
    suggestionsOnLatest: latest.suggestions.length,
    mySuggestionsOnLatest: latest.suggestions.filter((suggestion) => session.isMe(suggestion.author)).length,
    underSilence: state.silences.some((silence) => silence.text === text.text && silence.phase === 'running'),
    exercise: state.exercise,
  }]
}
