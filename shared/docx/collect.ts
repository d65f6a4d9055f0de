/** Paragraphs and tables of a Word file as a draft of both texts (ISO/IEC 29500-1, 17.3.1, 17.4, 17.11 and 17.13.5). */
import { alternativeOf, changeOf, collectRuns, presenceOf, type Story } from './collectRuns.ts'
import { ALWAYS, both, type DraftCell, type DraftItem, type DraftParagraph, type DraftRow, type ParagraphFormat, type Presence } from './draft.ts'
import type { Tally } from './notes.ts'
import type { DocxParts } from './package.ts'
import { listPlaceOf, outlineLevelOf, type Styles } from './styles.ts'
import { child, elements, valueOf, type XmlElement } from './xml.ts'

export function collectDraft(parts: DocxParts, styles: Styles, tally: Tally): DraftItem[] {
  const body = child(parts.document, 'w:body')
  if (parts.hasMacros) tally.add('macros')
  if (hasFurniture(body)) tally.add('furniture')
  return collectStory(body, storyOf(styles, tally, notesOf(parts, styles, tally)))
}

function hasFurniture(body: XmlElement | null): boolean {
  const section = child(body, 'w:sectPr')
  return elements(section).some((element) => element.name === 'w:headerReference' || element.name === 'w:footerReference')
}

function storyOf(styles: Styles, tally: Tally, note: Story['note']): Story {
  return { styles, tally, note, fields: { open: [], passagesInCode: 0 }, boxes: [] }
}

/** Notes are read when their reference is met; a note inside a note does not exist in Word. */
function notesOf(parts: DocxParts, styles: Styles, tally: Tally): Story['note'] {
  const byId = (root: XmlElement | null, name: string): Map<string, XmlElement> =>
    new Map(elements(root, name).map((element) => [element.attributes['w:id'] ?? '', element]))
  const notes = { footnote: byId(parts.footnotes, 'w:footnote'), endnote: byId(parts.endnotes, 'w:endnote') }
  return (kind, id) => {
    const element = notes[kind].get(id)
    return element ? collectStory(element, storyOf(styles, tally, () => null)) : null
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
  const change = changeOf(element)
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
    format: { before: formatBefore(properties), after: formatOf(properties) },
    mark: presenceOf(child(properties, 'w:rPr'), presence),
  }
  const boxes = story.boxes.splice(0)
  return [paragraph, ...boxes.flatMap((box) => elements(box)).flatMap((inner) => collectItem(inner, presence, story))]
}

function formatOf(properties: XmlElement | null): ParagraphFormat {
  return { styleId: valueOf(properties, 'w:pStyle') ?? '', ...listPlaceOf(properties), outlineLevel: outlineLevelOf(properties) }
}

/** As it stood before tracked changes of the properties: `w:pPrChange` keeps all of them, `w:numPr/w:ins` says that a list is new. */
function formatBefore(properties: XmlElement | null): ParagraphFormat {
  const change = child(properties, 'w:pPrChange')
  if (change) return formatOf(child(change, 'w:pPr'))
  const listIsNew = child(child(properties, 'w:numPr'), 'w:ins') !== null
  return listIsNew ? { ...formatOf(properties), numId: null, levelIndex: null } : formatOf(properties)
}

function collectTable(table: XmlElement, presence: Presence, story: Story): DraftItem[] {
  const rows = within(table, 'w:tr').map((row, index): DraftRow => ({
    item: 'row',
    firstOfTable: index === 0,
    presence: presenceOf(child(row, 'w:trPr'), presence),
    cells: within(row, 'w:tc').map((cell) => collectCell(cell, presenceOf(child(row, 'w:trPr'), presence), story)),
  }))
  return rows
}

/** Rows and cells may stand inside content controls. */
function within(element: XmlElement, name: string): XmlElement[] {
  return elements(element).flatMap((inner) => (inner.name === name ? [inner] : CONTAINERS.has(inner.name) ? within(inner, name) : []))
}

function collectCell(cell: XmlElement, rowPresence: Presence, story: Story): DraftCell {
  const presence = presenceOf(child(cell, 'w:tcPr'), rowPresence)
  return { presence, items: elements(cell).flatMap((element) => collectItem(element, presence, story)) }
}
