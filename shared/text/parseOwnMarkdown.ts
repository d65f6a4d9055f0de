/** Markdown that `markdown.ts` wrote, clean or marked, read back exactly. What a person has changed in it since is read as far as it follows the same notation. */
import type { Side } from './parseMarked.ts'
import { BLOCK_KINDS, LIMITS, RUN_MARKS, type Block, type Inline, type Run, type RunMark, type TextDocument } from './document.ts'
import { FOOTNOTES_FOLLOW, staysOpen, usualShape, type KindLevel, type Version } from './markdownBlock.ts'
import { normalizeDocument } from './normalize.ts'

/** Null where the source is no file of ours. */
export function ownVersion(source: string): Version | null {
  const [, version] = /^\uFEFF?<!-- Chancery text 1: (clean|marked) -->\s*$/m.exec(source.slice(0, 80)) ?? []
  return version === 'clean' || version === 'marked' ? version : null
}

export interface OwnMarkdown {
  /** Cover, as its lines stand. */
  readonly head: string
  readonly before: TextDocument
  /** The same as `before` where the file is a clean version. */
  readonly after: TextDocument
}

export function parseOwnMarkdown(source: string, version: Version): OwnMarkdown {
  const lines = source.split(/\r\n?|\n/)
  const from = lines.indexOf('---')
  const notesAt = lines.indexOf(FOOTNOTES_FOLLOW, from)
  const body = lines.slice(from + 1, notesAt < 0 ? undefined : notesAt)
  const reader = new OwnReader(version, notesAt < 0 ? [] : lines.slice(notesAt + 1))
  for (const line of body) reader.line(line)
  return { head: lines.slice(1, from).join('\n'), before: reader.document('before'), after: reader.document('after') }
}

interface SidedPiece { readonly inline: Inline; readonly before: boolean; readonly after: boolean }
interface SidedBlock { readonly before: KindLevel | null; readonly after: KindLevel | null; readonly pieces: readonly SidedPiece[] }

class OwnReader {
  readonly #version: Version
  readonly #notes = new Map<string, readonly SidedPiece[]>()
  readonly #blocks: SidedBlock[] = []
  #open = false

  constructor(version: Version, notes: readonly string[]) {
    this.#version = version
    for (const note of notes) {
      const [, , name, words] = /^(\*\*|~~)?\[\^([^\]\s]{1,40})\]: ?(.*?)\1?$/.exec(note) ?? []
      if (name !== undefined) this.#notes.set(name, this.#inlines(words ?? ''))
    }
  }

  line(line: string): void {
    if (line.trim() === '' || /^\|(?: --- \|)+$/.test(line)) return
    if (line.startsWith('| ') && line.endsWith(' |')) {
      cellsOf(line).forEach((cell, at) => this.#add(cell, { kind: at === 0 ? 'row' : 'cell', level: 1 }))
      this.#open = false
    } else this.#add(line, null)
  }

  document(side: Side): TextDocument {
    const blocks = this.#blocks.flatMap((block): Omit<Block, 'id'>[] => {
      const shape = block[side]
      return shape ? [{ ...shape, content: contentOf(block.pieces, side) }] : []
    })
    return normalizeDocument({ blocks: blocks.map((block, at) => ({ id: String(at + 1), ...block })) })
  }

  #add(source: string, cell: KindLevel | null): void {
    const [comment = '', said] = /^<!--([^>]*(?:> [^>]*)?)-->/.exec(source) ?? []
    const rest = source.slice(comment.length)
    const told = said === undefined ? null : readComment(said)
    const { words, shape } = told ?? cell ? { words: rest, shape: cell } : unsigned(rest, this.#open)
    const change = told?.change ?? 'same'
    const [before, after] = told ? [told.before, told.after] : [shape, shape]
    const bare = told ? withoutSigns(unwrapped(words, change), told) : words
    this.#open = after ? staysOpen(after) : before ? staysOpen(before) : false
    this.#blocks.push({ before: change === 'inserted' ? null : before, after: change === 'deleted' ? null : after, pieces: this.#inlines(bare) })
  }

  #inlines(source: string): SidedPiece[] {
    return readInlines(source, this.#version, (name) => this.#notes.get(name) ?? null)
  }
}

interface Told { readonly change: 'same' | 'inserted' | 'deleted'; readonly before: KindLevel | null; readonly after: KindLevel | null }

function readComment(said: string): Told | null {
  const [, word, ...shapes] = /^(?:(inserted|deleted|movedFrom|movedTo) )?([a-z]+ \d)(?: > ([a-z]+ \d))?$/.exec(said) ?? []
  const [first, second] = shapes.map(readShape)
  if (!first) return null
  const change = word === 'inserted' || word === 'movedTo' ? 'inserted' : word === 'deleted' || word === 'movedFrom' ? 'deleted' : 'same'
  return { change, before: first, after: second ?? first }
}

