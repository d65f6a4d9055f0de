/** What kind of block a paragraph of a foreign Word file is: by its style, its list, its outline level, and what was typed in front. */
import { LIMITS } from '../text/document.ts'
import { isCoverStyle, readStyleName, type KindAndLevel } from './blockStyle.ts'
import type { ParagraphFormat } from './draft.ts'
import type { Numbering } from './numbering.ts'
import { isOwnFile, type ParagraphStyle, type Styles } from './styles.ts'

export interface Classified extends KindAndLevel {
  /** Written by us: kept exactly as it is, also empty or with spaces at its ends. */
  readonly own: boolean
  /** Characters of a typed number or bullet in front that the block computes itself. */
  readonly typedLength: number
  /** The typed number as it stood, or null. */
  readonly typedNumber: string | null
}

export interface Classifier {
  /** The file was written by us. */
  readonly ownFile: boolean
  /** `text` is the paragraph's text; `open` the numbered block that an unnumbered paragraph would continue. */
  classify(format: ParagraphFormat, text: string, open: KindAndLevel | null): Classified | 'cover' | 'contents'
  /** True for a heading that also carries a list number, which a heading of ours has not. */
  isNumberedHeading(format: ParagraphFormat): boolean
}

export function classifierOf(styles: Styles, numbering: Numbering): Classifier {
  const ownFile = isOwnFile(styles)
  const styleOf = (format: ParagraphFormat): ParagraphStyle => styles.paragraph(format.styleId || styles.defaultParagraph)

  function listOf(format: ParagraphFormat): KindAndLevel | null {
    const { list } = styleOf(format)
    const numId = format.numId ?? list.numId
    const levelIndex = format.levelIndex ?? list.levelIndex ?? 0
    const kind = numId === null ? 'none' : numbering.kindOf(numId, levelIndex)
    return kind === 'none' ? null : { kind, level: Math.min(levelIndex + 1, LIMITS.levels) }
  }

  return {
    ownFile,
    classify(format, text, open) {
      const style = styleOf(format)
      if (isCoverStyle(style.name)) return 'cover'
      if (/^toc \d/.test(style.name)) return 'contents'
      const own = readStyleName(style.name)
      if (own) return { ...own, own: own.kind !== 'heading' || ownFile, typedLength: 0, typedNumber: null }
      const said = byStyle(style, format) ?? listOf(format)
      return { ...(said ? { ...said, typedLength: 0, typedNumber: null } : byTypedText(text, open)), own: false }
    },
    isNumberedHeading: (format) => listOf(format)?.kind === 'numbered',
  }
}

function byStyle(style: ParagraphStyle, format: ParagraphFormat): KindAndLevel | null {
  if (style.name === 'title') return { kind: 'title', level: 1 }
  const outline = format.outlineLevel ?? style.outlineLevel
  if (outline !== null && outline < 9) return { kind: 'heading', level: Math.min(outline + 1, LIMITS.levels) }
  return null
}

const TYPED = [
  { pattern: /^\s*(\d{1,3})\.[\s\u00a0]+/, kind: 'numbered', level: 1 },
  { pattern: /^\s*\(([ivx]{1,5})\)[\s\u00a0]+/, kind: 'numbered', level: 3 },
  { pattern: /^\s*\(([a-z])\)[\s\u00a0]+/, kind: 'numbered', level: 2 },
  { pattern: /^\s*[•▪‣–-][\s\u00a0]+/, kind: 'bullet', level: 1 },
] as const

type Typed = Omit<Classified, 'own'>

function byTypedText(text: string, open: KindAndLevel | null): Typed {
  for (const { pattern, kind, level } of TYPED) {
    const [typed, number] = pattern.exec(text) ?? []
    // "(i)" is the ninth letter where no letter stands before it, and a roman number below one.
    const outOfPlace = level === 3 && (open === null || open.level < 2)
    if (typed !== undefined && !outOfPlace) return { kind, level, typedLength: typed.length, typedNumber: number ?? null }
  }
  const formula = /adopt(?:ed|s) the following conclusions\s*:?\s*$/i.test(text)
  const kind = formula ? 'formula' : open ? 'continuation' : 'plain'
  return { kind, level: kind === 'continuation' && open ? open.level : 1, typedLength: 0, typedNumber: null }
}
