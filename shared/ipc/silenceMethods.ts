import * as v from 'valibot'
import { delegationSchema } from '../base/delegations.ts'
import { circleIdSchema, dossierIdSchema, eventIdSchema, textIdSchema } from '../base/identifiers.ts'
import { reservationSchema, silenceDraftSchema, silenceSchema } from '../dossier/state.ts'
import { AFTER_STEPS, deadlineSchema, profileRefSchema, responseSchema } from '../silence/procedure.ts'
import { profileRulesSchema } from '../silence/profile.ts'
import { deadlineWarningSchema } from '../silence/warnings.ts'
import { targetSchema, writtenFileSchema } from './files.ts'
import { method } from './method.ts'
import type { RefusalCode } from './refusal.ts'

export const procedureRef = { dossier: dossierIdSchema, procedure: eventIdSchema }
export const added = v.object({ event: eventIdSchema })
const freeText = (most: number) => v.pipe(v.string(), v.maxLength(most))
const words = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most))

/** As a person typed them; what they mean is for the deadline to say. */
const typedTime = v.pipe(v.string(), v.maxLength(40))
const typedZone = v.pipe(v.string(), v.maxLength(80))

const KNOWN = ['dossier-unknown', 'procedure-unknown'] as const satisfies readonly RefusalCode[]
const BY_SETTER = [...KNOWN, 'not-setter', 'procedure-ended'] as const satisfies readonly RefusalCode[]
const DEADLINE_CODES = ['deadline-nonexistent', 'deadline-ambiguous', 'deadline-past', 'zone-unknown'] as const satisfies readonly RefusalCode[]
const OPENING_CODES = [
  'dossier-unknown', 'text-unknown', 'revision-unknown', 'not-latest-revision', 'role-not-allowed', 'profile-unknown', 'deadline-too-short', 'verify-failed',
  'procedure-running', ...DEADLINE_CODES,
] as const satisfies readonly RefusalCode[]

const openingInput = {
  dossier: dossierIdSchema, text: textIdSchema, rev: v.pipe(v.number(), v.integer(), v.minValue(0)), profile: profileRefSchema,
  wallTime: typedTime, zone: typedZone, forwardTo: words(120), notice: freeText(4000),
}

export const silenceViewSchema = v.object({
  silence: silenceSchema,
  dossier: dossierIdSchema,
  dossierTitle: v.string(),
  reference: v.string(),
  textTitle: v.string(),
  number: v.string(),
  exercise: v.boolean(),
  /** One row per delegation of the circle, in protocol order, non-members last. */
  rows: v.array(v.object({
    delegation: delegationSchema,
    member: v.boolean(),
    /** When this machine wrote it a bundle with the procedure; null where it did not. */
    sentAtUtcMs: v.nullable(v.number()),
    /** Known to have it: by receipt, by its own signed events, or as the setter recorded it. */
    served: v.boolean(),
    /** How the setter reached it otherwise; empty where it did not record that. */
    servedOtherwise: v.string(),
    /** Claimed time of its receipt, null without one. */
    receiptAtUtcMs: v.nullable(v.number()),
    responses: v.array(eventIdSchema),
  })),
  /** When this machine admitted each response, by its own clock; the setter's admission is what counts. */
  admissions: v.array(v.object({ event: eventIdSchema, admittedAtUtcMs: v.number() })),
  /** All on this text up to its REV, and those entered in this procedure. */
  reservations: v.array(v.object({ ...reservationSchema.entries, /** `paragraph 7`; empty for the whole text. */ label: v.string() })),
  iAmSetter: v.boolean(),
  iAnswered: v.boolean(),
  /** Standing answers of this delegation that break, or reserve. */
  mine: v.array(eventIdSchema),
  /** By how much this machine's clock shows an earlier time than its own last statement in the dossier; 0 where it does not. */
  clockSetBackMs: v.number(),
  /** Members on the distribution list that are not known to have it: `notSent` by this machine, or sent without a receipt. */
  chase: v.array(v.object({ delegation: delegationSchema, lacks: v.picklist(['notSent', 'noReceipt']) })),
  /** Answers other than agreement that lie here and do not count: what they build on has not arrived, their words are not here (then `response` is null), or their author's log has forked. `mayBreak`: its author can break silence here, so that the intake is not closed over it unknowingly. */
  uncounted: v.array(v.object({ event: eventIdSchema, delegation: delegationSchema, response: v.nullable(responseSchema), why: v.picklist(['waits', 'unread', 'forked']), mayBreak: v.boolean() })),
  /** What stands against closing the intake: the delegations of `chase`. */
  missing: v.array(delegationSchema),
  /** A later REV of the text is there, so that a procedure on it may follow. */
  laterRev: v.nullable(v.number()),
})

export const silenceDraftViewSchema = v.object({
  draft: silenceDraftSchema, dossier: dossierIdSchema, dossierTitle: v.string(), textTitle: v.string(), number: v.string(), exercise: v.boolean(), iAmSetter: v.boolean(),
})

