/** Certificates of version 1, which know no places, withdrawals, suspensions or kinds of a circle's own. Read for ever, written no more. */
import * as v from 'valibot'
import { eventIdSchema } from '../base/identifiers.ts'
import { actSchema, courseEntries, subjectEntries, utcMs, words, type Certificate } from './certificateContent.ts'
import { PROFILE_IDS, RESERVATION_KINDS } from './procedure.ts'
import { PROFILES } from './profiles.ts'

const KINDS = ['agreement', 'objection', 'draftingComment', 'requestForTime', 'reservation'] as const

export const certificateV1Schema = v.strictObject({
  v: v.literal(1),
  ...subjectEntries,
  ...courseEntries,
  profile: v.strictObject({ id: v.picklist(PROFILE_IDS), name: words(120), rule: words(400), source: words(400) }),
  closed: v.strictObject({ ...actSchema.entries, note: words(4000) }),
  responses: v.pipe(v.array(v.strictObject({
    event: eventIdSchema, ...actSchema.entries, admittedAtUtcMs: v.nullable(utcMs), kind: v.picklist(KINDS), breaks: v.boolean(),
    reservation: v.nullable(v.picklist(RESERVATION_KINDS)), remark: words(8000), canBreak: v.boolean(), late: v.boolean(),
  })), v.maxLength(10_000)),
})

/** What it says in the present form; what that version did not record is not there. */
export function fromVersion1(old: v.InferOutput<typeof certificateV1Schema>): Certificate {
  const { rev } = old.text
  return {
    ...old, v: 2, signedWith: old.certified.by.installation, profile: { ...PROFILES[old.profile.id], ...old.profile }, follows: null, use: [], suspensions: [], servedOtherwise: [],
    closed: { ...old.closed, clock: [] },
    responses: old.responses.map((one) => ({ ...one, place: null, withdrawn: null, clock: [] })),
    reservations: old.responses.flatMap(({ by, claimedAtUtcMs, reservation, remark }) => (reservation === null ? [] : [{ by, claimedAtUtcMs, reservation, rev, place: null, remark, lifted: null }])),
  }
}
