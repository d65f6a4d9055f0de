/** Who has tracked changes in a Word file. */
import { authorOf, isChange } from './collectRuns.ts'
import type { DocxParts } from './package.ts'
import { elements, type XmlElement } from './xml.ts'

const PROPERTY_CHANGES = new Set(['w:pPrChange', 'w:rPrChange', 'w:tcPrChange'])

/** In the order in which they first appear. */
export function authorsIn(parts: DocxParts): string[] {
  const authors = new Set<string>()
  visit(parts, (element) => authors.add(authorOf(element)))
  return [...authors]
}

/** Changes by one author inside a change by another. */
export function nestedChanges(parts: DocxParts): number {
  let count = 0
  visit(parts, (element, outer) => {
    if (outer !== null && authorOf(outer) !== authorOf(element)) count++
  })
  return count
}

function visit(parts: DocxParts, seen: (change: XmlElement, outer: XmlElement | null) => void): void {
  for (const root of [parts.document, parts.footnotes, parts.endnotes]) if (root) visitInside(root, null, seen)
}

function visitInside(element: XmlElement, outer: XmlElement | null, seen: (change: XmlElement, outer: XmlElement | null) => void): void {
  for (const inner of elements(element)) {
    const change = isChange(inner) || PROPERTY_CHANGES.has(inner.name)
    if (change) seen(inner, outer)
    visitInside(inner, change ? inner : outer, seen)
  }
}
