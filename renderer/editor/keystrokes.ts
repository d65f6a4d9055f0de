/**
 * A character that is typed goes into the text as a transaction, as everything else that the hand does. Left to the browser it would be read
 * back from the page, and Chromium at times still reports the old place of the cursor then: the first letter of a new paragraph would
 * stand behind the rest of its word. What is composed of several keys is left to the browser.
 */
import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

export function typeCharacter(view: EditorView, event: KeyboardEvent): boolean {
  if (Array.from(event.key).length !== 1 || !isAsShown(view)) return false
  view.dispatch(view.state.tr.insertText(event.key).scrollIntoView())
  return true
}

/** An arrow key moves the cursor on the page first; until the editor has heard of it, only the page knows where a character goes. */
function isAsShown(view: EditorView): boolean {
  const { selection } = view.state
  const shown = view.dom.ownerDocument.getSelection()
  if (!(selection instanceof TextSelection) || shown === null) return false
  return isAt(view, shown.anchorNode, shown.anchorOffset, selection.anchor) && isAt(view, shown.focusNode, shown.focusOffset, selection.head)
}

function isAt(view: EditorView, node: Node | null, offset: number, position: number): boolean {
  return node !== null && view.dom.contains(node) && view.posAtDOM(node, offset) === position
}
