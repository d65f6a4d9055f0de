/**
 * What a certificate states about one closed silence procedure: everything that was admitted, nothing that was concluded elsewhere. It
 * stands alone: whoever holds it and the setter's card needs no dossier to read it.
 */
import * as v from 'valibot'
import { delegationSchema } from '../base/delegations.ts'
import { circleIdSchema, dossierIdSchema, eventIdSchema, hashSchema, installationIdSchema, textIdSchema } from '../base/identifiers.ts'
import { CLOCK_FINDINGS, RESERVATION_KINDS, RESPONSE_KINDS, deadlineSchema, placeSchema, profileRefSchema } from './procedure.ts'
import { profileRulesSchema } from './profile.ts'

export const words = (most: number) => v.pipe(v.string(), v.maxLength(most))
export const utcMs = v.pipe(v.number(), v.integer(), v.minValue(0))
export const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const certificatePersonSchema = v.strictObject({ name: words(120), delegation: delegationSchema, installation: installationIdSchema })

/** Who did it, and when by that person's own clock. */
export const actSchema = v.strictObject({ by: certificatePersonSchema, claimedAtUtcMs: utcMs })

const clock = v.pipe(v.array(v.picklist(CLOCK_FINDINGS)), v.maxLength(CLOCK_FINDINGS.length))

export const certificateResponseSchema = v.strictObject({
  event: eventIdSchema,
  ...actSchema.entries,
  /** When the certifying machine admitted it, by its clock; null where it was not admitted there. */
  admittedAtUtcMs: v.nullable(utcMs),
  kind: v.picklist(RESPONSE_KINDS),
  /** The author's own answer to "does this break silence?". */
  breaks: v.boolean(),
  reservation: v.nullable(v.picklist(RESERVATION_KINDS)),
  remark: words(8000),
  /** Null for the whole text. */
  place: v.nullable(placeSchema),
  canBreak: v.boolean(),
  late: v.boolean(),
  /** Taken back in time by its own delegation. */
  withdrawn: v.nullable(v.strictObject({ ...actSchema.entries, remark: words(4000) })),
  clock,
})

export const subjectEntries = {
  circle: v.strictObject({ id: circleIdSchema, name: words(120) }),
  dossier: v.strictObject({
    id: dossierIdSchema, reference: words(60), title: words(300), exercise: v.boolean(),
    /** As on the page: `LIMITE`, ... */
    marking: v.pipe(v.array(words(4000)), v.maxLength(8)),
  }),
  procedure: eventIdSchema,
  text: v.strictObject({
    id: textIdSchema, revision: eventIdSchema, rev: count,
    /** `7923/2/17 REV 2`. */
    number: words(80),
    title: words(500),
    /** BLAKE2b-256 of the canonical text. */
    hash: hashSchema,
  }),
}

export const courseEntries = {
  forwardTo: words(120),
  notice: words(4000),
  opened: actSchema,
  /** As first set. */
  deadline: deadlineSchema,
  extensions: v.pipe(v.array(v.strictObject({ ...actSchema.entries, deadline: deadlineSchema, reason: words(2000) })), v.maxLength(1000)),
  /** One row per delegation of the circle. */
  served: v.pipe(v.array(v.strictObject({
    delegation: delegationSchema, member: v.boolean(), served: v.boolean(),
    /** Claimed time of its receipt; null without one. */
    receiptAtUtcMs: v.nullable(utcMs),
  })), v.maxLength(31)),
  outcome: v.strictObject({ broken: v.boolean(), brokenBy: v.pipe(v.array(delegationSchema), v.maxLength(31)), words: words(2000) }),
  /** Who signs the certificate, for the setter. */
  certified: actSchema,
  notProven: v.pipe(v.array(words(400)), v.maxLength(20)),
}

export const certificateSchema = v.strictObject({
  v: v.literal(2),
  ...subjectEntries,
  ...courseEntries,
  /** Fingerprint of the card with whose key it is signed. */
  signedWith: installationIdSchema,
  /** The kind of procedure, whole: whoever reads the certificate needs no list of kinds. */
  profile: v.strictObject({ id: profileRefSchema, ...profileRulesSchema.entries }),
  /** The procedure on an earlier REV that this one took up. */
  follows: v.nullable(eventIdSchema),
  /** What was said on the use of the procedure, apart from the text. */
  use: v.pipe(v.array(v.strictObject({ ...actSchema.entries, agrees: v.boolean(), where: words(200), remark: words(4000), asSetter: v.boolean() })), v.maxLength(1000)),
  suspensions: v.pipe(v.array(v.strictObject({
    ...actSchema.entries, reason: words(2000),
    resumed: v.nullable(v.strictObject({ ...actSchema.entries, deadline: deadlineSchema, reason: words(2000) })),
  })), v.maxLength(1000)),
  servedOtherwise: v.pipe(v.array(v.strictObject({ ...actSchema.entries, delegations: v.pipe(v.array(delegationSchema), v.maxLength(31)), how: words(400) })), v.maxLength(1000)),
  closed: v.strictObject({ ...actSchema.entries, note: words(4000), clock }),
  responses: v.pipe(v.array(certificateResponseSchema), v.maxLength(10_000)),
  /** All that stood on the text when the certificate was made, whenever they were entered. */
  reservations: v.pipe(v.array(v.strictObject({
    ...actSchema.entries, reservation: v.picklist(RESERVATION_KINDS), rev: count, place: v.nullable(placeSchema), remark: words(8000), lifted: v.nullable(actSchema),
  })), v.maxLength(10_000)),
})

export type Certificate = v.InferOutput<typeof certificateSchema>
export type CertificateResponse = v.InferOutput<typeof certificateResponseSchema>

/** What no certificate of this kind can prove, said in the certificate itself. */
export const NOT_PROVEN: readonly string[] = [
  'That every answer arrived: one that was still with a courier when the intake was closed does not count here.',
  'That a delegation without a receipt had the text before the deadline.',
  'That clocks were right: a claimed time is what the author’s machine showed, an admission time what the certifying machine showed.',
  'That a person had its delegation’s mandate: a signature proves the key, not the instruction.',
]

/** The deadline in force when the intake was closed: the latest of those set. */
export function deadlineInForce({ deadline, extensions, suspensions }: Pick<Certificate, 'deadline' | 'extensions' | 'suspensions'>): Certificate['deadline'] {
  const later = [...extensions, ...suspensions.flatMap((one) => one.resumed ?? [])].map((one) => one.deadline)
  return later.reduce((last, one) => (one.utcMs > last.utcMs ? one : last), deadline)
}
