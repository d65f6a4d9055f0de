import { utf8 } from '../../../shared/base/bytes.ts'
import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { changeListOf } from '../../../shared/text/changeList.ts'
import { compareDocuments } from '../../../shared/text/compare.ts'
import { normalizeDocument } from '../../../shared/text/normalize.ts'
import { proveMarked } from '../../../shared/text/proof.ts'
import type { OpenHandler } from './context.ts'
import { encodeTextFile, publicationOf, readTextFile, writeTextFile } from './textFile.ts'

/** Nothing is written whose marks do not give both texts back. */
export const textFileCompare: OpenHandler<'textFile.compare'> = async (input, context) => {
  const before = await readTextFile(input.before, context)
  if (!before.ok) return before
  const after = await readTextFile(input.after, context)
  if (!after.ok) return after
  const [old, now] = [normalizeDocument(before.value.document), normalizeDocument(after.value.document)]
  const document = compareDocuments(old, now, { identifiers: 'unrelated' })
  const proof = proveMarked(document, old, now)
  if (!proof.acceptGivesClean || !proof.rejectGivesPredecessor) return err(refusal('verify-failed', { failures: proof.failures.length }))
  const list = changeListOf(document)
  const bytes = input.format === 'json' ? utf8(`${JSON.stringify({ comparedWith: input.comparedWith, before: old, after: now, marked: document, ...list }, null, 1)}\n`)
    : encodeTextFile(publicationOf(after.value, { version: 'marked', document }, input.comparedWith), input.format, context.now(), input.marks)
  const file = await writeTextFile(input.target, `compared.${input.format}`, bytes, context)
  const notes = [...before.value.notes.map((note) => `In the first file: ${note}`), ...after.value.notes.map((note) => `In the second file: ${note}`)]
  return file.ok ? ok({ file: file.value, list, proof, notes }) : file
}
