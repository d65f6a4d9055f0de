/** The inner layout: sig(64) || u32 length || M || items || zeros. Read as it comes, in parts of any size. FORMAT.md section 4. */
import { concat, u32 } from '../base/bytes.ts'
import { ok, type Result } from '../base/result.ts'
import { SIZES } from './container.ts'
import { fault, type BundleFault } from './fault.ts'
import { BUNDLE_LIMITS } from './limits.ts'
import type { Manifest } from './manifest.ts'

const HEAD = SIZES.signature + SIZES.manifestLength

export interface PayloadHandlers {
  /** Called once, before any item. */
  manifest(signature: Uint8Array, bytes: Uint8Array): Result<Manifest, BundleFault>
  /** Items in order, in parts; `last` closes the item. The part is only lent. */
  item(index: number, part: Uint8Array, last: boolean): Result<null, BundleFault>
}

export interface PayloadReader {
  push(part: Uint8Array): Result<null, BundleFault>
  /** After the last part: everything announced has come. */
  finish(): Result<null, BundleFault>
}

export function encodePayloadHead(signature: Uint8Array, manifest: Uint8Array): Uint8Array {
  return concat(signature, u32(manifest.length), manifest)
}

/** Size of signature, length, manifest and items, without the padding. */
export function contentSize(manifestBytes: number, items: readonly { readonly size: number }[]): number {
  return items.reduce((sum, item) => sum + item.size, HEAD + manifestBytes)
}

/** Where the reader stands: what it collects or passes on, and what it still needs for that. */
type Place =
  | { readonly at: 'head'; readonly buffer: Uint8Array; filled: number }
  | { readonly at: 'manifest'; readonly signature: Uint8Array; readonly buffer: Uint8Array; filled: number }
  | { readonly at: 'item'; readonly index: number; left: number }
  | { readonly at: 'padding' }

/** `totalBytes` is the size of the whole payload, known from the size of the file. */
export function createPayloadReader(totalBytes: number, handlers: PayloadHandlers): PayloadReader {
  let place: Place = { at: 'head', buffer: new Uint8Array(HEAD), filled: 0 }
  let manifest: Manifest | null = null

  /** An item without bytes ends as soon as its turn comes. */
  function goToItem(first: number): Result<Place, BundleFault> {
    for (let index = first; ; index++) {
      const next = manifest?.items[index]
      if (next === undefined) return ok({ at: 'padding' })
      if (next.size > 0) return ok({ at: 'item', index, left: next.size })
      const accepted = handlers.item(index, new Uint8Array(), true)
      if (!accepted.ok) return accepted
    }
  }

  function manifestFilled(signature: Uint8Array, buffer: Uint8Array): Result<Place, BundleFault> {
    const read = handlers.manifest(signature, buffer)
    if (!read.ok) return read
    if (contentSize(buffer.length, read.value.items) + read.value.padding !== totalBytes) return fault('schema', 'bundle-malformed')
    manifest = read.value
    return goToItem(0)
  }

  /** Takes as much of the part as this place can use; says how much. */
  function take(part: Uint8Array): Result<number, BundleFault> {
    if (place.at === 'padding') return isZeros(part) ? ok(part.length) : fault('schema', 'bundle-malformed')
    if (place.at === 'item') return takeItem(place, part)
    const { buffer } = place
    const used = Math.min(part.length, buffer.length - place.filled)
    buffer.set(part.subarray(0, used), place.filled)
    place.filled += used
    if (place.filled < buffer.length) return ok(used)
    const next = place.at === 'head' ? headFilled(buffer, totalBytes) : manifestFilled(place.signature, buffer)
    if (!next.ok) return next
    place = next.value
    return ok(used)
  }

  function takeItem(item: { readonly index: number; left: number }, part: Uint8Array): Result<number, BundleFault> {
    const used = Math.min(part.length, item.left)
    item.left -= used
    const accepted = handlers.item(item.index, part.subarray(0, used), item.left === 0)
    if (!accepted.ok) return accepted
    if (item.left > 0) return ok(used)
    const next = goToItem(item.index + 1)
    if (!next.ok) return next
    place = next.value
    return ok(used)
  }

  return {
    push(part) {
      for (let rest = part; rest.length > 0;) {
        const used = take(rest)
        if (!used.ok) return used
        rest = rest.subarray(used.value)
      }
      return ok(null)
    },
    finish: () => (place.at === 'padding' ? ok(null) : fault('schema', 'bundle-malformed')),
  }
}

function headFilled(buffer: Uint8Array, totalBytes: number): Result<Place, BundleFault> {
  const length = new DataView(buffer.buffer).getUint32(SIZES.signature)
  if (length > BUNDLE_LIMITS.manifestBytes) return fault('limit', 'bundle-malformed')
  if (length === 0 || length > totalBytes - HEAD) return fault('schema', 'bundle-malformed')
  return ok({ at: 'manifest', signature: buffer.subarray(0, SIZES.signature), buffer: new Uint8Array(length), filled: 0 })
}

/** A loop, and no callback for each byte: there may be megabytes of padding. */
function isZeros(part: Uint8Array): boolean {
  for (let at = 0; at < part.length; at++) if (part[at] !== 0) return false
  return true
}
