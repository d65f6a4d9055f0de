import { useState } from 'react'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'

export function FoundDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [name, setName] = useState('')
  const [kind, setKind] = useState('HWPCI')
  const task = useTask()
  const found = () => void task.run(() => ask('circle.found', { name, kind }), () => { setName(''); onClose() })
  const cannot = name.trim() === '' || kind.trim() === '' ? words.common.fillInAll : null
  return (
    <Dialog form open={open} onClose={onClose} title={words.directory.foundTitle}
      action={<Button kind="primary" onPress={found} running={task.running} cannot={cannot}>{words.directory.foundVerb}</Button>}>
      <p>{words.directory.foundBody}</p>
      <Field autoFocus label={words.directory.circleName} value={name} onChange={setName} maxLength={120} />
      <Field label={words.directory.circleKind} value={kind} onChange={setKind} maxLength={60} help={words.directory.circleKindHelp} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
