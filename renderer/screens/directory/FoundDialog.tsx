import { useForm } from '../../app/useForm.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'

export function FoundDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const form = useForm('circle', { name: '', kind: 'HWPCI' })
  const { value: { name, kind }, change } = form
  const close = (): void => { form.startAnew(); onClose() }
  const task = useTask()
  const found = () => void task.run(() => ask('circle.found', { name, kind }), close)
  const cannot = name.trim() === '' || kind.trim() === '' ? words.common.fillInAll : null
  return (
    <Dialog form open={open} onClose={close} title={words.directory.foundTitle}
      action={<Button kind="primary" onPress={found} running={task.running} cannot={cannot}>{words.directory.foundVerb}</Button>}>
      <KeptBefore form={form} />
      <p>{words.directory.foundBody}</p>
      <Field autoFocus label={words.directory.circleName} value={name} onChange={(typed) => change({ name: typed })} maxLength={120} />
      <Field label={words.directory.circleKind} value={kind} onChange={(typed) => change({ kind: typed })} maxLength={60} help={words.directory.circleKindHelp} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
