import type { DossierId } from '../../../shared/base/identifiers.ts'
import { useForm } from '../../app/useForm.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Tick } from '../../components/Choice.tsx'
import { Delegations } from '../../components/Delegation.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import type { SilenceView } from './Silence.tsx'
import { Uncounted } from './Uncounted.tsx'

export function CloseDialog({ dossier, view, onClose }: { dossier: DossierId; view: SilenceView; onClose: () => void }) {
  const form = useForm(`silence-close/${view.silence.procedure}`, { note: '', despite: false })
  const { value: { despite, note }, change } = form
  const done = (): void => { form.finish(); onClose() }
  const task = useTask()
  /** Of a silence that is broken already nothing more can be lost. */
  const over = view.uncounted.some((one) => one.mayBreak) && !view.silence.outcome.broken
  const cannot = !over ? null : !despite ? words.silence.closeDespiteFirst : note.trim() === '' ? words.silence.closeDespiteWhy : null
  const close = () => void task.run(() => ask('silence.closeIntake', { dossier, procedure: view.silence.procedure, note, despiteUncounted: over && despite }), done)
  return (
    <Dialog open onClose={done} title={words.silence.closeTitle} action={<Button kind="primary" onPress={close} running={task.running} cannot={cannot}>{words.silence.close}</Button>}>
      <KeptBefore form={form} />
      <p>{words.silence.closeFollows(view.silence.outcome.words)}</p>
      {view.silence.outcome.broken && <p>{words.silence.nextRevFollows}</p>}
      <Uncounted view={view} />
      {over && <Tick checked={despite} onChange={(on) => change({ despite: on })}>{words.silence.closeDespite}</Tick>}
      {view.missing.length > 0 && <Notice kind="warned"><strong>{words.silence.notConfirmed(view.missing.length)}</strong> <Delegations codes={view.missing} bare /> {words.silence.courier}</Notice>}
      <Field label={words.silence.closeNote} value={note} onChange={(said) => change({ note: said })} lines="many" help={words.silence.closeNoteHelp} maxLength={4000} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
