/**
 * Markdown and transcriptions that carry marks: `**x**` came, `~~x~~` went, both at once stands in neither text. Bold in the title or a heading is
 * its style. A transcription may hold a clean version first and the marked one after it, where the title comes again.
 */
import { err, ok, type Result } from '../base/result.ts'
import { isBoldThroughout, looksLikeTitle, readCouncilCover, withoutBold } from './councilCover.ts'
import { LIMITS } from './document.ts'
import type { ImportedText, ImportFault } from './imported.ts'
import { sourceParagraphs, type SourceParagraph } from './paragraphs.ts'
import { halvesOf, parseMarkdownText, readOwnText } from './parseMarkdown.ts'
import { ownVersion } from './parseOwnMarkdown.ts'

export interface MarkedText {
  readonly before: ImportedText
  readonly after: ImportedText
  /** The clean version that the same file holds, or null. */
  readonly clean: ImportedText | null
}

export function carriesMarks(source: string): boolean {
  return ownVersion(source) === 'marked' || (ownVersion(source) === null && /~~[^~\n]/.test(source))
}

export function parseMarkedText(source: string): Result<MarkedText, ImportFault> {
  if (source.length > LIMITS.charactersPerDocument) return err('text-too-large')
  const own = readOwnText(source)
  if (own) return own.ok ? ok({ ...own.value, clean: null }) : own
  const { body, cover } = readCouncilCover(sourceParagraphs(source))
  const [first, second] = halvesOf(body)
  const marked = second ?? first
  const notes = marked.flatMap(openMarks)
  const [before, after] = [sideText(marked, 'before'), sideText(marked, 'after')]
  const clean = second ? parseMarkdownText(source) : null
  if (!before.ok) return before
  if (!after.ok) return after
  if (clean && !clean.ok) return clean
  return ok({ before: before.value, after: { ...after.value, cover, notes: [...after.value.notes, ...notes] }, clean: clean ? clean.value : null })
}

export type Side = 'before' | 'after'

function sideText(paragraphs: readonly SourceParagraph[], side: Side): Result<ImportedText, ImportFault> {
  const source = paragraphs.map((paragraph) => sourceOf(paragraph, side)).filter((text) => text.trim() !== '').join('\n\n')
  const text = parseMarkdownText(source)
  if (text.ok || text.error !== 'text-empty') return text
  return ok({ title: '', cover: {}, document: { blocks: [] }, notes: [] })
}

/** The paragraph as it stood in the file, with the marks of one side taken out. */
function sourceOf(paragraph: SourceParagraph, side: Side): string {
  const raw = paragraph.lines.join('\n')
  return isStyled(paragraph) ? raw : stretchesOf(raw).map((stretch) => (stands(stretch, side) ? stretch.text : '')).join('')
}

const HEADING_WORDS = 14

/** Bold throughout is a heading where it is short and no sentence, or in capitals; anything else in bold came in. */
function isStyled(paragraph: SourceParagraph): boolean {
  if (!isBoldThroughout(paragraph.text)) return paragraph.opens === 'heading'
  const words = withoutBold(paragraph.text)
  return looksLikeTitle({ ...paragraph, text: words }) || (words.split(/\s+/).length <= HEADING_WORDS && !/[.;,:]$/.test(words))
}

interface Stretch { readonly text: string; readonly came: boolean; readonly went: boolean }

function stands({ came, went }: Stretch, side: Side): boolean {
  return side === 'before' ? !came : !went
}

const SIGNS = /\\[^]|~~|\*\*/g

/** Each sign opens a mark and the next one like it closes it; one that nothing closes is itself. */
function stretchesOf(raw: string): Stretch[] {
  const lasting = lastSigns(raw)
  const stretches: Stretch[] = []
  const open = { came: false, went: false }
  let at = 0
  for (const match of raw.matchAll(SIGNS)) {
    if (match[0].startsWith('\\') || lasting.has(match.index)) continue
    stretches.push({ text: raw.slice(at, match.index), ...open })
    at = match.index + 2
    if (match[0] === '~~') open.went = !open.went
    else open.came = !open.came
  }
  return [...stretches, { text: raw.slice(at), ...open }].filter(({ text }) => text !== '')
}

/** Places of signs without a partner. */
function lastSigns(raw: string): ReadonlySet<number> {
  const places = (sign: string): number[] => [...raw.matchAll(SIGNS)].filter((match) => match[0] === sign).map((match) => match.index)
  return new Set(['~~', '**'].flatMap((sign) => {
    const found = places(sign)
    return found.length % 2 === 1 ? found.slice(-1) : []
  }))
}

function openMarks(paragraph: SourceParagraph): string[] {
  const raw = paragraph.lines.join('\n')
  return lastSigns(raw).size === 0 ? [] : [`A mark is opened and not closed in the paragraph that begins "${paragraph.text.slice(0, 60)}...": the sign was taken as it stands.`]
}
