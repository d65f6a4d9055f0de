/** Bodies of the events that govern a circle. They stand outside any dossier (`dossier` is null in their header). */
import * as v from 'valibot'
import { eventIdSchema, hashSchema, installationIdSchema } from '../base/identifiers.ts'
import { signedCardSchema } from './card.ts'

export const ROLES = ['secretariat', 'chair', 'delegate', 'drafter', 'observer'] as const
export const roleSchema = v.picklist(ROLES)
export type Role = v.InferOutput<typeof roleSchema>

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** The genesis of a circle, epoch 1: its author is its secretariat. */
export const circleFoundedSchema = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  /** HWPCI, PSC, COREPER, ... or any other working party. */
  kind: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  secretariat: signedCardSchema,
  /** Makes the identifier of the circle unique. */
  nonce: v.pipe(v.instance(Uint8Array), v.length(16)),
})

/** The next epoch of the roster. `predecessor` is the roster event of the epoch before: the chain is linear. */
export const rosterChangedSchema = v.strictObject({
  epoch: v.pipe(v.number(), v.integer(), v.minValue(2)),
  predecessor: eventIdSchema,
  change: v.variant('kind', [
    v.strictObject({
      kind: v.literal('admitted'),
      card: signedCardSchema,
      roles: v.pipe(v.array(roleSchema), v.minLength(1), v.maxLength(ROLES.length)),
      /** A member can break silence; an observer or an institution cannot. */
      member: v.boolean(),
    }),
    v.strictObject({ kind: v.literal('removed'), installation: installationIdSchema, reason: v.pipe(v.string(), v.maxLength(1000)) }),
  ]),
})

/** A recipient's signed statement of what it admitted from one bundle, and how far it has each log. */
export const receiptSchema = v.strictObject({
  /** BLAKE2b-256 of the bundle file. */
  bundle: hashSchema,
  sender: installationIdSchema,
  counter: count,
  admittedAtUtcMs: count,
  /** Events of the bundle that this machine had not had before. */
  admitted: v.pipe(v.array(eventIdSchema), v.maxLength(100_000)),
})

export const circleEventSchemas = {
  'circle.founded': circleFoundedSchema,
  'roster.changed': rosterChangedSchema,
  'receipt.given': receiptSchema,
} as const
export type CircleEventType = keyof typeof circleEventSchemas
export type CircleFounded = v.InferOutput<typeof circleFoundedSchema>
export type RosterChanged = v.InferOutput<typeof rosterChangedSchema>
export type Receipt = v.InferOutput<typeof receiptSchema>
