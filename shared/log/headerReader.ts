/**
 * Reads the header of an event as `encodeHeader` writes it: every field in its place. Deterministic CBOR leaves a sound header no other order, so
 * that nearly every header is read here, many times faster than by its schema. What does not fit is not judged: null, and the schema says why.
 */
import { charactersOf, utf8 } from '../base/bytes.ts'
import { EVENT_LIMITS, EVENT_TYPE, type EventHeader } from './event.ts'

const ID_LENGTH = 64
/** Heads of CBOR: a text of 64 bytes, null. */
const ID_HEAD = Uint8Array.of(0x78, ID_LENGTH)
const NULL = 0xf6

/** 1 for each byte that may stand there: any other could pass for another character. */
const DIGITS = Uint8Array.from({ length: 256 }, (_, byte) => (/[0-9a-f]/.test(String.fromCharCode(byte)) ? 1 : 0))
const LETTERS = Uint8Array.from({ length: 256 }, (_, byte) => (/[.a-zA-Z]/.test(String.fromCharCode(byte)) ? 1 : 0))

/** A map of twelve, and its `v` of 1; the others follow as their names are long. */
const FIRST = Uint8Array.of(0xac, 0x61, 0x76, 0x01)
const nameOf = (name: keyof EventHeader): Uint8Array => Uint8Array.of(0x60 + name.length, ...utf8(name))
const NAMES = {
  log: nameOf('log'), seq: nameOf('seq'), prev: nameOf('prev'), type: nameOf('type'), heads: nameOf('heads'), circle: nameOf('circle'), dossier: nameOf('dossier'),
  bodyHash: nameOf('bodyHash'), bodySize: nameOf('bodySize'), rosterEpoch: nameOf('rosterEpoch'), claimedAtUtcMs: nameOf('claimedAtUtcMs'),
}

export function readHeader(bytes: Uint8Array): EventHeader | null {
  const from = new HeaderReader(bytes)
  from.expect(FIRST)
  const log = from.idAt(NAMES.log)
  const seq = from.countAt(NAMES.seq, 1, Number.MAX_SAFE_INTEGER)
  const prev = from.idOrNullAt(NAMES.prev)
  const type = from.typeAt(NAMES.type)
  const heads = from.idsAt(NAMES.heads)
  const circle = from.idAt(NAMES.circle)
  const dossier = from.idOrNullAt(NAMES.dossier)
  const bodyHash = from.idAt(NAMES.bodyHash)
  const bodySize = from.countAt(NAMES.bodySize, 0, EVENT_LIMITS.bodyBytes)
  const rosterEpoch = from.countAt(NAMES.rosterEpoch, 1, Number.MAX_SAFE_INTEGER)
  const claimedAtUtcMs = from.countAt(NAMES.claimedAtUtcMs, 0, Number.MAX_SAFE_INTEGER)
  if (!from.isSound || from.at !== bytes.length) return null
  return { v: 1, circle, dossier, log, seq, prev, heads, rosterEpoch, type, claimedAtUtcMs, bodyHash, bodySize } as EventHeader
}

/** Goes on after a fault, whatever it then reads: `isSound` tells in the end. */
class HeaderReader {
  at = 0
  isSound = true
  readonly #bytes: Uint8Array
  readonly #characters: string

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#characters = charactersOf(bytes)
  }

  expect(known: Uint8Array): void {
    for (let at = 0; at < known.length; at++) if (this.#bytes[this.at + at] !== known[at]) this.isSound = false
    this.at += known.length
  }

  idAt(name: Uint8Array): string {
    this.expect(name)
    return this.#id()
  }

  idOrNullAt(name: Uint8Array): string | null {
    this.expect(name)
    if (this.#bytes[this.at] !== NULL) return this.#id()
    this.at++
    return null
  }

  idsAt(name: Uint8Array): string[] {
    this.expect(name)
    const count = this.#argument(4)
    const ids: string[] = []
    if (count > EVENT_LIMITS.heads) this.isSound = false
    for (let left = count; left > 0 && this.isSound; left--) ids.push(this.#id())
    return ids
  }

  typeAt(name: Uint8Array): string {
    this.expect(name)
    const length = this.#argument(3)
    const type = this.#take(Math.min(length, EVENT_TYPE.longest), LETTERS)
    if (length > EVENT_TYPE.longest || !EVENT_TYPE.pattern.test(type)) this.isSound = false
    return type
  }

  countAt(name: Uint8Array, least: number, most: number): number {
    this.expect(name)
    const count = this.#argument(0)
    if (count < least || count > most) this.isSound = false
    return count
  }

  #id(): string {
    this.expect(ID_HEAD)
    return this.#take(ID_LENGTH, DIGITS)
  }

  #take(length: number, letters: Uint8Array): string {
    const bytes = this.#bytes
    const from = this.at
    const end = from + length
    let fitting = 0
    for (let at = from; at < end; at++) fitting += letters[bytes[at] ?? 0xff] ?? 0
    if (fitting !== length) this.isSound = false
    this.at = end
    return this.#characters.slice(from, end)
  }

  /** The number in a head of that major type, in its shortest form. */
  #argument(major: number): number {
    const head = this.#bytes[this.at++] ?? 0
    const minor = head & 31
    if (head >> 5 !== major || minor > 27) this.isSound = false
    if (minor < 24 || !this.isSound) return minor
    const size = 1 << (minor - 24)
    let number = 0
    for (const end = this.at + size; this.at < end; this.at++) number = number * 256 + (this.#bytes[this.at] ?? 0)
    if (number < (minor === 24 ? 24 : 2 ** (4 * size))) this.isSound = false
    return number
  }
}
