/** A silence procedure as it travels in events. Source of every rule: the profile (profiles.ts) and DOMAIN facts on silence procedures. */
import * as v from 'valibot'

export const PROFILE_IDS = ['working-party', 'council-12-2-d', 'osce', 'nato', 'unga-74-544'] as const
export const profileIdSchema = v.picklist(PROFILE_IDS)
export type ProfileId = v.InferOutput<typeof profileIdSchema>

/** A wall time in a named zone, and the instant that it denotes: both are stored, both are shown. */
export const deadlineSchema = v.strictObject({
  /** `YYYY-MM-DDTHH:MM`. */
  wallTime: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)),
  /** IANA zone, `Europe/Brussels` by default. */
  zone: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  utcMs: v.pipe(v.number(), v.integer()),
})
export type Deadline = v.InferOutput<typeof deadlineSchema>

export const RESPONSE_KINDS = ['agreement', 'objection', 'draftingComment', 'requestForTime', 'reservation'] as const
export type ResponseKind = (typeof RESPONSE_KINDS)[number]
export const RESERVATION_KINDS = ['scrutiny', 'parliamentaryScrutiny', 'substantive', 'linguistic'] as const
export type ReservationKind = (typeof RESERVATION_KINDS)[number]

/** What a delegation answers. `breaks` is the author's own answer to "does this break silence?": asked, never inferred. */
export const responseSchema = v.strictObject({
  kind: v.picklist(RESPONSE_KINDS),
  breaks: v.boolean(),
  reservation: v.nullable(v.picklist(RESERVATION_KINDS)),
  remark: v.pipe(v.string(), v.maxLength(8000)),
})
export type Response = v.InferOutput<typeof responseSchema>

export const PHASES = ['running', 'expired', 'broken', 'closed', 'certified'] as const
/** `expired`: the deadline has passed by this machine's clock and the intake is open, so the outcome is provisional. */
export type Phase = (typeof PHASES)[number]
