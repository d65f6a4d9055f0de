/** What styles say about paragraphs and runs, followed through `w:basedOn` (ISO/IEC 29500-1, 17.7). */
import type { RunMark } from '../text/document.ts'
import { COVER_STYLE } from './blockStyle.ts'
import { child, elements, toggleOf, valueOf, type XmlElement } from './xml.ts'

/** List properties; `null` where they are not said. */
export interface ListPlace { readonly numId: string | null; readonly levelIndex: number | null }

export interface ParagraphStyle {
  /** As the person sees it in Word, lower-case. */
  readonly name: string
  readonly outlineLevel: number | null
  readonly list: ListPlace
}

export interface Styles {
  readonly defaultParagraph: string
  paragraph(styleId: string): ParagraphStyle
  /** Marks that a character style switches on or off. */
  character(styleId: string): ReadonlyMap<RunMark | 'hidden', boolean>
  numIdOfListStyle(styleId: string): string | null
  /** Whether the file has a style of this name, in whatever case. */
  hasName(name: string): boolean
}

/** Headings bear Word's own style names, so the file itself must say that it was written by us. */
export function isOwnFile(styles: Styles): boolean {
  return styles.hasName(`${COVER_STYLE} End`)
}

const MAX_ANCESTORS = 20

export function readStyles(root: XmlElement | null): Styles {
  const byId = new Map(elements(root, 'w:style').map((element) => [element.attributes['w:styleId'] ?? '', element]))

  /** The style itself first, then what it is based on; a circle of styles ends at the cap. */
  function lineage(styleId: string): XmlElement[] {
    const line: XmlElement[] = []
    let element = byId.get(styleId)
    while (element && line.length < MAX_ANCESTORS) {
      line.push(element)
      element = byId.get(valueOf(element, 'w:basedOn') ?? '')
    }
    return line
  }

  return {
    defaultParagraph: defaultParagraphId(root),
    paragraph(styleId) {
      const properties = lineage(styleId).map((element) => child(element, 'w:pPr'))
      return {
        name: (valueOf(byId.get(styleId) ?? null, 'w:name') ?? styleId).toLowerCase(),
        outlineLevel: firstSaid(properties.map(outlineLevelOf)),
        list: inherited(properties.map(listPlaceOf)),
      }
    },
    character(styleId) {
      const marks = new Map<RunMark | 'hidden', boolean>()
      for (const element of lineage(styleId).reverse()) for (const [mark, on] of marksOf(child(element, 'w:rPr'))) marks.set(mark, on)
      return marks
    },
    hasName: (name) => [...byId.values()].some((element) => valueOf(element, 'w:name')?.toLowerCase() === name.toLowerCase()),
    numIdOfListStyle: (styleId) => firstSaid(lineage(styleId).map((element) => listPlaceOf(child(element, 'w:pPr')).numId)),
  }
}

function defaultParagraphId(root: XmlElement | null): string {
  const isDefault = (element: XmlElement): boolean =>
    element.attributes['w:type'] === 'paragraph' && ['1', 'true', 'on'].includes(element.attributes['w:default'] ?? '')
  return elements(root, 'w:style').find(isDefault)?.attributes['w:styleId'] ?? ''
}

function firstSaid<T>(values: readonly (T | null)[]): T | null {
  return values.find((value) => value !== null) ?? null
}

function inherited(places: readonly ListPlace[]): ListPlace {
  return { numId: firstSaid(places.map((place) => place.numId)), levelIndex: firstSaid(places.map((place) => place.levelIndex)) }
}

/** From 0; 9 is body text. */
export function outlineLevelOf(properties: XmlElement | null): number | null {
  return wholeNumber(valueOf(properties, 'w:outlineLvl'))
}

export function listPlaceOf(properties: XmlElement | null): ListPlace {
  const list = child(properties, 'w:numPr')
  return { numId: valueOf(list, 'w:numId'), levelIndex: wholeNumber(valueOf(list, 'w:ilvl')) }
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,3}$/.test(text) ? Number(text) : null
}

/** Marks that run properties say, on or off. */
export function marksOf(properties: XmlElement | null): ReadonlyMap<RunMark | 'hidden', boolean> {
  const said = new Map<RunMark | 'hidden', boolean>()
  const toggles = [['bold', 'w:b'], ['italic', 'w:i'], ['underline', 'w:u'], ['hidden', 'w:vanish']] as const
  for (const [mark, name] of toggles) {
    const on = toggleOf(properties, name)
    if (on !== null) said.set(mark, on)
  }
  const align = valueOf(properties, 'w:vertAlign')
  if (align !== null) said.set('superscript', align === 'superscript')
  return said
}
