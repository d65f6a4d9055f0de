/** New inputs from old ones: of bytes as they are, of CBOR values by their structure, of payloads by their parts. */
import { concat, u32 } from '../../shared/base/bytes.ts'
import { decodeCbor, encodeCbor, type CborValue } from '../../shared/base/cbor.ts'
import { hasher } from '../../electron/engine/keys/index.ts'
import type { Dice } from '../sim/exchange/dice.ts'

const ODD_BYTES = [0, 1, 0x17, 0x18, 0x40, 0x60, 0x7f, 0x80, 0x9f, 0xbf, 0xf6, 0xf7, 0xfb, 0xff]
const ODD_NUMBERS = [0, -1, 1, 2, 23, 24, 255, 256, 65_536, 2 ** 31, 2 ** 32, 2 ** 53 - 1, -(2 ** 53 - 1)]
const ODD_TEXTS = ['', '0', '0'.repeat(64), 'f'.repeat(64), 'circle.founded', 'roster.changed', 'attachment', 'é', '\u0000', 'x'.repeat(300)]

/** One to four changes; `other` is another input of the same kind, to splice with. */
export function mutateBytes(input: Uint8Array, other: Uint8Array, dice: Dice): Uint8Array {
  let bytes = input
  for (let left = 1 + dice.below(4); left > 0; left--) bytes = mutateOnce(bytes, other, dice)
  return bytes
}

function mutateOnce(bytes: Uint8Array, other: Uint8Array, dice: Dice): Uint8Array {
  const at = dice.below(bytes.length + 1)
  const length = dice.below(Math.min(64, bytes.length - at) + 1)
  switch (dice.below(7)) {
    case 0: return bytes.map((byte, place) => (place === at ? byte ^ (1 << dice.below(8)) : byte))
    case 1: return bytes.map((byte, place) => (place === at ? dice.pick(ODD_BYTES) : byte))
    case 2: return concat(bytes.subarray(0, at), bytes.subarray(at + length))
    case 3: return concat(bytes.subarray(0, at), Uint8Array.from({ length: 1 + dice.below(16) }, () => dice.below(256)), bytes.subarray(at))
    case 4: return concat(bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at))
    case 5: return concat(bytes.subarray(0, at), other.subarray(dice.below(other.length + 1)))
    default: return bytes.subarray(0, at)
  }
}

/** A change of one value somewhere inside. */
export function mutateValue(value: CborValue, dice: Dice): CborValue {
  if (dice.percent(20)) return oddValue(value, dice)
  if (value instanceof Uint8Array) return mutateInside(value, dice)
  if (isList(value)) return mutateList(value, dice)
  if (typeof value === 'object' && value !== null) return mutateMap(value, dice)
  return oddValue(value, dice)
}

/** Bytes that are CBOR themselves are changed by their structure, most of the time. */
function mutateInside(bytes: Uint8Array, dice: Dice): Uint8Array {
  const decoded = bytes.length > 8 && dice.percent(80) ? decodeCbor(bytes) : null
  return decoded?.ok ? encoded(mutateValue(decoded.value, dice)) ?? bytes : mutateBytes(bytes, bytes, dice)
}

function isList(value: CborValue): value is readonly CborValue[] {
  return Array.isArray(value)
}

function mutateList(list: readonly CborValue[], dice: Dice): CborValue {
  if (list.length === 0) return [null]
  const at = dice.below(list.length)
  const chosen = list[at] ?? null
  switch (dice.below(5)) {
    case 0: return list.toSpliced(at, 1)
    case 1: return list.toSpliced(at, 0, chosen)
    case 2: return [...list.slice(at), ...list.slice(0, at)]
    default: return list.with(at, mutateValue(chosen, dice))
  }
}

function mutateMap(map: { readonly [key: string]: CborValue | undefined }, dice: Dice): CborValue {
  const keys = Object.keys(map)
  if (keys.length === 0) return { x: 1 }
  const key = dice.pick(keys)
  if (dice.percent(5)) return { ...map, [key]: undefined }
  if (dice.percent(5)) return { ...map, [`${key}x`]: 1 }
  return { ...map, [key]: mutateValue(map[key] ?? null, dice) }
}

