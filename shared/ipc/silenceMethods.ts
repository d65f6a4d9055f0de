import * as v from 'valibot'
import { delegationSchema } from '../base/delegations.ts'
import { dossierIdSchema, eventIdSchema, hashSchema, textIdSchema } from '../base/identifiers.ts'
import { silenceSchema } from '../dossier/state.ts'
import { deadlineSchema, profileIdSchema, responseSchema } from '../silence/procedure.ts'
import { sourceSchema, targetSchema, writtenFileSchema } from './files.ts'
import { method } from './method.ts'

const procedureRef = { dossier: dossierIdSchema, procedure: eventIdSchema }
const added = v.object({ event: eventIdSchema })

export const silenceViewSchema = v.object({
  silence: silenceSchema,
  dossier: dossierIdSchema,
  dossierTitle: v.string(),
  textTitle: v.string(),
  number: v.string(),
  exercise: v.boolean(),
  /** One row per delegation of the circle, in protocol order, non-members last. */
  rows: v.array(v.object({
    delegation: delegationSchema,
    member: v.boolean(),
    served: v.boolean(),
    /** Claimed time of its receipt, null without one. */
    receiptAtUtcMs: v.nullable(v.number()),
    responses: v.array(eventIdSchema),
  })),
  /** When this machine admitted each response, by its own clock; the setter's admission is what counts. */
  admissions: v.array(v.object({ event: eventIdSchema, admittedAtUtcMs: v.number() })),
  iAmSetter: v.boolean(),
  iAnswered: v.boolean(),
  /** What stands against closing the intake. */
  missing: v.array(delegationSchema),
})

export const silenceMethods = {
  /** Both readings where the wall time does not exist or exists twice; warnings where it is unusual. */
  'silence.readDeadline': method({
    needs: 'nothing', codes: ['deadline-nonexistent', 'deadline-ambiguous', 'deadline-past', 'zone-unknown'],
    input: v.strictObject({ wallTime: v.string(), zone: v.string() }),
    output: deadlineSchema,
  }),
  'silence.open': method({
    needs: 'vault', codes: ['dossier-unknown', 'text-unknown', 'revision-unknown', 'not-latest-revision', 'role-not-allowed', 'deadline-nonexistent', 'deadline-ambiguous', 'deadline-past', 'deadline-too-short', 'zone-unknown', 'verify-failed'],
    input: v.strictObject({
      dossier: dossierIdSchema, text: textIdSchema, rev: v.number(), profile: profileIdSchema,
      wallTime: v.string(), zone: v.string(), forwardTo: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)), notice: v.pipe(v.string(), v.maxLength(4000)),
    }),
    output: added,
  }),
  'silence.list': method({ needs: 'vault', codes: [], input: v.strictObject({}), output: v.object({ silences: v.array(silenceViewSchema) }) }),
  'silence.show': method({ needs: 'vault', codes: ['dossier-unknown', 'procedure-unknown'], input: v.strictObject(procedureRef), output: silenceViewSchema }),
  'silence.respond': method({
    needs: 'vault', codes: ['dossier-unknown', 'procedure-unknown', 'procedure-ended', 'role-not-allowed'],
    input: v.strictObject({ ...procedureRef, response: responseSchema }), output: added,
  }),
  'silence.extend': method({
    needs: 'vault', codes: ['dossier-unknown', 'procedure-unknown', 'procedure-ended', 'not-setter', 'deadline-nonexistent', 'deadline-ambiguous', 'deadline-past', 'zone-unknown'],
    input: v.strictObject({ ...procedureRef, wallTime: v.string(), zone: v.string(), reason: v.pipe(v.string(), v.maxLength(2000)) }), output: added,
  }),
  /** Only after the deadline, only by the setter. */
  'silence.closeIntake': method({
    needs: 'vault', codes: ['dossier-unknown', 'procedure-unknown', 'procedure-ended', 'intake-before-deadline', 'not-setter'],
    input: v.strictObject({ ...procedureRef, note: v.pipe(v.string(), v.maxLength(4000)) }), output: added,
  }),
  'silence.certify': method({
    needs: 'vault', codes: ['dossier-unknown', 'procedure-unknown', 'intake-open', 'not-setter'],
    input: v.strictObject(procedureRef), output: added,
  }),
  /** Three files side by side: the signed one (named in `fileName`), and its content to read as HTML and Markdown. */
  'certificate.write': method({
    needs: 'vault', codes: ['dossier-unknown', 'procedure-unknown', 'intake-open', 'event-unknown', 'write-failed', 'target-exists', 'verify-failed', 'disk-full'],
    input: v.strictObject({ ...procedureRef, target: targetSchema }),
    output: v.object({ ...writtenFileSchema.entries, files: v.array(writtenFileSchema) }),
  }),
  /** Without a vault: the certificate file against the setter's card. */
  'certificate.verify': method({
    needs: 'nothing', codes: ['file-missing', 'file-unreadable', 'file-too-large', 'not-a-certificate', 'certificate-altered', 'certificate-signature', 'certificate-inconsistent', 'not-a-card', 'card-altered'],
    input: v.strictObject({ certificate: sourceSchema, card: sourceSchema }),
    output: v.object({ setter: v.string(), delegation: delegationSchema, outcomeWords: v.string(), broken: v.boolean(), textHash: hashSchema, reference: v.string(), checked: v.array(v.string()), notProven: v.array(v.string()) }),
  }),
} as const
