/** Turning a REV and the suggestions on it into the next: a verdict for each, and every count adds up. */
import { useState } from 'react'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { documentNumber, revLabel } from '../../../shared/text/revision.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { Button } from '../../components/Button.tsx'
import { Await, Empty, Head, Pane } from '../../components/Screen.tsx'
import { words } from '../../messages/words.ts'
import { Bench } from './Bench.tsx'
import css from './consolidation.module.css'
import { IssueDialog } from './IssueDialog.tsx'
import { Progress } from './Progress.tsx'
import { SettledOutline } from './SettledOutline.tsx'
import { Stack } from './Stack.tsx'
import { keepVerdicts, stillOpen, tallyOf, verdictList, verdictsOf, type Settled, type Verdicts } from './verdicts.ts'

export type Received = Output<'text.consolidation'>

export function Consolidation({ dossier, text }: { dossier: DossierId; text: TextId }) {
  const answer = useAnswer('text.consolidation', { dossier, text })
  return <Await answer={answer}>{(received) => <ConsolidationHere key={received.revision.event} dossier={dossier} text={text} received={received} />}</Await>
}

function ConsolidationHere({ dossier, text, received }: { dossier: DossierId; text: TextId; received: Received }) {
  const { revision, groups } = received
  const { go, dossiers } = useHouse()
  const about = dossiers.find((one) => one.dossier === dossier)
  const [verdicts, setVerdicts] = useState<Verdicts>(() => verdictsOf(text, revision.rev))
  const [chosen, setChosen] = useState<string | null>(groups[0]?.letter ?? null)
  const [issuing, setIssuing] = useState(false)
  const tally = tallyOf(groups, verdicts, received.received)
  const open = stillOpen(tally)
  const number = documentNumber(revision.cover, revision.rev)
  const settle = (letters: readonly string[], settled: Settled | null) => setVerdicts((before) => {
    const next = new Map(before)
    for (const letter of letters) {
      if (settled === null) next.delete(letter)
      else next.set(letter, settled)
    }
    keepVerdicts(text, revision.rev, next)
    return next
  })
  useOnScreen({ marking: about?.marking ?? null, exercise: about?.exercise === true, left: number, right: words.consolidation.workingCopy })
  const next = revLabel(revision.rev + 1)
  return (
    <>
      <Head crumb={<><button type="button" onClick={() => go({ at: 'dossier', dossier })}>{about?.title ?? words.frame.sections.dossiers}</button> / <button type="button" onClick={() => go({ at: 'text', dossier, text })}>{number}</button></>}
        title={words.consolidation.title(revLabel(revision.rev), next)}
        does={<Button kind="primary" onPress={() => setIssuing(true)} cannot={groups.length === 0 ? words.consolidation.nothingToIssue : open > 0 ? words.consolidation.open(open) : null}>{words.consolidation.issue(next)}</Button>} />
      {groups.length === 0 ? <Pane label={words.consolidation.cards}><Empty>{words.consolidation.none}</Empty></Pane> : (
        <>
          <Progress groups={groups} verdicts={verdicts} tally={tally} />
          <div className={css.desk}>
            <SettledOutline received={received} verdicts={verdicts} chosen={chosen} onChoose={setChosen} />
            <Bench dossier={dossier} text={text} received={received} verdicts={verdictList(groups, verdicts)} chosen={groups.find((group) => group.letter === chosen) ?? null} tally={tally} />
            <Stack received={received} verdicts={verdicts} chosen={chosen} onChoose={setChosen} onSettle={settle} />
          </div>
        </>
      )}
      {issuing && <IssueDialog dossier={dossier} text={text} received={received} verdicts={verdictList(groups, verdicts)} tally={tally} onClose={() => setIssuing(false)} />}
    </>
  )
}
