import type { MarkedWords, SearchHit } from '../../../shared/ipc/searchMethods.ts'
import { revLabel } from '../../../shared/text/revision.ts'
import { Delegation } from '../../components/Delegation.tsx'
import { ExerciseTag } from '../../components/Tag.tsx'
import { words } from '../../messages/words.ts'
import css from './palette.module.css'

/** Where it lies, then its words with what was looked for in them. */
export function HitLines({ hit }: { hit: SearchHit }) {
  const { kind, text, heading, excerpt, delegation, exercise, reference, dossierTitle } = hit
  const lies = [words.search.kinds[kind], ...(text === null ? [] : [text.number, text.place, ...(text.alsoIn.length === 0 ? [] : [words.search.alsoIn(text.alsoIn.map(revLabel))])])]
  return (
    <>
      <span className={css.where}><Delegation code={delegation} /><span className={css.lies}>{lies.filter((part) => part !== '').join(' · ')}</span>{exercise && <ExerciseTag />}<span className={css.dossier}>{reference} {kind === 'dossier' ? '' : dossierTitle}</span></span>
      {heading.text !== '' && <span className={css.heading}><Marked marked={heading} /></span>}
      {excerpt.text !== '' && <span className={css.excerpt}><Marked marked={excerpt} /></span>}
    </>
  )
}

function Marked({ marked: { text, found } }: { marked: MarkedWords }) {
  return (
    <>
      {found.map(([from, to], at) => <span key={from}>{text.slice(found[at - 1]?.[1] ?? 0, from)}<mark className={css.mark}>{text.slice(from, to)}</mark></span>)}
      {text.slice(found.at(-1)?.[1] ?? 0)}
    </>
  )
}
