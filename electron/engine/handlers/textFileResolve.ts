import { ok } from '../../../shared/base/result.ts'
import type { OpenHandler } from './context.ts'
import { encodeTextFile, publicationOf, readMarkedFile, writeTextFile } from './textFile.ts'

export const textFileResolve: OpenHandler<'textFile.resolve'> = async ({ source, take, format, target }, context) => {
  const marked = await readMarkedFile(source, context)
  if (!marked.ok) return marked
  const text = take === 'accept' ? marked.value.after : marked.value.before
  const bytes = encodeTextFile(publicationOf(text, { version: 'clean', document: text.document }, null), format, context.now())
  const file = await writeTextFile(target, `${take}ed.${format}`, bytes, context)
  return file.ok ? ok({ file: file.value, notes: [...text.notes] }) : file
}
