import type { Entry } from '../../../shared/dossier/state.ts'
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

export function WithdrawDialog({ file, entry, onClose }: { file: CaseFile; entry: Entry; onClose: () => void }) {
  const form = useForm(`withdraw/${entry.event}`, { reason: '' })
  const { value: { reason }, change } = form
  const close = (): void => { form.finish(); onClose() }
  const task = useTask()
  const withdraw = () => void task.run(() => ask('entry.withdraw', { dossier: file.state.dossier, entry: entry.event, reason: reason.trim() }), close)
  return (
    <Dialog form open onClose={close} title={words.caseFile.withdrawTitle}
      action={<Button kind="grave" onPress={withdraw} running={task.running} cannot={reason.trim() === '' ? words.caseFile.needsReason : null}>{words.caseFile.withdraw}</Button>}>
      <KeptBefore form={form} />
      <p>{words.caseFile.withdrawFollows}</p>
      <Field autoFocus label={words.caseFile.withdrawReason} value={reason} onChange={(typed) => change({ reason: typed })} maxLength={2000} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
