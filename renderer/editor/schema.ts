/** The editor's document: blocks with kind, level and identifier; runs with marks; footnotes as single units. One type of block, so that nothing can nest. */
import { Schema, type DOMOutputSpec } from 'prosemirror-model'
import type { BlockKind, Run } from '../../shared/text/document.ts'
import { words } from '../messages/words.ts'

export interface BlockAttributes {
  readonly id: string | null
  readonly kind: BlockKind
  readonly level: number
}

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    block: {
      group: 'block', content: 'inline*', whitespace: 'pre',
      attrs: { id: { default: null }, kind: { default: 'plain' }, level: { default: 1 } },
      toDOM: (node): DOMOutputSpec => ['p', { 'data-kind': String(node.attrs['kind']), 'data-level': String(node.attrs['level']), 'data-block': String(node.attrs['id'] ?? ''), dir: 'auto' }, 0],
    },
    text: { group: 'inline' },
    footnote: {
      group: 'inline', inline: true, atom: true, selectable: true,
      attrs: { runs: { default: [] } },
      toDOM: (node): DOMOutputSpec => {
        const runs = node.attrs['runs'] as readonly Run[]
        return ['sup', { 'data-footnote': JSON.stringify(runs), title: footnoteWords(runs), 'aria-label': words.text.footnoteWords(footnoteWords(runs)) }]
      },
      leafText: () => '\uFFFC',
    },
  },
  marks: {
    bold: { toDOM: (): DOMOutputSpec => ['strong', 0] },
    italic: { toDOM: (): DOMOutputSpec => ['em', 0] },
    underline: { toDOM: (): DOMOutputSpec => ['u', 0] },
    superscript: { toDOM: (): DOMOutputSpec => ['sup', 0] },
  },
})

export function footnoteWords(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('')
}
