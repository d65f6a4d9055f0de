/** Adding a draft text from a file. What the file says on its cover stands where a field is left empty. */
import { useState } from 'react'
import type { Chosen } from '../../../shared/ipc/bridge.ts'
import type { DossierId } from '../../../shared/base/identifiers.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { Cover } from '../../../shared/text/cover.ts'
import { USUAL_LEGEND } from '../../../shared/text/legend.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Buttons, Form } from '../../components/Choice.tsx'
import { Field } from '../../components/Field.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Head, Note, Pane } from '../../components/Screen.tsx'
import { ask, chooseSource } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import { CoverFields, filledCover } from '../text/CoverFields.tsx'
import css from './dossier.module.css'

export function TextForm({ dossier }: { dossier: DossierId }) {
  const { go, dossiers } = useHouse()
  const about = dossiers.find((one) => one.dossier === dossier)
  const [file, setFile] = useState<Chosen | null>(null)
  const [title, setTitle] = useState('')
  const [cover, setCover] = useState<Partial<Cover>>({})
  const [added, setAdded] = useState<Output<'text.add'> | null>(null)
  const task = useTask()
  useOnScreen({ marking: about?.marking ?? null, exercise: about?.exercise === true, left: about?.reference ?? '', right: words.text.notYetAdded })
  const choose = () => void chooseSource('text').then((chosen) => { if (chosen !== null) setFile(chosen) })
  const add = () => {
    if (file === null) return
    void task.run(() => ask('text.add', { dossier, source: file.grant, cover: filledCover(cover), title: title.trim() === '' ? null : title.trim() }), (done) => {
      if (done.notes.length > 0) setAdded(done)
      else go({ at: 'text', dossier, text: done.text })
    }).then(() => setFile(null))
  }
  return (
    <>
      <Head ruled crumb={<button type="button" onClick={() => go({ at: 'dossier', dossier })}>{about?.title ?? words.frame.sections.dossiers}</button>} title={words.dossier.addText} />
      <Pane label={words.dossier.addText}>
        {added !== null ? <Added added={added} onRead={() => go({ at: 'text', dossier, text: added.text })} /> : (
          <Form onSubmit={add} label={words.dossier.addText}>
            <Buttons><Button onPress={choose}>{words.text.chooseFile}</Button>{file !== null && <span className={css.file}>{file.label}</span>}</Buttons>
            <Note>{words.text.formats}</Note>
            <Field label={words.text.titleOfText} value={title} onChange={setTitle} help={words.text.titleHelp} maxLength={500} />
            <CoverFields cover={cover} onChange={setCover} subjectHelp={words.text.coverHelp} legend={USUAL_LEGEND} />
            <Refused refusal={task.refused} />
            <Buttons><Button kind="primary" type="submit" running={task.running} cannot={file === null ? words.text.chooseFirst : null}>{words.text.issueInit}</Button></Buttons>
          </Form>
        )}
      </Pane>
    </>
  )
}

/** What was read differently from how the file had it, before one goes on to read the text. */
function Added({ added, onRead }: { added: Output<'text.add'>; onRead: () => void }) {
  return (
    <div className={css.added}>
      <Notice kind="warned"><strong>{words.text.addedWithNotes(added.notes.length)}</strong></Notice>
      <ul className={css.notes}>{added.notes.map((note) => <li key={note}>{note}</li>)}</ul>
      <Buttons><Button kind="primary" onPress={onRead}>{words.text.read}</Button></Buttons>
    </div>
  )
}
