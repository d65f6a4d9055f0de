import { extname } from 'node:path'
import { err, ok } from '../../../shared/base/result.ts'
import { commentNote } from '../../../shared/docx/comments.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { placeInRevision, suggestionsByAuthor } from '../../../shared/text/authorSuggestions.ts'
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
  const { before, authors, comments, notes } = read.value
  const { document } = found.value.revision
  const placed = comments.map((comment) => ({ ...comment, place: placeInRevision(document, before.document, comment.place) }))
  const asked = suggestionsByAuthor(document, before.document, authors.map(({ author, text }) => ({ author, document: text.document })))
  const known = [...new Set([...asked.authors.map(({ author }) => author), ...placed.map(({ author }) => author)])]
  const all = known.map((author) => ({
    author, suggestions: asked.authors.filter((one) => one.author === author).flatMap(({ suggestions }) => suggestions),
    comments: placed.flatMap(({ author: by, words, place }) => (by === author && place !== null ? [{ words, place }] : [])),
  })).filter(({ author, comments: said }) => said.length > 0 || asked.authors.some((one) => one.author === author))
  if (all.every(({ suggestions, comments: said }) => suggestions.length + said.length === 0)) return err(refusal('nothing-changed'))
  const untracked = asked.untracked === 0 ? [] : [`Without its tracked changes the file differs from the REV in ${asked.untracked} ${asked.untracked === 1 ? 'place' : 'places'}. That is nobody's suggestion, and was left out.`]
  const unplaced = placed.filter(({ place }) => place === null).map(({ author, words }) => `${commentNote(author, words)} stands on no words of this REV, and was left out.`)
  return ok({ authors: all, notes: [...before.notes, ...notes, ...untracked, ...unplaced] })
}
