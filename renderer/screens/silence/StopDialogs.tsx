/** Stopping a procedure for a while, and for good. */
import { useState } from 'react'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import type { DialogProps } from './SilenceActs.tsx'

export function SuspendDialog({ dossier, view, onClose }: DialogProps) {
  const [reason, setReason] = useState('')
  const task = useTask()
  const suspend = () => void task.run(() => ask('silence.suspend', { dossier, procedure: view.silence.procedure, reason }), onClose)
  return (
    <Dialog form open onClose={onClose} title={words.silence.suspendTitle} action={<Button kind="primary" onPress={suspend} running={task.running}>{words.silence.suspend}</Button>}>
      <p>{words.silence.suspendFollows}</p>
      <Field label={words.silence.why} value={reason} onChange={setReason} lines="many" maxLength={2000} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}

export function WithdrawDialog({ dossier, view, onClose }: Pick<DialogProps, 'dossier' | 'onClose'> & { view: { readonly silence: { readonly procedure: DialogProps['view']['silence']['procedure'] } } }) {
  const [reason, setReason] = useState('')
  const task = useTask()
  const withdraw = () => void task.run(() => ask('silence.withdraw', { dossier, procedure: view.silence.procedure, reason }), onClose)
  return (
    <Dialog open onClose={onClose} title={words.silence.withdrawTitle} action={<Button kind="grave" onPress={withdraw} running={task.running}>{words.silence.withdraw}</Button>}>
      <p>{words.silence.withdrawFollows}</p>
      <Field label={words.silence.why} value={reason} onChange={setReason} lines="many" maxLength={2000} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
