/** The case file leaves the vault in the clear: it says so, and reads back what it wrote. */
import { useState } from 'react'
import type { DossierState } from '../../../shared/dossier/state.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { ChooseInView, Tick } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask, chooseFolder } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'

const FORMATS = ['pdf', 'html'] as const

export function CaseFileDialog({ state, onClose }: { state: DossierState; onClose: () => void }) {
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('pdf')
  const [acknowledged, setAcknowledged] = useState(false)
  const [written, setWritten] = useState<string | null>(null)
  const task = useTask()
  const { print } = words.caseFile
  const write = () => void task.run(async () => {
    const folder = await chooseFolder()
    return folder === null ? null : ask('dossier.caseFile', { dossier: state.dossier, format, target: folder.grant, acknowledged })
  }, (file) => setWritten(file.fileName))
  return (
    <Dialog open onClose={onClose} title={print.title} action={<Button kind="primary" onPress={write} running={task.running} cannot={acknowledged ? null : print.acknowledgeFirst}>{print.verb}</Button>}>
      <p>{print.body}</p>
      <ChooseInView row label={print.form} value={format} onChange={setFormat} options={FORMATS.map((id) => ({ id, name: print.forms[id] }))} />
      <Tick checked={acknowledged} onChange={setAcknowledged}>{print.acknowledge}</Tick>
      {written !== null && <Notice kind="done"><strong>{print.done}</strong> {written}</Notice>}
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
