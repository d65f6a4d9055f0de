/** Files of the dossier: dropped or chosen, listed, and what can be done with each that is on this machine. */
import { useState, type DragEvent } from 'react'
import type { DossierState } from '../../../shared/dossier/state.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { Chosen } from '../../../shared/ipc/bridge.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { Button } from '../../components/Button.tsx'
import { cx } from '../../components/cx.ts'
import { Notice } from '../../components/Notice.tsx'
import { Await, Empty } from '../../components/Screen.tsx'
import { chooseSource, takeDropped } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import { ApartTable } from './ApartTable.tsx'
import { AttachDialog } from './AttachDialog.tsx'
import { AttachmentTable } from './AttachmentTable.tsx'
import css from './attachments.module.css'
import { DestroyDialog } from './DestroyDialog.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { PictureDialog } from './PictureDialog.tsx'

export type Listed = Output<'attachment.list'>['attachments'][number]
export type Apart = Output<'attachment.list'>['apart'][number]
export type Act = 'view' | 'export' | 'destroy'
/** What was written, and the bare name of the folder. */
export type Exported = Output<'attachment.export'> & { readonly label: string }

export function Attachments({ state }: { state: DossierState }) {
  const list = useAnswer('attachment.list', { dossier: state.dossier })
  const [chosen, setChosen] = useState<readonly Chosen[]>([])
  const [asked, setAsked] = useState<{ act: Act; one: Listed } | null>(null)
  const [doomed, setDoomed] = useState<Apart | null>(null)
  const [exported, setExported] = useState<Exported | null>(null)
  const close = () => setAsked(null)
  return (
    <>
      <DropZone onChosen={setChosen} />
      {exported !== null && <Notice kind="done"><strong>{words.attachment.exported(exported.fileName, exported.label)}</strong> {words.attachment.exportedHash(exported.hash)} {words.attachment.exportedCare}</Notice>}
      <Await answer={list}>
        {({ apart, attachments }) => (
          <>
            {attachments.length === 0 ? <Empty>{words.attachment.none}</Empty> : <AttachmentTable attachments={attachments} onAct={(act, one) => { setExported(null); setAsked({ act, one }) }} />}
            {apart.length > 0 && <ApartTable apart={apart} onDestroy={setDoomed} />}
          </>
        )}
      </Await>
      {chosen.length > 0 && <AttachDialog state={state} chosen={chosen} onClose={() => setChosen([])} />}
      {asked?.act === 'view' && <PictureDialog dossier={state.dossier} one={asked.one} onClose={close} />}
      {asked?.act === 'export' && <ExportDialog dossier={state.dossier} one={asked.one} onClose={close} onDone={setExported} />}
      {doomed !== null && <DestroyDialog dossier={state.dossier} one={doomed} onClose={() => setDoomed(null)} />}
      {asked?.act === 'destroy' && <DestroyDialog dossier={state.dossier} one={asked.one} onClose={close} />}
    </>
  )
}

/** The button does all that dropping does: nobody needs a pointer. */
function DropZone({ onChosen }: { onChosen: (chosen: readonly Chosen[]) => void }) {
  const [over, setOver] = useState(false)
  const [foreign, setForeign] = useState(false)
  const take = (chosen: readonly (Chosen | null)[]) => {
    const here = chosen.filter((one) => one !== null)
    setForeign(here.length < chosen.length)
    if (here.length > 0) onChosen(here)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void Promise.all(Array.from(event.dataTransfer.files, takeDropped)).then(take)
  }
  const choose = async () => {
    const one = await chooseSource('attachment')
    if (one !== null) take([one])
  }
  const hover = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <section className={cx(css.zone, over && css.over)} aria-label={words.attachment.dropZone} onDragOver={hover} onDragLeave={() => setOver(false)} onDrop={drop}>
      <p><strong>{words.attachment.drop}</strong> {words.attachment.dropHelp}</p>
      <Button onPress={() => void choose()}>{words.attachment.choose}</Button>
      {foreign && <p role="alert" className={css.foreign}>{words.attachment.notAFile}</p>}
    </section>
  )
}