function readShape(said: string | undefined): KindLevel | null {
  const [name, level] = said?.split(' ') ?? []
  const kind = BLOCK_KINDS.find((candidate) => candidate === name)
  return kind && Number(level) >= 1 && Number(level) <= LIMITS.levels ? { kind, level: Number(level) } : null
}

function unwrapped(words: string, change: Told['change']): string {
  const sign = change === 'inserted' ? '**' : '~~'
  return change !== 'same' && words.startsWith(sign) && words.endsWith(sign) && words.length >= 4 ? words.slice(2, -2) : words
}

const SIGNED: readonly string[] = ['title', 'heading', 'numbered', 'bullet']

/** A paragraph that stays may have one sign, or the old one struck and the new one bold. */
function withoutSigns(words: string, { before, after }: Told): string {
  const [old, now] = [before, after].map((shape) => shape !== null && SIGNED.includes(shape.kind))
  if (!old && !now) return words
  const both = /^(?:~~[^~\s]+~~)?(?:\*\*[^*\s]+\*\*)? ?/.exec(words)?.[0] ?? ''
  return both.length > 1 ? words.slice(both.length) : words.replace(/^\S+ ?/, '')
}

function unsigned(line: string, open: boolean): { words: string; shape: KindLevel } {
  const [whole = '', indent = '', sign = ''] = /^( *)(#{1,6}|-|\d+\.) /.exec(line) ?? []
  return { words: line.slice(whole.length), shape: usualShape(sign, indent.length, open) }
}

/** Cells between strokes that no backslash escapes. */
function cellsOf(line: string): string[] {
  const cells: string[] = []
  let cell = ''
  for (const [piece] of line.slice(2, -2).matchAll(/\\[^]| \| |[^]/gu)) {
    if (piece === ' | ') {
      cells.push(cell)
      cell = ''
    } else cell += piece
  }
  return [...cells, cell]
}

function contentOf(pieces: readonly SidedPiece[], side: Side): Inline[] {
  return pieces.filter((piece) => piece[side]).map((piece) => piece.inline)
}

const PIECES = /\\[^]|\*\*|~~|_|<br>|&#x[0-9a-f]{1,6};|<\/?(?:b|i|u|sup)>|\[\^[^\]\s]{1,40}\]/giu
const TAG_MARKS: Readonly<Record<string, RunMark>> = { b: 'bold', i: 'italic', u: 'underline', sup: 'superscript' }

type Note = (name: string) => readonly SidedPiece[] | null

function readInlines(source: string, version: Version, note: Note): SidedPiece[] {
  const pieces: SidedPiece[] = []
  const marks = new Set<RunMark>()
  const open = { inserted: false, deleted: false }
  const push = (text: string): void => {
    if (text !== '') pieces.push({ inline: { text, marks: RUN_MARKS.filter((mark) => marks.has(mark)) }, before: !open.inserted, after: !open.deleted })
  }
  const toggle = (mark: RunMark): void => {
    if (!marks.delete(mark)) marks.add(mark)
  }
  let at = 0
  for (const match of source.matchAll(PIECES)) {
    push(source.slice(at, match.index))
    at = match.index + match[0].length
    const [sign] = match
    const footnote = sign.startsWith('[^') ? note(sign.slice(2, -1)) : null
    if (footnote) pieces.push(...footnotePieces(footnote, open))
    else if (sign.startsWith('\\')) push(sign.slice(1))
    else if (sign === '<br>') push('\n')
    else if (sign.startsWith('&#')) push(String.fromCodePoint(Math.min(Number.parseInt(sign.slice(3, -1), 16), 0x10ffff)))
    else if (sign === '**' && version === 'marked') open.inserted = !open.inserted
    else if (sign === '~~' && version === 'marked') open.deleted = !open.deleted
    else if (sign === '**') toggle('bold')
    else if (sign === '_' && version === 'clean') toggle('italic')
    else if (sign.startsWith('<')) setMark(marks, sign)
    else push(sign)
  }
  push(source.slice(at))
  return pieces
}

function setMark(marks: Set<RunMark>, tag: string): void {
  const mark = TAG_MARKS[tag.replace(/[</>]/g, '').toLowerCase()]
  if (!mark) return
  if (tag.startsWith('</')) marks.delete(mark)
  else marks.add(mark)
}

/** A footnote whose words have changed is one in each text. */
function footnotePieces(pieces: readonly SidedPiece[], open: { inserted: boolean; deleted: boolean }): SidedPiece[] {
  const runs = (side: Side): Run[] => contentOf(pieces, side).flatMap((inline) => ('text' in inline ? [inline] : []))
  return [
    { inline: { footnote: runs('before') }, before: !open.inserted, after: false },
    { inline: { footnote: runs('after') }, before: false, after: !open.deleted },
  ]
}
