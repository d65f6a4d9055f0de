/** What a list level is: numbered, bulleted or neither (ISO/IEC 29500-1, 17.9). */
import { elements, valueOf, type XmlElement } from './xml.ts'

export type ListKind = 'numbered' | 'bullet' | 'none'

export interface Numbering {
  /** `levelIndex` from 0, as in the file. */
  kindOf(numId: string, levelIndex: number): ListKind
}

/** `numIdOfStyle` follows a list that is only a pointer to a list style (`w:numStyleLink`). */
export function readNumbering(root: XmlElement | null, numIdOfStyle: (styleId: string) => string | null): Numbering {
  const abstracts = new Map(elements(root, 'w:abstractNum').map((element) => [element.attributes['w:abstractNumId'] ?? '', element]))
  const nums = new Map(elements(root, 'w:num').map((element) => [element.attributes['w:numId'] ?? '', element]))

  function formatOf(numId: string, levelIndex: number, hops: number): string | null {
    const num = nums.get(numId) ?? null
    const override = elements(num, 'w:lvlOverride').find((element) => element.attributes['w:ilvl'] === String(levelIndex)) ?? null
    const overridden = formatIn(override, levelIndex)
    if (overridden) return overridden
    const abstract = abstracts.get(valueOf(num, 'w:abstractNumId') ?? '') ?? null
    const link = valueOf(abstract, 'w:numStyleLink')
    const linked = link === null || hops === 0 ? null : numIdOfStyle(link)
    return linked === null ? formatIn(abstract, levelIndex) : formatOf(linked, levelIndex, hops - 1)
  }

  return {
    kindOf(numId, levelIndex) {
      if (numId === '0') return 'none'
      const format = formatOf(numId, levelIndex, 2)
      return format === null || format === 'none' ? 'none' : format === 'bullet' ? 'bullet' : 'numbered'
    },
  }
}

function formatIn(holder: XmlElement | null, levelIndex: number): string | null {
  const level = elements(holder, 'w:lvl').find((element) => element.attributes['w:ilvl'] === String(levelIndex))
  return level ? (valueOf(level, 'w:numFmt') ?? 'decimal') : null
}
