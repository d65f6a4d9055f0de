/** Runs of a paragraph, with what tracked changes, fields and containers around them mean (ISO/IEC 29500-1, 17.3.2 and 17.13.5). */
import { RUN_MARKS } from '../text/document.ts'
import { signOf } from './anchors.ts'
import { ALWAYS, both, type DraftItem, type Marks, type Piece, type Presence, type Sided } from './draft.ts'
import type { Tally } from './notes.ts'
import { marksOf, type Styles } from './styles.ts'
import { child, elements, textOf, toggleOf, valueOf, type XmlElement } from './xml.ts'

/** Open fields, innermost last, and how many passages stood in the code of one. */
export interface FieldState { readonly open: ('code' | 'result')[]; passagesInCode: number }

/** What a story (the body, one footnote, one text box) needs while it is read. */
export interface Story {
  readonly styles: Styles
  readonly tally: Tally
  /** Complex fields: only text of results is text. */
  readonly fields: FieldState
  /** Text boxes met in the paragraph being read. */
  readonly boxes: XmlElement[]
  /** Both ends of every comment are signed (anchors.ts). */
  readonly signed: boolean
  /** Whose changes the text takes up; whose it does not counts as rejected in both texts. */
  readonly accepts: AcceptsAuthor
  /** Items of a footnote or endnote; null where the file has none of this number, or inside a note. */
  readonly note: (kind: 'footnote' | 'endnote', id: string) => readonly DraftItem[] | null
}

/** By the name in `w:author`. */
export type AcceptsAuthor = (author: string) => boolean

const CHANGES: ReadonlyMap<string, 'comes' | 'goes'> = new Map([
  ['w:ins', 'comes'], ['w:moveTo', 'comes'], ['w:cellIns', 'comes'], ['w:del', 'goes'], ['w:moveFrom', 'goes'], ['w:cellDel', 'goes'],
])

/** Presence as the tracked changes among these elements say. */
export function presenceOf(holder: XmlElement | null, outer: Presence, accepts: AcceptsAuthor): Presence {
  return elements(holder).reduce((presence, element) => both(presence, changeOf(element, accepts) ?? presence), outer)
}

export function changeOf(element: XmlElement, accepts: AcceptsAuthor): Presence | null {
  const change = CHANGES.get(element.name)
  if (change === undefined) return null
  const accepted = accepts(authorOf(element))
  return change === 'comes' ? { before: false, after: accepted } : { before: true, after: !accepted }
}

export function isChange(element: XmlElement): boolean {
  return CHANGES.has(element.name)
}

export function authorOf(change: XmlElement): string {
  return change.attributes['w:author'] ?? ''
}

/** Transparent around runs: their content is read as if it stood there itself. */
const CONTAINERS = new Set([
  'w:hyperlink', 'w:fldSimple', 'w:smartTag', 'w:sdt', 'w:sdtContent', 'w:customXml', 'w:dir', 'w:bdo', 'w:ruby', 'w:rubyBase', 'mc:Choice', 'mc:Fallback',
])
/** No words in them: places, properties, proofing, and what is counted elsewhere. */
const SILENT = new Set([
  'w:pPr', 'w:rPr', 'w:sdtPr', 'w:sdtEndPr', 'w:smartTagPr', 'w:customXmlPr', 'w:bookmarkStart', 'w:bookmarkEnd', 'w:proofErr', 'w:permStart', 'w:permEnd',
  'w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference', 'w:moveFromRangeStart', 'w:moveFromRangeEnd', 'w:moveToRangeStart', 'w:moveToRangeEnd',
  'w:customXmlInsRangeStart', 'w:customXmlInsRangeEnd', 'w:customXmlDelRangeStart', 'w:customXmlDelRangeEnd',
  'w:customXmlMoveFromRangeStart', 'w:customXmlMoveFromRangeEnd', 'w:customXmlMoveToRangeStart', 'w:customXmlMoveToRangeEnd',
  'w:instrText', 'w:delInstrText', 'w:lastRenderedPageBreak', 'w:footnoteRef', 'w:endnoteRef', 'w:separator', 'w:continuationSeparator', 'w:annotationRef',
  'w:rt', 'w:rubyPr', 'w:fldData', 'w:ffData',
])

interface RunContext { readonly presence: Presence; readonly marks: Sided<Marks> }
const UNMARKED: Sided<Marks> = { before: [], after: [] }

export function collectRuns(paragraph: XmlElement, presence: Presence, story: Story): Piece[] {
  const pieces: Piece[] = []
  for (const element of elements(paragraph)) collectInline(element, { presence, marks: UNMARKED }, story, pieces)
  return pieces
}

function collectInline(element: XmlElement, context: RunContext, story: Story, pieces: Piece[]): void {
  const change = changeOf(element, story.accepts)
  const sign = story.signed ? signOf(element) : null
  // The beginning of a paragraph needs no sign, and would hide a typed number from who looks for one.
  if (sign !== null && pieces.length > 0) pieces.push({ text: sign, marks: UNMARKED, presence: ALWAYS })
  if (change) collectEach(element, { ...context, presence: both(context.presence, change) }, story, pieces)
  else if (element.name === 'w:r') collectRun(element, context, story, pieces)
  else if (element.name === 'm:oMath' || element.name === 'm:oMathPara') collectEquation(element, context, story, pieces)
  else if (element.name === 'mc:AlternateContent') collectAlternative(element, context, story, pieces)
  else if (CONTAINERS.has(element.name)) collectEach(element, context, story, pieces)
  else if (!SILENT.has(element.name)) collectRunContent(element, context, story, pieces)
}

