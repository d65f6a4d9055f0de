import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { CHECKS } from './checks.ts'
import { sourceWithout } from './sourceWithout.ts'

const read = (file: string): string => readFileSync(join(import.meta.dirname, '../..', file), 'utf8')

it.each(CHECKS)('$file has this check, once: $line', (check) => {
  expect(sourceWithout(check, read(check.file))).not.toBe(read(check.file))
})

it('a check that is not there any more is said to be missing', () => {
  const gone = { file: 'door.ts', line: 'if (isBad) return refuse()' }
  expect(() => sourceWithout(gone, 'return take()')).toThrow('this check stands there 0 times')
  expect(() => sourceWithout(gone, `${gone.line}\n  ${gone.line}`)).toThrow('this check stands there 2 times')
  expect(sourceWithout(gone, `  ${gone.line}\nreturn take()`)).toBe('\nreturn take()')
})
