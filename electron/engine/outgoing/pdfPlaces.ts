/**
 * On which sheet of a PDF each named place stands, so that a table of contents can say so: Chromium knows the sheets only when it has
 * printed them. Reads what Chromium writes: a cross-reference table, plain dictionaries, named destinations. ISO 32000-1, 7.5.4 and 12.3.2.3.
 */

/** Sheets count from 1. Empty where the file is not of that form. */
export function placesInPdf(pdf: Uint8Array): ReadonlyMap<string, number> {
  const text = new TextDecoder('latin1').decode(pdf)
  const objects = objectsIn(text)
  const catalog = /\/Root (\d+) 0 R/.exec(text.slice(text.lastIndexOf('trailer')))?.[1] ?? ''
  const sheets = sheetsUnder(referred(objects.get(catalog), 'Pages'), objects)
  const places = objects.get(referred(objects.get(catalog), 'Dests')) ?? ''
  return new Map([...places.matchAll(/\/([^\s/[\]<>()]+)\s*\[\s*(\d+) 0 R/g)].flatMap(([, name, sheet]) => {
    const at = sheets.indexOf(sheet ?? '')
    return name === undefined || at < 0 ? [] : [[name, at + 1]]
  }))
}

/** Each object up to its stream, by its number. */
function objectsIn(text: string): ReadonlyMap<string, string> {
  const table = text.slice(Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? text.length))
  return new Map([...table.matchAll(/(\d{10}) \d{5} n/g)].flatMap(([, offset]) => {
    const at = Number(offset)
    const [, id, body] = /^(\d+) 0 obj\s([^]*?)(?:endobj|stream\r?\n)/.exec(text.slice(at, text.indexOf('endobj', at) + 'endobj'.length)) ?? []
    return id === undefined || body === undefined ? [] : [[id, body]]
  }))
}

function referred(object: string | undefined, key: string): string {
  return new RegExp(`/${key} (\\d+) 0 R`).exec(object ?? '')?.[1] ?? ''
}

/** The tree of sheets, in order. A node stands in it once. */
function sheetsUnder(root: string, objects: ReadonlyMap<string, string>): string[] {
  const seen = new Set<string>()
  const under = (id: string): string[] => {
    const kids = /\/Kids\s*\[([^\]]*)\]/.exec(objects.get(id) ?? '')?.[1]
    if (seen.has(id) || !objects.has(id)) return []
    seen.add(id)
    return kids === undefined ? [id] : [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => under(kid ?? ''))
  }
  return under(root)
}
