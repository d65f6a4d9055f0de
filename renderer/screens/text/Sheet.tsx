/** The sheet: cover, title and paragraphs of one version, with its footnotes at the end. */
import type { Marking } from '../../../shared/marking/marking.ts'
import type { Revision } from '../../../shared/dossier/state.ts'
import { documentNumber } from '../../../shared/text/revision.ts'
import { classificationName } from '../../../shared/marking/words.ts'
import type { ReservedNote } from '../../../shared/text/reserved.ts'
import { words } from '../../messages/words.ts'
import { Block, type BlockProps } from './Block.tsx'
import { Inlines } from './Inlines.tsx'
import marks from './marks.module.css'
import css from './sheet.module.css'
import type { SheetModel } from './sheetModel.ts'

export function Sheet({ revision, marking, model, current, comparedWith, dressAt, reserved }: { revision: Revision; marking: Marking | null; model: SheetModel; current: number | null; comparedWith: string | null; dressAt?: BlockProps['dressAt']; reserved?: readonly ReservedNote[] }) {
  return (
    <article className={css.sheet} lang="en-GB" aria-label={revision.title}>
      <CoverOf revision={revision} marking={marking} comparedWith={comparedWith} />
      {!model.marked.blocks.some((block) => (block.after ?? block.before)?.kind === 'title') && <h2 className={css.titleWords}>{revision.title}</h2>}
      {model.marked.blocks.map((_, at) => <Block key={at} model={model} at={at} current={current} {...(dressAt === undefined ? {} : { dressAt })} />)}
      <Footnotes model={model} />
      <Reserved notes={reserved ?? []} />
    </article>
  )
}

/** Whose reservations stand on it: below the footnotes of the text, of which they are no part. */
function Reserved({ notes }: { notes: readonly ReservedNote[] }) {
  if (notes.length === 0) return null
  return (
    <div className={css.footnotes} role="group" aria-label={words.silence.reservationsTitle}>
      {notes.map((note) => <p key={note.mark}><sup className={marks.note}>{note.mark}</sup><span>{note.words}</span></p>)}
    </div>
  )
}

function CoverOf({ revision, marking, comparedWith }: { revision: Revision; marking: Marking | null; comparedWith: string | null }) {
  const { cover, rev } = revision
  return (
    <header className={css.cover}>
      <p>{[cover.place, cover.date].filter((part) => part !== '').join(', ')}</p>
      <p className={css.number2}><b>{documentNumber(cover, rev)}</b>{marking?.limite === true && <span className={css.boxed}>{words.marking.limite}</span>}{marking !== null && marking.classification !== 'NONE' && <span className={css.boxed}>{classificationName(marking.classification)}</span>}</p>
      {cover.subject !== '' && <p className={css.subject}>{[cover.type, cover.subject].filter((part) => part !== '').join(': ')}</p>}
      {comparedWith !== null && (
        <p className={css.legend}>
          {words.text.comparedWith(comparedWith)} <ins className={marks.ins}>{words.text.legend.inserted}</ins>, <del className={marks.del}>{words.text.legend.deleted}</del>. <span className={marks.bar} aria-hidden="true" /> {words.text.legend.moved}
        </p>
      )}
    </header>
  )
}

export function Footnotes({ model, only }: { model: SheetModel; only?: 'before' | 'after' }) {
  const notes = [...model.noteAt.entries()].filter(([key, note]) => {
    const moved = model.marked.blocks[Number(key.split(':')[0])]?.change
    if (moved === 'movedFrom') return only === 'before'
    return only === undefined || note.footnote.change !== (only === 'before' ? 'inserted' : 'deleted')
  })
  if (notes.length === 0) return null
  return (
    <div className={css.footnotes} role="group" aria-label={words.text.footnotes}>
      {notes.map(([key, note]) => (
        <p key={key}><sup className={marks.note}>{note.number}</sup><span><Inlines content={note.footnote.footnote} {...(only === undefined ? {} : { context: { only } })} /></span></p>
      ))}
    </div>
  )
}
