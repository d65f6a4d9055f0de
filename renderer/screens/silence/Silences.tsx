import { useState } from 'react'
import type { Output } from '../../../shared/ipc/contract.ts'
import { highestOf } from '../../../shared/marking/highestOf.ts'
import { phaseAt } from '../../../shared/silence/phase.ts'
import { localZone } from '../../engineClient.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { useNow } from '../../app/useNow.ts'
import { Button } from '../../components/Button.tsx'
import { Await, Empty, Head, Pane, Section } from '../../components/Screen.tsx'
import { ExerciseTag } from '../../components/Tag.tsx'
import { TimeLeft } from '../../components/TimeLeft.tsx'
import { deadlineWords } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import css from '../desk/desk.module.css'
import { WithdrawDialog } from './StopDialogs.tsx'
import { UseDialog } from './UseDialog.tsx'

type View = Output<'silence.list'>['silences'][number]
type Draft = Output<'silence.list'>['drafts'][number]

export function Silences() {
  const { dossiers, go } = useHouse()
  const silences = useAnswer('silence.list', {})
  const now = useNow()
  useOnScreen({ marking: dossiers.length === 0 ? null : highestOf(dossiers.map((one) => one.marking)), exercise: dossiers.length > 0 && dossiers.every((one) => one.exercise), left: words.marking.highest, right: '' })
  return (
    <>
      <Head ruled title={words.frame.sections.silence} does={<><Button onPress={() => go({ at: 'silenceKinds' })}>{words.silence.kindsTitle}</Button><Button onPress={() => go({ at: 'certificateCheck' })}>{words.silence.checkVerb}</Button></>} />
      <Pane label={words.frame.sections.silence}>
        <Await answer={silences}>
          {({ silences: all, drafts }) => (
            <>
              {all.length === 0 && drafts.length === 0 && <Empty>{words.silence.none}</Empty>}
              {[...all].sort(byUrgency(now)).map((view) => <Item key={view.silence.procedure} view={view} now={now} />)}
              {drafts.length > 0 && <Section title={words.silence.draftsTitle}>{drafts.map((one) => <DraftItem key={one.draft.event} view={one} now={now} />)}</Section>}
            </>
          )}
        </Await>
      </Pane>
    </>
  )
}

/** Running ones first, the nearest deadline on top; then the ended, latest first. */
function byUrgency(now: number) {
  const running = (view: View) => phaseAt(view.silence, now) === 'running'
  return (a: View, b: View) => Number(running(b)) - Number(running(a)) || (running(a) ? a.silence.deadline.utcMs - b.silence.deadline.utcMs : b.silence.deadline.utcMs - a.silence.deadline.utcMs)
}

function Item({ view, now }: { view: View; now: number }) {
  const { go } = useHouse()
  const { silence, dossier } = view
  const phase = phaseAt(silence, now)
  return (
    <article className={css.item}>
      {phase === 'running' ? <TimeLeft openedUtcMs={silence.claimedAtUtcMs} deadlineUtcMs={silence.deadline.utcMs} now={now} /> : <p className={css.state}>{words.silence.phases[phase]}</p>}
      <div>
        <h2 className={css.what}>{words.silence.under(view.number, view.textTitle)} {view.exercise && <ExerciseTag />}</h2>
        <p className={css.second}>{[view.dossierTitle, ...(phase === 'suspended' ? [] : [(silence.deadline.utcMs > now ? words.silence.ends : words.silence.ended)(deadlineWords(silence.deadline.utcMs, now, localZone()))]), silence.outcome.words].join(' · ')}</p>
      </div>
      <Button onPress={() => go({ at: 'silence', dossier, procedure: silence.procedure })} label={words.silence.openNamed(view.number)}>{words.common.open}</Button>
    </article>
  )
}

/** Prepared, shown to all, and bound to nothing: its use can be agreed before it runs. */
function DraftItem({ view, now }: { view: Draft; now: number }) {
  const { go } = useHouse()
  const [dialog, setDialog] = useState<'use' | 'withdraw' | null>(null)
  const { draft, dossier } = view
  const agreed = draft.use.filter((one) => one.agrees).length
  return (
    <article className={css.item}>
      <p className={css.state}>{words.silence.draft}</p>
      <div>
        <h3 className={css.what}>{words.silence.under(view.number, view.textTitle)} {view.exercise && <ExerciseTag />}</h3>
        <p className={css.second}>{[words.said.quoted(draft.rules.name), words.silence.wouldEnd(deadlineWords(draft.deadline.utcMs, now, localZone())), words.silence.useCount(agreed, draft.use.length - agreed)].join(' · ')}</p>
      </div>
      <span>
        <Button small onPress={() => setDialog('use')}>{words.silence.acts.use}</Button>
        {view.iAmSetter && <> <Button small onPress={() => setDialog('withdraw')}>{words.silence.acts.withdraw}</Button> <Button small kind="primary" onPress={() => go({ at: 'silenceForm', dossier, text: draft.text, draft: draft.event })}>{words.silence.openVerb}</Button></>}
      </span>
      {dialog === 'use' && <UseDialog dossier={dossier} procedure={draft.event} number={view.number} onClose={() => setDialog(null)} />}
      {dialog === 'withdraw' && <WithdrawDialog dossier={dossier} view={{ silence: { procedure: draft.event } }} onClose={() => setDialog(null)} />}
    </article>
  )
}
