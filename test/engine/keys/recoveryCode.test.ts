import { beforeAll, describe, expect, it } from 'vitest'
import { hex } from '../../../shared/base/bytes.ts'
import { drawRecoveryCode, parseRecoveryCode, ready } from '../../../electron/engine/keys/index.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
let code: string

beforeAll(async () => {
  await ready()
  code = drawRecoveryCode(seededRandom(3))
})

describe('a recovery code', () => {
  it('is nine groups of four symbols that nobody confuses, and stands for the 160 bits that were drawn', () => {
    expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/)
    const read = parseRecoveryCode(code)
    expect(read.ok && hex(read.value)).toBe(hex(seededRandom(3)(20)))
  })

  it('of known bytes never changes: what was written on paper is read for ever', () => {
    // Computed with Python's hashlib.
    expect(drawRecoveryCode((count) => Uint8Array.from({ length: count }, (_, at) => at * 13))).toBe('006H-M9SM-8575-PT3N-GA7S-SADP-RF8D-VTQQ-VCZW')
  })

  it('is read however it is spaced, in small letters, and with the letters that look like digits', () => {
    const sloppy = code.toLowerCase().replaceAll('-', ' ').replaceAll('1', 'l').replaceAll('0', 'o')
    expect(parseRecoveryCode(` ${sloppy}\n`)).toEqual(parseRecoveryCode(code))
    expect(parseRecoveryCode(code.replaceAll('-', '').replaceAll('1', 'I'))).toEqual(parseRecoveryCode(code))
  })

  it('with any one symbol wrong, two exchanged, one missing or one too many is seen to be mistyped', () => {
    const bare = code.replaceAll('-', '')
    const wrong = [...bare].flatMap((symbol, at) => [...SYMBOLS].filter((other) => other !== symbol).map((other) => bare.slice(0, at) + other + bare.slice(at + 1)))
    const exchanged = [...bare].flatMap((symbol, at) => (at > 0 && symbol !== bare[at - 1] ? [bare.slice(0, at - 1) + symbol + bare[at - 1] + bare.slice(at + 1)] : []))
    const others = [...wrong, ...exchanged, bare.slice(1), `${bare}0`, '', 'U'.repeat(36), '0'.repeat(36)]
    expect(others.filter((other) => parseRecoveryCode(other).ok)).toEqual([])
  })
})
