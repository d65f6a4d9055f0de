import { useState } from 'react'
import type { DossierId } from '../../../shared/base/identifiers.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import type { Listed } from './Attachments.tsx'

export function DestroyDialog({ dossier, one, onClose }: { dossier: DossierId; one: Listed; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const task = useTask()
  const destroy = () => void task.run(() => ask('attachment.destroy', { dossier, attachment: one.event, reason }), onClose)
  return (
    <Dialog open onClose={onClose} title={words.attachment.destroyTitle(one.name)} action={<Button kind="grave" onPress={destroy} running={task.running}>{words.attachment.destroyVerb}</Button>}>
      <p>{words.attachment.destroyBody}</p>
      <Field label={words.attachment.reason} value={reason} onChange={setReason} maxLength={2000} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
