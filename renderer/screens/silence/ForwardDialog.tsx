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
import type { DialogProps } from './SilenceActs.tsx'

/** Only steps that the kind of procedure provides: nothing is adopted by pressing a button. */
export function ForwardDialog({ dossier, view, onClose }: DialogProps) {
  const { after } = view.silence.rules
  const form = useForm(`silence-forward/${view.silence.procedure}`, { step: after[0] ?? 'forwarded', body: view.silence.forwarded.length === 0 ? view.silence.forwardTo : '', note: '' })
  const { value: { step, body, note }, change } = form
  const done = (): void => { form.finish(); onClose() }
  const task = useTask()
  const record = () => void task.run(() => ask('silence.forward', { dossier, procedure: view.silence.procedure, step, body: body.trim(), note }), done)
  return (
    <Dialog form open onClose={done} title={words.silence.forwardTitle(view.number)} action={<Button kind="primary" onPress={record} running={task.running} cannot={body.trim() === '' ? words.silence.forwardNeeds : null}>{words.silence.forwardVerb}</Button>}>
      <KeptBefore form={form} />
      <p>{words.silence.forwardMeans(view.silence.outcome.words)}</p>
      {after.length > 1 && <ChooseInView row label={words.silence.forwardStep} value={step} onChange={(id) => change({ step: id })} options={after.map((id) => ({ id, name: words.silence.afterSteps[id] }))} />}
      <Field label={words.silence.forwardBody} value={body} onChange={(said) => change({ body: said })} help={words.silence.forwardBodyHelp} maxLength={120} />
      <Field label={words.silence.closeNote} value={note} onChange={(said) => change({ note: said })} lines="many" maxLength={2000} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
