/** The words that are selected in a sheet, as a place in the text that it shows. What is struck there is not in the text. */
import type { MarkedDocument } from '../../../shared/text/marked.ts'
import type { TextPlace } from '../../../shared/text/place.ts'

/** Null where nothing is selected, or not in one paragraph's words. A selection that runs on ends with its first paragraph. */
export function selectedPlace(sheet: HTMLElement, marked: MarkedDocument): TextPlace | null {
  const selection = sheet.ownerDocument.getSelection()
  const range = selection === null || selection.rangeCount === 0 || selection.isCollapsed ? null : selection.getRangeAt(0)
  const words = range === null ? null : wordsAround(range.startContainer)
  const block = Number(words?.closest('[data-block]')?.getAttribute('data-block') ?? Number.NaN)
  const id = marked.blocks[block]?.idAfter ?? null
  if (range === null || words === null || id === null || !sheet.contains(words)) return null
  const from = unitsUpTo(words, range.startContainer, range.startOffset)
  const to = words.contains(range.endContainer) ? unitsUpTo(words, range.endContainer, range.endOffset) : unitsUpTo(words, words, words.childNodes.length)
  return from < to ? { block: id, from, to } : null
}

function wordsAround(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest('[data-words]') ?? null
}

function unitsUpTo(words: Element, container: Node, offset: number): number {
  const range = words.ownerDocument.createRange()
  range.setStart(words, 0)
  range.setEnd(container, offset)
  const part = range.cloneContents()
  part.querySelectorAll('del, [data-aside]').forEach((element) => element.remove())
  const notes = [...part.querySelectorAll('[data-note]')]
  const inNotes = notes.reduce((sum, note) => sum + (note.textContent ?? '').length, 0)
  return (part.textContent ?? '').length - inNotes + notes.length
}
