/**
 * Paragraphs out of foreign HTML, above all Word's. Struck revisions of the source are left out and inserted ones come in as words; list signs that
 * Word writes as letters give the kind and level of the paragraph; footnotes come with their words. Nothing is loaded and nothing runs.
 */
import { LIMITS, RUN_MARKS, type Inline, type Run, type RunMark } from '../../shared/text/document.ts'
import { normalizeInlines } from '../../shared/text/normalize.ts'
import { kindFrom, runsFrom } from '../../shared/text/sound.ts'
import type { Pasted } from './paste.ts'

const MOST_BLOCKS = 2_000
const DEEPEST = 200
const NOT_WORDS = new Set(['STYLE', 'SCRIPT', 'HEAD', 'TITLE', 'META', 'LINK', 'DEL', 'IMG', 'OBJECT', 'TEMPLATE', 'NOSCRIPT', 'BUTTON', 'SELECT', 'TEXTAREA'])
const OPENS = new Set(['P', 'DIV', 'LI', 'TD', 'TH', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'BLOCKQUOTE', 'PRE', 'SECTION', 'ARTICLE', 'UL', 'OL', 'TABLE', 'TR'])
const MARK_OF: Readonly<Record<string, RunMark>> = { B: 'bold', STRONG: 'bold', I: 'italic', EM: 'italic', U: 'underline', INS: 'underline', SUP: 'superscript' }

/** Kind and level of what is being read; `like` until the source says more than that it is a paragraph. */
type Form = Pick<Pasted, 'kind' | 'level' | 'like'>
const PLAIN: Form = { kind: 'plain', level: 1, like: true }

const QUIET_STYLE = 'data-style'

/** Before it is parsed: styles are read here and never applied, so under their own name they would only breach the page's policy. */
export function withoutStyles(html: string): string {
  return html.replace(/<style\b[\s\S]*?<\/style\s*>/gi, '').replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ` ${QUIET_STYLE}=`))
}

export function blocksFromHtml(root: Node): Pasted[] {
  return new Reading(root).read()
}

class Reading {
  readonly #root: Node
  readonly #blocks: Pasted[] = []
  #content: Inline[] = []
  #form: Form = PLAIN
  #characters = 0
  readonly #notes: ReadonlyMap<string, Run[]>

  constructor(root: Node) {
    this.#root = root
    this.#notes = footnoteDefinitions(root)
  }

  read(): Pasted[] {
    this.#children(this.#root, [], 0)
    this.#close()
    return this.#blocks
  }

  #children(node: Node, marks: readonly RunMark[], depth: number): void {
    if (depth > DEEPEST) return
    for (const child of node.childNodes) {
      if (child.nodeType === 3) this.#words(child.textContent ?? '', marks)
      else if (isElement(child)) this.#element(child, marks, depth)
    }
  }

  #element(element: Element, marks: readonly RunMark[], depth: number): void {
    const name = element.nodeName.toUpperCase()
    const style = styleOf(element)
    if (NOT_WORDS.has(name) || /display:\s*none/i.test(style) || isFootnoteDefinition(element)) return
    if (/mso-list:\s*ignore/i.test(style)) {
      this.#form = { ...this.#form, kind: /\d|^\(?[a-z]+[).]/i.test((element.textContent ?? '').trim()) ? 'numbered' : 'bullet', like: false }
      return
    }
    const note = this.#noteOf(element)
    if (note !== undefined) {
      if (note !== null) this.#content.push({ footnote: note })
    } else if (name === 'BR') this.#words(' ', marks)
    else if (OPENS.has(name)) this.#paragraph(element, name, style, marks, depth)
    else this.#children(element, marksOf(name, style, marks), depth + 1)
  }

  #paragraph(element: Element, name: string, style: string, marks: readonly RunMark[], depth: number): void {
    if ((name === 'P' || name === 'DIV') && isCellForm(this.#form)) {
      // Paragraphs of a cell are its lines.
      if (this.#content.length > 0) this.#content.push({ text: '\n', marks: [] })
      this.#children(element, marks, depth + 1)
      return
    }
    this.#close()
    const around = this.#form
    this.#form = formOf(element, name, style, around)
    this.#children(element, marks, depth + 1)
    this.#close(isCellForm(this.#form))
    this.#form = around
  }

  #words(text: string, marks: readonly RunMark[]): void {
    const words = text.toWellFormed().replace(/[\p{Cc}\s]+/gu, (run) => (run === '\u00a0' ? run : ' ')).replace(/[\p{Co}\uFFFC\uFEFF]/gu, '')
    const left = LIMITS.charactersPerRun - this.#characters
    if (words === '' || left <= 0) return
    this.#characters += words.length
    this.#content.push({ text: words.slice(0, left), marks: [...marks] })
  }

  /** Undefined where the element is no footnote; null for the way back from one. */
  #noteOf(element: Element): Run[] | null | undefined {
    const own = element.getAttribute('data-footnote')
    if (own !== null) return ownNote(own)
    const href = element.getAttribute('href') ?? ''
    if (/#_(?:ftn|edn)ref\d+$/.test(href)) return null
    const id = /#_((?:ftn|edn)\d+)$/.exec(href)?.[1]
    return id === undefined ? undefined : this.#notes.get(id) ?? null
  }

  /** An empty cell is a cell; an empty paragraph is nothing. */
  #close(even = false): void {
    const content = trimmed(this.#content)
    this.#content = []
    if ((content.length > 0 || even) && this.#blocks.length < MOST_BLOCKS) this.#blocks.push({ ...this.#form, content })
  }
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1
}

