/**
 * Paragraphs on screen, each with its number, the bar beside it and the width of a cell. These are no decorations: the editor's view goes
 * through all decorations of the text once for every paragraph, and a text of two hundred pages would feel that at every key.
 */
import type { Node } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'
import type { EditorView, NodeView, ViewMutationRecord } from 'prosemirror-view'
import type { BlockId } from '../../shared/text/document.ts'
import { attributesOf } from './convert.ts'
import { schema } from './schema.ts'
import type { Surroundings } from './surroundings.ts'

type Around = ReadonlyMap<BlockId, Surroundings> | undefined

export class ParagraphViews {
  readonly #aroundIn: (state: EditorState) => Around
  readonly #views = new Set<ParagraphView>()

  constructor(aroundIn: (state: EditorState) => Around) {
    this.#aroundIn = aroundIn
  }

  readonly make = (node: Node, view: EditorView): NodeView => {
    const made = new ParagraphView(node, view, () => this.#aroundIn(view.state), () => this.#views.delete(made))
    this.#views.add(made)
    return made
  }

  /** The same surroundings are the same object: nothing to do at most keys. */
  readonly update = (view: EditorView, before: EditorState): void => {
    if (this.#aroundIn(view.state) !== this.#aroundIn(before)) for (const one of this.#views) one.show()
  }
}

class ParagraphView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  readonly destroy: () => void
  readonly #around: () => Around
  #node: Node

  constructor(node: Node, view: EditorView, around: () => Around, destroy: () => void) {
    this.dom = view.dom.ownerDocument.createElement('p')
    this.dom.dir = 'auto'
    this.contentDOM = this.dom
    this.destroy = destroy
    this.#around = around
    this.#node = node
    this.show()
  }

  update(node: Node): boolean {
    if (node.type !== schema.nodes.block) return false
    this.#node = node
    this.show()
    return true
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type === 'attributes' && mutation.target === this.dom
  }

  show(): void {
    const { id, kind, level } = attributesOf(this.#node)
    const here = this.#around()?.get(id ?? '')
    this.#set('data-kind', kind)
    this.#set('data-level', String(level))
    this.#set('data-block', id ?? '')
    this.#set('data-number', here?.label ?? null)
    this.#set('data-change', here?.change ?? null)
    this.#measure('--columns', here?.width?.columns)
    this.#measure('--span', here?.width?.span)
  }

  #set(name: string, value: string | null): void {
    if (this.dom.getAttribute(name) === value) return
    if (value === null) this.dom.removeAttribute(name)
    else this.dom.setAttribute(name, value)
  }

  #measure(name: string, value: number | undefined): void {
    const said = value === undefined ? '' : String(value)
    if (this.dom.style.getPropertyValue(name) !== said) this.dom.style.setProperty(name, said)
  }
}
