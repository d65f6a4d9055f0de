import { useForm } from '../../app/useForm.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import { DeadlineFields, useReading } from './DeadlineFields.tsx'
import type { DialogProps } from './SilenceActs.tsx'

/** A later deadline, for a procedure that runs or for one that is suspended: never an earlier one. */
export function ExtendDialog({ dossier, view, onClose, act }: DialogProps & { act: 'extend' | 'resume' }) {
  const { wallTime, zone, utcMs } = view.silence.deadline
  const form = useForm(`silence-${act}/${view.silence.procedure}`, { wallTime, zone, reason: '' })
  const { value: { reason }, change } = form
  const deadline = { wallTime: form.value.wallTime, zone: form.value.zone }
  const done = (): void => { form.finish(); onClose() }
  const read = useReading(deadline)
  const task = useTask()
  const input = { dossier, procedure: view.silence.procedure, ...deadline, reason }
  const set = () => void task.run(() => (act === 'extend' ? ask('silence.extend', input) : ask('silence.resume', input)), done)
  const later = read?.deadline != null && (act === 'extend' ? read.deadline.utcMs > utcMs : read.deadline.utcMs >= utcMs)
  const verb = act === 'extend' ? words.silence.extend : words.silence.resume
  return (
    <Dialog form open onClose={done} title={act === 'extend' ? words.silence.extendTitle : words.silence.resumeTitle} action={<Button kind="primary" onPress={set} running={task.running} cannot={later ? null : words.silence.later}>{verb}</Button>}>
      <KeptBefore form={form} />
      <p>{words.silence.extendFollows}</p>
      <DeadlineFields value={deadline} onChange={change} />
      <Field label={words.silence.why} value={reason} onChange={(said) => change({ reason: said })} lines="many" maxLength={2000} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
