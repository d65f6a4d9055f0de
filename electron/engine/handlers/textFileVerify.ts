import { ok, type Result } from '../../../shared/base/result.ts'
import type { FileGrant } from '../../../shared/ipc/files.ts'
import type { Refusal } from '../../../shared/ipc/refusal.ts'
import type { ImportedText } from '../../../shared/text/imported.ts'
import { proveTexts } from '../../../shared/text/proof.ts'
import type { HandlerContext, OpenHandler } from './context.ts'
import { readMarkedFile, readTextFile } from './textFile.ts'

/** A transcription that holds its own clean version is measured by that, unless another is given. */
export const textFileVerify: OpenHandler<'textFile.verify'> = async (input, context) => {
  const marked = await readMarkedFile(input.marked, context)
  if (!marked.ok) return marked
  const clean = await readOptional(input.clean, context)
  if (!clean.ok) return clean
  const base = await readOptional(input.base, context)
  if (!base.ok) return base
  const { before, after } = marked.value
  const given = { clean: (clean.value ?? marked.value.clean)?.document ?? null, predecessor: base.value?.document ?? null }
  const proof = proveTexts({ accepted: after.document, rejected: before.document }, given)
  return ok({ proof, asked: { accept: given.clean !== null, reject: given.predecessor !== null }, notes: [...after.notes] })
}

async function readOptional(grant: FileGrant | null, context: HandlerContext): Promise<Result<ImportedText | null, Refusal>> {
  return grant === null ? ok(null) : readTextFile(grant, context)
}
