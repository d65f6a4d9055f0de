/** Every block keeps its own name: the first half of a divided paragraph keeps it, whatever is new gets a new one. */
import { Plugin, type Transaction, type EditorState } from 'prosemirror-state'
import { attributesOf } from './convert.ts'

/** `rev` is the REV being amended: new blocks are named after the one that follows. */
export function blockIds(rev: number): Plugin {
  return new Plugin({
    appendTransaction: (transactions, _before, state) => (transactions.some((one) => one.docChanged) ? named(state, rev) : null),
  })
}

function named(state: EditorState, rev: number): Transaction | null {
  const prefix = `r${rev + 1}.`
  const seen = new Set<string>()
  const nameless: number[] = []
  let last = 0
  state.doc.forEach((node, position) => {
    const { id } = attributesOf(node)
    if (id === null || id === '' || seen.has(id)) nameless.push(position)
    else {
      seen.add(id)
      if (id.startsWith(prefix)) last = Math.max(last, Number(id.slice(prefix.length)))
    }
  })
  if (nameless.length === 0) return null
  const transaction = state.tr
  nameless.forEach((position, at) => transaction.setNodeAttribute(position, 'id', `${prefix}${last + at + 1}`))
  return transaction
}
