/** A text leaves the vault in the clear: it says so, asks which version and form, shows the first page, and reads back what it wrote. */
import { useState } from 'react'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import { bearsCopyNumber } from '../../../shared/marking/copies.ts'
import type { Marking } from '../../../shared/marking/marking.ts'
import { revLabel } from '../../../shared/text/revision.ts'
import { useHouse } from '../../app/house.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Beside, ChooseInView } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask, chooseFolder } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import { PagePreview } from './PagePreview.tsx'
import css from './rail.module.css'
import page from './page.module.css'
import type { Shown } from './Reader.tsx'

export const WRITTEN_VERSIONS = ['clean', 'marked', 'disposition'] as const
export type WrittenVersion = (typeof WRITTEN_VERSIONS)[number]
const FORMATS = ['docx', 'pdf', 'html', 'md'] as const

export function WriteDialog({ dossier, text, shown, onClose }: { dossier: DossierId; text: TextId; shown: Shown; onClose: () => void }) {
  const { rev } = shown.revision
  const about = useHouse().dossiers.find((one) => one.dossier === dossier)
  const [version, setVersion] = useState<WrittenVersion>('clean')
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('docx')
  const [copy, setCopy] = useState(NO_COPY)
  const [written, setWritten] = useState<string | null>(null)
  const task = useTask()
  const numbered = format === 'pdf' && needsCopyNumber(about?.marking ?? null)
  const write = () => void task.run(async () => {
    const folder = await chooseFolder()
    return folder === null ? null : ask('text.write', { dossier, text, rev, version, format, copy: numbered ? copyOf(copy) : null, target: folder.grant })
  }, (file) => setWritten(file.fileName))
  const offered = rev === 0 ? WRITTEN_VERSIONS.slice(0, 1) : WRITTEN_VERSIONS
  const cannot = numbered && copyOf(copy) === null ? words.exporting.badCopy : null
  return (
    <Dialog wide open onClose={onClose} done={written !== null} title={words.text.writeTitle(revLabel(rev))} action={<Button kind="primary" onPress={write} running={task.running} cannot={cannot}>{words.text.writeVerb}</Button>}>
      <div className={page.export}>
        <div className={page.choices}>
          <p>{words.text.writeBody}</p>
          <ChooseInView label={words.text.version} value={version} onChange={setVersion} options={offered.map((id) => ({ id, name: words.text.written[id] }))} />
          <ChooseInView label={words.text.form} row value={format} onChange={setFormat} options={FORMATS.map((id) => ({ id, name: id === 'pdf' ? words.exporting.pdf : words.text.forms[id] }))} />
          {numbered && <CopyNumber copy={copy} onChange={setCopy} />}
          {written !== null && <Notice kind="done"><strong>{words.text.wroteAndVerified}</strong> <span className={css.code}>{written}</span></Notice>}
          <Refused refusal={task.refused} />
        </div>
        {version === 'disposition' ? <p className={page.none}>{words.exporting.noPreview}</p> : <PagePreview shown={shown} version={version} marking={about?.marking ?? null} exercise={about?.exercise === true} copy={numbered ? copyOf(copy) : null} />}
      </div>
    </Dialog>
  )
}

export interface CopyWords { readonly number: string; readonly of: string }
export const NO_COPY: CopyWords = { number: '', of: '' }

export function CopyNumber({ copy, onChange }: { copy: CopyWords; onChange: (copy: CopyWords) => void }) {
  return (
    <>
      <p>{words.exporting.copyNeeded}</p>
      <Beside><Field label={words.exporting.copy} value={copy.number} onChange={(number) => onChange({ ...copy, number })} maxLength={4} /><Field label={words.exporting.copies} value={copy.of} onChange={(of) => onChange({ ...copy, of })} maxLength={4} /></Beside>
    </>
  )
}

/** S-UE/EU-S and above. */
export function needsCopyNumber(marking: Marking | null): boolean {
  return marking !== null && bearsCopyNumber(marking)
}

export function copyOf({ number, of }: CopyWords): { number: number; of: number } | null {
  const [which, all] = [Number(number), Number(of)]
  return Number.isInteger(which) && Number.isInteger(all) && which >= 1 && all >= which ? { number: which, of: all } : null
}
