/** Bodies of the events that govern a circle. They stand outside any dossier (`dossier` is null in their header). */
import * as v from 'valibot'
import { dossierIdSchema, eventIdSchema, hashSchema, installationIdSchema } from '../base/identifiers.ts'
import { isPlainLine } from '../base/plainLine.ts'
import { signedCardSchema } from './card.ts'

export const ROLES = ['secretariat', 'chair', 'delegate', 'drafter', 'observer'] as const
export const roleSchema = v.picklist(ROLES)
export type Role = v.InferOutput<typeof roleSchema>

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** The genesis of a circle, epoch 1: its author is its secretariat. */
export const circleFoundedSchema = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(120), v.check(isPlainLine)),
  /** HWPCI, PSC, COREPER, ... or any other working party. */
  kind: v.pipe(v.string(), v.minLength(1), v.maxLength(60), v.check(isPlainLine)),
  secretariat: signedCardSchema,
  /** Makes the identifier of the circle unique. */
  nonce: v.pipe(v.instance(Uint8Array), v.length(16)),
})

/** The last event of one log that counts: what the same author signed beside or after it does not. */
export const logEndSchema = v.strictObject({
  /** Null for the log in the circle itself. */
  dossier: v.nullable(dossierIdSchema),
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  event: eventIdSchema,
})
export type LogEnd = v.InferOutput<typeof logEndSchema>

/**
 * The logs of one installation as far as the secretariat accepted them, strictly ascending by dossier, the circle's own first. A log that
 * is not among them is accepted not at all.
 */
const acceptedSchema = v.pipe(v.array(logEndSchema), v.maxLength(20_000), v.check(isAscending))
const reasonSchema = v.pipe(v.string(), v.maxLength(1000))
const admittedRolesSchema = v.pipe(v.array(roleSchema), v.minLength(1), v.maxLength(ROLES.length))
const rolesSchema = v.pipe(admittedRolesSchema, v.check((roles) => new Set(roles).size === roles.length))

/** What one epoch changes. `accepted` null: what its author signed in earlier epochs counts as it did, whenever it arrives. */
export const rosterChangeSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('admitted'),
    card: signedCardSchema,
    roles: admittedRolesSchema,
    /** A member can break silence; an observer or an institution cannot. */
    member: v.boolean(),
  }),
  v.strictObject({ kind: v.literal('removed'), installation: installationIdSchema, reason: reasonSchema, accepted: acceptedSchema }),
  /** As the first version wrote it, without saying what was accepted: read for ever, written no more. */
  v.strictObject({ kind: v.literal('removed'), installation: installationIdSchema, reason: reasonSchema }),
  v.strictObject({
    kind: v.literal('roleChanged'), installation: installationIdSchema, roles: rolesSchema, member: v.boolean(), accepted: v.nullable(acceptedSchema),
  }),
  /** Hears and says nothing until it is reinstated. */
  v.strictObject({ kind: v.literal('suspended'), installation: installationIdSchema, reason: reasonSchema, accepted: acceptedSchema }),
  v.strictObject({ kind: v.literal('reinstated'), installation: installationIdSchema }),
  /** The same installation under new keys: those of `card`. Its identifier and its logs stay. */
  v.strictObject({ kind: v.literal('rotated'), installation: installationIdSchema, card: signedCardSchema, accepted: v.nullable(acceptedSchema) }),
  /** `installation` keeps the roster from this epoch on. `roles` is what the one before keeps, `accepted` where its logs stood. */
  v.strictObject({ kind: v.literal('handedOver'), installation: installationIdSchema, roles: rolesSchema, accepted: acceptedSchema }),
])
export type RosterChange = v.InferOutput<typeof rosterChangeSchema>

/** The next epoch of the roster. `predecessor` is the roster event of the epoch before: the chain is linear. */
export const rosterChangedSchema = v.strictObject({
  epoch: v.pipe(v.number(), v.integer(), v.minValue(2)),
  predecessor: eventIdSchema,
  change: rosterChangeSchema,
})

/** New keys of its author, offered to the secretariat, which takes them into the roster with `rotated`. No effect by itself. */
export const keysOfferedSchema = v.strictObject({ card: signedCardSchema })

function isAscending(ends: LogEnd[]): boolean {
  return ends.every(({ dossier }, at) => at === 0 || (ends[at - 1]?.dossier ?? '') < (dossier ?? ''))
}

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
  'keys.offered': keysOfferedSchema,
  'receipt.given': receiptSchema,
} as const
export type CircleEventType = keyof typeof circleEventSchemas
export type CircleFounded = v.InferOutput<typeof circleFoundedSchema>
export type RosterChanged = v.InferOutput<typeof rosterChangedSchema>
export type KeysOffered = v.InferOutput<typeof keysOfferedSchema>
export type Receipt = v.InferOutput<typeof receiptSchema>
