/**
 * Blocks as lines of Markdown that read back as exactly the same blocks (`parseOwnMarkdown.ts`). What its signs do not say, a comment in
 * front says, which no reader of Markdown shows: `<!--recital 1-->`, `<!--inserted numbered 1-->`, `<!--plain 1 > bullet 1-->`.
 */
import { LIMITS, type BlockKind } from './document.ts'
import type { MarkedBlock, MarkedFootnote, MarkedInline, MarkedRun } from './marked.ts'
import type { MarkedPart, MarkedRow } from './markedTable.ts'
import { escapeMarkdown } from './markdownEscape.ts'
import { stretchesOf, type Reading, type ReadingBlock } from './reading.ts'

export type Version = 'clean' | 'marked'
export interface KindLevel { readonly kind: BlockKind; readonly level: number }

/** In front of the footnotes, so that a paragraph that begins with a reference cannot be taken for one. */
export const FOOTNOTES_FOLLOW = '<!--footnotes-->'

/** What a line without a comment is, by its sign and by what stands before it. */
export function usualShape(sign: string, indent: number, open: boolean): KindLevel {
  if (sign === '#') return { kind: 'title', level: 1 }
  if (sign.startsWith('#')) return { kind: 'heading', level: sign.length - 1 }
  if (sign === '-') return { kind: 'bullet', level: Math.min(1 + Math.floor(indent / 2), LIMITS.levels) }
  if (/^\d+\.$/.test(sign)) return { kind: 'numbered', level: 1 }
  return open ? { kind: 'continuation', level: 1 } : { kind: 'plain', level: 1 }
}

/** Whether an unnumbered paragraph would belong to what stands before it. */
export function staysOpen({ kind }: KindLevel): boolean {
  return kind === 'numbered' || kind === 'bullet' || kind === 'continuation'
}

export class MarkdownWriter {
  readonly #reading: Reading
  readonly #version: Version
  #open = false

  constructor(reading: Reading, version: Version) {
    this.#reading = reading
    this.#version = version
  }

  part(part: MarkedPart): string {
    if ('rows' in part) {
      this.#open = false
      return this.#table(part.rows)
    }
    const entry = this.#reading.blocks[part.at]
    return entry ? this.#block(entry) : ''
  }

  footnotes(): string[] {
    const lines = [...this.#reading.footnotes].map(([footnote, name]) => this.#definition(footnote, name))
    return lines.length === 0 ? [] : [FOOTNOTES_FOLLOW, ...lines]
  }

  #block(entry: ReadingBlock): string {
    const { block } = entry
    const shape = block.after ?? block.before ?? { kind: 'plain', level: 1 }
    const [before, after] = [signOf(block.before, entry.labelBefore), signOf(block.after, entry.labelAfter)]
    const words = this.#blockWords(block)
    const gone = block.change === 'deleted' || block.change === 'movedFrom'
    const sign = block.change !== 'same' ? (gone ? before : after) : before === after ? after : deleted(before) + added(after)
    const indent = sign === '-' ? ' '.repeat(2 * (shape.level - 1)) : ''
    const usual = usualShape(sign, indent.length, this.#open)
    const plainly = block.change === 'same' && before === after && words !== '' && sameShape(block.before, block.after) && sameShape(usual, shape)
    this.#open = staysOpen(shape)
    const line = wrapped(block.change, sign === '' ? words : `${sign} ${words}`)
    return plainly ? indent + line : commentOf(block) + line
  }

  /** In a paragraph that came or went as a whole nothing inside is marked again. */
  #blockWords(block: MarkedBlock): string {
    const content = block.change === 'movedTo' ? block.content.filter((inline) => inline.change !== 'deleted') : block.content
    return guarded(ends(block.change === 'same' ? this.#words(content) : content.map((inline) => this.#inline(inline)).join('')))
  }

  #table(rows: readonly MarkedRow[]): string {
    const lines = rows.map((row) => `| ${row.cells.map(({ block }, at) => this.#cell(block, at === 0)).join(' | ')} |`)
    const [head = '', ...rest] = lines
    return [head, `|${' --- |'.repeat(rows[0]?.cells.length ?? 1)}`, ...rest].join('\n')
  }

  #cell(block: MarkedBlock, first: boolean): string {
    const usual = { kind: first ? 'row' as const : 'cell' as const, level: 1 }
    const plainly = block.change === 'same' && sameShape(block.before, usual) && sameShape(block.after, usual)
    return (plainly ? '' : commentOf(block)) + wrapped(block.change, this.#blockWords(block))
  }

  #words(content: readonly (MarkedRun | MarkedFootnote)[]): string {
    if (this.#version === 'clean') return content.map((inline, at) => this.#inline(inline, content[at - 1], content[at + 1])).join('')
    return stretchesOf(content).map(({ change, pieces }) => {
      const words = pieces.map((piece) => this.#inline(piece)).join('')
      return change === 'inserted' ? added(words) : change === 'deleted' ? deleted(words) : words
    }).join('')
  }

  #inline(inline: MarkedInline, before?: MarkedInline, after?: MarkedInline): string {
    if ('footnote' in inline) return `[^${this.#reading.footnotes.get(inline) ?? ''}]`
    return this.#version === 'marked' ? tagged(inline) : formatted(inline, before, after)
  }

  #definition(footnote: MarkedFootnote, name: string): string {
    const words = footnote.change === 'same' ? this.#words(footnote.footnote) : footnote.footnote.map((run) => this.#inline(run)).join('')
    const line = `[^${name}]: ${ends(words)}`
    return footnote.change === 'same' ? line : footnote.change === 'inserted' ? added(line) : deleted(line)
  }
}

