/** Drafting a text before anybody else has it: nothing is marked, everything is kept in the vault, and issuing it makes REV 0. */
import { useRef, useState } from 'react'
import type { DossierId } from '../../../shared/base/identifiers.ts'
import type { Cover } from '../../../shared/text/cover.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { USUAL_LEGEND } from '../../../shared/text/legend.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useForm } from '../../app/useForm.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Head } from '../../components/Screen.tsx'
import type { FootnoteHere } from '../../editor/footnotes.ts'
import { SuggestionEditor, type EditorHandle } from '../../editor/SuggestionEditor.tsx'
import { ask, chooseSource } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import { FootnoteDialog } from '../suggest/FootnoteDialog.tsx'
import css from '../suggest/suggest.module.css'
import { Tools } from '../suggest/Tools.tsx'
import { CoverFields, filledCover } from '../text/CoverFields.tsx'

const BLANK: TextDocument = { blocks: [{ id: '1', kind: 'title', level: 1, content: [] }, { id: '2', kind: 'numbered', level: 1, content: [] }] }
/** Before the first issue. */
const NO_REV = -1

interface Typed { readonly cover: Partial<Cover>; readonly document: TextDocument }

export function DraftText({ dossier }: { dossier: DossierId }) {
  const { go, dossiers } = useHouse()
  const about = dossiers.find((one) => one.dossier === dossier)
  const form = useForm<Typed>(`draftText/${dossier}`, { cover: {}, document: BLANK })
  const [started, setStarted] = useState({ times: 0, document: form.value.document })
  const [footnote, setFootnote] = useState<FootnoteHere | null>(null)
  const [refused, setRefused] = useState(false)
  const [issuing, setIssuing] = useState(false)
  const editor = useRef<EditorHandle>(null)
  const task = useTask()
  const begin = (document: TextDocument) => setStarted((before) => ({ times: before.times + 1, document }))
  const fromFile = () => void task.run(async () => {
    const chosen = await chooseSource('text')
    return chosen === null ? null : ask('textFile.read', { source: chosen.grant })
  }, ({ document }) => { form.change({ document }); begin(document) })
  const discard = () => { form.startAnew(); begin(BLANK) }
  const issue = () => void task.run(() => ask('text.create', { dossier, document: form.value.document, cover: filledCover(form.value.cover), title: null }), ({ text }) => { form.finish(); go({ at: 'text', dossier, text }) })
  useOnScreen({ marking: about?.marking ?? null, exercise: about?.exercise === true, left: about?.reference ?? '', right: words.draftText.notIssued })
  return (
    <>
      <Head crumb={<button type="button" onClick={() => go({ at: 'dossier', dossier, tab: 'texts' })}>{about?.title ?? words.frame.sections.dossiers}</button>} title={words.draftText.title}
        does={<><Button onPress={fromFile}>{words.draftText.fromFile}</Button><Button onPress={discard}>{words.draftText.discard}</Button><Button kind="primary" onPress={() => setIssuing(true)}>{words.draftText.issue}</Button></>} />
      <Tools editor={editor} text={started.document} onFootnote={setFootnote} />
      {refused && <div className={css.refused}><Notice kind="warned">{words.suggest.refused}</Notice></div>}
      <div className={css.bench}>
        <section className={css.paper} aria-label={words.suggest.paper} tabIndex={0}>
          <article className={css.sheet} lang="en-GB">
            <SuggestionEditor key={started.times} clean label={words.draftText.editor} base={BLANK} initial={started.document} rev={NO_REV} onChange={(document) => { setRefused(false); form.change({ document }) }} onRefused={() => setRefused(true)} onFootnote={setFootnote} handle={editor} />
          </article>
        </section>
        <aside className={css.rail} aria-label={words.draftText.cover}>
          <header className={css.railHead}><h2 className={css.railTitle}>{words.draftText.cover}</h2><p className={css.note}>{words.draftText.kept}</p></header>
          <div className={css.coverForm}><CoverFields cover={form.value.cover} onChange={(cover) => form.change({ cover })} subjectHelp={words.draftText.subjectHelp} legend={USUAL_LEGEND} /></div>
        </aside>
      </div>
      {footnote !== null && <FootnoteDialog runs={footnote.runs} isNew={footnote.at === null} onClose={() => setFootnote(null)} onPut={(runs) => { editor.current?.putFootnote(footnote.at, runs); setFootnote(null) }} />}
      {issuing && (
        <Dialog open onClose={() => setIssuing(false)} title={words.draftText.issueTitle} action={<Button kind="primary" onPress={issue} running={task.running}>{words.draftText.issue}</Button>}>
          <p>{words.draftText.issueBody}</p>
          <Refused refusal={task.refused} />
        </Dialog>
      )}
    </>
  )
}
