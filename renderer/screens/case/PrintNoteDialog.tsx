import { useState } from 'react'
import type { Entry } from '../../../shared/dossier/state.ts'
import { useHouse } from '../../app/house.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import type { CaseFile } from './caseFile.ts'

export function PrintNoteDialog({ file, note, onClose }: { file: CaseFile; note: Entry; onClose: () => void }) {
  const [number, setNumber] = useState('')
  const { go } = useHouse()
  const task = useTask()
  const { options } = words.caseFile
  const { dossier } = file.state
  const print = () => void task.run(() => ask('note.print', { dossier, note: note.event, cover: { number: number.trim() } }), ({ text }) => go({ at: 'text', dossier, text }))
  return (
    <Dialog form open onClose={onClose} title={options.printTitle} action={<Button kind="primary" onPress={print} running={task.running}>{options.print}</Button>}>
      <p>{options.printFollows}</p>
      <Field autoFocus label={options.number} help={options.numberHelp} value={number} onChange={setNumber} maxLength={40} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
