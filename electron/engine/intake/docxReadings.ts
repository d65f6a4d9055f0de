/** What can be asked of a Word file: one text, both texts of its tracked changes, or what each author makes of it. */
import { parseAuthorsDocx, parseDocx, parseMarkedDocx } from '../../../shared/docx/parse.ts'

export const DOCX_READERS = {
  /** A file with tracked changes is refused. */
  untracked: (bytes: Uint8Array) => parseDocx(bytes, 'refuse'),
  accepted: (bytes: Uint8Array) => parseDocx(bytes, 'accept'),
  both: parseMarkedDocx,
  authors: parseAuthorsDocx,
} as const
export type DocxReading = keyof typeof DOCX_READERS
export type DocxRead<Reading extends DocxReading> = ReturnType<(typeof DOCX_READERS)[Reading]>
