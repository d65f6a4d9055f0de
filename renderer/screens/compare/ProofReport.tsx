/** The proof, in words that a drafter can act on: both directions, and every place where the marked version does not tell the truth. */
import type { Proof } from '../../../shared/text/proof.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { Glyph } from '../../components/Glyph.tsx'
import { Note } from '../../components/Screen.tsx'
import { words } from '../../messages/words.ts'
import css from './compare.module.css'

interface ReportProps {
  readonly proof: Proof
  /** What the two texts are called. */
  readonly clean: string
  readonly base: string
  /** Which of the two directions were asked. */
  readonly asked: { readonly accept: boolean; readonly reject: boolean }
  readonly hash: string | null
  readonly notes: readonly string[]
  readonly onClose: () => void
}

export function ProofReport({ onClose, ...found }: ReportProps) {
  return <Dialog wide open onClose={onClose} title={words.proof.title}><ProofLines {...found} /></Dialog>
}

export function ProofLines({ proof, clean, base, asked, hash, notes }: Omit<ReportProps, 'onClose'>) {
  return (
    <div className={css.report}>
      {asked.accept && <Direction holds={proof.acceptGivesClean} says={proof.acceptGivesClean ? words.proof.accepts(clean) : words.proof.acceptsNot(clean)} />}
      {asked.reject && <Direction holds={proof.rejectGivesPredecessor} says={proof.rejectGivesPredecessor ? words.proof.rejects(base) : words.proof.rejectsNot(base)} />}
      {hash !== null && <p className={css.hash}>{words.common.labelled(words.text.fingerprint, (hash.match(/.{1,8}/g) ?? []).join(' '))}</p>}
      {proof.failures.length > 0 && (
        <ol className={css.failures} aria-label={words.proof.places(proof.failures.length)}>
          {proof.failures.map((failure, at) => (
            <li key={at}>
              <p className={css.place}>{failure.place}</p>
              <dl><dt>{words.proof.expected}</dt><dd>{failure.expected === '' ? words.proof.nothing : failure.expected}</dd><dt>{words.proof.found}</dt><dd>{failure.found === '' ? words.proof.nothing : failure.found}</dd></dl>
            </li>
          ))}
        </ol>
      )}
      {proof.failures.length === 0 && <Note>{words.proof.noPlaces}</Note>}
      {notes.map((note) => <Note key={note}>{note}</Note>)}
    </div>
  )
}

function Direction({ holds, says }: { holds: boolean; says: string }) {
  return <p className={holds ? css.holds : css.fails}><Glyph name={holds ? 'check' : 'cross'} /> {says}</p>
}
