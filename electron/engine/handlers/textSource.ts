/** A foreign file that is to become a text: by the ending of its name, through the door, within its limits. */
import { extname } from 'node:path'
import { fromUtf8 } from '../../../shared/base/bytes.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { FileGrant } from '../../../shared/ipc/files.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import type { ImportedText, ImportFault } from '../../../shared/text/imported.ts'
import { parseMarkdownText, parsePlainText } from '../../../shared/text/parseMarkdown.ts'
import { readDocx } from '../intake/readDocx.ts'
import { readFile } from '../intake/readFile.ts'
import type { HandlerContext } from './context.ts'
import { shownName } from './shownName.ts'

const MOST_BYTES = 16 * 1024 * 1024

/** With the bare name of the file. */
export type ReadText = ImportedText & { readonly fileName: string }

export async function readTextSource(grant: FileGrant, context: HandlerContext): Promise<Result<ReadText, Refusal>> {
  const path = context.files.redeem(grant)
  if (path === null) return err(refusal('file-missing'))
  const read = await readByEnding(path)
  return read.ok ? ok({ ...read.value, fileName: shownName(path) }) : read
}

async function readByEnding(path: string): Promise<Result<ImportedText, Refusal>> {
  switch (extname(path).toLowerCase()) {
    case '.docx': return readDocx(path, 'untracked')
    case '.md':
    case '.markdown': return readCharacters(path, () => parseMarkdownText)
    case '.txt': return readCharacters(path, (source) => (inMarkdownNotation(source) ? parseMarkdownText : parsePlainText))
    default: return err(refusal('format-unknown', {}, 'container'))
  }
}

type Parser<Text> = (source: string) => Result<Text, ImportFault>

export async function readCharacters<Text>(path: string, parserOf: (source: string) => Parser<Text>): Promise<Result<Text, Refusal>> {
  const bytes = await readFile(path, MOST_BYTES)
  if (!bytes.ok) return err(refusal(bytes.error, {}, bytes.error === 'file-too-large' ? 'limit' : null))
  let source: string
  try {
    source = fromUtf8(bytes.value)
  } catch {
    return err(refusal('file-unreadable', {}, 'container'))
  }
  const text = parserOf(source)(source)
  return text.ok ? ok(text.value) : err(refusal(text.error, {}, 'limit'))
}

/** Transcriptions of Council documents come as .txt and use bold and footnotes as Markdown does. */
export function inMarkdownNotation(source: string): boolean {
  return /\*\*\S|^#{1,6} |^\[\^[^\]\s]+\]:/m.test(source)
}
