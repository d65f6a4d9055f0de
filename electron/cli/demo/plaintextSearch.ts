/** Looks for words of the text, names and titles in files that must not show them: as UTF-8 and as UTF-16, in one pass. */
import { readFileSync } from 'node:fs'
import type { TextDocument } from './places.ts'

/** Shorter words come up in random bytes by chance. */
const LEAST_LETTERS = 7

export interface SearchResult {
  readonly files: number
  readonly bytes: number
  readonly words: number
  /** `file: word` */
  readonly found: readonly string[]
}

/** Words of at least seven letters, unaccented, in lower case. */
export function searchWords(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => text.toLowerCase().match(/[a-z]+/g) ?? []).filter((word) => word.length >= LEAST_LETTERS))
}

export function wordsOfDocument(document: TextDocument): string[] {
  return document.blocks.flatMap((block) => block.content.flatMap((inline) => ('footnote' in inline ? inline.footnote.map((run) => run.text) : [inline.text])))
}

export function searchFiles(paths: readonly string[], words: ReadonlySet<string>): SearchResult {
  let bytes = 0
  const found: string[] = []
  for (const path of paths) {
    const content = readFileSync(path)
    bytes += content.length
    for (const run of [...letterRuns(content, 1), ...letterRuns(content, 2)]) {
      const hit = wordInside(run, words)
      if (hit !== null) found.push(`${path}: ${hit}`)
    }
  }
  return { files: paths.length, bytes, words: words.size, found }
}

/** Runs of at least seven letters at a stride of 1 byte (UTF-8) or 2 (UTF-16, either order: the zero byte falls before or after). */
function letterRuns(content: Buffer, stride: 1 | 2): string[] {
  const runs: string[] = []
  for (let offset = 0; offset < stride; offset++) {
    let from = offset
    for (let at = offset; at <= content.length + stride; at += stride) {
      if (at < content.length && isLetter(content[at])) continue
      if (at - from >= LEAST_LETTERS * stride) runs.push(lettersOf(content, from, at, stride))
      from = at + stride
    }
  }
  return runs
}

function lettersOf(content: Buffer, from: number, to: number, stride: number): string {
  let letters = ''
  for (let at = from; at < to && at < content.length; at += stride) letters += String.fromCharCode(content[at] ?? 0)
  return letters.toLowerCase()
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a))
}

/** A word may stand inside a longer run of letters, where what precedes it in the file happens to look like letters. */
function wordInside(run: string, words: ReadonlySet<string>): string | null {
  if (words.has(run)) return run
  for (let from = 0; from + LEAST_LETTERS <= run.length; from++) {
    for (let to = from + LEAST_LETTERS; to <= run.length; to++) {
      const part = run.slice(from, to)
      if (words.has(part)) return part
    }
  }
  return null
}