function signOf(shape: MarkedBlock['after'], label: string): string {
  switch (shape?.kind) {
    case 'title': return '#'
    case 'heading': return '#'.repeat(Math.min(shape.level + 1, 6))
    case 'numbered': return label === '' ? '0.' : label
    case 'bullet': return '-'
    default: return ''
  }
}

function sameShape(a: KindLevel | null, b: KindLevel | null): boolean {
  return a?.kind === b?.kind && a?.level === b?.level
}

function commentOf({ change, before, after }: MarkedBlock): string {
  const said = (shape: KindLevel | null): string => (shape ? `${shape.kind} ${shape.level}` : '')
  const shapes = change === 'deleted' || change === 'movedFrom' ? said(before) : change === 'same' && !sameShape(before, after) ? `${said(before)} > ${said(after)}` : said(after)
  return `<!--${change === 'same' ? '' : `${change} `}${shapes}-->`
}

function wrapped(change: MarkedBlock['change'], words: string): string {
  if (change === 'same') return words
  return change === 'deleted' || change === 'movedFrom' ? deleted(words) : added(words)
}

function added(words: string): string {
  return words === '' ? '' : `**${words}**`
}

function deleted(words: string): string {
  return words === '' ? '' : `~~${words}~~`
}

/** Bold in a marked version is an addition, so that emphasis of the text itself is said by tags. */
function tagged(run: MarkedRun): string {
  let words = escapeMarkdown(run.text)
  if (run.marks.includes('superscript')) words = `<sup>${words}</sup>`
  if (run.marks.includes('underline')) words = `<u>${words}</u>`
  if (run.marks.includes('italic')) words = `<i>${words}</i>`
  return run.marks.includes('bold') ? `<b>${words}</b>` : words
}

/** By Markdown's own signs where every reader takes them so: no space at the inner edges, and no letter or sign beside them. */
function formatted(run: MarkedRun, before?: MarkedInline, after?: MarkedInline): string {
  const plainly = /^[\p{L}\p{N}](?:[^]*[\p{L}\p{N}.,;:])?$/u.test(run.text) && standsFree(before, 'end') && standsFree(after, 'start')
  if (!plainly || run.marks.length === 0) return tagged(run)
  let words = tagged({ ...run, marks: run.marks.filter((mark) => mark === 'underline' || mark === 'superscript') })
  if (run.marks.includes('italic')) words = `_${words}_`
  return run.marks.includes('bold') ? `**${words}**` : words
}

function standsFree(neighbour: MarkedInline | undefined, edge: 'start' | 'end'): boolean {
  if (neighbour === undefined) return true
  if ('footnote' in neighbour || neighbour.marks.length > 0) return false
  return edge === 'start' ? /^[\s.,;:)]/.test(neighbour.text) : /[\s(]$/.test(neighbour.text)
}

/** Words that begin like a list, a heading or a table are told apart from one. */
function guarded(words: string): string {
  return words.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2').replace(/^([#+-]|\((?=[a-zA-Z\d]{1,9}\)\s))/, '\\$1')
}

/** Space at the ends of a line is easily lost. */
function ends(words: string): string {
  const entity = (space: string): string => `&#x${(space.codePointAt(0) ?? 0x20).toString(16)};`
  return words.replace(/^\s/, entity).replace(/\s$/, entity)
}
