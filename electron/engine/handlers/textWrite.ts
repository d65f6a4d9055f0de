import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { Revision } from '../../../shared/dossier/state.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { documentNumber, revLabel } from '../../../shared/text/revision.ts'
import { chooseTarget, notedOrWithdrawn } from '../outgoing/target.ts'
import { writeFile } from '../outgoing/writeFile.ts'
import type { Handler, HandlerContext } from './context.ts'
import { findRevision, type FoundRevision } from './textFind.ts'
import { encodeVersion, printedVersion } from './textVersion.ts'

export const textWrite: Handler<'text.write'> = async (input, session, context) => {
  const found = findRevision(session, input)
  if (!found.ok) return found
  const bytes = await bytesOf(found.value, input, context)
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

async function bytesOf(found: FoundRevision, input: Input<'text.write'>, { now, print }: HandlerContext): Promise<Result<Uint8Array, Refusal>> {
  const { version, format, copy, marks } = input
  if (format !== 'pdf') return encodeVersion(found, { version, format, marks, copy }, now())
  const page = printedVersion(found, version, copy, now())
  if (!page.ok) return page
  const pdf = print === null ? null : await print.toPdf(page.value)
  return pdf === null ? err(refusal('print-unavailable')) : ok(pdf)
}

/** `7923-2-17-rev2-marked.docx` */
export function textFileName(revision: Pick<Revision, 'cover' | 'rev'>, { version, format }: Pick<Input<'text.write'>, 'version' | 'format'>): string {
  const number = documentNumber(revision.cover, revision.rev).toLowerCase().replace(/\s*\brev (\d+)$/, '')
  const stem = number.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60) || 'text'
  return `${stem}-${revLabel(revision.rev).toLowerCase().replace(' ', '')}-${version}.${format}`
}
