/** Word files made by hand, good and hostile, one oddity each. */
import { strToU8, zipSync, type Zippable } from 'fflate'

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const NAMESPACES = `xmlns:w="${MAIN}" xmlns:r="${OFFICE}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" `
  + 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'

export function part(name: string, markup: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${name} ${NAMESPACES}>${markup}</w:${name}>`
}

export function relationships(...targets: readonly (readonly [kind: string, target: string, mode?: string])[]): string {
  const entries = targets.map(([kind, target, mode], index) =>
    `<Relationship Id="r${index}" Type="${OFFICE}/${kind}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`)
  return `<Relationships xmlns="${RELATIONSHIPS}">${entries.join('')}</Relationships>`
}

export const PARTS = ['styles', 'numbering', 'footnotes', 'endnotes', 'comments'] as const

/** The parts of a small Word file: `body` is markup, the others are markup of their roots. */
export function wordParts(body: string, extra: Partial<Record<(typeof PARTS)[number], string>> = {}): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {
    '_rels/.rels': strToU8(relationships(['officeDocument', 'word/document.xml'])),
    'word/document.xml': strToU8(part('document', `<w:body>${body}</w:body>`)),
    'word/_rels/document.xml.rels': strToU8(relationships(...PARTS.map((name) => [name, `${name}.xml`] as const))),
  }
  for (const name of PARTS) if (extra[name] !== undefined) files[`word/${name}.xml`] = strToU8(part(name, extra[name]))
  return files
}

export function zipped(files: Zippable): Uint8Array {
  return zipSync(files, { mtime: new Date(1980, 0, 1) })
}

export function wordFile(body: string, extra: Parameters<typeof wordParts>[1] = {}): Uint8Array {
  return zipped(wordParts(body, extra))
}

export function paragraph(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}
