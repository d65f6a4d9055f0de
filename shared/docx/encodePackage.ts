/** The container around the parts (ISO/IEC 29500-2): fixed order and times, so that the same text always gives the same bytes. */
import { zipSync } from 'fflate'
import { utf8 } from '../base/bytes.ts'
import { AUTHOR, wholeSeconds, type Stamp } from './stamp.ts'
import { element, escapeXml, property, wordPart, XML_HEAD } from './encodeXml.ts'

export interface WordParts {
  readonly title: string
  readonly document: string
  readonly styles: string
  readonly numbering: string
  readonly footnotes: string
  readonly header: string
  readonly footer: string
  /** Null where there are none. */
  readonly comments: string | null
}

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'
const RELATIONSHIP_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/'

const PARTS = [
  { name: 'document', type: 'document.main' }, { name: 'styles', type: 'styles' }, { name: 'settings', type: 'settings' }, { name: 'numbering', type: 'numbering' },
  { name: 'footnotes', type: 'footnotes' }, { name: 'header', type: 'header' }, { name: 'footer', type: 'footer' }, { name: 'comments', type: 'comments' },
] as const
type Part = (typeof PARTS)[number]

export function encodePackage(parts: WordParts, stamp: Stamp): Uint8Array {
  const words = { ...parts, settings: SETTINGS }
  const held = PARTS.flatMap((part) => (words[part.name] === null ? [] : [{ ...part, words: words[part.name] ?? '' }]))
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': utf8(contentTypes(held)),
    '_rels/.rels': utf8(relationships([['officeDocument', 'word/document.xml'], ['core', 'docProps/core.xml']])),
    'docProps/core.xml': utf8(coreProperties(parts.title, stamp)),
    'word/_rels/document.xml.rels': utf8(relationships(held.slice(1).map(({ name }) => [name, `${name}.xml`]))),
  }
  for (const part of held) files[`word/${part.name}.xml`] = utf8(part.words)
  // ZIP times are local and begin in 1980: the first one that can be written says nothing about the machine.
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) })
}

function contentTypes(parts: readonly Part[]): string {
  return XML_HEAD + element('Types', { xmlns: `${PACKAGE}content-types` },
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    ...parts.map(({ name, type }) => element('Override', { PartName: `/word/${name}.xml`, ContentType: `${WORD_TYPE}${type}+xml` })),
    element('Override', { PartName: '/docProps/core.xml', ContentType: 'application/vnd.openxmlformats-package.core-properties+xml' }))
}

function relationships(targets: readonly (readonly [string, string])[]): string {
  return XML_HEAD + element('Relationships', { xmlns: `${PACKAGE}relationships` }, ...targets.map(([id, target]) => element('Relationship', {
    Id: id, Type: id === 'core' ? `${PACKAGE}relationships/metadata/core-properties` : RELATIONSHIP_TYPE + id, Target: target,
  })))
}

function coreProperties(title: string, stamp: Stamp): string {
  const date = { 'xsi:type': 'dcterms:W3CDTF' }
  return XML_HEAD + element('cp:coreProperties', {
    'xmlns:cp': `${PACKAGE}metadata/core-properties`, 'xmlns:dc': 'http://purl.org/dc/elements/1.1/', 'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  }, element('dc:title', {}, escapeXml(title)), element('dc:creator', {}, AUTHOR), element('dcterms:created', date, wholeSeconds(stamp)))
}

/** Notes -1 and 0 are the lines above the footnotes; compatibility mode 15 is Word 2013 and later. */
const SETTINGS = wordPart('settings', property('defaultTabStop', 567), property('characterSpacingControl', 'doNotCompress'),
  element('w:footnotePr', {}, element('w:footnote', { 'w:id': -1 }), element('w:footnote', { 'w:id': 0 })),
  element('w:compat', {}, element('w:compatSetting', { 'w:name': 'compatibilityMode', 'w:uri': 'http://schemas.microsoft.com/office/word', 'w:val': 15 })))
