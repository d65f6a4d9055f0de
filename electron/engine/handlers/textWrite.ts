import { utf8 } from '../../../shared/base/bytes.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { encodeDocx } from '../../../shared/docx/encode.ts'
import { encodeDispositionDocx } from '../../../shared/docx/encodeDisposition.ts'
import type { Revision } from '../../../shared/dossier/state.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { dispositionRows, encodeDispositionHtml, encodeDispositionMarkdown, type DispositionHead } from '../../../shared/text/disposition.ts'
import { encodeHtml } from '../../../shared/text/html.ts'
import { encodeMarkdown } from '../../../shared/text/markdown.ts'
import { proveMarked } from '../../../shared/text/proof.ts'
import type { Publication } from '../../../shared/text/publication.ts'
import { documentNumber, revLabel } from '../../../shared/text/revision.ts'
import { chooseTarget, notedOrWithdrawn } from '../outgoing/target.ts'
import { writeFile } from '../outgoing/writeFile.ts'
import type { FoldedDossier, Handler } from './context.ts'
import { findRevision, revisionAt, type FoundRevision } from './textFind.ts'
import { markedAgainst } from './textMarked.ts'

export const textWrite: Handler<'text.write'> = async (input, session, context) => {
  const found = findRevision(session, input)
  if (!found.ok) return found
  const bytes = encodeVersion(found.value, input, context.now())
  if (!bytes.ok) return bytes
  const path = context.files.redeem(input.target)
  if (path === null) return err(refusal('write-failed'))
  const place = await (await chooseTarget(path, 1)).place(textFileName(found.value.revision, input))
  const written = await writeFile(place, bytes.value)
  const subject = `${documentNumber(found.value.revision.cover, input.rev)}, ${input.version}, ${input.format}`
  if (!written.ok) return err(refusal(written.error))
  const { state } = found.value.folded
  const details: [string, string][] = [['file', written.value.fileName], ['hash', context.hash(bytes.value)]]
  await notedOrWithdrawn([place], () => session.record('text.write', subject, 'done', null, { dossier: state.dossier, marking: state.marking, details }))
  return ok(written.value)
}

/** `7923-2-17-rev2-marked.docx` */
export function textFileName(revision: Pick<Revision, 'cover' | 'rev'>, { version, format }: Pick<Input<'text.write'>, 'version' | 'format'>): string {
  const number = documentNumber(revision.cover, revision.rev).toLowerCase().replace(/\s*\brev (\d+)$/, '')
  const stem = number.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60) || 'text'
  return `${stem}-${revLabel(revision.rev).toLowerCase().replace(' ', '')}-${version}.${format}`
}

function encodeVersion(found: FoundRevision, input: Input<'text.write'>, nowUtcMs: number): Result<Uint8Array, Refusal> {
  const stamp = { dateUtc: new Date(nowUtcMs).toISOString() }
  const facts = factsOf(found.revision, found.folded)
  const clean = { version: 'clean', document: found.revision.document } as const
  if (input.version === 'clean') return ok(encodePublication({ ...facts, comparedWith: null, body: clean }, input.format, stamp))
  const before = revisionAt(found.text, found.revision.rev - 1)
  if (!before) return err(refusal('revision-unknown', { rev: found.revision.rev - 1 }))
  const comparedWith = documentNumber(before.cover, before.rev)
  if (input.version === 'disposition') return ok(encodeDisposition(before, { ...facts, comparedWith }, input.format, stamp))
  const document = markedAgainst(before, found.revision.document)
  const proof = proveMarked(document, before.document, found.revision.document)
  if (!proof.acceptGivesClean || !proof.rejectGivesPredecessor) return err(refusal('verify-failed', { failures: proof.failures.length }))
  return ok(encodePublication({ ...facts, comparedWith, body: { version: 'marked', document } }, input.format, stamp))
}

function factsOf(revision: Revision, { state }: FoldedDossier): Pick<Publication, 'cover' | 'title' | 'revLabel' | 'marking' | 'exercise'> {
  return { cover: revision.cover, title: revision.title, revLabel: revLabel(revision.rev), marking: state.marking, exercise: state.exercise }
}

type Format = Input<'text.write'>['format']

function encodePublication(publication: Publication, format: Format, stamp: { dateUtc: string }): Uint8Array {
  if (format === 'docx') return encodeDocx(publication, stamp)
  return utf8(format === 'html' ? encodeHtml(publication) : encodeMarkdown(publication))
}

function encodeDisposition(before: Revision, head: DispositionHead, format: Format, stamp: { dateUtc: string }): Uint8Array {
  const rows = dispositionRows(before.document, before.suggestions)
  if (format === 'docx') return encodeDispositionDocx(rows, head, stamp)
  return utf8(format === 'html' ? encodeDispositionHtml(rows, head) : encodeDispositionMarkdown(rows, head))
}
