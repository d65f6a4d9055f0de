import { extname } from 'node:path'
import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { suggestionsByAuthor } from '../../../shared/text/authorSuggestions.ts'
import { readDocx } from '../intake/readDocx.ts'
import type { Handler } from './context.ts'
import { findRevision } from './textFind.ts'

export const textReadAuthors: Handler<'text.readAuthors'> = async (input, session, context) => {
  const found = findRevision(session, input)
  if (!found.ok) return found
  const path = context.files.redeem(input.source)
  if (path === null) return err(refusal('file-missing'))
  if (extname(path).toLowerCase() !== '.docx') return err(refusal('format-unknown', {}, 'container'))
  const read = await readDocx(path, 'authors')
  if (!read.ok) return read
  const { before, authors, notes } = read.value
  const asked = suggestionsByAuthor(found.value.revision.document, before.document, authors.map(({ author, text }) => ({ author, document: text.document })))
  if (asked.authors.every(({ suggestions }) => suggestions.length === 0)) return err(refusal('nothing-changed'))
  const untracked = asked.untracked === 0 ? [] : [`Without its tracked changes the file differs from the REV in ${asked.untracked} ${asked.untracked === 1 ? 'place' : 'places'}. That is nobody's suggestion, and was left out.`]
  return ok({ authors: asked.authors.map(({ author, suggestions }) => ({ author, suggestions: [...suggestions] })), notes: [...before.notes, ...notes, ...untracked] })
}
