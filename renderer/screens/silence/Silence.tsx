/** One procedure: who was served, who has spoken, what follows, and what the setter may do. */
import { useState } from 'react'
import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { phaseAt } from '../../../shared/silence/phase.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { useNow } from '../../app/useNow.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Delegation } from '../../components/Delegation.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Await, Head } from '../../components/Screen.tsx'
import { ask, chooseFolder } from '../../engineClient.ts'
import { clockTime, shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import { CloseDialog } from './CloseDialog.tsx'
import { ExtendDialog } from './ExtendDialog.tsx'
import { Matrix } from './Matrix.tsx'
import { Outcome } from './Outcome.tsx'
import { RespondDialog } from './RespondDialog.tsx'
import css from './silence.module.css'

export type SilenceView = Output<'silence.show'>

export function Silence({ dossier, procedure }: { dossier: DossierId; procedure: EventId }) {
  const shown = useAnswer('silence.show', { dossier, procedure })
  return <Await answer={shown}>{(view) => <SilenceHere dossier={dossier} view={view} />}</Await>
}

function SilenceHere({ dossier, view }: { dossier: DossierId; view: SilenceView }) {
  const { go, dossiers } = useHouse()
  const now = useNow()
  const about = dossiers.find((one) => one.dossier === dossier)
  const { silence } = view
  useOnScreen({ marking: about?.marking ?? null, exercise: view.exercise, left: words.silence.phases[phaseAt(silence, now)], right: view.number })
  return (
    <>
      <Head ruled crumb={<><button type="button" onClick={() => go({ at: 'silences' })}>{words.frame.sections.silence}</button> / <button type="button" onClick={() => go({ at: 'dossier', dossier })}>{view.dossierTitle}</button></>}
        title={words.silence.title(view.number)}
        meta={<><span>{words.silence.rule(silence.rules.name, silence.rules.rule)}</span><span>{words.silence.openedBy(shortMoment(silence.claimedAtUtcMs))} <Delegation code={silence.delegation} bare /></span></>}
        does={<Acts dossier={dossier} view={view} now={now} />} />
      <div className={css.silence}>
        <section className={css.matrix} aria-label={words.silence.matrix} tabIndex={0}>
          {silence.notice !== '' && <p className={css.notice}>{silence.notice}</p>}
          <Matrix view={view} />
        </section>
        <Outcome view={view} now={now} />
      </div>
    </>
  )
}

/** Only what can be done at this stage by this person; what comes later says from when. */
function Acts({ dossier, view, now }: { dossier: DossierId; view: SilenceView; now: number }) {
  const { go } = useHouse()
  const { silence } = view
  const [dialog, setDialog] = useState<'respond' | 'extend' | 'close' | null>(null)
  const [written, setWritten] = useState<string | null>(null)
  const task = useTask()
  const phase = phaseAt(silence, now)
  const open = silence.intakeClosed === null
  const over = silence.deadline.utcMs <= now
  const ref = { dossier, procedure: silence.procedure }
  const certify = () => void task.run(() => ask('silence.certify', ref))
  const write = () => void task.run(async () => {
    const folder = await chooseFolder()
    return folder === null ? null : ask('certificate.write', { ...ref, target: folder.grant })
  }, (file) => setWritten(file.fileName))
  const closeIsNext = view.iAmSetter && open && over
  return (
    <>
      <Button onPress={() => go({ at: 'text', dossier, text: silence.text })}>{words.silence.readText}</Button>
      {view.iAmSetter && open && !over && <Button onPress={() => setDialog('extend')}>{words.silence.extend}</Button>}
      {open && <Button kind={closeIsNext ? 'plain' : 'primary'} onPress={() => setDialog('respond')}>{view.iAnswered ? words.silence.respondAgain : words.silence.respond}</Button>}
      {view.iAmSetter && open && <Button kind={closeIsNext ? 'primary' : 'plain'} onPress={() => setDialog('close')} cannot={over ? null : words.silence.from(clockTime(silence.deadline.utcMs))}>{words.silence.close}</Button>}
      {view.iAmSetter && phase === 'closed' && silence.certified === null && <Button kind="primary" onPress={certify} running={task.running}>{words.silence.certify}</Button>}
      {silence.certified !== null && <Button kind="primary" onPress={write} running={task.running}>{words.silence.writeCertificate}</Button>}
      {written !== null && <Notice kind="done"><strong>{words.silence.certificateWritten}</strong> {written}</Notice>}
      <Refused refusal={task.refused} />
      {dialog === 'respond' && <RespondDialog dossier={dossier} view={view} onClose={() => setDialog(null)} />}
      {dialog === 'extend' && <ExtendDialog dossier={dossier} view={view} onClose={() => setDialog(null)} />}
      {dialog === 'close' && <CloseDialog dossier={dossier} view={view} onClose={() => setDialog(null)} />}
    </>
  )
}
