/** A text on paper is in the clear: it says so, asks which version, and leaves the rest to the machine's own dialog. */
import { useState } from 'react'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import { revLabel } from '../../../shared/text/revision.ts'
import { useHouse } from '../../app/house.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { ChooseInView } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import type { Version } from './ReaderActions.tsx'
import type { Shown } from './Reader.tsx'
import { CopyNumber, copyOf, needsCopyNumber, WRITTEN_VERSIONS, type WrittenVersion } from './WriteDialog.tsx'

interface PrintDialogProps {
  readonly dossier: DossierId
  readonly text: TextId
  readonly shown: Shown
  /** What is on the screen, and therefore offered first. */
  readonly version: Version
  readonly onClose: () => void
}

export function PrintDialog({ dossier, text, shown, version: seen, onClose }: PrintDialogProps) {
  const { rev } = shown.revision
  const offered = rev === 0 ? WRITTEN_VERSIONS.slice(0, 1) : WRITTEN_VERSIONS
  const [version, setVersion] = useState<WrittenVersion>(rev === 0 || seen === 'clean' || seen === 'who' ? 'clean' : 'marked')
  const [printed, setPrinted] = useState(false)
  const about = useHouse().dossiers.find((one) => one.dossier === dossier)
  const numbered = needsCopyNumber(about?.marking ?? null)
  const [copy, setCopy] = useState({ number: '', of: '' })
  const task = useTask()
  const print = (): void => {
    setPrinted(false)
    void task.run(() => ask('text.print', { dossier, text, rev, version, copy: numbered ? copyOf(copy) : null }), () => setPrinted(true))
  }
  return (
    <Dialog open onClose={onClose} title={words.text.printTitle(revLabel(rev))} action={<Button kind="primary" onPress={print} running={task.running} cannot={numbered && copyOf(copy) === null ? words.exporting.badCopy : null}>{words.text.printVerb}</Button>}>
      <p>{words.text.printBody}</p>
      <ChooseInView label={words.text.version} value={version} onChange={setVersion} options={offered.map((id) => ({ id, name: words.text.written[id] }))} />
      {numbered && <CopyNumber copy={copy} onChange={setCopy} />}
      {printed && <Notice kind="done">{words.text.printed}</Notice>}
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
