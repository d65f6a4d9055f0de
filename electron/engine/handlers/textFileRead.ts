import { ok } from '../../../shared/base/result.ts'
import { encodePlain } from '../../../shared/text/plain.ts'
import type { OpenHandler } from './context.ts'
import { readTextFile } from './textFile.ts'

export const textFileRead: OpenHandler<'textFile.read'> = async ({ source }, context) => {
  const text = await readTextFile(source, context)
  if (!text.ok) return text
  const { title, document, notes } = text.value
  return ok({ title, document, plain: encodePlain(document), notes: [...notes] })
}
