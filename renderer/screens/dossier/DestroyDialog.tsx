import type { DossierId } from '../../../shared/base/identifiers.ts'
import { useForm } from '../../app/useForm.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import type { Listed } from './Attachments.tsx'

export function DestroyDialog({ dossier, one, onClose }: { dossier: DossierId; one: Pick<Listed, 'event' | 'name'>; onClose: () => void }) {
  const form = useForm(`destroy/${one.event}`, { reason: '' })
  const { value: { reason }, change } = form
  const close = (): void => { form.finish(); onClose() }
  const task = useTask()
  const destroy = () => void task.run(() => ask('attachment.destroy', { dossier, attachment: one.event, reason }), close)
  return (
    <Dialog open onClose={close} title={words.attachment.destroyTitle(one.name)} action={<Button kind="grave" onPress={destroy} running={task.running}>{words.attachment.destroyVerb}</Button>}>
      <KeptBefore form={form} />
      <p>{words.attachment.destroyBody}</p>
      <Field label={words.attachment.reason} value={reason} onChange={(typed) => change({ reason: typed })} maxLength={2000} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
