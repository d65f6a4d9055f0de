/**
 * Reads deterministic CBOR in one pass: what is not the one encoding of an allowed value is refused where it stands, so that nothing needs to be
 * encoded again to see that. `test/shared/base/cbor.test.ts` holds it against a general decoder and encoder.
 */
import { charactersOf } from './bytes.ts'
import { err, ok, type Result } from './result.ts'

export type CborValue = number | boolean | null | string | Uint8Array | readonly CborValue[] | { readonly [key: string]: CborValue | undefined }

export type CborFault = 'not-cbor' | 'not-deterministic' | 'too-deep' | 'not-nfc' | 'not-allowed'

const MAX_DEPTH = 24
/** Up to here all bytes become one string of which the texts are slices: one call of the decoder for all of them. A slice keeps the whole in memory. */
const SLICED_UP_TO = 2048
/** Shorter texts are put together letter by letter, which costs less than a call of the decoder. */
const SPELLED_UP_TO = 12

const TWO_TO_32 = 2 ** 32
const ASCII_END = 0x80

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export function decodeCbor(bytes: Uint8Array): Result<CborValue, CborFault> {
  const reader = new CborReader(bytes)
  const value = reader.value(0)
  if (value === undefined) return err(reader.fault)
  return reader.at === bytes.length ? ok(value) : err('not-cbor')
}

/** `undefined` stands for a fault, which `fault` names: no value of CBOR is read as it. */
class CborReader {
  at = 0
  fault: CborFault = 'not-cbor'
  readonly #bytes: Uint8Array
  #characters: string | null = null

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  value(depth: number): CborValue | undefined {
    if (depth > MAX_DEPTH) return this.#refuse('too-deep')
    const head = this.#bytes[this.at++]
    if (head === undefined) return this.#refuse('not-cbor')
    switch (head >> 5) {
      case 0: return this.#argument(head)
      case 1: return this.#negative(this.#argument(head))
      case 2: return this.#byteString(this.#argument(head))
      case 3: return this.#text(this.#argument(head))
      case 4: return this.#array(this.#argument(head), depth)
      case 5: return this.#map(this.#argument(head), depth)
      case 6: return this.#refuse('not-allowed')
      default: return this.#simple(head)
    }
  }

  #refuse(fault: CborFault): undefined {
    this.fault = fault
    return undefined
  }

  #simple(head: number): boolean | null | undefined {
    if (head === 0xf4) return false
    if (head === 0xf5) return true
    return head === 0xf6 ? null : this.#refuse('not-allowed')
  }

  /** The number in a head: a value, a length or a count. Only in its shortest form. */
  #argument(head: number): number | undefined {
    const minor = head & 31
    if (minor < 24) return minor
    if (minor > 27) return this.#refuse(minor === 31 ? 'not-deterministic' : 'not-cbor')
    const size = 1 << (minor - 24)
    const end = this.at + size
    if (end > this.#bytes.length) return this.#refuse('not-cbor')
    let number = 0
    for (; this.at < end; this.at++) number = number * 256 + (this.#bytes[this.at] ?? 0)
    if (number > Number.MAX_SAFE_INTEGER) return this.#refuse('not-allowed')
    const least = minor === 24 ? 24 : minor === 25 ? 2 ** 8 : minor === 26 ? 2 ** 16 : TWO_TO_32
    return number < least ? this.#refuse('not-deterministic') : number
  }

  #negative(argument: number | undefined): number | undefined {
    if (argument === undefined) return undefined
    return argument < Number.MAX_SAFE_INTEGER ? -1 - argument : this.#refuse('not-allowed')
  }

  /** Where `length` bytes from here on end. */
  #endOf(length: number | undefined): number | undefined {
    if (length === undefined) return undefined
    return length <= this.#bytes.length - this.at ? this.at + length : this.#refuse('not-cbor')
  }

  /** A copy: what it was read from need not stay. */
  #byteString(length: number | undefined): Uint8Array | undefined {
    const end = this.#endOf(length)
    if (end === undefined) return undefined
    const copy = new Uint8Array(this.#bytes.subarray(this.at, end))
    this.at = end
    return copy
  }

  #text(length: number | undefined): string | undefined {
    const end = this.#endOf(length)
    if (end === undefined) return undefined
    const from = this.at
    this.at = end
    return this.#isAscii(from, end) ? this.#ascii(from, end) : this.#utf8(from, end)
  }

  #isAscii(from: number, end: number): boolean {
    for (let at = from; at < end; at++) if ((this.#bytes[at] ?? 0) >= ASCII_END) return false
    return true
  }

  #ascii(from: number, end: number): string {
    if (this.#bytes.length <= SLICED_UP_TO) return (this.#characters ??= charactersOf(this.#bytes)).slice(from, end)
    if (end - from > SPELLED_UP_TO) return decoder.decode(this.#bytes.subarray(from, end))
    let text = ''
    for (let at = from; at < end; at++) text += String.fromCharCode(this.#bytes[at] ?? 0)
    return text
  }

  #utf8(from: number, end: number): string | undefined {
    let text: string
    try {
      text = decoder.decode(this.#bytes.subarray(from, end))
    } catch {
      return this.#refuse('not-cbor')
    }
    if (text !== text.normalize('NFC')) return this.#refuse('not-nfc')
    return text
  }

  #array(count: number | undefined, depth: number): CborValue[] | undefined {
    // Every value takes a byte at least: what a count promises is not believed before it could be there.
    if (this.#endOf(count) === undefined || count === undefined) return undefined
    const array: CborValue[] = []
    for (let left = count; left > 0; left--) {
      const value = this.value(depth + 1)
      if (value === undefined) return undefined
      array.push(value)
    }
    return array
  }

  #map(count: number | undefined, depth: number): { readonly [key: string]: CborValue } | undefined {
    if (count === undefined) return undefined
    const map: Record<string, CborValue> = {}
    let [from, end] = [0, 0]
    for (let left = count; left > 0; left--) {
      const head = this.#bytes[this.at++] ?? 0
      if (head >> 5 !== 3) return this.#refuse('not-allowed')
      const length = this.#argument(head)
      const start = this.at
      const key = this.#text(length)
      if (key === undefined) return undefined
      if (left < count && !this.#ascends(from, end, start)) return this.#refuse('not-deterministic')
      ;[from, end] = [start, this.at]
      const value = this.value(depth + 1)
      if (value === undefined) return undefined
      // An assignment would set what the object inherits from.
      if (key === '__proto__') Object.defineProperty(map, key, { value, configurable: true, enumerable: true, writable: true })
      else map[key] = value
    }
    return map
  }

  /** Whether the key from `start` to here stands after the one from `from` to `end`: in order of encoded bytes, which begin with the length. Equal ones do not. */
  #ascends(from: number, end: number, start: number): boolean {
    const longer = this.at - start - (end - from)
    if (longer !== 0) return longer > 0
    for (let before = from, at = start; before < end; before++, at++) {
      const difference = (this.#bytes[at] ?? 0) - (this.#bytes[before] ?? 0)
      if (difference !== 0) return difference > 0
    }
    return false
  }
}
