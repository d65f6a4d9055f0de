import { expect, test } from 'vitest'
import { attachmentName } from '../../../shared/dossier/attachment.ts'
import { outgoingName } from '../../../electron/engine/outgoing/fileName.ts'

test.each([
  ['plain name.pdf', 'plain name.pdf'], ['a:b?.txt', 'a_b_.txt'], ['CON', '_CON'], ['nul.txt', '_nul.txt'], ['ends with dots...', 'ends with dots'], ['...', '_'], ['console.log', 'console.log'],
  ['CON .txt', '_CON .txt'], ['com¹.log', '_com¹.log'], ['CONIN$', '_CONIN$'], ['gpj.\u202eexe', 'gpj._exe'], ['a\u2028b\u061c', 'a_b_'], ['half \ud83d.txt', 'half \ufffd.txt'],
])('%s goes out as %s', (inside, outside) => {
  expect(outgoingName(inside)).toBe(outside)
})

test('a name that is too long for a file system keeps its ending', () => {
  const name = outgoingName(`${'ž'.repeat(250)}.docx`)
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(240)
  expect(name).toMatch(/^ž+\.docx$/)
})

test.each([
  ['report.pdf', 'report.pdf'], ['a/b\\c', 'a_b_c'], ['gpj.\u202eexe', 'gpj._exe'], ['  ', 'attachment'], ['..', 'attachment'], ['e\u0301.txt', '\u00e9.txt'], ['line\nbreak', 'line_break'], ['a\u061cb', 'a_b'],
])('%j comes in as %j', (given, said) => {
  expect(attachmentName(given)).toBe(said)
})

test('a name beyond the limit is shortened before its ending', () => {
  const said = attachmentName(`${'x'.repeat(400)}.tar`)
  expect(said).toHaveLength(254)
  expect(said.endsWith('x.tar')).toBe(true)
})
