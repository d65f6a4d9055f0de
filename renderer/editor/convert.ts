/** Between the text as it is negotiated and the text as it is edited. Law: there and back is the same text. */
import type { Mark, Node } from 'prosemirror-model'
import { RUN_MARKS, isFootnote, type Block, type Inline, type Run, type TextDocument } from '../../shared/text/document.ts'
import { schema, type BlockAttributes } from './schema.ts'

export function proseOf(document: TextDocument): Node {
  const blocks = document.blocks.map(proseBlock)
  return schema.node('doc', null, blocks.length === 0 ? [schema.node('block')] : blocks)
}

function proseBlock(block: Block): Node {
  const { id, kind, level } = block
  return schema.node('block', { id, kind, level }, block.content.map(proseInline))
}

export function proseInline(inline: Inline): Node {
  if (isFootnote(inline)) return schema.node('footnote', { runs: inline.footnote })
  return schema.text(inline.text, inline.marks.map((mark) => schema.mark(mark)))
}

/** A block without an identifier has not been named yet: blockIds.ts does that in the same transaction. */
export function documentOf(doc: Node): TextDocument {
  const blocks: Block[] = []
  doc.forEach((node) => blocks.push(blockOf(node)))
  return { blocks }
}

/** Nodes never change: a paragraph that nobody touched is the very same block after every key, and whoever remembers something about it may go on. */
const known = new WeakMap<Node, Block>()

export function blockOf(node: Node): Block {
  const kept = known.get(node)
  if (kept !== undefined) return kept
  const { id, kind, level } = attributesOf(node)
  const block = { id: id ?? '', kind, level, content: contentOf(node) }
  known.set(node, block)
  return block
}

export function attributesOf(node: Node): BlockAttributes {
  return node.attrs as BlockAttributes
}

export function contentOf(block: Node): Inline[] {
  const content: Inline[] = []
  block.forEach((node) => {
    if (node.isText) content.push({ text: node.text ?? '', marks: marksOf(node.marks) })
    else content.push({ footnote: [...(node.attrs['runs'] as readonly Run[])] })
  })
  return content
}

function marksOf(marks: readonly Mark[]): Run['marks'] {
  return RUN_MARKS.filter((name) => marks.some((mark) => mark.type.name === name))
}
