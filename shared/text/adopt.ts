/** A copy of a text that was edited elsewhere and has lost the names of its blocks: they are recognised by their words. */
import type { TextDocument } from './document.ts'
import { alignBlocks } from './align.ts'
import { normalizeDocument } from './normalize.ts'

/** Blocks that nothing resembles get names that `original` does not have. */
export function adoptIdentifiers(original: TextDocument, copy: TextDocument): TextDocument {
  const known = new Set(original.blocks.map((block) => block.id))
  const idOf = new Map(alignBlocks(normalizeDocument(original), normalizeDocument(copy), { identifiers: 'unrelated' })
    .map((pair) => [pair.after, original.blocks[pair.before]?.id]))
  let next = 1
  const fresh = (): string => {
    while (known.has(String(next))) next++
    return String(next++)
  }
  return { blocks: copy.blocks.map((block, at) => ({ ...block, id: idOf.get(at) ?? fresh() })) }
}
