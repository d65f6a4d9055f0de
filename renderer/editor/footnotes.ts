/** Footnotes under the hand: one is put in behind the cursor, changed where it stands, and deleted like a letter. */
import { NodeSelection, type Command, type EditorState } from 'prosemirror-state'
import type { Run } from '../../shared/text/document.ts'
import { schema } from './schema.ts'

export interface FootnoteHere {
  /** Position of the one that is chosen; null where a new one goes in. */
  readonly at: number | null
  readonly runs: readonly Run[]
}

export function footnoteHere({ selection }: EditorState): FootnoteHere {
  const node = selection instanceof NodeSelection ? selection.node : null
  return node?.type === schema.nodes.footnote ? { at: selection.from, runs: node.attrs['runs'] as readonly Run[] } : { at: null, runs: [] }
}

export function footnoteAt(state: EditorState, at: number): FootnoteHere | null {
  const node = state.doc.nodeAt(at)
  return node?.type === schema.nodes.footnote ? { at, runs: node.attrs['runs'] as readonly Run[] } : null
}

/** At `at` in place of the one that stands there; null behind what is selected. */
export function putFootnote(at: number | null, runs: readonly Run[]): Command {
  return (state, dispatch) => {
    const place = at ?? state.selection.to
    if (at !== null && footnoteAt(state, at) === null) return false
    dispatch?.(at === null ? state.tr.insert(place, schema.node('footnote', { runs })).scrollIntoView() : state.tr.setNodeAttribute(at, 'runs', runs))
    return true
  }
}
