/** Stopping a procedure for a while, and for good. */
import { useForm } from '../../app/useForm.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import type { DialogProps } from './SilenceActs.tsx'

export function SuspendDialog({ dossier, view, onClose }: DialogProps) {
  const form = useForm(`silence-suspend/${view.silence.procedure}`, { reason: '' })
  const { value: { reason }, change } = form
  const done = (): void => { form.finish(); onClose() }
  const task = useTask()
  const suspend = () => void task.run(() => ask('silence.suspend', { dossier, procedure: view.silence.procedure, reason }), done)
  return (
    <Dialog form open onClose={done} title={words.silence.suspendTitle} action={<Button kind="primary" onPress={suspend} running={task.running}>{words.silence.suspend}</Button>}>
      <KeptBefore form={form} />
      <p>{words.silence.suspendFollows}</p>
      <Field label={words.silence.why} value={reason} onChange={(said) => change({ reason: said })} lines="many" maxLength={2000} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}

export function WithdrawDialog({ dossier, view, onClose }: Pick<DialogProps, 'dossier' | 'onClose'> & { view: { readonly silence: { readonly procedure: DialogProps['view']['silence']['procedure'] } } }) {
  const form = useForm(`silence-withdraw/${view.silence.procedure}`, { reason: '' })
  const { value: { reason }, change } = form
  const done = (): void => { form.finish(); onClose() }
  const task = useTask()
  const withdraw = () => void task.run(() => ask('silence.withdraw', { dossier, procedure: view.silence.procedure, reason }), done)
  return (
    <Dialog open onClose={done} title={words.silence.withdrawTitle} action={<Button kind="grave" onPress={withdraw} running={task.running}>{words.silence.withdraw}</Button>}>
      <KeptBefore form={form} />
      <p>{words.silence.withdrawFollows}</p>
      <Field label={words.silence.why} value={reason} onChange={(said) => change({ reason: said })} lines="many" maxLength={2000} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
