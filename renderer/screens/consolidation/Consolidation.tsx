/** Turning a REV and the suggestions on it into the next: a verdict for each, and every count adds up. */
import { useState } from 'react'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { documentNumber, revLabel } from '../../../shared/text/revision.ts'
import type { DraftPlace } from '../../app/drafts.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { useKeeping, useKeptDraft, type KeptDraft } from '../../app/useDraft.ts'
import { Button } from '../../components/Button.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Await, Empty, Head, Pane } from '../../components/Screen.tsx'
import { ask } from '../../engineClient.ts'
import { clockOrMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import { Bench } from './Bench.tsx'
import css from './consolidation.module.css'
import { IssueDialog } from './IssueDialog.tsx'
import { Progress } from './Progress.tsx'
import { SettledOutline } from './SettledOutline.tsx'
import { Stack } from './Stack.tsx'
import { useVerdicts } from './useVerdicts.ts'
import { settledFrom, stillOpen, tallyOf, verdictList, type Verdicts } from './verdicts.ts'

export type Received = Output<'text.consolidation'>

export function Consolidation({ dossier, text }: { dossier: DossierId; text: TextId }) {
  const answer = useAnswer('text.consolidation', { dossier, text })
  return <Await answer={answer}>{(received) => <ConsolidationOn key={received.revision.event} dossier={dossier} text={text} received={received} />}</Await>
}

interface On {
  readonly dossier: DossierId
  readonly text: TextId
  readonly received: Received
}

/** Nothing is shown before it is known what was settled and whether keys settle: of keys that are pressed one after another, the first must not be lost. */
function ConsolidationOn(on: On) {
  const kept = useKeptDraft({ dossier: on.dossier, text: on.text, rev: on.received.revision.rev, kind: 'verdicts' })
  const settings = useAnswer('settings.show', {})
  return <Await answer={kept}>{(before) => <Await answer={settings}>{({ consolidationKeys }) => <ConsolidationHere {...on} before={before} keys={consolidationKeys} />}</Await>}</Await>
}

function ConsolidationHere({ dossier, text, received, before, keys }: On & { before: KeptDraft<'verdicts'>; keys: boolean }) {
  const { revision, groups } = received
  const { go, dossiers } = useHouse()
  const about = dossiers.find((one) => one.dossier === dossier)
  const [place] = useState<DraftPlace>({ dossier, text, rev: revision.rev, kind: 'verdicts' })
  const [opened] = useState(() => ({ ...settledFrom(groups, before.content?.verdicts ?? []), keptAtUtcMs: before.keptAtUtcMs, writing: before.content?.writing ?? null }))
  const { verdicts, settle, undo, write } = useVerdicts(groups, place, opened)
  const unkept = useKeeping(place)
  const setKeys = (consolidationKeys: boolean) => void ask('settings.change', { settings: { consolidationKeys } })
  // Where one stopped: the first that has no verdict yet.
  const [chosen, setChosen] = useState<string | null>(() => (groups.find((group) => !opened.verdicts.has(group.letter)) ?? groups[0])?.letter ?? null)
  const [issuing, setIssuing] = useState(false)
  const tally = tallyOf(groups, verdicts, received.received)
  const open = stillOpen(tally)
  const number = documentNumber(revision.cover, revision.rev)
  useOnScreen({ marking: about?.marking ?? null, exercise: about?.exercise === true, left: number, right: words.consolidation.workingCopy })
  const next = revLabel(revision.rev + 1)
  return (
    <>
      <Head crumb={<><button type="button" onClick={() => go({ at: 'dossier', dossier })}>{about?.title ?? words.frame.sections.dossiers}</button> / <button type="button" onClick={() => go({ at: 'text', dossier, text })}>{number}</button></>}
        title={words.consolidation.title(revLabel(revision.rev), next)} meta={keptWords(opened, verdicts)}
        does={<Button kind="primary" onPress={() => setIssuing(true)} cannot={groups.length === 0 ? words.consolidation.nothingToIssue : open > 0 ? words.consolidation.open(open) : null}>{words.consolidation.issue(next)}</Button>} />
      {groups.length === 0 ? <Pane label={words.consolidation.cards}><Empty>{words.consolidation.none}</Empty></Pane> : (
        <>
          <Refused refusal={unkept} />
          <Progress groups={groups} verdicts={verdicts} tally={tally} />
          <div className={css.desk}>
            <SettledOutline received={received} verdicts={verdicts} chosen={chosen} onChoose={setChosen} />
            <Bench dossier={dossier} text={text} received={received} verdicts={verdictList(groups, verdicts)} chosen={groups.find((group) => group.letter === chosen) ?? null} tally={tally} keys={keys} onKeys={setKeys} />
            <Stack received={received} verdicts={verdicts} chosen={chosen} onChoose={setChosen} onSettle={settle} writing={opened.writing} onWriting={write} onUndo={undo} keys={keys} />
          </div>
        </>
      )}
      {issuing && <IssueDialog dossier={dossier} text={text} received={received} verdicts={verdictList(groups, verdicts)} tally={tally} onClose={() => setIssuing(false)} />}
    </>
  )
}

/** What was there as the screen opened, said until the last of it is reopened. */
function keptWords({ keptAtUtcMs, joined }: { keptAtUtcMs: number | null; joined: number }, verdicts: Verdicts): string | undefined {
  if (keptAtUtcMs === null || verdicts.size === 0) return undefined
  const kept = words.consolidation.keptFrom(clockOrMoment(keptAtUtcMs, Date.now()))
  return joined === 0 ? kept : `${kept} ${words.consolidation.joined(joined)}`
}
