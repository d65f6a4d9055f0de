/** Byte-string arithmetic that is the same in Node and in a browser. */

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export function utf8(text: string): Uint8Array {
  return encoder.encode(text)
}

/** Throws on bytes that are not UTF-8: callers at the door catch it and name their stage. */
export function fromUtf8(bytes: Uint8Array): string {
  return decoder.decode(bytes)
}

const MASKED_AT_ONCE = 4096
const masked = new Uint8Array(MASKED_AT_ONCE)

/**
 * One character for each byte, in its place: what is ASCII can be taken from it by the place of its bytes, and one call of the decoder does for
 * many short texts. Any other byte stands there as some character of ASCII.
 */
export function charactersOf(bytes: Uint8Array): string {
  const ascii = bytes.length > MASKED_AT_ONCE ? new Uint8Array(bytes.length) : masked.subarray(0, bytes.length)
  for (let at = 0; at < bytes.length; at++) ascii[at] = (bytes[at] ?? 0) & 0x7f
  return decoder.decode(ascii)
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

/** Not constant time: for public values only. Secrets are compared in `electron/engine/keys`. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}

/** Lexicographic order, shorter first where one is a prefix of the other. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length)
  for (let at = 0; at < shared; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

const PAIRS: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export function hex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += PAIRS[byte] ?? ''
  return text
}

/** Throws on anything but an even number of lower-case hexadecimal digits. */
export function fromHex(text: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) throw new Error('not lower-case hexadecimal')
  return Uint8Array.from({ length: text.length / 2 }, (_, at) => Number.parseInt(text.slice(2 * at, 2 * at + 2), 16))
}

/** Unsigned 32-bit, big-endian. */
export function u32(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

/** u32 length, then the bytes: the `lp(x)` of bundle/FORMAT.md. */
export function lengthPrefixed(bytes: Uint8Array): Uint8Array {
  return concat(u32(bytes.length), bytes)
}

/** In memory that another thread can look at. */
export function sharedCopy(bytes: Uint8Array): Uint8Array<SharedArrayBuffer> {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length))
  copy.set(bytes)
  return copy
}

/**
 * Gives the memory of bytes that nobody needs any more back at once: tens of megabytes of spent chunks would wait for the collector
 * otherwise. Bytes that share their buffer with others keep it.
 */
export function giveBack(bytes: Uint8Array): void {
  if (bytes.byteLength > 0 && bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength) bytes.buffer.transfer(0)
}
