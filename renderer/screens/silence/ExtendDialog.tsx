import { useState } from 'react'
import type { DossierId } from '../../../shared/base/identifiers.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import { DeadlineFields } from './DeadlineFields.tsx'
import type { SilenceView } from './Silence.tsx'

export function ExtendDialog({ dossier, view, onClose }: { dossier: DossierId; view: SilenceView; onClose: () => void }) {
  const { wallTime, zone } = view.silence.deadline
  const [deadline, setDeadline] = useState({ wallTime, zone })
  const [reason, setReason] = useState('')
  const task = useTask()
  const extend = () => void task.run(() => ask('silence.extend', { dossier, procedure: view.silence.procedure, ...deadline, reason }), onClose)
  return (
    <Dialog form open onClose={onClose} title={words.silence.extendTitle} action={<Button kind="primary" onPress={extend} running={task.running} cannot={deadline.wallTime <= wallTime ? words.silence.later : null}>{words.silence.extend}</Button>}>
      <p>{words.silence.extendFollows}</p>
      <DeadlineFields value={deadline} onChange={setDeadline} />
      <Field label={words.silence.why} value={reason} onChange={setReason} lines="many" maxLength={2000} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
