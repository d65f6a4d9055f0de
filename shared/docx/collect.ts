/** Paragraphs and tables of a Word file as a draft of both texts (ISO/IEC 29500-1, 17.3.1, 17.4, 17.11 and 17.13.5). */
import { alternativeOf, authorOf, changeOf, collectRuns, presenceOf, type AcceptsAuthor, type Story } from './collectRuns.ts'
import { ALWAYS, both, type CellSpan, type DraftCell, type DraftItem, type DraftParagraph, type DraftRow, type ParagraphFormat, type Presence, type Sided } from './draft.ts'
import type { Tally } from './notes.ts'
import type { DocxParts } from './package.ts'
import { isOwnFile, listPlaceOf, outlineLevelOf, type Styles } from './styles.ts'
import { child, elements, valueOf, type XmlElement } from './xml.ts'

export function collectDraft(parts: DocxParts, styles: Styles, tally: Tally, accepts: AcceptsAuthor = () => true, signed = false): DraftItem[] {
  const body = child(parts.document, 'w:body')
  if (parts.hasMacros) tally.add('macros')
  if (hasFurniture(body) && !isOwnFile(styles)) tally.add('furniture')
  const facts = { styles, tally, accepts, signed }
  return collectStory(body, storyOf(facts, notesOf(parts, facts)))
}

function hasFurniture(body: XmlElement | null): boolean {
  const section = child(body, 'w:sectPr')
  return elements(section).some((element) => element.name === 'w:headerReference' || element.name === 'w:footerReference')
}

type Facts = Pick<Story, 'styles' | 'tally' | 'accepts' | 'signed'>

function storyOf(facts: Facts, note: Story['note']): Story {
  return { ...facts, note, fields: { open: [], passagesInCode: 0 }, boxes: [] }
}

/** Notes are read when their reference is met; a note inside a note does not exist in Word. */
function notesOf(parts: DocxParts, facts: Facts): Story['note'] {
  const byId = (root: XmlElement | null, name: string): Map<string, XmlElement> =>
    new Map(elements(root, name).map((element) => [element.attributes['w:id'] ?? '', element]))
  const notes = { footnote: byId(parts.footnotes, 'w:footnote'), endnote: byId(parts.endnotes, 'w:endnote') }
  return (kind, id) => {
    const element = notes[kind].get(id)
    return element ? collectStory(element, storyOf(facts, () => null)) : null
  }
}

function collectStory(root: XmlElement | null, story: Story): DraftItem[] {
  const items = elements(root).flatMap((element) => collectItem(element, ALWAYS, story))
  // Text in the code of a field that never ends would vanish; in a field that ends it is only part of a formula.
  if (story.fields.open.length > 0 && story.fields.passagesInCode > 0) story.tally.add('openField', story.fields.passagesInCode)
  return items
}

const CONTAINERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'mc:Choice', 'mc:Fallback'])
const SILENT = new Set([
  'w:sectPr', 'w:sdtPr', 'w:sdtEndPr', 'w:customXmlPr', 'w:tblPr', 'w:tblGrid', 'w:tcPr', 'w:trPr', 'w:tblPrEx', 'w:proofErr',
])

function collectItem(element: XmlElement, presence: Presence, story: Story): DraftItem[] {
  const change = changeOf(element, story.accepts)
  if (change) return elements(element).flatMap((inner) => collectItem(inner, both(presence, change), story))
  if (element.name === 'w:p') return collectParagraph(element, presence, story)
  if (element.name === 'w:tbl') return collectTable(element, presence, story)
  if (element.name === 'mc:AlternateContent') return elements(alternativeOf(element)).flatMap((inner) => collectItem(inner, presence, story))
  if (CONTAINERS.has(element.name)) return elements(element).flatMap((inner) => collectItem(inner, presence, story))
  if (element.name === 'w:altChunk') story.tally.add('embedded')
  else if (!SILENT.has(element.name) && !/(?:Start|End)$/.test(element.name)) story.tally.addUnknown(element.name)
  return []
}

function collectParagraph(element: XmlElement, presence: Presence, story: Story): DraftItem[] {
  const properties = child(element, 'w:pPr')
  const paragraph: DraftParagraph = {
    item: 'paragraph',
    pieces: collectRuns(element, presence, story),
    format: formatsOf(properties, story.accepts),
    mark: presenceOf(child(properties, 'w:rPr'), presence, story.accepts),
  }
  const boxes = story.boxes.splice(0)
  return [paragraph, ...boxes.flatMap((box) => elements(box)).flatMap((inner) => collectItem(inner, presence, story))]
}

function formatOf(properties: XmlElement | null): ParagraphFormat {
  return { styleId: valueOf(properties, 'w:pStyle') ?? '', ...listPlaceOf(properties), outlineLevel: outlineLevelOf(properties) }
}

/** Before tracked changes of the properties and after: `w:pPrChange` keeps all of them as they were, `w:numPr/w:ins` says that a list is new. */
function formatsOf(properties: XmlElement | null, accepts: AcceptsAuthor): Sided<ParagraphFormat> {
  const now = formatOf(properties)
  const change = child(properties, 'w:pPrChange')
  const newList = child(child(properties, 'w:numPr'), 'w:ins')
  const mark = change ?? newList
  if (!mark) return { before: now, after: now }
  const before = change ? formatOf(child(change, 'w:pPr')) : { ...now, numId: null, levelIndex: null }
  return { before, after: accepts(authorOf(mark)) ? now : before }
}

function collectTable(table: XmlElement, presence: Presence, story: Story): DraftItem[] {
  return within(table, 'w:tr').map((row): DraftRow => {
    const stands = presenceOf(child(row, 'w:trPr'), presence, story.accepts)
    return { item: 'row', table, presence: stands, cells: within(row, 'w:tc').map((cell) => collectCell(cell, stands, story)) }
  })
}

/** Rows and cells may stand inside content controls. */
function within(element: XmlElement, name: string): XmlElement[] {
  return elements(element).flatMap((inner) => (inner.name === name ? [inner] : CONTAINERS.has(inner.name) ? within(inner, name) : []))
}

function collectCell(cell: XmlElement, rowPresence: Presence, story: Story): DraftCell {
  const properties = child(cell, 'w:tcPr')
  const presence = presenceOf(properties, rowPresence, story.accepts)
  const change = child(properties, 'w:tcPrChange')
  const now = spanOf(properties)
  const before = change ? spanOf(child(change, 'w:tcPr')) : now
  const span = { before, after: change && !story.accepts(authorOf(change)) ? before : now }
  return { presence, span, items: elements(cell).flatMap((element) => collectItem(element, presence, story)) }
}

function spanOf(properties: XmlElement | null): CellSpan {
  const merge = child(properties, 'w:vMerge')
  const columns = Number(valueOf(properties, 'w:gridSpan') ?? '1')
  return { columns: Number.isInteger(columns) && columns > 0 ? columns : 1, mergedUp: merge !== null && merge.attributes['w:val'] !== 'restart' }
}
