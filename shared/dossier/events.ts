/** Bodies of the events of a dossier. To add a type, begin here; fold.ts names the other places. */
import * as v from 'valibot'
import { delegationSchema } from '../base/delegations.ts'
import { eventIdSchema, hashSchema, textIdSchema } from '../base/identifiers.ts'
import { freeLine, freeText, line, words } from '../base/words.ts'
import { markingSchema } from '../marking/marking.ts'
import { AFTER_STEPS, RESERVATION_KINDS, deadlineSchema, profileRefSchema, responseSchema, whereSchema } from '../silence/procedure.ts'
import { coverSchema } from '../text/cover.ts'
import { documentSchema } from '../text/document.ts'
import { textPlaceSchema } from '../text/place.ts'
import { daySchema, entryContentSchema, evidenceSchema } from '../toolbox/entry.ts'
import { DOSSIER_NONCE_BYTES } from './identity.ts'
import { suggestionSchema, verdictSchema } from '../text/amendment.ts'
import { attachmentNameSchema, mediaTypeSchema, MOST_ATTACHMENT_BYTES } from './attachment.ts'

/** The originator's own distribution list for what it says, within that of the dossier; null where the dossier's holds. Absent in events from before there was such a list. */
const limitedToSchema = v.optional(v.nullable(v.pipe(v.array(delegationSchema), v.minLength(1), v.maxLength(31))), null)

export const DOSSIER_KINDS = ['singleActivity', 'seriesOfActivities', 'persistentActor', 'partnerRequest', 'exercise'] as const
export const STEP_STATES = ['begun', 'done', 'reopened'] as const
export const STANCES = ['support', 'canAccept', 'needsTime', 'reservation', 'cannotAccept'] as const
/** `resolved` and `reopened` say what becomes of the thread as well. */
export const COMMENT_ACTS = ['said', 'resolved', 'reopened'] as const
export const CONTRIBUTION_KINDS = ['technical', 'intelligenceAssessment', 'severity', 'forensic', 'briefing'] as const
/** Admiralty grading: two independent axes. */
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export const CREDIBILITIES = ['1', '2', '3', '4', '5', '6'] as const

const underSilence = {
  profile: profileRefSchema,
  deadline: deadlineSchema,
  /** Where the outcome goes next, for the outcome words: PSC, COREPER, ... */
  forwardTo: line(120),
  notice: freeText(4000),
  /** The procedure on an earlier REV of the text that this one takes up. */
  follows: v.optional(v.nullable(eventIdSchema), null),
}

