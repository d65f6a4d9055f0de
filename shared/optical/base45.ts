/** Bytes as the 45 characters of a QR code's alphanumeric mode (RFC 9285): two bytes make three characters, a last one makes two. */
import { err, ok, type Result } from '../base/result.ts'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const VALUES: ReadonlyMap<string, number> = new Map(Array.from(ALPHABET, (letter, value) => [letter, value]))

export function encodeBase45(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 2) {
    const pair = at + 1 < bytes.length
    parts.push(digits((bytes[at] ?? 0) * (pair ? 256 : 1) + (pair ? bytes[at + 1] ?? 0 : 0), pair ? 3 : 2))
  }
  return parts.join('')
}

/** One text for each sequence of bytes: whatever `encodeBase45` would not have written is refused. */
export function decodeBase45(text: string): Result<Uint8Array, 'not-base45'> {
  if (text.length % 3 === 1) return err('not-base45')
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (text.length % 3 === 2 ? 1 : 0))
  for (let at = 0, to = 0; at < text.length; at += 3, to += 2) {
    const value = valueOf(text.slice(at, at + 3))
    const pair = at + 2 < text.length
    if (value === null || value > (pair ? 0xffff : 0xff)) return err('not-base45')
    bytes[to] = pair ? value >> 8 : value
    if (pair) bytes[to + 1] = value & 0xff
  }
  return ok(bytes)
}

/** Least significant first. */
function digits(value: number, count: number): string {
  return Array.from({ length: count }, (_, place) => ALPHABET.charAt(Math.floor(value / 45 ** place) % 45)).join('')
}

function valueOf(letters: string): number | null {
  let value = 0
  for (const [place, letter] of Array.from(letters).entries()) {
    const digit = VALUES.get(letter)
    if (digit === undefined) return null
    value += digit * 45 ** place
  }
  return value
}
