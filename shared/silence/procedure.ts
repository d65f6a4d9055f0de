/** A silence procedure as it travels in events. Source of every rule: the profile (profiles.ts) and DOMAIN facts on silence procedures. */
import * as v from 'valibot'
import { eventIdSchema } from '../base/identifiers.ts'

export const PROFILE_IDS = ['working-party', 'council-12-2-d', 'osce', 'nato', 'unga-74-544'] as const
export type ProfileId = (typeof PROFILE_IDS)[number]

/** One of the kinds that ship with the product, or the event by which a circle added its own: profile.ts. */
export const profileRefSchema = v.union([v.picklist(PROFILE_IDS), eventIdSchema])
export type ProfileRef = v.InferOutput<typeof profileRefSchema>

/** A wall time in a named zone, and the instant that it denotes: both are stored, both are shown. */
export const deadlineSchema = v.strictObject({
  /** `YYYY-MM-DDTHH:MM`. */
  wallTime: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)),
  /** IANA zone, `Europe/Brussels` by default. */
  zone: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  utcMs: v.pipe(v.number(), v.integer()),
})
export type Deadline = v.InferOutput<typeof deadlineSchema>

/** Answers that break silence where their author says that they do and the profile takes them. */
export const BREAKING_KINDS = ['objection', 'draftingComment', 'requestForTime', 'reservation'] as const
export type BreakingKind = (typeof BREAKING_KINDS)[number]
/** Besides: an express agreement, and the formal declaration of Article 31(1) TEU. Neither ever breaks. */
export const RESPONSE_KINDS = ['agreement', ...BREAKING_KINDS, 'constructiveAbstention'] as const
export type ResponseKind = (typeof RESPONSE_KINDS)[number]
export const RESERVATION_KINDS = ['scrutiny', 'parliamentaryScrutiny', 'substantive', 'linguistic'] as const
export type ReservationKind = (typeof RESERVATION_KINDS)[number]

export function isBreakingKind(kind: ResponseKind): kind is BreakingKind {
  return BREAKING_KINDS.some((one) => one === kind)
}

const position = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5_000_000))

/** A passage of one REV: a block, and positions in it that count UTF-16 units, a footnote reference as one. */
export const placeSchema = v.strictObject({
  block: v.pipe(v.string(), v.minLength(1), v.maxLength(20)),
  from: position,
  to: position,
  /** The words as the author saw them. */
  quote: v.pipe(v.string(), v.maxLength(2000)),
})
export type Place = v.InferOutput<typeof placeSchema>

/** Null where the whole text is meant; events of before places could be said lack the field. */
export const whereSchema = v.optional(v.nullable(placeSchema), null)

/** What a delegation answers. `breaks` is the author's own answer to "does this break silence?": asked, never inferred. */
export const responseSchema = v.strictObject({
  kind: v.picklist(RESPONSE_KINDS),
  breaks: v.boolean(),
  reservation: v.nullable(v.picklist(RESERVATION_KINDS)),
  remark: v.pipe(v.string(), v.maxLength(8000)),
  place: whereSchema,
})
export type Response = v.InferOutput<typeof responseSchema>

/** What a screen proposes as the answer to "does this break silence?": never more than a proposal. */
export function proposedBreaks(kind: ResponseKind): boolean {
  return isBreakingKind(kind)
}

/**
 * Why an answer contradicts itself, so that its author is asked again rather than understood somehow: something that never breaks said to
 * break, a reservation without its kind, a place that ends before it begins.
 */
export function contradictionIn({ breaks, kind, place, reservation }: Response): 'breaks' | 'reservation' | 'place' | null {
  if (breaks && !isBreakingKind(kind)) return 'breaks'
  if ((kind === 'reservation') !== (reservation !== null)) return 'reservation'
  return place !== null && place.from > place.to ? 'place' : null
}

export const PHASES = ['running', 'suspended', 'expired', 'broken', 'withdrawn', 'closed', 'certified'] as const
/**
 * `expired`: the deadline has passed by this machine's clock and the intake is open, so the outcome is provisional. `suspended`: no deadline
 * runs until the setter sets another. `withdrawn`: ended by the setter without an outcome.
 */
export type Phase = (typeof PHASES)[number]

/** What may follow an outcome, as recorded steps: profiles say which. There is no step "adopted": only the outcome words of a profile say that. */
export const AFTER_STEPS = ['forwarded', 'notified', 'issued', 'noted'] as const
export type AfterStep = (typeof AFTER_STEPS)[number]

/**
 * What contradicts the time that an author claims. `laterThanSuccessor`: the next event of its log claims an earlier time. `setBack`: the
 * event before in its log claims a later one. `beforeWhatItKnew`: it claims a time before the procedure that it speaks of.
 * `aheadOfAdmission`: it claims a time after its admission, by the clock of the machine that says so.
 */
export const CLOCK_FINDINGS = ['laterThanSuccessor', 'setBack', 'beforeWhatItKnew', 'aheadOfAdmission'] as const
export type ClockFinding = (typeof CLOCK_FINDINGS)[number]