export const dossierEventSchemas = {
  'dossier.opened': v.strictObject({
    reference: line(60),
    title: line(300),
    kind: v.picklist(DOSSIER_KINDS),
    summary: freeText(10_000),
    marking: markingSchema,
    /** Delegations that may have the dossier. */
    distribution: v.pipe(v.array(delegationSchema), v.minLength(1), v.maxLength(31)),
    /** With the circle and the opener it gives the dossier's identifier: identity.ts. */
    nonce: v.pipe(v.instance(Uint8Array), v.length(DOSSIER_NONCE_BYTES)),
  }),
  'step.marked': v.strictObject({
    /** 1 to 9: 10289/23, section 5. */
    step: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9)),
    state: v.picklist(STEP_STATES),
    note: freeText(2000),
    /** On what input: anything said in the dossier before. */
    inputs: v.optional(evidenceSchema),
  }),
  'contribution.added': v.strictObject({
    title: line(300),
    kind: v.picklist(CONTRIBUTION_KINDS),
    source: freeLine(200),
    text: freeText(100_000),
    marking: markingSchema,
    reliability: v.nullable(v.picklist(RELIABILITIES)),
    credibility: v.nullable(v.picklist(CREDIBILITIES)),
    /** The body or service from which it comes: SIAC, CERT-EU, a national authority, ... */
    body: v.optional(freeLine(120)),
    /** Days as the author claims them. */
    observed: v.optional(v.nullable(daySchema)),
    reported: v.optional(v.nullable(daySchema)),
    /** Attachments that belong to it. */
    attachments: v.optional(evidenceSchema),
    limitedTo: limitedToSchema,
  }),
  'position.taken': v.strictObject({
    subject: line(300),
    stance: v.picklist(STANCES),
    remark: freeText(4000),
    /** The option of a note on which it is taken; absent for a subject in words. */
    option: v.optional(eventIdSchema),
    /** What it would take to agree. */
    compromise: v.optional(freeText(4000)),
  }),
  /** The content of a case beyond its awareness and its texts: toolbox/entry.ts. A marking of its own, or the dossier's. */
  'entry.added': v.strictObject({ content: entryContentSchema, marking: v.nullable(markingSchema) }),
  /** The whole content anew, of the same kind. */
  'entry.revised': v.strictObject({ entry: eventIdSchema, content: entryContentSchema, marking: v.nullable(markingSchema), reason: freeText(2000) }),
  'entry.withdrawn': v.strictObject({ entry: eventIdSchema, reason: words(2000) }),
  /** The content is not in the event: whoever holds it keeps it beside the database, and compares it with `hash`. */
  'attachment.added': v.strictObject({
    name: attachmentNameSchema,
    sizeBytes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_ATTACHMENT_BYTES)),
    /** BLAKE2b-256 of the content. */
    hash: hashSchema,
    mediaType: mediaTypeSchema,
    marking: markingSchema,
    limitedTo: limitedToSchema,
  }),
  /** The author's own copy is gone for good; others say so for theirs. */
  'attachment.destroyed': v.strictObject({
    attachment: eventIdSchema,
    reason: freeText(2000),
  }),
  /** The delegation from which an item comes lets it go to these as well, whoever carries it there. The opening of a dossier stands for the dossier. */
  'release.consented': v.strictObject({
    item: eventIdSchema,
    recipients: v.pipe(v.array(delegationSchema), v.minLength(1), v.maxLength(31)),
    reason: freeText(2000),
  }),
  'text.revIssued': v.strictObject({
    text: textIdSchema,
    /** 0 is the first issue (INIT). */
    rev: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999)),
    title: line(500),
    cover: coverSchema,
    document: documentSchema,
    /** BLAKE2b-256 of the canonical bytes of `document`: text/FORMAT in text/canonical.ts. */
    textHash: hashSchema,
    /** The REV before and what became of every suggestion on it; null for the first issue. */
    basis: v.nullable(v.strictObject({
      predecessor: eventIdSchema,
      verdicts: v.pipe(v.array(verdictSchema), v.maxLength(20_000)),
    })),
  }),
  'text.amended': v.strictObject({
    text: textIdSchema,
    /** The `text.revIssued` event that the suggestions are made against. */
    against: eventIdSchema,
    /** Whose suggestions the secretariat or the Presidency has put down, from a file that came outside; said by anybody else it counts for nothing. */
    onBehalfOf: v.optional(delegationSchema),
    suggestions: v.pipe(v.array(suggestionSchema), v.minLength(1), v.maxLength(2000)),
  }),
  /** A remark that asks for no words. Opens a thread, or answers in one. */
  'text.commented': v.strictObject({
    text: textIdSchema,
    /** The `text.revIssued` event that is commented on. */
    against: eventIdSchema,
    /** The comment that opened the thread; null opens one. */
    thread: v.nullable(eventIdSchema),
    /** Where a thread stands; null for the text as a whole, and in every answer. */
    place: v.nullable(textPlaceSchema),
    act: v.picklist(COMMENT_ACTS),
    words: freeText(4000),
    /** Whose comment the secretariat or the Presidency has put down, as with suggestions. */
    onBehalfOf: v.optional(delegationSchema),
  }),
  'silence.opened': v.strictObject({
    text: textIdSchema,
    revision: eventIdSchema,
    textHash: hashSchema,
    ...underSilence,
    /** The draft that it opens; null, or absent in old events, where there was none. */
    draft: v.optional(v.nullable(eventIdSchema), null),
  }),
  /** Prepared and shown, without effect: what its setter intends, so that the use of the procedure can be agreed before it begins. */
  'silence.drafted': v.strictObject({ text: textIdSchema, revision: eventIdSchema, textHash: hashSchema, ...underSilence }),
  /** On the use of the procedure, never on the text. `where` names the meeting at which it was said. */
  'silence.useStated': v.strictObject({ procedure: eventIdSchema, agrees: v.boolean(), where: freeLine(200), remark: freeText(4000) }),
  /** The setter records that it reached delegations by other means than a bundle. */
  'silence.served': v.strictObject({ procedure: eventIdSchema, delegations: v.pipe(v.array(delegationSchema), v.minLength(1), v.maxLength(31)), how: line(400) }),
  'silence.responded': v.strictObject({ procedure: eventIdSchema, response: responseSchema }),
  /** By the delegation whose answer it was: from then on that answer breaks nothing. */
  'silence.answerWithdrawn': v.strictObject({ procedure: eventIdSchema, answer: eventIdSchema, remark: freeText(4000) }),
  'silence.extended': v.strictObject({ procedure: eventIdSchema, deadline: deadlineSchema, reason: freeText(2000) }),
  /** No deadline runs from here on, until the setter resumes with another. */
  'silence.suspended': v.strictObject({ procedure: eventIdSchema, reason: freeText(2000) }),
  'silence.resumed': v.strictObject({ procedure: eventIdSchema, deadline: deadlineSchema, reason: freeText(2000) }),
  /** Of a procedure, or of a draft. */
  'silence.withdrawn': v.strictObject({ procedure: eventIdSchema, reason: freeText(2000) }),
  /** After an unbroken outcome; which steps there are is the profile's word. */
  'silence.forwarded': v.strictObject({ procedure: eventIdSchema, step: v.picklist(AFTER_STEPS), body: line(120), note: freeText(2000) }),
  /** Outside any procedure; one inside comes with an answer. */
  'reservation.entered': v.strictObject({ text: textIdSchema, revision: eventIdSchema, reservation: v.picklist(RESERVATION_KINDS), place: whereSchema, remark: freeText(8000) }),
  /** `reservation` is the event that entered it, an answer or one of its own; only the same delegation lifts it. */
  'reservation.lifted': v.strictObject({ reservation: eventIdSchema, remark: freeText(4000) }),
  /** A person of the setter declares that what has been admitted is all that counts. */
  'silence.intakeClosed': v.strictObject({
    procedure: eventIdSchema,
    /** Delegations not known to have been served, and what was done about each: telephone, note. */
    note: freeText(4000),
  }),
  'silence.certified': v.strictObject({
    procedure: eventIdSchema,
    /** The certificate, as it stands in the file: silence/certificate.ts. */
    certificate: v.pipe(v.instance(Uint8Array), v.maxLength(4 * 1024 * 1024)),
  }),
} as const

export type DossierEventType = keyof typeof dossierEventSchemas
export type DossierEventBody<T extends DossierEventType> = v.InferOutput<(typeof dossierEventSchemas)[T]>
