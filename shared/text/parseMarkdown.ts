/** Markdown and plain text to a text. Structure comes from the marks in front of paragraphs; numbers are counted anew. */
import * as v from 'valibot'
import { err, ok, type Result } from '../base/result.ts'
import { documentSchema, isFootnote, LIMITS, type Block, type Inline, type Run, type TextDocument } from './document.ts'
import type { ImportedText, ImportFault } from './imported.ts'
import { contentWords } from './content.ts'
import { isBoldThroughout, looksLikeTitle, readCouncilCover, withoutBold } from './councilCover.ts'
import { parseInlineMarkdown, parseInlinePlain, type FootnoteLookup } from './inlineMarkdown.ts'
import { normalizeDocument, normalizeInlines } from './normalize.ts'
import { ownVersion, parseOwnMarkdown } from './parseOwnMarkdown.ts'
import { sourceParagraphs, type SourceParagraph } from './paragraphs.ts'

type InlineParser = (source: string, footnoteOf: FootnoteLookup) => Inline[]

export function parseMarkdownText(source: string): Result<ImportedText, ImportFault> {
  return parseText(source, parseInlineMarkdown)
}

export function parsePlainText(source: string): Result<ImportedText, ImportFault> {
  return parseText(source, parseInlinePlain)
}

function parseText(source: string, inlineParser: InlineParser): Result<ImportedText, ImportFault> {
  if (source.length > LIMITS.charactersPerDocument) return err('text-too-large')
  const own = readOwnText(source)
  if (own) return own.ok ? ok(own.value.after) : own
  const reading = readCouncilCover(sourceParagraphs(source))
  const half = firstHalf(reading.body)
  const footnotes = new Footnotes(half.paragraphs, inlineParser)
  const reader = new BlockReader(footnotes, inlineParser)
  for (const paragraph of half.paragraphs) reader.read(paragraph)
  if (!reader.blocks.some((block) => contentWords(block.content).trim() !== '')) return err('text-empty')
  const document = normalizeDocument({ blocks: reader.blocks })
  if (!v.is(documentSchema, document)) return err('text-too-large')
  const struck = inlineParser === parseInlineMarkdown && half.paragraphs.some((paragraph) => /~~[^~]+~~/.test(paragraph.text))
  const notes = [...reading.notes, ...half.notes, ...reader.notes(), ...footnotes.notes()]
  if (struck) notes.push('The file has words struck through (~~...~~). They were taken in as they stand: check them.')
  return ok({ title: reader.title, cover: reading.cover, document, notes })
}

/** Both texts of a file that was written here, the same twice where it is a clean version; null for any other file. */
export function readOwnText(source: string): Result<Record<'before' | 'after', ImportedText>, ImportFault> | null {
  const version = ownVersion(source)
  if (version === null) return null
  const { head, before, after } = parseOwnMarkdown(source, version)
  if (!v.is(documentSchema, before) || !v.is(documentSchema, after)) return err('text-too-large')
  const { cover } = readCouncilCover(sourceParagraphs(head))
  const text = (document: TextDocument): ImportedText => ({ title: titleWords(document), cover, document, notes: [] })
  return ok({ before: text(before), after: text(after) })
}

function titleWords({ blocks }: TextDocument): string {
  return contentWords(blocks.find((block) => block.kind === 'title')?.content ?? []).slice(0, 500)
}

function firstHalf(body: readonly SourceParagraph[]): { paragraphs: readonly SourceParagraph[]; notes: readonly string[] } {
  const [first, second] = halvesOf(body)
  return { paragraphs: first, notes: second ? [`Left out: a second version of the text (${second.length} paragraphs), from where the title comes again.`] : [] }
}

/** A Council transcription may hold a clean and a marked version one after the other: the second begins where the title comes again. */
export function halvesOf(body: readonly SourceParagraph[]): readonly [readonly SourceParagraph[], (readonly SourceParagraph[])?] {
  const titleAt = body.findIndex(looksLikeTitle)
  const title = titleName(body[titleAt])
  const again = title.length < 8 ? -1 : body.findIndex((paragraph, at) => at > titleAt && looksLikeTitle(paragraph) && titleName(paragraph) === title)
  return titleAt < 0 || again < 0 ? [body] : [body.slice(0, again), body.slice(again)]
}

function titleName(paragraph: SourceParagraph | undefined): string {
  return withoutBold(paragraph?.text ?? '').replace(/\s+/g, ' ').toLowerCase()
}

/** Definitions may stand anywhere between the paragraphs. */
class Footnotes {
  readonly #definitions = new Map<string, Run[]>()
  readonly #used = new Set<string>()
  readonly #repeated = new Set<string>()

