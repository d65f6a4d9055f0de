/** The words on each page of a PDF that Chromium made: its objects, the page's content streams, and the fonts' own tables from glyphs to letters. */
import { inflateSync } from 'node:zlib'

/** One text per page, glyph runs in the order in which they were drawn, without spaces. */
export function pdfPages(bytes: Uint8Array): string[] {
  const objects = objectsIn(Buffer.from(bytes))
  const fonts = new Map([...objects].map(([id, one]) => [id, lettersOf(one, objects)]))
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b/.test(head))
  return pages.map(({ head }) => {
    const resources = /\/Font\s*<<([^>]*)>>/.exec(head)?.[1] ?? ''
    const named = new Map([...resources.matchAll(/\/(\w+)\s+(\d+) 0 R/g)].map(([, name, id]) => [name ?? '', fonts.get(Number(id)) ?? new Map<string, string>()]))
    const contents = [...(/\/Contents\s*(\[[^\]]*\]|\d+ 0 R)/.exec(head)?.[1] ?? '').matchAll(/(\d+) 0 R/g)]
    return contents.map(([, id]) => wordsIn(objects.get(Number(id))?.stream ?? '', named)).join('')
  })
}

interface PdfObject {
  readonly head: string
  readonly stream: string
}

function objectsIn(file: Buffer): Map<number, PdfObject> {
  const text = file.toString('latin1')
  const found = new Map<number, PdfObject>()
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)(?:\nendobj|endobj)/g)) {
    const body = match[2] ?? ''
    const at = body.indexOf('stream\n')
    const head = at < 0 ? body : body.slice(0, at)
    const raw = at < 0 ? '' : body.slice(at + 'stream\n'.length, body.lastIndexOf('endstream'))
    found.set(Number(match[1]), { head, stream: head.includes('/FlateDecode') ? inflated(raw) : raw })
  }
  return found
}

function inflated(raw: string): string {
  try {
    return inflateSync(Buffer.from(raw, 'latin1')).toString('latin1')
  } catch {
    return ''
  }
}

function lettersOf({ head }: PdfObject, objects: ReadonlyMap<number, PdfObject>): Map<string, string> {
  const table = objects.get(Number(/\/ToUnicode (\d+) 0 R/.exec(head)?.[1] ?? -1))?.stream ?? ''
  const letters = new Map<string, string>()
  const letter = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  for (const [, part] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph, to] of (part ?? '').matchAll(/<(\w+)>\s*<(\w+)>/g)) letters.set((glyph ?? '').toUpperCase(), letter(to ?? ''))
  }
  for (const [, part] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from, to, first] of (part ?? '').matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const [low, high, start] = [from, to, first].map((hex) => Number.parseInt(hex ?? '', 16))
      for (let at = low ?? 0; at <= (high ?? -1); at++) letters.set(at.toString(16).padStart(4, '0').toUpperCase(), String.fromCodePoint((start ?? 0) + at - (low ?? 0)))
    }
  }
  return letters
}

function wordsIn(stream: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let letters: ReadonlyMap<string, string> = new Map()
  let said = ''
  for (const [, font, hex] of stream.matchAll(/\/(\w+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map()
    for (const [glyph] of (hex ?? '').matchAll(/.{4}/g)) said += letters.get(glyph.toUpperCase()) ?? ''
  }
  // Fonts join letters: ﬁ is f and i again.
  return said.normalize('NFKC').replaceAll(/\s/g, '')
}
