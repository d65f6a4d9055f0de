import type { CircleId } from '../../../shared/base/identifiers.ts'
import type { Measure } from '../../../shared/toolbox/measure.ts'
import { useForm } from '../../app/useForm.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'

export function IssueDialog({ circle, measures, onIssued, onClose }: { circle: CircleId; measures: readonly Measure[]; onIssued: () => void; onClose: () => void }) {
  const form = useForm(`catalogue-issue/${circle}`, { note: '' })
  const { value: { note }, change } = form
  const done = (): void => { form.finish(); onClose() }
  const task = useTask()
  const issue = () => void task.run(() => ask('catalogue.issue', { circle, note: note.trim(), measures: [...measures] }), () => { onIssued(); done() })
  return (
    <Dialog form open onClose={done} title={words.catalogue.issueTitle} action={<Button kind="primary" onPress={issue} running={task.running}>{words.catalogue.issue}</Button>}>
      <KeptBefore form={form} />
      <p>{words.catalogue.issueFollows}</p>
      <Field autoFocus label={words.catalogue.note} value={note} onChange={(said) => change({ note: said })} maxLength={2000} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