function oddValue(value: CborValue, dice: Dice): CborValue {
  if (typeof value === 'number' && dice.percent(70)) return dice.percent(50) ? dice.pick(ODD_NUMBERS) : value + 1
  if (typeof value === 'string' && dice.percent(70)) return dice.percent(50) ? dice.pick(ODD_TEXTS) : value.slice(1)
  return dice.pick<CborValue>([null, true, false, [], {}, new Uint8Array(0), new Uint8Array(64), ...ODD_NUMBERS, ...ODD_TEXTS])
}

function encoded(value: CborValue): Uint8Array | null {
  try {
    return encodeCbor(value)
  } catch {
    return null
  }
}

/** What a payload says, apart: to be put together again so that hashes, sizes and padding are right, or are not. */
interface Parts {
  readonly manifest: { readonly [key: string]: CborValue | undefined }
  readonly items: readonly Uint8Array[]
}

/** Changes a payload by its structure. Mostly what follows from the change is made right again, so that the deep stages are reached. */
export function mutatePayload(payload: Uint8Array, dice: Dice): Uint8Array {
  const parts = partsOf(payload)
  if (parts === null || dice.percent(10)) return mutateBytes(payload, payload, dice)
  const items = dice.percent(60) && parts.items.length > 0 ? mutateItems(parts.items, dice) : parts.items
  const put = together({ ...parts, items }, !dice.percent(10))
  const [changed] = dice.percent(50) ? [together(mutatedManifest(put, items, dice), false)] : [put]
  return changed === undefined ? payload : joined(changed)
}

function mutatedManifest(put: Parts, items: readonly Uint8Array[], dice: Dice): Parts {
  const manifest = mutateValue(put.manifest as CborValue, dice)
  return typeof manifest === 'object' && manifest !== null && !isList(manifest) && !(manifest instanceof Uint8Array) ? { manifest, items } : put
}

function mutateItems(items: readonly Uint8Array[], dice: Dice): readonly Uint8Array[] {
  const at = dice.below(items.length)
  const chosen = items[at] ?? new Uint8Array(0)
  switch (dice.below(6)) {
    case 0: return items.toSpliced(at, 1)
    case 1: return items.toSpliced(at, 0, chosen)
    case 2: return [...items.slice(at), ...items.slice(0, at)]
    default: return items.with(at, mutateInside(chosen, dice))
  }
}

/** `right`: with hashes and sizes as they are, not as they were. */
function together({ manifest, items }: Parts, right: boolean): Parts {
  if (!right) return { manifest, items }
  const entries = Array.isArray(manifest['items']) ? manifest['items'] : []
  const listed = items.map((bytes, at): CborValue => {
    const entry: CborValue | undefined = entries[at]
    const base = typeof entry === 'object' && entry !== null && !isList(entry) && !(entry instanceof Uint8Array) ? entry : { type: 'event' }
    return { ...base, size: bytes.length, hash: hasher(bytes) }
  })
  return { manifest: { ...manifest, items: listed }, items }
}

function joined({ manifest, items }: Parts): Uint8Array {
  const bytes = encoded(manifest as CborValue) ?? new Uint8Array(0)
  const padding = typeof manifest['padding'] === 'number' && manifest['padding'] >= 0 ? Math.min(manifest['padding'], 100_000) : 0
  return concat(u32(bytes.length), bytes, ...items, new Uint8Array(padding))
}

function partsOf(payload: Uint8Array): Parts | null {
  if (payload.length < 4) return null
  const length = new DataView(payload.buffer, payload.byteOffset).getUint32(0)
  const decoded = decodeCbor(payload.subarray(4, 4 + length))
  if (!decoded.ok || typeof decoded.value !== 'object' || decoded.value === null || isList(decoded.value) || decoded.value instanceof Uint8Array) return null
  const manifest = decoded.value
  let at = 4 + length
  const entries = Array.isArray(manifest['items']) ? manifest['items'] : []
  const items = entries.map((entry: CborValue) => {
    const size = typeof entry === 'object' && entry !== null && 'size' in entry && typeof entry.size === 'number' ? Math.max(0, entry.size) : 0
    return payload.subarray(at, (at += size))
  })
  return { manifest, items }
}
