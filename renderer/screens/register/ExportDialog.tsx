/** The entries on the list leave the vault in the clear: it says so, asks in which form, and the export becomes an entry itself. */
import { useState } from 'react'
import type { RegisterFilter } from '../../../shared/ipc/registerMethods.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { ChooseInView } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask, chooseFolder } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import css from './register.module.css'

const FORMATS = ['pdf', 'csv', 'html'] as const

export function ExportDialog({ filter, count, onClose }: { filter: RegisterFilter; count: number; onClose: () => void }) {
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('pdf')
  const [written, setWritten] = useState<string | null>(null)
  const task = useTask()
  const write = () => void task.run(async () => {
    const folder = await chooseFolder()
    return folder === null ? null : ask('register.export', { format, filter, target: folder.grant })
  }, (file) => setWritten(file.fileName))
  return (
    <Dialog open onClose={onClose} done={written !== null} title={words.register.exportTitle(count)} action={<Button kind="primary" onPress={write} running={task.running}>{words.register.exportVerb}</Button>}>
      <p>{words.register.exportBody}</p>
      <ChooseInView label={words.register.form} value={format} onChange={setFormat} options={FORMATS.map((id) => ({ id, name: words.register.forms[id] }))} />
      {written !== null && <Notice kind="done"><strong>{words.register.wrote}</strong> <span className={css.code}>{written}</span></Notice>}
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
