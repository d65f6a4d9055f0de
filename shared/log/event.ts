/** An event: one signed statement by one installation. Layout and rules: FORMAT.md in this folder. */
import * as v from 'valibot'
import { circleIdSchema, dossierIdSchema, eventIdSchema, hashSchema, installationIdSchema } from '../base/identifiers.ts'
import type { Brand } from '../base/brand.ts'
import type { EventId } from '../base/identifiers.ts'

export const EVENT_LIMITS = { headerBytes: 24 * 1024, bodyBytes: 16 * 1024 * 1024, heads: 256 } as const
export const EVENT_TYPE = { pattern: /^[a-z]+\.[a-zA-Z]+$/, longest: 60 } as const

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const eventHeaderSchema = v.strictObject({
  v: v.literal(1),
  /** All zeros in the genesis of a circle, whose identifier is the hash of that very header. */
  circle: circleIdSchema,
  /** Null for events that govern the circle. */
  dossier: v.nullable(dossierIdSchema),
  /** The author. One log per author, circle and dossier. */
  log: installationIdSchema,
  /** 1, 2, 3, ... without gaps inside one log. */
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  prev: v.nullable(eventIdSchema),
  /** Last known events of other logs that this one builds on, sorted; causality runs along `prev` and `heads`. */
  heads: v.pipe(v.array(eventIdSchema), v.maxLength(EVENT_LIMITS.heads)),
  rosterEpoch: v.pipe(v.number(), v.integer(), v.minValue(1)),
  type: v.pipe(v.string(), v.regex(EVENT_TYPE.pattern), v.maxLength(EVENT_TYPE.longest)),
  /** Shown, never used for order. */
  claimedAtUtcMs: count,
  bodyHash: hashSchema,
  bodySize: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(EVENT_LIMITS.bodyBytes)),
})
export type EventHeader = v.InferOutput<typeof eventHeaderSchema>

/** As it travels and as it is stored: the exact bytes. The body may be absent (withheld or destroyed). */
export interface SignedEvent {
  readonly header: Uint8Array
  readonly signature: Uint8Array
  readonly body: Uint8Array | null
}

export interface ParsedEvent {
  readonly id: EventId
  readonly header: EventHeader
  readonly signed: SignedEvent
}

/** Made only by verify.ts: hash, signature, body hash and chain position have been checked. */
export type VerifiedEvent = Brand<ParsedEvent, 'VerifiedEvent'>
