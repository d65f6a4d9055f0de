import { describe, expect, test } from 'vitest'
import { placesInPdf } from '../../../electron/engine/outgoing/pdfPlaces.ts'

/** A file of these objects, as Chromium writes it: a table of where each begins. */
function pdf(objects: readonly string[], root = '1'): Uint8Array {
  const offsets: number[] = []
  let text = '%PDF-1.4\n%\u00d3\u00eb\n'
  for (const [at, object] of objects.entries()) {
    offsets.push(text.length)
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const whole = `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}\n/Root ${root} 0 R>>\nstartxref\n${text.length}\n%%EOF\n`
  return Uint8Array.from(whole, (sign) => sign.charCodeAt(0))
}

const PAGE = '<</Type /Page\n/Parent 2 0 R>>'
/** A stream that looks like an object, and is none. */
const STREAM = '<</Length 40>> stream\n9 0 obj\n<</Dests 1 0 R>>\nendstream'

describe('places in a printed file', () => {
  test('are found on their sheets, in the order of the tree and not of the objects', () => {
    const file = pdf([
      '<</Type /Catalog\n/Pages 2 0 R\n/Dests 8 0 R>>', '<</Type /Pages\n/Count 3\n/Kids [3 0 R 4 0 R]>>', '<</Type /Pages\n/Parent 2 0 R\n/Kids [7 0 R 5 0 R]>>', '<</Type /Pages\n/Parent 2 0 R\n/Kids [6 0 R]>>',
      PAGE, PAGE, PAGE, '<</c0 [7 0 R /XYZ 0 841.92 0]\n/c1 [6 0 R /XYZ 0 248 0]\n/c2 [5 0 R /XYZ 0 100 0]\n/c3 [6 0 R /XYZ 0 20 0]>>', STREAM,
    ])
    expect([...placesInPdf(file)]).toEqual([['c0', 1], ['c1', 3], ['c2', 2], ['c3', 3]])
  })

  test('that are on no sheet are left out', () => {
    expect([...placesInPdf(pdf(['<</Pages 2 0 R\n/Dests 4 0 R>>', '<</Kids [3 0 R]>>', PAGE, '<</here [3 0 R /XYZ 0 0 0]\n/gone [9 0 R /XYZ 0 0 0]>>']))]).toEqual([['here', 1]])
  })

  test.each([
    ['nothing', new Uint8Array(0)], ['no table', new TextEncoder().encode('%PDF-1.4\nstartxref\n99\n%%EOF')], ['no places', pdf(['<</Pages 2 0 R>>', '<</Kids [3 0 R]>>', PAGE])],
    ['a tree that is none', pdf(['<</Pages 2 0 R\n/Dests 3 0 R>>', '<</Kids [2 0 R 1 0 R]>>', '<</c0 [9 0 R /XYZ 0 0 0]>>'])],
  ])('of %s are none', (_what, file) => {
    expect(placesInPdf(file).size).toBe(0)
  })
})
