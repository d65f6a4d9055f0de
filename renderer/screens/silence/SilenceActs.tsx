/** What the person may do with a procedure at this stage; what comes later says from when. The rarer acts stand under one button. */
import { useState, type ReactNode } from 'react'
import type { DossierId } from '../../../shared/base/identifiers.ts'
import { phaseAt } from '../../../shared/silence/phase.ts'
import { useHouse } from '../../app/house.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Pick } from '../../components/Pick.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask, chooseFolder } from '../../engineClient.ts'
import { clockOrMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import { CalendarDialog } from './CalendarDialog.tsx'
import { CloseDialog } from './CloseDialog.tsx'
import { ExtendDialog } from './ExtendDialog.tsx'
import { ForwardDialog } from './ForwardDialog.tsx'
import { RespondDialog } from './RespondDialog.tsx'
import { ServedDialog } from './ServedDialog.tsx'
import type { SilenceView } from './Silence.tsx'
import { SuspendDialog, WithdrawDialog } from './StopDialogs.tsx'
import { UseDialog } from './UseDialog.tsx'
import { WithdrawAnswerDialog } from './WithdrawAnswerDialog.tsx'

const DIALOGS = ['respond', 'withdrawAnswer', 'extend', 'suspend', 'resume', 'withdraw', 'served', 'use', 'close', 'forward', 'calendar'] as const
export type SilenceDialog = (typeof DIALOGS)[number]

export function SilenceActs({ dossier, view, now }: { dossier: DossierId; view: SilenceView; now: number }) {
  const { go } = useHouse()
  const { silence } = view
  const [dialog, setDialog] = useState<SilenceDialog | null>(null)
  const [written, setWritten] = useState<string | null>(null)
  const task = useTask()
  const open = silence.intakeClosed === null && silence.withdrawn === null
  const ref = { dossier, procedure: silence.procedure }
  const certify = () => void task.run(() => ask('silence.certify', ref))
  const print = () => void task.run(async () => {
    const folder = await chooseFolder()
    return folder === null ? null : ask('silence.print', { ...ref, format: 'pdf', target: folder.grant })
  }, (file) => setWritten(file.fileName))
  const rare = rareActs(view, now)
  const pick = (id: string): void => {
    if (id === 'print') print()
    else setDialog(DIALOGS.find((one) => one === id) ?? null)
  }
  const suspended = phaseAt(silence, now) === 'suspended'
  const over = (silence.deadline.utcMs <= now || silence.outcome.broken) && !suspended
  const closeIsNext = view.iAmSetter && open && over
  const resumeIsNext = view.iAmSetter && open && suspended
  const waits = suspended ? words.silence.resumeFirst : words.silence.from(clockOrMoment(silence.deadline.utcMs, now))
  return (
    <>
      <Button onPress={() => go({ at: 'text', dossier, text: silence.text })}>{words.silence.readText}</Button>
      <Pick label={words.silence.more} shown={words.silence.more} options={rare} onPick={pick} />
      {open && <Button kind={closeIsNext || resumeIsNext ? 'plain' : 'primary'} onPress={() => setDialog('respond')}>{view.iAnswered ? words.silence.respondAgain : words.silence.respond}</Button>}
      {resumeIsNext && <Button kind="primary" onPress={() => setDialog('resume')}>{words.silence.resume}</Button>}
      {view.iAmSetter && open && <Button kind={closeIsNext ? 'primary' : 'plain'} onPress={() => setDialog('close')} cannot={over ? null : waits}>{words.silence.close}</Button>}
      {view.iAmSetter && silence.phase === 'closed' && <Button kind="primary" onPress={certify} running={task.running}>{words.silence.certify}</Button>}
      {silence.certified !== null && <Button kind="primary" onPress={() => go({ at: 'certificate', ...ref })}>{words.silence.readCertificate}</Button>}
      {written !== null && <Notice kind="done"><strong>{words.silence.written}</strong> {written}</Notice>}
      <Refused refusal={task.refused} />
      {dialog !== null && dialogOf(dialog, { dossier, view, onClose: () => setDialog(null) })}
    </>
  )
}

function rareActs(view: SilenceView, now: number): { id: SilenceDialog | 'print'; name: string }[] {
  const { silence } = view
  const phase = phaseAt(silence, now)
  const open = silence.intakeClosed === null && silence.withdrawn === null
  const suspended = silence.suspensions.some((one) => one.resumed === null)
  const runs = open && !suspended && silence.deadline.utcMs > now
  const may: readonly (readonly [SilenceDialog | 'print', boolean])[] = [
    ['extend', view.iAmSetter && runs], ['suspend', view.iAmSetter && runs], ['served', view.iAmSetter && open],
    ['withdrawAnswer', open && view.mine.length > 0], ['use', open], ['calendar', open && !suspended], ['forward', view.iAmSetter && silence.intakeClosed !== null && !silence.outcome.broken && silence.rules.after.length > 0],
    ['print', true], ['withdraw', view.iAmSetter && open && phase !== 'expired'],
  ]
  return may.filter(([, allowed]) => allowed).map(([id]) => ({ id, name: words.silence.acts[id] }))
}

export interface DialogProps {
  readonly dossier: DossierId
  readonly view: SilenceView
  readonly onClose: () => void
}

function dialogOf(dialog: SilenceDialog, props: DialogProps): ReactNode {
  switch (dialog) {
    case 'respond': return <RespondDialog {...props} />
    case 'withdrawAnswer': return <WithdrawAnswerDialog {...props} />
    case 'extend': return <ExtendDialog {...props} act="extend" />
    case 'resume': return <ExtendDialog {...props} act="resume" />
    case 'suspend': return <SuspendDialog {...props} />
    case 'withdraw': return <WithdrawDialog {...props} />
    case 'served': return <ServedDialog {...props} />
    case 'use': return <UseDialog dossier={props.dossier} procedure={props.view.silence.procedure} number={props.view.number} onClose={props.onClose} />
    case 'close': return <CloseDialog {...props} />
    case 'forward': return <ForwardDialog {...props} />
    case 'calendar': return <CalendarDialog {...props} />
  }
}
