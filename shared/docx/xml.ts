/** XML of a Word part as a bounded tree. No document type, so no entities but the five of XML itself; no external anything. */
import { SaxesParser } from 'saxes'
import { DocxRefused, refuse } from './fault.ts'

export const XML_LIMITS = {
  depth: 200,
  /** Elements, attributes and texts of all parts of one file. */
  nodes: 2_000_000,
} as const

export interface XmlElement {
  /** `w:p`, `m:t`, ...: the prefix is ours, whatever the file chose; an unknown namespace has none of ours and reads `?:name`. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}
export type XmlNode = XmlElement | string

/** Counts what has been read of one file, over all its parts. */
export interface NodeBudget { nodes: number }

const NAMESPACES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://www.w3.org/XML/1998/namespace': 'xml',
  '': '',
}

function qualified(uri: string, local: string): string {
  const prefix = Object.hasOwn(NAMESPACES, uri) ? NAMESPACES[uri] : '?'
  return prefix === '' ? local : `${prefix}:${local}`
}

interface OpenElement { name: string; attributes: Record<string, string>; children: XmlNode[] }

export function parseXml(bytes: Uint8Array, budget: NodeBudget): XmlElement {
  const root: OpenElement = { name: '', attributes: {}, children: [] }
  try {
    readInto(root, decode(bytes), budget)
  } catch (fault) {
    if (fault instanceof DocxRefused) throw fault
    refuse('docx-malformed', 'payload', 'not-xml')
  }
  const element = root.children.find((child) => typeof child !== 'string')
  return element ?? refuse('docx-malformed', 'payload', 'not-xml')
}

function readInto(root: OpenElement, text: string, budget: NodeBudget): void {
  const stack: OpenElement[] = [root]
  const parser = new SaxesParser({ xmlns: true, position: false })
  const count = (nodes: number): void => {
    budget.nodes += nodes
    if (budget.nodes > XML_LIMITS.nodes) refuse('docx-malformed', 'limit', 'too-many-nodes')
  }
  const append = (node: XmlNode): void => {
    count(1)
    stack.at(-1)?.children.push(node)
  }
  parser.on('error', () => refuse('docx-malformed', 'payload', 'not-xml'))
  parser.on('doctype', () => refuse('docx-malformed', 'payload', 'doctype'))
  parser.on('text', append)
  parser.on('cdata', append)
  parser.on('opentag', (tag) => {
    const element: OpenElement = { name: qualified(tag.uri, tag.local), attributes: {}, children: [] }
    for (const attribute of Object.values(tag.attributes)) element.attributes[qualified(attribute.uri, attribute.local)] = attribute.value
    count(Object.keys(element.attributes).length)
    append(element)
    stack.push(element)
    if (stack.length > XML_LIMITS.depth) refuse('docx-malformed', 'limit', 'too-deep')
  })
  parser.on('closetag', () => {
    stack.pop()
  })
  parser.write(text).close()
}

function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return refuse('docx-malformed', 'payload', 'encoding')
  }
}

/** First child element of this name. */
export function child(element: XmlElement | null, name: string): XmlElement | null {
  return elements(element).find((candidate) => candidate.name === name) ?? null
}

export function elements(element: XmlElement | null, name?: string): readonly XmlElement[] {
  if (!element) return []
  return element.children.filter((node): node is XmlElement => typeof node !== 'string' && (name === undefined || node.name === name))
}

/** `w:val` of a child element, or null. */
export function valueOf(element: XmlElement | null, name: string): string | null {
  return child(element, name)?.attributes['w:val'] ?? null
}

/** An on/off property of Word: present means on unless its value says otherwise; null where absent (ISO/IEC 29500-1, 17.17.4). */
export function toggleOf(element: XmlElement | null, name: string): boolean | null {
  const property = child(element, name)
  if (!property) return null
  return !['0', 'false', 'off', 'none'].includes(property.attributes['w:val'] ?? '1')
}

export function textOf(element: XmlElement): string {
  return element.children.map((node) => (typeof node === 'string' ? node : textOf(node))).join('')
}
