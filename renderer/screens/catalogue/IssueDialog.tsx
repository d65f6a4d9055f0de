import { useState } from 'react'
import type { CircleId } from '../../../shared/base/identifiers.ts'
import type { Measure } from '../../../shared/toolbox/measure.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'

export function IssueDialog({ circle, measures, onClose }: { circle: CircleId; measures: readonly Measure[]; onClose: () => void }) {
  const [note, setNote] = useState('')
  const task = useTask()
  const issue = () => void task.run(() => ask('catalogue.issue', { circle, note: note.trim(), measures: [...measures] }), onClose)
  return (
    <Dialog form open onClose={onClose} title={words.catalogue.issueTitle} action={<Button kind="primary" onPress={issue} running={task.running}>{words.catalogue.issue}</Button>}>
      <p>{words.catalogue.issueFollows}</p>
      <Field autoFocus label={words.catalogue.note} value={note} onChange={setNote} maxLength={2000} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
