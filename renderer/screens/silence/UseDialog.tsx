import { useState } from 'react'
import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { ChooseInView } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'

/** Agreement to use the procedure is one fact, agreement to the text another. */
export function UseDialog({ dossier, procedure, number, onClose }: { dossier: DossierId; procedure: EventId; number: string; onClose: () => void }) {
  const [agrees, setAgrees] = useState<'yes' | 'no'>('yes')
  const [where, setWhere] = useState('')
  const [remark, setRemark] = useState('')
  const task = useTask()
  const state = () => void task.run(() => ask('silence.stateUse', { dossier, procedure, agrees: agrees === 'yes', where, remark }), onClose)
  return (
    <Dialog form open onClose={onClose} title={words.silence.useDialogTitle(number)} action={<Button kind="primary" onPress={state} running={task.running}>{words.silence.useVerb}</Button>}>
      <p>{words.silence.useMeans}</p>
      <ChooseInView row label={words.silence.useQuestion} value={agrees} onChange={setAgrees} options={[{ id: 'yes', name: words.silence.useYes }, { id: 'no', name: words.silence.useNo }]} />
      <Field label={words.silence.useWhere} value={where} onChange={setWhere} help={words.silence.useWhereHelp} maxLength={200} />
      <Field label={words.silence.remark} value={remark} onChange={setRemark} lines="many" maxLength={4000} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
