/** The parts of a Word file that are read at all, found through its relationships (ISO/IEC 29500-2, clause 9.3). */
import { refuse } from './fault.ts'
import { openZip, type ZipReader } from './unzip.ts'
import { elements, parseXml, type NodeBudget, type XmlElement } from './xml.ts'

export interface DocxParts {
  readonly document: XmlElement
  readonly styles: XmlElement | null
  readonly numbering: XmlElement | null
  readonly footnotes: XmlElement | null
  readonly endnotes: XmlElement | null
  readonly comments: XmlElement | null
  readonly hasMacros: boolean
}

export function openParts(bytes: Uint8Array): DocxParts {
  const zip = openZip(bytes)
  const budget: NodeBudget = { nodes: 0 }
  const documentName = relationshipsOf(zip, '', budget).get('officeDocument')
  if (!documentName) return refuse('docx-malformed', 'container', 'part-missing')
  const document = readXml(zip, documentName, budget)
  if (document?.name !== 'w:document') return refuse('docx-malformed', 'container', 'part-missing')
  const related = relationshipsOf(zip, documentName, budget)
  const part = (kind: string): XmlElement | null => readXml(zip, related.get(kind) ?? '', budget)
  return {
    document,
    styles: part('styles'),
    numbering: part('numbering'),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
    comments: part('comments'),
    hasMacros: [...zip.names].some((name) => name.toLowerCase().endsWith('vbaproject.bin')),
  }
}

function readXml(zip: ZipReader, name: string, budget: NodeBudget): XmlElement | null {
  const bytes = zip.read(name)
  return bytes && parseXml(bytes, budget)
}

/** Part names by the last word of the relationship's type. External targets are never followed. */
function relationshipsOf(zip: ZipReader, source: string, budget: NodeBudget): Map<string, string> {
  const slash = source.lastIndexOf('/') + 1
  const folder = source.slice(0, slash)
  const root = readXml(zip, `${folder}_rels/${source.slice(slash)}.rels`, budget)
  const found = new Map<string, string>()
  for (const relationship of elements(root, 'rel:Relationship')) {
    const { Type: type = '', Target: target = '', TargetMode: mode = 'Internal' } = relationship.attributes
    const kind = type.slice(type.lastIndexOf('/') + 1)
    const name = mode === 'Internal' ? resolve(folder, target) : null
    if (name !== null && zip.names.has(name) && !found.has(kind)) found.set(kind, name)
  }
  return found
}

/** A target relative to the folder of its source; null where it would leave the container. */
function resolve(folder: string, target: string): string | null {
  const segments = target.startsWith('/') ? [] : folder.split('/').filter((segment) => segment !== '')
  for (const segment of target.split('/')) {
    if (segment === '..' && segments.pop() === undefined) return null
    if (segment !== '' && segment !== '.' && segment !== '..') segments.push(segment)
  }
  return segments.join('/')
}
