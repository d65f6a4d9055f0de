import type { Entry } from '../../../shared/dossier/state.ts'
import { useHouse } from '../../app/house.ts'
import { useForm } from '../../app/useForm.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import type { CaseFile } from './caseFile.ts'

export function PrintNoteDialog({ file, note, onClose }: { file: CaseFile; note: Entry; onClose: () => void }) {
  const { go } = useHouse()
  const task = useTask()
  const { options } = words.caseFile
  const { dossier } = file.state
  const form = useForm(`note-print/${note.event}`, { number: '' })
  const { value: { number }, change } = form
  const done = (): void => { form.finish(); onClose() }
  const print = () => void task.run(() => ask('note.print', { dossier, note: note.event, cover: { number: number.trim() } }), ({ text }) => { form.finish(); go({ at: 'text', dossier, text }) })
  return (
    <Dialog form open onClose={done} title={options.printTitle} action={<Button kind="primary" onPress={print} running={task.running}>{options.print}</Button>}>
      <KeptBefore form={form} />
      <p>{options.printFollows}</p>
      <Field autoFocus label={options.number} help={options.numberHelp} value={number} onChange={(said) => change({ number: said })} maxLength={40} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
