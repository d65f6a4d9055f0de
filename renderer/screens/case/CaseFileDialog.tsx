/** The case file leaves the vault in the clear: it says so, and reads back what it wrote. */
import { useState } from 'react'
import type { DossierId } from '../../../shared/base/identifiers.ts'
import { bearsCopyNumber } from '../../../shared/marking/copies.ts'
import type { Marking } from '../../../shared/marking/marking.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { ChooseInView, Tick } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask, chooseFolder } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import { CopyNumber, copyOf, NO_COPY } from '../text/WriteDialog.tsx'

const FORMATS = ['pdf', 'html'] as const

/** `marking`: of all that is printed, of what other dossiers say too. */
export function CaseFileDialog({ dossier, marking, onClose }: { dossier: DossierId; marking: Marking; onClose: () => void }) {
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('pdf')
  const [acknowledged, setAcknowledged] = useState(false)
  const [written, setWritten] = useState<string | null>(null)
  const [copy, setCopy] = useState(NO_COPY)
  const task = useTask()
  const numbered = format === 'pdf' && bearsCopyNumber(marking)
  const { print } = words.caseFile
  const write = () => void task.run(async () => {
    const folder = await chooseFolder()
    return folder === null ? null : ask('dossier.caseFile', { dossier, format, copy: numbered ? copyOf(copy) : null, target: folder.grant, acknowledged })
  }, (file) => setWritten(file.fileName))
  const cannot = numbered && copyOf(copy) === null ? words.exporting.badCopy : acknowledged ? null : print.acknowledgeFirst
  return (
    <Dialog open onClose={onClose} done={written !== null} title={print.title} action={<Button kind="primary" onPress={write} running={task.running} cannot={cannot}>{print.verb}</Button>}>
      <p>{print.body}</p>
      <ChooseInView row label={print.form} value={format} onChange={setFormat} options={FORMATS.map((id) => ({ id, name: print.forms[id] }))} />
      {numbered && <CopyNumber copy={copy} onChange={setCopy} />}
      <Tick checked={acknowledged} onChange={setAcknowledged}>{print.acknowledge}</Tick>
      {written !== null && <Notice kind="done"><strong>{print.done}</strong> {written}</Notice>}
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
