/** A handle beside the paragraph under the pointer: dragged, it moves the paragraph. By keyboard the same is Alt and an arrow. */
import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import css from './editor.module.css'
import { moveTo, stretchAt, stretches, type Stretch } from './moving.ts'

export function paragraphHandle(): Plugin {
  return new Plugin({ view: (view) => new Handle(view) })
}

class Handle {
  readonly #view: EditorView
  readonly #handle: HTMLElement
  readonly #line: HTMLElement
  #block: Stretch | null = null
  #gap: number | null = null

  constructor(view: EditorView) {
    this.#view = view
    const page = view.dom.ownerDocument
    this.#handle = page.createElement('div')
    this.#handle.className = css.handle ?? ''
    this.#handle.setAttribute('aria-hidden', 'true')
    this.#handle.hidden = true
    this.#line = page.createElement('div')
    this.#line.className = css.dropLine ?? ''
    this.#line.hidden = true
    view.dom.parentElement?.append(this.#handle, this.#line)
    view.dom.addEventListener('pointermove', this.#over)
    view.dom.addEventListener('input', this.#hide)
    page.addEventListener('scroll', this.#hide, true)
    this.#handle.addEventListener('pointerdown', this.#take)
    this.#handle.addEventListener('pointermove', this.#drag)
    this.#handle.addEventListener('pointerup', this.#drop)
    this.#handle.addEventListener('pointercancel', this.#hide)
  }

  destroy(): void {
    this.#view.dom.removeEventListener('pointermove', this.#over)
    this.#view.dom.removeEventListener('input', this.#hide)
    this.#view.dom.ownerDocument.removeEventListener('scroll', this.#hide, true)
    this.#handle.remove()
    this.#line.remove()
  }

  readonly #over = (event: PointerEvent): void => {
    if (this.#gap !== null || event.buttons !== 0) return
    const at = this.#childAt(event)
    const block = at === null ? undefined : stretchAt(this.#view.state.doc, at)
    const box = block === undefined ? null : this.#boxOf(block.from)
    if (block === undefined || box === null) return
    this.#block = block
    this.#handle.hidden = false
    this.#handle.style.left = `${this.#view.dom.getBoundingClientRect().left}px`
    this.#handle.style.top = `${box.top}px`
  }

  readonly #hide = (): void => {
    this.#handle.hidden = true
    this.#line.hidden = true
    this.#gap = null
  }

  readonly #take = (event: PointerEvent): void => {
    event.preventDefault()
    this.#handle.setPointerCapture(event.pointerId)
    this.#gap = this.#block?.from ?? null
  }

  readonly #drag = (event: PointerEvent): void => {
    if (this.#gap === null) return
    const nearest = this.#nearestGap(event.clientY)
    if (nearest === null) return
    this.#gap = nearest.gap
    const editor = this.#view.dom.getBoundingClientRect()
    this.#line.hidden = false
    this.#line.style.left = `${editor.left}px`
    this.#line.style.width = `${editor.width}px`
    this.#line.style.top = `${nearest.y}px`
  }

  readonly #drop = (): void => {
    const [block, gap] = [this.#block, this.#gap]
    this.#hide()
    if (block !== null && gap !== null) moveTo(block, gap)(this.#view.state, this.#view.dispatch)
    this.#view.focus()
  }

  #childAt(event: PointerEvent): number | null {
    const target = event.target instanceof Element ? event.target.closest('[data-block]') : null
    if (target === null || !this.#view.dom.contains(target)) return null
    return this.#view.state.doc.resolve(this.#view.posAtDOM(target, 0)).index(0)
  }

  #boxOf(child: number): DOMRect | null {
    return this.#view.dom.querySelectorAll('[data-block]')[child]?.getBoundingClientRect() ?? null
  }

  /** The gap between two paragraphs that is nearest to the pointer. */
  #nearestGap(y: number): { gap: number; y: number } | null {
    const boxes = [...this.#view.dom.querySelectorAll('[data-block]')].map((element) => element.getBoundingClientRect())
    let best: { gap: number; y: number } | null = null
    for (const { from, to } of stretches(this.#view.state.doc)) {
      for (const [gap, edge] of [[from, boxes[from]?.top], [to, boxes[to - 1]?.bottom]] as const) {
        if (edge !== undefined && (best === null || Math.abs(edge - y) < Math.abs(best.y - y))) best = { gap, y: edge }
      }
    }
    return best
  }
}
