/** Files that are texts by themselves, without a vault: read through the door by the ending of their names, and written. */
import { extname } from 'node:path'
import { utf8 } from '../../../shared/base/bytes.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { encodeDocx, type MarksAs } from '../../../shared/docx/encode.ts'
import type { FileGrant, WrittenFile } from '../../../shared/ipc/files.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { encodeHtml } from '../../../shared/text/html.ts'
import { coverWith } from '../../../shared/text/cover.ts'
import type { ImportedText } from '../../../shared/text/imported.ts'
import { encodeMarkdown } from '../../../shared/text/markdown.ts'
import { carriesMarks, parseMarkedText, type MarkedText } from '../../../shared/text/parseMarked.ts'
import { parseMarkdownText, parsePlainText } from '../../../shared/text/parseMarkdown.ts'
import { encodePlain } from '../../../shared/text/plain.ts'
import { acceptAll } from '../../../shared/text/accept.ts'
import type { Publication } from '../../../shared/text/publication.ts'
import { readDocx } from '../intake/readDocx.ts'
import { chooseTarget } from '../outgoing/target.ts'
import { writeFile } from '../outgoing/writeFile.ts'
import type { HandlerContext } from './context.ts'
import { inMarkdownNotation, readCharacters } from './textSource.ts'

/** Tracked changes and marks are taken as accepted. */
export async function readTextFile(grant: FileGrant, context: HandlerContext): Promise<Result<ImportedText, Refusal>> {
  const path = context.files.redeem(grant)
  if (path === null) return err(refusal('file-missing'))
  if (extname(path).toLowerCase() === '.docx') return readDocx(path, 'accepted')
  return isCharacters(path) ? readCharacters(path, cleanParser) : err(refusal('format-unknown', {}, 'container'))
}

/** Both texts that a marked version holds. */
export async function readMarkedFile(grant: FileGrant, context: HandlerContext): Promise<Result<MarkedText, Refusal>> {
  const path = context.files.redeem(grant)
  if (path === null) return err(refusal('file-missing'))
  if (extname(path).toLowerCase() !== '.docx') return isCharacters(path) ? readCharacters(path, () => parseMarkedText) : err(refusal('format-unknown', {}, 'container'))
  const both = await readDocx(path, 'both')
  return both.ok ? ok({ ...both.value, clean: null }) : both
}

function isCharacters(path: string): boolean {
  return ['.md', '.markdown', '.txt'].includes(extname(path).toLowerCase())
}

function cleanParser(source: string): typeof parsePlainText {
  if (!carriesMarks(source)) return inMarkdownNotation(source) ? parseMarkdownText : parsePlainText
  return (marked) => {
    const both = parseMarkedText(marked)
    return both.ok ? ok(both.value.clean ?? both.value.after) : both
  }
}

/** A publication of words that come from files alone: no marking, no exercise, the cover that the file had. */
export function publicationOf(text: Pick<ImportedText, 'title' | 'cover'>, body: Publication['body'], comparedWith: string | null): Publication {
  const marking = { limite: false, classification: 'NONE', tlp: null } as const
  return { cover: coverWith(text.cover), title: text.title, revLabel: 'INIT', comparedWith, marking, exercise: false, body }
}

export type TextFileFormat = 'docx' | 'html' | 'md' | 'txt'

export function encodeTextFile(publication: Publication, format: TextFileFormat, nowUtcMs: number, marks: MarksAs = 'tracked'): Uint8Array {
  switch (format) {
    case 'docx': return encodeDocx(publication, { dateUtc: new Date(nowUtcMs).toISOString() }, marks)
    case 'html': return utf8(encodeHtml(publication))
    case 'md': return utf8(encodeMarkdown(publication))
    case 'txt': return utf8(encodePlain(publication.body.version === 'clean' ? publication.body.document : acceptAll(publication.body.document)))
  }
}

export async function writeTextFile(grant: FileGrant, fileName: string, bytes: Uint8Array, context: HandlerContext): Promise<Result<WrittenFile, Refusal>> {
  const path = context.files.redeem(grant)
  if (path === null) return err(refusal('write-failed'))
  const written = await writeFile(await (await chooseTarget(path, 1)).place(fileName), bytes)
  return written.ok ? written : err(refusal(written.error))
}
