import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import { useForm } from '../../app/useForm.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { ChooseInView } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'

/** Agreement to use the procedure is one fact, agreement to the text another. */
export function UseDialog({ dossier, procedure, number, onClose }: { dossier: DossierId; procedure: EventId; number: string; onClose: () => void }) {
  const form = useForm<{ agrees: 'yes' | 'no'; where: string; remark: string }>(`silence-use/${procedure}`, { agrees: 'yes', where: '', remark: '' })
  const { value: { agrees, where, remark }, change } = form
  const done = (): void => { form.finish(); onClose() }
  const task = useTask()
  const state = () => void task.run(() => ask('silence.stateUse', { dossier, procedure, agrees: agrees === 'yes', where, remark }), done)
  return (
    <Dialog form open onClose={done} title={words.silence.useDialogTitle(number)} action={<Button kind="primary" onPress={state} running={task.running}>{words.silence.useVerb}</Button>}>
      <KeptBefore form={form} />
      <p>{words.silence.useMeans}</p>
      <ChooseInView row label={words.silence.useQuestion} value={agrees} onChange={(id) => change({ agrees: id })} options={[{ id: 'yes', name: words.silence.useYes }, { id: 'no', name: words.silence.useNo }]} />
      <Field label={words.silence.useWhere} value={where} onChange={(said) => change({ where: said })} help={words.silence.useWhereHelp} maxLength={200} />
      <Field label={words.silence.remark} value={remark} onChange={(said) => change({ remark: said })} lines="many" maxLength={4000} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
