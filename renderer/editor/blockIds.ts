/** Every block keeps its own name: the first half of a divided paragraph keeps it, whatever is new gets a new one. */
import { Plugin, type Transaction, type EditorState } from 'prosemirror-state'
import { attributesOf } from './convert.ts'
import { touchedBlocks } from './touched.ts'

/** `rev` is the REV being amended: new blocks are named after the one that follows. */
export function blockIds(rev: number): Plugin {
  return new Plugin({
    appendTransaction: (transactions, before, state) => (transactions.some((one) => one.docChanged) && !sameNames(before, state) ? named(state, rev) : null),
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

/** What was touched are the same paragraphs in the same places, all with their names. */
function sameNames({ doc: before }: EditorState, { doc: after }: EditorState): boolean {
  const { from, toBefore, toAfter } = touchedBlocks(before, after)
  if (toBefore !== toAfter) return false
  for (let at = from; at < toAfter; at++) {
    const { id } = attributesOf(after.child(at))
    if (id === null || id === '' || id !== attributesOf(before.child(at)).id) return false
  }
  return true
}