function collectEach(element: XmlElement, context: RunContext, story: Story, pieces: Piece[]): void {
  for (const inner of elements(element)) collectInline(inner, context, story, pieces)
}

function collectAlternative(element: XmlElement, context: RunContext, story: Story, pieces: Piece[]): void {
  const chosen = alternativeOf(element)
  if (chosen) collectEach(chosen, context, story, pieces)
}

/** The fallback is what any reader understands; a choice is taken only where there is no fallback. */
export function alternativeOf(element: XmlElement): XmlElement | null {
  const fallback = child(element, 'mc:Fallback')
  return fallback && fallback.children.length > 0 ? fallback : child(element, 'mc:Choice')
}

function collectRun(run: XmlElement, context: RunContext, story: Story, pieces: Piece[]): void {
  const properties = child(run, 'w:rPr')
  const previous = child(properties, 'w:rPrChange')
  const now = saidOf(properties, story.styles)
  const before = previous ? saidOf(child(previous, 'w:rPr'), story.styles) : now
  const after = previous && !story.accepts(authorOf(previous)) ? before : now
  if (after.get('hidden') === true) {
    story.tally.add('hidden')
    return
  }
  if (toggleOf(properties, 'w:strike') === true || toggleOf(properties, 'w:dstrike') === true) story.tally.add('strike')
  const inner: RunContext = { presence: context.presence, marks: { before: marksIn(before), after: marksIn(after) } }
  collectEach(run, inner, story, pieces)
}

type Said = ReturnType<typeof marksOf>

function saidOf(properties: XmlElement | null, styles: Styles): Said {
  const style = valueOf(properties, 'w:rStyle')
  return new Map([...(style === null ? [] : styles.character(style)), ...marksOf(properties)])
}

function marksIn(said: Said): Marks {
  return RUN_MARKS.filter((mark) => said.get(mark) === true)
}

function collectRunContent(element: XmlElement, context: RunContext, story: Story, pieces: Piece[]): void {
  const text = plainTextOf(element, story)
  if (text !== null) pushText(text, context, story, pieces)
  else if (element.name === 'w:footnoteReference' || element.name === 'w:endnoteReference') pushNote(element, context, story, pieces)
  else if (element.name === 'w:fldChar') followField(element, story)
  else if (element.name === 'w:drawing' || element.name === 'w:pict' || element.name === 'w:object') collectDrawing(element, story)
  else story.tally.addUnknown(element.name)
}

/** Characters that an element of a run stands for; null where it is no text at all. */
function plainTextOf(element: XmlElement, story: Story): string | null {
  switch (element.name) {
    case 'w:t': case 'w:delText': return literal(element)
    case 'w:tab': case 'w:ptab': return '\t'
    case 'w:br': return ['page', 'column'].includes(element.attributes['w:type'] ?? '') ? '' : '\n'
    case 'w:cr': return '\n'
    case 'w:noBreakHyphen': return '\u2011'
    case 'w:softHyphen': return '\u00ad'
    case 'w:sym': return symbol(element, story)
    default: return null
  }
}

/** Line ends and tabs inside `w:t` are only spaces; the edges count only where `xml:space` says so. */
function literal(element: XmlElement): string {
  const text = textOf(element).replace(/[\t\n\r]/g, ' ')
  return element.attributes['xml:space'] === 'preserve' ? text : text.replace(/^ +| +$/g, '')
}

/** A symbol font maps its glyphs to U+F000 and above, where no reader knows them. */
function symbol(element: XmlElement, story: Story): string {
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16)
  if (code > 0x20 && code < 0xd800) return String.fromCodePoint(code)
  story.tally.add('symbol')
  return '\ufffd'
}

function pushText(text: string, context: RunContext, story: Story, pieces: Piece[]): void {
  if (text === '') return
  if (story.fields.open.includes('code')) story.fields.passagesInCode += 1
  else pieces.push({ text, marks: context.marks, presence: context.presence })
}

function pushNote(element: XmlElement, context: RunContext, story: Story, pieces: Piece[]): void {
  const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote'
  const note = story.note(kind, element.attributes['w:id'] ?? '')
  if (!note) story.tally.add('noteMissing')
  else pieces.push({ note, presence: context.presence })
  if (note && kind === 'endnote') story.tally.add('endnote')
}

function followField(element: XmlElement, story: Story): void {
  const type = element.attributes['w:fldCharType']
  const { open } = story.fields
  if (type === 'begin') open.push('code')
  else if (type === 'end') open.pop()
  else if (type === 'separate' && open.length > 0) open[open.length - 1] = 'result'
}

function collectDrawing(element: XmlElement, story: Story): void {
  const boxes = textBoxesIn(element)
  if (boxes.length === 0) story.tally.add('image')
  else story.tally.add('textBox', boxes.length)
  story.boxes.push(...boxes)
}

function textBoxesIn(element: XmlElement): XmlElement[] {
  if (element.name === 'w:txbxContent') return [element]
  const inner = element.name === 'mc:AlternateContent' ? [alternativeOf(element)] : elements(element)
  return inner.flatMap((part) => (part ? textBoxesIn(part) : []))
}

function collectEquation(element: XmlElement, context: RunContext, story: Story, pieces: Piece[]): void {
  if (element.name === 'm:oMath') story.tally.add('equation')
  for (const inner of elements(element)) {
    const change = changeOf(inner, story.accepts)
    const within = change ? { ...context, presence: both(context.presence, change) } : context
    if (inner.name === 'm:t' || inner.name === 'w:t' || inner.name === 'w:delText') pushText(textOf(inner), within, story, pieces)
    else collectEquation(inner, within, story, pieces)
  }
}
