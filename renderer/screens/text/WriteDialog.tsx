/** A text leaves the vault in the clear: it says so, asks which version and form, and reads back what it wrote. */
import { useState } from 'react'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import { revLabel } from '../../../shared/text/revision.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { ChooseInView } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask, chooseFolder } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import css from './rail.module.css'
import type { Shown } from './Reader.tsx'

export const WRITTEN_VERSIONS = ['clean', 'marked', 'disposition'] as const
export type WrittenVersion = (typeof WRITTEN_VERSIONS)[number]
const FORMATS = ['docx', 'html', 'md'] as const

export function WriteDialog({ dossier, text, shown, onClose }: { dossier: DossierId; text: TextId; shown: Shown; onClose: () => void }) {
  const { rev } = shown.revision
  const [version, setVersion] = useState<WrittenVersion>('clean')
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('docx')
  const [written, setWritten] = useState<string | null>(null)
  const task = useTask()
  const write = () => void task.run(async () => {
    const folder = await chooseFolder()
    return folder === null ? null : ask('text.write', { dossier, text, rev, version, format, target: folder.grant })
  }, (file) => setWritten(file.fileName))
  const offered = rev === 0 ? WRITTEN_VERSIONS.slice(0, 1) : WRITTEN_VERSIONS
  return (
    <Dialog open onClose={onClose} title={words.text.writeTitle(revLabel(rev))} action={<Button kind="primary" onPress={write} running={task.running}>{words.text.writeVerb}</Button>}>
      <p>{words.text.writeBody}</p>
      <ChooseInView label={words.text.version} value={version} onChange={setVersion} options={offered.map((id) => ({ id, name: words.text.written[id] }))} />
      <ChooseInView label={words.text.form} row value={format} onChange={setFormat} options={FORMATS.map((id) => ({ id, name: words.text.forms[id] }))} />
      {written !== null && <Notice kind="done"><strong>{words.text.wroteAndVerified}</strong> <span className={css.code}>{written}</span></Notice>}
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