function styleOf(element: Element): string {
  return element.getAttribute(QUIET_STYLE) ?? element.getAttribute('style') ?? ''
}

function isCellForm({ kind }: Form): boolean {
  return kind === 'row' || kind === 'cell'
}

function isFootnoteDefinition(element: Element): boolean {
  return /mso-element:\s*(?:footnote|endnote)(?:-list)?\b/i.test(styleOf(element))
}

function marksOf(name: string, style: string, marks: readonly RunMark[]): RunMark[] {
  const own = MARK_OF[name]
  const here = new Set<RunMark>([...marks, ...(own === undefined ? [] : [own])])
  if (/font-weight:\s*(?:bold|[6-9]00)/i.test(style)) here.add('bold')
  if (/font-weight:\s*(?:normal|400)/i.test(style)) here.delete('bold')
  if (/font-style:\s*italic/i.test(style)) here.add('italic')
  if (/font-style:\s*normal/i.test(style)) here.delete('italic')
  if (/text-decoration[^;]*:\s*[^;]*underline/i.test(style)) here.add('underline')
  if (/vertical-align:\s*super/i.test(style)) here.add('superscript')
  // What Word tracked as inserted is underlined only on its screen.
  if (name === 'INS') here.delete('underline')
  return RUN_MARKS.filter((mark) => here.has(mark))
}

function formOf(element: Element, name: string, style: string, around: Form): Form {
  const own = element.getAttribute('data-kind')
  if (own !== null) return ownForm(own, Number(element.getAttribute('data-level')))
  if (name === 'TD' || name === 'TH') return { kind: element.previousElementSibling === null ? 'row' : 'cell', level: between(Number(element.getAttribute('colspan') ?? 1)), like: false }
  if (/^H[1-6]$/.test(name)) return { kind: 'heading', level: 1, like: false }
  if (name === 'LI') return { kind: element.parentElement?.nodeName.toUpperCase() === 'OL' ? 'numbered' : 'bullet', level: between(listDepth(element)), like: false }
  const listed = /mso-list:\s*l\d+\s+level(\d+)/i.exec(style)
  if (listed) return { kind: 'bullet', level: between(Number(listed[1])), like: false }
  return name === 'P' || name === 'DIV' ? { ...around } : PLAIN
}

function ownForm(name: string, level: number): Form {
  const kind = kindFrom(name)
  return kind === null ? PLAIN : { kind, level: between(level), like: kind === 'plain' }
}

function between(level: number): number {
  return Number.isInteger(level) ? Math.min(LIMITS.levels, Math.max(1, level)) : 1
}

function listDepth(element: Element): number {
  let depth = 0
  for (let at = element.parentElement; at !== null; at = at.parentElement) if (/^[OU]L$/i.test(at.nodeName)) depth += 1
  return depth
}

/** A footnote of ours that was copied. */
function ownNote(json: string): Run[] | null {
  try {
    return runsFrom(JSON.parse(json))
  } catch {
    return null
  }
}

/** Word keeps the words of its footnotes at the end, under the names by which they are referred to. */
function footnoteDefinitions(root: Node): Map<string, Run[]> {
  const found = new Map<string, Run[]>()
  const waiting: Node[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isElement(node) && /^(?:ftn|edn)\d+$/.test(node.id) && isFootnoteDefinition(node)) found.set(node.id, noteRuns(node))
    else waiting.push(...node.childNodes)
  }
  return found
}

function noteRuns(definition: Element): Run[] {
  const text = [...definition.childNodes].map((node) => node.textContent ?? '').join(' ').replace(/\s+/g, ' ').trim().replace(/^\[?\d+\]?\s*/, '').replace(/[\p{Cc}\p{Co}\uFFFC]/gu, '')
  return text === '' ? [] : [{ text: text.slice(0, LIMITS.charactersPerRun).toWellFormed(), marks: [] }]
}

/** Space at the ends belongs to the layout of the source. */
function trimmed(content: readonly Inline[]): Inline[] {
  const normal = normalizeInlines(content.map((inline) => ('footnote' in inline ? inline : { ...inline, text: inline.text.replace(/ {2,}/g, ' ') })))
  const cut = (inline: Inline | undefined, side: RegExp): Inline[] => {
    if (inline === undefined || 'footnote' in inline) return inline === undefined ? [] : [inline]
    const text = inline.text.replace(side, '')
    return text === '' ? [] : [{ ...inline, text }]
  }
  const head = [...cut(normal[0], /^[ \n]+/), ...normal.slice(1)]
  return [...head.slice(0, -1), ...cut(head.at(-1), /[ \n]+$/)]
}