export const silenceMethods = {
  /** Both readings where the wall time does not exist or exists twice; warnings where it is unusual. */
  'silence.readDeadline': method({
    needs: 'nothing', codes: DEADLINE_CODES,
    input: v.strictObject({ wallTime: typedTime, zone: typedZone }),
    output: v.object({ ...deadlineSchema.entries, warnings: v.array(deadlineWarningSchema) }),
  }),
  /** The kinds of procedure that there are in a circle, those of its own last. */
  'silence.profiles': method({
    needs: 'vault', codes: ['circle-unknown'],
    input: v.strictObject({ circle: circleIdSchema }),
    output: v.object({ profiles: v.array(v.object({ id: profileRefSchema, ...profileRulesSchema.entries })), mayAdd: v.boolean() }),
  }),
  'silence.addProfile': method({
    needs: 'vault', codes: ['circle-unknown', 'role-not-allowed', 'profile-inconsistent'],
    input: v.strictObject({ circle: circleIdSchema, rules: profileRulesSchema }), output: added,
  }),
  /** Prepared and shown to all, without effect. Like `silence.open` it takes up the last procedure on the text, if that was broken or withdrawn. */
  'silence.draft': method({ needs: 'vault', codes: OPENING_CODES, input: v.strictObject(openingInput), output: added }),
  'silence.open': method({
    needs: 'vault', codes: [...OPENING_CODES, 'procedure-unknown', 'procedure-ended'],
    input: v.strictObject({ ...openingInput, draft: v.optional(v.nullable(eventIdSchema), null) }), output: added,
  }),
  'silence.list': method({
    needs: 'vault', codes: [], input: v.strictObject({}), output: v.object({ silences: v.array(silenceViewSchema), drafts: v.array(silenceDraftViewSchema) }),
  }),
  'silence.show': method({ needs: 'vault', codes: KNOWN, input: v.strictObject(procedureRef), output: silenceViewSchema }),
  'silence.respond': method({
    needs: 'vault', codes: [...KNOWN, 'procedure-ended', 'role-not-allowed'],
    input: v.strictObject({ ...procedureRef, response: responseSchema }), output: added,
  }),
  /** By the delegation whose answer it is, while the intake is open. */
  'silence.withdrawAnswer': method({
    needs: 'vault', codes: [...KNOWN, 'procedure-ended', 'role-not-allowed', 'answer-unknown', 'answer-of-another', 'answer-withdrawn'],
    input: v.strictObject({ ...procedureRef, answer: eventIdSchema, remark: freeText(4000) }), output: added,
  }),
  /** On the use of the procedure, not on the text; of a draft or of a procedure. */
  'silence.stateUse': method({
    needs: 'vault', codes: [...KNOWN, 'procedure-ended', 'role-not-allowed'],
    input: v.strictObject({ ...procedureRef, agrees: v.boolean(), where: freeText(200), remark: freeText(4000) }), output: added,
  }),
  'silence.recordServed': method({
    needs: 'vault', codes: BY_SETTER,
    input: v.strictObject({ ...procedureRef, delegations: v.pipe(v.array(delegationSchema), v.minLength(1), v.maxLength(31)), how: words(400) }), output: added,
  }),
  'silence.extend': method({
    needs: 'vault', codes: [...BY_SETTER, 'procedure-suspended', ...DEADLINE_CODES],
    input: v.strictObject({ ...procedureRef, wallTime: typedTime, zone: typedZone, reason: freeText(2000) }), output: added,
  }),
  'silence.suspend': method({
    needs: 'vault', codes: [...BY_SETTER, 'procedure-suspended'], input: v.strictObject({ ...procedureRef, reason: freeText(2000) }), output: added,
  }),
  'silence.resume': method({
    needs: 'vault', codes: [...BY_SETTER, 'procedure-not-suspended', ...DEADLINE_CODES],
    input: v.strictObject({ ...procedureRef, wallTime: typedTime, zone: typedZone, reason: freeText(2000) }), output: added,
  }),
  /** Of a procedure, or of a draft that was not opened. */
  'silence.withdraw': method({ needs: 'vault', codes: BY_SETTER, input: v.strictObject({ ...procedureRef, reason: freeText(2000) }), output: added }),
  /**
   * Only by the setter; after the deadline, or at once where silence is broken. Over answers that lie here and do not count only where
   * `despiteUncounted` says so and the note says why: it stands in the certificate.
   */
  'silence.closeIntake': method({
    needs: 'vault', codes: [...BY_SETTER, 'intake-before-deadline', 'procedure-suspended', 'answers-uncounted'],
    input: v.strictObject({ ...procedureRef, note: freeText(4000), despiteUncounted: v.optional(v.boolean(), false) }), output: added,
  }),
  'silence.certify': method({
    needs: 'vault', codes: [...KNOWN, 'intake-open', 'not-setter'],
    input: v.strictObject(procedureRef), output: added,
  }),
  /** A step after an unbroken outcome; which there are is the profile's word. */
  'silence.forward': method({
    needs: 'vault', codes: [...KNOWN, 'not-setter', 'intake-open', 'step-not-provided'],
    input: v.strictObject({ ...procedureRef, step: v.picklist(AFTER_STEPS), body: words(120), note: freeText(2000) }), output: added,
  }),
  /** The overview on paper: PDF, or HTML where the host cannot print. */
  'silence.print': method({
    needs: 'vault', codes: [...KNOWN, 'print-unavailable', 'write-failed', 'target-exists', 'verify-failed', 'disk-full'],
    input: v.strictObject({ ...procedureRef, format: v.picklist(['pdf', 'html']), target: targetSchema }), output: writtenFileSchema,
  }),
  /** The deadline for a calendar. Without `named` it says nothing of what it is about. */
  'silence.calendar': method({
    needs: 'vault', codes: [...KNOWN, 'procedure-ended', 'procedure-suspended', 'write-failed', 'target-exists', 'verify-failed', 'disk-full'],
    input: v.strictObject({ ...procedureRef, named: v.boolean(), alarmMinutes: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000))), v.maxLength(10)), target: targetSchema }),
    output: writtenFileSchema,
  }),
} as const
