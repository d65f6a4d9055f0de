import { randomFillSync } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { searchFiles, searchWords } from '../../../electron/cli/demo/plaintextSearch.ts'

const folder = mkdtempSync(join(tmpdir(), 'chancery-search-'))
const words = searchWords(['Solidarity with the harbour masters, Wilhelmijn Oosterveld'])

function fileWith(name: string, ...parts: readonly (Buffer | string)[]): string {
  const path = join(folder, name)
  writeFileSync(path, Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))))
  return path
}
const zeros = (count: number): Buffer => Buffer.alloc(count)

describe('the search for plaintext', () => {
  test('looks for words of seven letters or more', () => {
    expect([...words].toSorted()).toEqual(['harbour', 'masters', 'oosterveld', 'solidarity', 'wilhelmijn'])
  })

  test.each([
    ['UTF-8', [zeros(5), 'the harbour is', zeros(9)]],
    ['capitals', ['HARBOUR']],
    ['inside a longer run of letters', ['xyzharbourxyz']],
    ['UTF-16, little-endian', [zeros(3), Buffer.from('harbour', 'utf16le')]],
    ['UTF-16, big-endian', [Buffer.from('harbour', 'utf16le').swap16(), zeros(1)]],
    ['at the very end', [randomFillSync(Buffer.alloc(1000)).fill(0, 990), 'solidarity']],
  ])('finds a word: %s', (name, parts) => {
    const path = fileWith(name.replaceAll(/\W/g, ''), ...parts)
    expect(searchFiles([path], words)).toMatchObject({ files: 1, words: 5, found: [expect.stringContaining(path)] })
  })

  test('finds nothing where nothing is', () => {
    const path = fileWith('nothing', 'harbou r mas ters', zeros(100), 'wilhelmij')
    expect(searchFiles([path], words).found).toEqual([])
  })
})
