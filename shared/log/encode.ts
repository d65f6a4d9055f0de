/** Events on their way out: exact bytes, identifier, signature. FORMAT.md section 4. */
import { concat, utf8 } from '../base/bytes.ts'
import { encodeCbor, type CborValue } from '../base/cbor.ts'
import type { CircleId, EventId, Hash } from '../base/identifiers.ts'
import type { Hasher, Signer } from '../base/ports.ts'
import { EVENT_LIMITS, type EventHeader, type ParsedEvent } from './event.ts'
import { EVENT_BODY_LABEL, EVENT_ID_LABEL, EVENT_LABEL } from './labels.ts'

export { EVENT_LABEL } from './labels.ts'

/** `circle` of a founding event, whose own identifier becomes the circle's. */
export const NO_CIRCLE = '0'.repeat(64) as CircleId

/** Asked for with every event. */
const [ID_LABEL, BODY_LABEL] = [utf8(EVENT_ID_LABEL), utf8(EVENT_BODY_LABEL)]

export function encodeHeader(header: EventHeader): Uint8Array {
  return encodeCbor({ ...header })
}

export function eventIdOf(headerBytes: Uint8Array, hash: Hasher): EventId {
  return digitsAs<EventId>(hash(concat(ID_LABEL, headerBytes)))
}

export function bodyHashOf(body: Uint8Array, hash: Hasher): Hash {
  return hash(concat(BODY_LABEL, body))
}

/** The circle that an event belongs to: for the founding event the circle that it founds (FORMAT.md section 5). */
export function circleOf(event: Pick<ParsedEvent, 'id' | 'header'>): CircleId {
  return event.header.circle === NO_CIRCLE ? digitsAs<CircleId>(event.id) : event.header.circle
}

/** Throws on a header or body over the limits: an author must have refused such content before. `heads` may come in any order. */
export function composeEvent(
  fields: Omit<EventHeader, 'v' | 'bodyHash' | 'bodySize'>, body: CborValue, hash: Hasher, sign: Signer,
): ParsedEvent {
  const bodyBytes = encodeCbor(body)
  const header: EventHeader = {
    ...fields, v: 1, heads: sortedHeads(fields.heads, fields.prev), bodyHash: bodyHashOf(bodyBytes, hash), bodySize: bodyBytes.length,
  }
  const headerBytes = encodeHeader(header)
  if (headerBytes.length > EVENT_LIMITS.headerBytes || bodyBytes.length > EVENT_LIMITS.bodyBytes) throw new Error('event over the limits')
  const signed = { header: headerBytes, signature: sign(EVENT_LABEL, headerBytes), body: bodyBytes }
  return { id: eventIdOf(headerBytes, hash), header, signed }
}

function sortedHeads(heads: readonly EventId[], prev: EventId | null): EventId[] {
  return [...new Set(heads)].filter((head) => head !== prev).toSorted()
}

function digitsAs<T extends string>(digits: string): T {
  return digits as T
}
