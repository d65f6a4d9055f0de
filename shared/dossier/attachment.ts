/** What is said of an attachment: its name, its size, and what kind of file it is. */
import * as v from 'valibot'
import { isPlainLine, plainLine } from '../base/plainLine.ts'

export const MOST_ATTACHMENT_BYTES = 2 * 1024 * 1024 * 1024
export const MOST_NAME_CHARACTERS = 255

/** The only kinds that are ever shown inside the app. */
export const RASTER_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const
export type RasterType = (typeof RASTER_TYPES)[number]
/** Said of everything else: what the content is shows when it is opened by a person, elsewhere. */
export const UNKNOWN_TYPE = 'application/octet-stream'

/** By what the author's machine found at the head of the content; a reader that shows anything looks for itself. */
export const mediaTypeSchema = v.pipe(v.string(), v.maxLength(100), v.regex(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/))

/** A name with them would lie about its place. */
const SEPARATORS = /[/\\]/g

/** A bare file name. */
export const attachmentNameSchema = v.pipe(
  v.string(), v.minLength(1), v.maxLength(MOST_NAME_CHARACTERS), v.check((name) => isPlainLine(name) && name.search(SEPARATORS) < 0 && name !== '.' && name !== '..' && name.trim() === name),
)

/** The nearest name that may be said; `attachment` where nothing of it is left. */
export function attachmentName(fileName: string): string {
  const clean = plainLine(fileName.normalize('NFC').toWellFormed(), '_').replace(SEPARATORS, '_').trim()
  const ending = /\.[^.\s]{1,16}$/u.exec(clean)?.[0] ?? ''
  const fitting = clean.length <= MOST_NAME_CHARACTERS ? clean : `${clean.slice(0, MOST_NAME_CHARACTERS - ending.length - 1).toWellFormed().trimEnd()}${ending}`
  return v.is(attachmentNameSchema, fitting) ? fitting : 'attachment'
}
