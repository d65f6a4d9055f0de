/** One paragraph style per kind and level of block: by its name our own files are read back exactly, also after Word or LibreOffice saved them. */
import { BLOCK_KINDS, LIMITS, type BlockKind } from '../text/document.ts'

export interface KindAndLevel { readonly kind: BlockKind; readonly level: number }

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

export function styleIdOf({ kind, level }: KindAndLevel): string {
  return `Chancery${capitalised(kind)}${level}`
}

/** As Word shows it. Headings bear Word's own names, so that its outline and table of contents find them. */
export function styleNameOf({ kind, level }: KindAndLevel): string {
  return kind === 'heading' ? `heading ${level}` : `Chancery ${capitalised(kind)} ${level}`
}

/** Prefix of the styles of the cover page, whose paragraphs are no part of the text. */
export const COVER_STYLE = 'Chancery Cover'

export function isCoverStyle(styleName: string): boolean {
  return styleName.toLowerCase().startsWith(COVER_STYLE.toLowerCase())
}

const OWN_NAME = new RegExp(`^(?:chancery (${BLOCK_KINDS.join('|')})|(heading)) ([1-${LIMITS.levels}])$`)

/** Kind and level that a style name of ours says, in whatever case. */
export function readStyleName(name: string): KindAndLevel | null {
  const [, own, heading, level] = OWN_NAME.exec(name.toLowerCase()) ?? []
  const kind = BLOCK_KINDS.find((candidate) => candidate === (own ?? heading))
  return kind === undefined ? null : { kind, level: Number(level) }
}
