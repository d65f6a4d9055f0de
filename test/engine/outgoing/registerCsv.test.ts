/** What somebody else wrote stands in the register, and the register is opened in a spreadsheet: in no country may a cell of it be a formula. */
import { expect, test } from 'vitest'
import type { Hash } from '../../../shared/base/identifiers.ts'
import type { RegisterEntry } from '../../../shared/ipc/registerMethods.ts'
import { encodeRegisterCsv } from '../../../electron/engine/outgoing/registerCsv.ts'

const HASH = 'ab'.repeat(32) as Hash

function csvOf(text: string): string {
  const entry: RegisterEntry = {
    seq: 1, atUtcMs: 0, who: text, group: 'in', action: text, subject: text, result: 'done', code: null, stage: null, dossier: null, marking: null, details: [['text', text]], hash: HASH,
  }
  return encodeRegisterCsv([entry]).slice(1)
}

/** Cells as a spreadsheet cuts them that takes `separator`: a cell is quoted only where its first sign is a quote. */
function cellsCutAt(separator: string, source: string): string[] {
  const cells: string[] = []
  let cell: string | null = null
  let quoted = false
  for (let at = 0; at < source.length; at++) {
    const sign = source[at] ?? ''
    if (cell === null && sign === '"') [quoted, cell] = [true, '']
    else if (quoted && sign === '"' && source[at + 1] === '"') { cell = `${cell ?? ''}"`; at += 1 }
    else if (quoted && sign === '"') quoted = false
    else if (!quoted && (sign === separator || sign === '\n' || sign === '\r')) { cells.push(cell ?? ''); cell = null }
    else cell = (cell ?? '') + sign
  }
  return [...cells, cell ?? '']
}

test.each([
  '=1+1', '+1', '-1', '@SUM(A1)', '|calc', '%0', '\t=1', '\r=1', '\uff1d1', 'x;=HYPERLINK("http://a")', 'x;"=cmd"', 'x\ty\t=1', 'x\n=1', 'x";""=1', 'a;b;-2',
])('%j is a formula nowhere', (text) => {
  for (const separator of [',', ';', '\t']) {
    expect(cellsCutAt(separator, csvOf(text)).filter((cell) => /^[=+\-@|%\uff0b\uff0d\uff1d\uff20]/.test(cell)), JSON.stringify(separator)).toEqual([])
  }
})

test('what is none is left as it is', () => {
  for (const text of ['Dossier 7/31; a second', 'up - down', 'a=b', 'two\nlines']) expect(cellsCutAt(',', csvOf(text))).toContain(text)
})
