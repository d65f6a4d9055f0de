/** The only maker of a VerifiedEvent. The order of the checks is FORMAT.md section 4.4. */
import * as v from 'valibot'
import type { Brand } from '../base/brand.ts'
import { decodeCbor } from '../base/cbor.ts'
import type { InstallationId } from '../base/identifiers.ts'
import type { Hasher, SigningPublicKey, Verifier } from '../base/ports.ts'
import { err, ok, type Result } from '../base/result.ts'
import { bodyHashOf, eventIdOf, NO_CIRCLE } from './encode.ts'
import { EVENT_LIMITS, eventHeaderSchema, type EventHeader, type ParsedEvent, type SignedEvent, type VerifiedEvent } from './event.ts'
import { readHeader } from './headerReader.ts'
import { EVENT_LABEL } from './labels.ts'

export type HeaderFault = 'event-too-large' | 'header-malformed' | 'event-newer' | 'links-malformed'
export type EventFault = HeaderFault | 'author-unknown' | 'signature-wrong' | 'body-altered'

export interface EventChecks {
  readonly hash: Hasher
  readonly verify: Verifier
  /** The key that the author had in the epoch that the event names; null for an installation that no card or roster here names. */
  keyOf(log: InstallationId, rosterEpoch: number): SigningPublicKey | null
}

/** An event whose header was read from its own bytes, made only here. Nobody has yet been found to have signed it. */
export type ReadEvent = Brand<{ readonly header: EventHeader; readonly signed: SignedEvent }, 'ReadEvent'>

/** Checks size, encoding, links within the header, author, signature and body. Ancestors are placeEvents' business. */
export function verifyEvent(signed: SignedEvent, checks: EventChecks): Result<VerifiedEvent, EventFault> {
  const read = readEvent(signed)
  return read.ok ? verifyRead(read.value, checks) : read
}

/** Size, encoding and links within the header. */
export function readEvent(signed: SignedEvent): Result<ReadEvent, HeaderFault> {
  const header = parseHeader(signed.header)
  return header.ok ? ok({ header: header.value, signed } as ReadEvent) : header
}

/** Author, signature and body. */
export function verifyRead({ header, signed }: ReadEvent, checks: EventChecks): Result<VerifiedEvent, EventFault> {
  const key = checks.keyOf(header.log, header.rosterEpoch)
  if (key === null) return err('author-unknown')
  if (signed.signature.length !== 64) return err('signature-wrong')
  if (!checks.verify(key, EVENT_LABEL, signed.header, signed.signature)) return err('signature-wrong')
  if (signed.body !== null && !bodyMatches(signed.body, header, checks.hash)) return err('body-altered')
  const event: ParsedEvent = { id: eventIdOf(signed.header, checks.hash), header, signed }
  return ok(event as VerifiedEvent)
}

/** The same event without its body, as it travels where the body is held back: the chain verifies without it. */
export function withoutBody(event: VerifiedEvent): VerifiedEvent {
  return { ...event, signed: { ...event.signed, body: null } }
}

/** The header as its bytes say, nothing yet believed: for finding out who must have signed it. */
export function parseHeader(bytes: Uint8Array): Result<EventHeader, HeaderFault> {
  if (bytes.length > EVENT_LIMITS.headerBytes) return err('event-too-large')
  const read = readHeader(bytes)
  if (read !== null) return linksHold(read) ? ok(read) : err('links-malformed')
  const decoded = decodeCbor(bytes)
  if (!decoded.ok) return err('header-malformed')
  if (isNewer(decoded.value)) return err('event-newer')
  const parsed = v.safeParse(eventHeaderSchema, decoded.value)
  if (!parsed.success) return err('header-malformed')
  return linksHold(parsed.output) ? ok(parsed.output) : err('links-malformed')
}

function isNewer(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'v' in value && typeof value.v === 'number' && value.v > 1
}

function linksHold(header: EventHeader): boolean {
  const { heads, prev } = header
  if ((header.seq === 1) !== (prev === null)) return false
  if (heads.some((head, at) => head === prev || (at > 0 && head <= (heads[at - 1] ?? head)))) return false
  return (header.type === 'circle.founded') === (header.circle === NO_CIRCLE) && (header.circle !== NO_CIRCLE || isFirstOfAll(header))
}

/** A founding event can build on nothing: its circle does not exist before it. */
function isFirstOfAll(header: EventHeader): boolean {
  return header.dossier === null && header.seq === 1 && header.heads.length === 0 && header.rosterEpoch === 1
}

function bodyMatches(body: Uint8Array, header: EventHeader, hash: Hasher): boolean {
  return body.length === header.bodySize && bodyHashOf(body, hash) === header.bodyHash
}
