/** Bundles are opened and checked completely, and shown, before anything is changed; what was imported can be taken back while nothing builds on it. */
import { useState, type DragEvent } from 'react'
import type { Chosen } from '../../../shared/ipc/bridge.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { ImportPreview } from '../../../shared/ipc/exchangeMethods.ts'
import { ok } from '../../../shared/base/result.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { cx } from '../../components/cx.ts'
import { Refused } from '../../components/Refused.tsx'
import { Empty, Head, Pane } from '../../components/Screen.tsx'
import { ask, chooseSourceFolder, chooseSources, takeDropped } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import { Batch } from './Batch.tsx'
import css from './exchange.module.css'
import { Imported, type ImportReport } from './Imported.tsx'
import { Preview } from './Preview.tsx'

export interface Looked {
  readonly preview: ImportPreview
  readonly label: string
}

type Seen = { readonly one: Looked } | { readonly all: Output<'bundle.previewAll'> }

export function In() {
  const [seen, setSeen] = useState<Seen | null>(null)
  const [report, setReport] = useState<ImportReport | null>(null)
  const task = useTask()
  const look = (choose: () => Promise<{ chosen: readonly Chosen[]; folder: boolean }>) => {
    setReport(null)
    void task.run(async () => {
      const { chosen, folder } = await choose()
      const [first] = chosen
      if (first === undefined) return null
      if (chosen.length === 1 && !folder) {
        const answer = await ask('bundle.preview', { source: first.grant })
        return answer.ok ? ok({ one: { preview: answer.value, label: first.label } }) : answer
      }
      const answer = await ask('bundle.previewAll', { sources: chosen.map((one) => one.grant) })
      return answer.ok ? ok({ all: answer.value }) : answer
    }, setSeen)
  }
  const done = (next: ImportReport | null) => { setSeen(null); setReport(next) }
  if (seen !== null && 'one' in seen) return <Preview looked={seen.one} onDone={(imported) => done(imported === null ? null : { one: imported })} />
  if (seen !== null) return <Batch looked={seen.all} onDone={(imported) => done(imported === null ? null : { all: imported })} />
  return <ChooseFiles look={look} running={task.running} report={report} refused={<Refused refusal={task.refused} />} />
}

type Look = (choose: () => Promise<{ chosen: readonly Chosen[]; folder: boolean }>) => void

/** The buttons do all that dropping does: nobody needs a pointer. */
function ChooseFiles({ look, running, report, refused }: { look: Look; running: boolean; report: ImportReport | null; refused: React.ReactNode }) {
  const { go } = useHouse()
  const [over, setOver] = useState(false)
  useOnScreen({ marking: null, exercise: false, left: words.exchange.nothingChanged, right: '' })
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const files = Array.from(event.dataTransfer.files)
    look(async () => ({ chosen: (await Promise.all(files.map(takeDropped))).filter((one) => one !== null), folder: files.length > 1 || files[0]?.name.endsWith('.chbundle') === false }))
  }
  const files = () => look(async () => ({ chosen: await chooseSources('bundle'), folder: false }))
  const folder = () => look(async () => {
    const chosen = await chooseSourceFolder()
    return { chosen: chosen === null ? [] : [chosen], folder: true }
  })
  return (
    <>
      <Head ruled title={words.exchange.inTitle} />
      <Pane label={words.exchange.inTitle}>
        <div className={cx(css.column, css.dropZone, over && css.over)} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={drop}>
          {refused}
          {report !== null && <Imported report={report} />}
          <Empty action={<span className={css.several}><Button kind="primary" onPress={files} running={running}>{running ? words.exchange.checking : words.exchange.choose}</Button><Button onPress={folder} running={running}>{words.exchange.chooseWhole}</Button></span>}>{report === null ? words.exchange.inLead : words.exchange.inNext}</Empty>
          <p className={css.subject}>{words.exchange.dropHere}</p>
          {report !== null && <p><Button onPress={() => go({ at: 'desk' })}>{words.exchange.toDesk}</Button></p>}
        </div>
      </Pane>
    </>
  )
}
