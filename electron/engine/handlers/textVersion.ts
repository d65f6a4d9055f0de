/** A version of a REV in the form of a file: clean, marked against the REV before, or the table of what became of each suggestion. */
import { utf8 } from '../../../shared/base/bytes.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { encodeDocx, type MarksAs } from '../../../shared/docx/encode.ts'
import { encodeDispositionDocx } from '../../../shared/docx/encodeDisposition.ts'
import { reservedNotes } from '../../../shared/dossier/reservedNotes.ts'
import type { Revision } from '../../../shared/dossier/state.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import type { PrintedPage } from '../../../shared/ipc/printedPage.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { bearsCopyNumber } from '../../../shared/marking/copies.ts'
import { pageMarkingLine } from '../../../shared/marking/words.ts'
import { dispositionRows, encodeDispositionHtml, encodeDispositionMarkdown, type DispositionHead } from '../../../shared/text/disposition.ts'
import { encodeHtml, type SheetLines } from '../../../shared/text/html.ts'
import { encodeMarkdown } from '../../../shared/text/markdown.ts'
import { proveMarked } from '../../../shared/text/proof.ts'
import type { Publication } from '../../../shared/text/publication.ts'
import { documentNumber, revLabel } from '../../../shared/text/revision.ts'
import type { FoldedDossier } from './context.ts'
import { revisionAt, type FoundRevision } from './textFind.ts'
import { markedAgainst } from './textMarked.ts'

/** `sheets` is HTML for a printer that sets head, foot and number of each sheet itself. */
type Format = Exclude<Input<'text.write'>['format'], 'pdf'> | 'sheets'

interface Wanted {
  readonly version: Input<'text.write'>['version']
  readonly format: Format
  readonly marks?: MarksAs | undefined
  readonly copy?: Copy
}

type Copy = Input<'text.print'>['copy']

/** A version on its way to a PDF or to paper: the marking at head and foot of every sheet, and the document's number. */
export function printedVersion(found: FoundRevision, version: Wanted['version'], copy: Copy, nowUtcMs: number): Result<PrintedPage, Refusal> {
  if (copy === null && bearsCopyNumber(found.folded.state.marking)) return err(refusal('copy-number-missing'))
  const page = encodeVersion(found, { version, format: 'sheets', copy }, nowUtcMs)
  if (!page.ok) return page
  const { revision, folded: { state } } = found
  const marking = pageMarkingLine(state.marking, state.exercise)
  return ok({ html: new TextDecoder().decode(page.value), marking, headLeft: documentNumber(revision.cover, revision.rev), headRight: copy === null ? '' : `Copy ${copy.number} of ${copy.of}` })
}

export function encodeVersion(found: FoundRevision, input: Wanted, nowUtcMs: number): Result<Uint8Array, Refusal> {
  const stamp = { dateUtc: new Date(nowUtcMs).toISOString() }
  const facts = { ...factsOf(found.revision, found.folded), copy: input.copy ?? null }
  const clean = { version: 'clean', document: found.revision.document } as const
  if (input.version === 'clean') return ok(encodePublication({ ...facts, comparedWith: null, body: clean }, input, stamp))
  const before = revisionAt(found.text, found.revision.rev - 1)
  if (!before) return err(refusal('revision-unknown', { rev: found.revision.rev - 1 }))
  const comparedWith = documentNumber(before.cover, before.rev)
  if (input.version === 'disposition') return ok(encodeDisposition(before, { ...facts, comparedWith }, input.format, stamp))
  const document = markedAgainst(before, found.revision.document)
  const proof = proveMarked(document, before.document, found.revision.document)
  if (!proof.acceptGivesClean || !proof.rejectGivesPredecessor) return err(refusal('verify-failed', { failures: proof.failures.length }))
  return ok(encodePublication({ ...facts, comparedWith, reserved: reservedNotes(found.text, found.folded.state.reservations, found.revision.rev), body: { version: 'marked', document } }, input, stamp))
}

function factsOf(revision: Revision, { state }: FoldedDossier): Pick<Publication, 'cover' | 'title' | 'revLabel' | 'marking' | 'exercise'> {
  return { cover: revision.cover, title: revision.title, revLabel: revLabel(revision.rev), marking: state.marking, exercise: state.exercise }
}

function encodePublication(publication: Publication, { format, marks }: Wanted, stamp: { dateUtc: string }): Uint8Array {
  if (format === 'docx') return encodeDocx(publication, stamp, marks)
  return utf8(format === 'md' ? encodeMarkdown(publication) : encodeHtml(publication, linesOf(format)))
}

function encodeDisposition(before: Revision, head: DispositionHead, format: Format, stamp: { dateUtc: string }): Uint8Array {
  const rows = dispositionRows(before.document, before.suggestions)
  if (format === 'docx') return encodeDispositionDocx(rows, head, stamp)
  return utf8(format === 'md' ? encodeDispositionMarkdown(rows, head) : encodeDispositionHtml(rows, head, linesOf(format)))
}

function linesOf(format: 'html' | 'sheets'): SheetLines {
  return format === 'sheets' ? 'printer' : 'margins'
}
