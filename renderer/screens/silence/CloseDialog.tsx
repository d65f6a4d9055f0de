import type { DossierId } from '../../../shared/base/identifiers.ts'
import { useForm } from '../../app/useForm.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Delegations } from '../../components/Delegation.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import type { SilenceView } from './Silence.tsx'

export function CloseDialog({ dossier, view, onClose }: { dossier: DossierId; view: SilenceView; onClose: () => void }) {
  const form = useForm(`silence-close/${view.silence.procedure}`, { note: '' })
  const { value: { note }, change } = form
  const done = (): void => { form.finish(); onClose() }
  const task = useTask()
  const close = () => void task.run(() => ask('silence.closeIntake', { dossier, procedure: view.silence.procedure, note }), done)
  return (
    <Dialog open onClose={done} title={words.silence.closeTitle} action={<Button kind="primary" onPress={close} running={task.running}>{words.silence.close}</Button>}>
      <KeptBefore form={form} />
      <p>{words.silence.closeFollows(view.silence.outcome.words)}</p>
      {view.silence.outcome.broken && <p>{words.silence.nextRevFollows}</p>}
      {view.missing.length > 0 && <Notice kind="warned"><strong>{words.silence.notConfirmed(view.missing.length)}</strong> <Delegations codes={view.missing} bare /> {words.silence.courier}</Notice>}
      <Field label={words.silence.closeNote} value={note} onChange={(said) => change({ note: said })} lines="many" help={words.silence.closeNoteHelp} maxLength={4000} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
