/** XML written by us: always well-formed, whatever characters a text holds. */

/** Everything XML 1.0 cannot hold (section 2.2) becomes U+FFFD, visibly. */
// oxlint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

export function escapeXml(text: string): string {
  return text.toWellFormed().replace(NOT_XML, '\ufffd')
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

export type XmlAttributes = Readonly<Record<string, string | number | undefined>>

/** `children` are markup already; text goes through `escapeXml` first. Attributes without a value are left out. */
export function element(name: string, attributes: XmlAttributes, ...children: readonly string[]): string {
  const said = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeXml(String(value))}"`]))
  const content = children.join('')
  return content === '' ? `<${name}${said.join('')}/>` : `<${name}${said.join('')}>${content}</${name}>`
}

/** `<w:name w:val="..."/>`, Word's usual way to say a property. */
export function property(name: string, value: string | number): string {
  return element(`w:${name}`, { 'w:val': value })
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The root of a Word part. */
export function wordPart(name: string, ...children: readonly string[]): string {
  return XML_HEAD + element(`w:${name}`, { 'xmlns:w': MAIN, 'xmlns:r': RELATIONSHIPS }, ...children)
}