  constructor(paragraphs: readonly SourceParagraph[], inlineParser: InlineParser) {
    for (const { opens, marker, text } of paragraphs) {
      if (opens !== 'definition') continue
      if (this.#definitions.has(marker)) this.#repeated.add(marker)
      this.#definitions.set(marker, inlineParser(text, () => null).flatMap((inline) => (isFootnote(inline) ? [] : [inline])))
    }
  }

  readonly find = (name: string): Run[] | null => {
    const runs = this.#definitions.get(name)
    if (runs) this.#used.add(name)
    return runs ?? null
  }

  notes(): string[] {
    const unused = [...this.#definitions.keys()].filter((name) => !this.#used.has(name))
    return [
      ...(unused.length > 0 ? [`Left out: footnotes to which nothing refers (${unused.join(', ')}).`] : []),
      ...(this.#repeated.size > 0 ? [`Footnotes defined twice (${[...this.#repeated].join(', ')}): the last definition counts.`] : []),
    ]
  }
}

const FORMULA = /\bthe following (?:conclusions|text|decision|recommendation)s?\s*[:;]?$/i
const RECITAL = /^(?:\p{Lu}{3,}ING\b|HAVING REGARD|WHEREAS)/u

class BlockReader {
  readonly blocks: Block[] = []
  title = ''
  readonly #footnotes: Footnotes
  readonly #inlineParser: InlineParser
  /** Level of the numbered paragraph that is open; 0 where there is none. */
  #openLevel = 0
  #expected = 1
  #outOfOrder = false
  #lastLetter = ''

  constructor(footnotes: Footnotes, inlineParser: InlineParser) {
    this.#footnotes = footnotes
    this.#inlineParser = inlineParser
  }

  read(paragraph: SourceParagraph): void {
    if (paragraph.opens === 'definition' || /^(?:-{3,}|\*{3,}|_{3,})$/.test(paragraph.text)) return
    if (paragraph.opens === 'heading' || (paragraph.opens === 'none' && this.#standsAlone(paragraph))) this.#heading(paragraph)
    else if (paragraph.opens === 'numbered') this.#numbered(paragraph)
    else if (paragraph.opens === 'bullet') this.#add('bullet', Math.min(1 + Math.floor(paragraph.indent / 2), LIMITS.levels), paragraph.text)
    else this.#unnumbered(paragraph)
  }

  notes(): string[] {
    return this.#outOfOrder ? ['The paragraph numbers of the file do not run on without a gap. They are counted anew.'] : []
  }

  /** A heading is bold throughout; capitals throughout make only the title. */
  #standsAlone(paragraph: SourceParagraph): boolean {
    return isBoldThroughout(paragraph.text) || (this.blocks.length === 0 && looksLikeTitle(paragraph))
  }

  /** Bold and capitals there are the style of a heading, not words added. */
  #heading(paragraph: SourceParagraph): void {
    const words = withoutBold(paragraph.text)
    const isTitle = this.title === '' && this.blocks.every((block) => block.kind === 'plain' || block.kind === 'recital')
    this.#add(isTitle ? 'title' : 'heading', isTitle ? 1 : Math.min(Math.max(paragraph.marker.length - 1, 1), LIMITS.levels), words)
    if (isTitle) this.title = contentWords(this.blocks.at(-1)?.content ?? []).slice(0, 500)
    else this.#openLevel = 0
  }

  #numbered(paragraph: SourceParagraph): void {
    const level = this.#levelOf(paragraph.marker)
    if (level === 1) {
      if (Number(paragraph.marker) !== this.#expected) this.#outOfOrder = true
      this.#expected = Number(paragraph.marker) + 1
    }
    if (level === 2) this.#lastLetter = paragraph.marker
    if (level === 1) this.#lastLetter = ''
    this.#openLevel = level
    this.#add('numbered', level, paragraph.text)
  }

  /** (i) is the ninth letter after (h), and the first small numeral anywhere else. */
  #levelOf(marker: string): number {
    if (/^\d/.test(marker)) return 1
    const follows = marker.length === 1 && marker.charCodeAt(0) === this.#lastLetter.charCodeAt(0) + 1
    return /^[ivxl]+$/.test(marker) && !follows && this.#lastLetter !== '' ? 3 : 2
  }

  #unnumbered(paragraph: SourceParagraph): void {
    const { text } = paragraph
    if (this.#openLevel > 0) this.#add('continuation', Math.min(this.#openLevel, 1 + Math.floor(paragraph.indent / 3)), text)
    else if (FORMULA.test(text)) this.#add('formula', 1, text)
    else this.#add(RECITAL.test(text) ? 'recital' : 'plain', 1, text)
  }

  #add(kind: Block['kind'], level: number, source: string): void {
    this.blocks.push({ id: String(this.blocks.length + 1), kind, level, content: normalizeInlines(this.#inlineParser(source, this.#footnotes.find)) })
  }
}
