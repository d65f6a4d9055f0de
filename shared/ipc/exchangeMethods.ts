import * as v from 'valibot'
import { delegationSchema } from '../base/delegations.ts'
import { circleIdSchema, eventIdSchema, hashSchema, installationIdSchema } from '../base/identifiers.ts'
import { markingSchema } from '../marking/marking.ts'
import { sourceSchema, targetSchema, writtenFileSchema } from './files.ts'
import { method } from './method.ts'

const itemKind = v.object({
  /** Event type, for example `text.amended`. */
  type: v.string(),
  count: v.number(),
  /** What it concerns, in the words of the dossier: titles, REV numbers. */
  subject: v.string(),
})

export const recipientSchema = v.object({
  installation: installationIdSchema,
  name: v.string(),
  delegation: delegationSchema,
  /** Events that this recipient is not known to have. */
  lacks: v.number(),
})

export const planSchema = v.object({
  circle: circleIdSchema,
  circleName: v.string(),
  recipients: v.array(recipientSchema),
  items: v.array(v.object({
    ...itemKind.entries,
    dossierTitle: v.nullable(v.string()),
    marking: v.nullable(markingSchema),
    goesTo: v.array(delegationSchema),
    heldFrom: v.array(v.object({ delegation: delegationSchema, why: v.picklist(['notOnDistributionList', 'removed']) })),
  })),
  marking: v.nullable(markingSchema),
  exercise: v.boolean(),
  /** One file per set of recipients that may have the same items. */
  files: v.array(v.object({ fileName: v.string(), delegations: v.array(delegationSchema), events: v.number() })),
})
export type ExportPlan = v.InferOutput<typeof planSchema>

export const previewSchema = v.object({
  preview: v.string(),
  circle: circleIdSchema,
  circleName: v.string(),
  sender: v.object({ installation: installationIdSchema, name: v.string(), delegation: delegationSchema }),
  sealedAtUtcMs: v.number(),
  counter: v.number(),
  bundle: hashSchema,
  sizeBytes: v.number(),
  marking: v.nullable(markingSchema),
  exercise: v.boolean(),
  alreadyImported: v.boolean(),
  wouldAdd: v.array(itemKind),
  addedEvents: v.number(),
  alreadyHere: v.number(),
  /** Events that would wait for ancestors not seen here. */
  waiting: v.array(v.object({ delegation: delegationSchema, fromSeq: v.number(), toSeq: v.number() })),
  /** Logs that say two things under one number: both are kept as evidence. */
  forks: v.array(v.object({ delegation: delegationSchema, seq: v.number() })),
  counterGap: v.nullable(v.object({ expected: v.number(), found: v.number() })),
})
export type ImportPreview = v.InferOutput<typeof previewSchema>

const choice = { circle: circleIdSchema, recipients: v.pipe(v.array(installationIdSchema), v.maxLength(252)), everything: v.boolean() }

export const exchangeMethods = {
  /** What would go to whom, and what is held back and why. Nothing is written. No recipients named = everybody in the roster but me. */
  'bundle.plan': method({
    needs: 'vault', codes: ['circle-unknown', 'no-recipients'],
    input: v.strictObject(choice), output: planSchema,
  }),
  /** Seals, writes, flushes, renames, reads back and verifies. */
  'bundle.write': method({
    needs: 'vault', codes: ['circle-unknown', 'no-recipients', 'nothing-to-send', 'write-failed', 'target-exists', 'verify-failed', 'disk-full'],
    input: v.strictObject({ ...choice, target: targetSchema }),
    output: v.object({ files: v.array(v.object({ ...writtenFileSchema.entries, delegations: v.array(delegationSchema), events: v.number(), counter: v.number() })) }),
  }),
  /** Opens and checks a bundle completely, and says what it would change. Nothing is changed. */
  'bundle.preview': method({
    needs: 'vault',
    codes: ['file-missing', 'file-unreadable', 'file-too-large', 'not-a-bundle', 'bundle-newer', 'bundle-not-for-you', 'bundle-altered', 'bundle-cut', 'bundle-sender-unknown', 'bundle-signature', 'bundle-malformed',
      'bundle-roster-behind', 'bundle-foreign-circle', 'bundle-chain', 'roster-conflict'],
    input: v.strictObject({ source: sourceSchema }), output: previewSchema,
  }),
  /** Admits what was previewed, whole, in one transaction, and signs a receipt. */
  'bundle.import': method({
    needs: 'vault', codes: ['preview-gone', 'bundle-roster-behind', 'bundle-foreign-circle', 'bundle-sender-unknown', 'bundle-chain', 'roster-conflict', 'disk-full', 'vault-damaged'],
    input: v.strictObject({ preview: v.string() }),
    output: v.object({ admitted: v.number(), alreadyHere: v.number(), waiting: v.number(), receipt: v.nullable(eventIdSchema) }),
  }),
  'bundle.discard': method({ needs: 'vault', codes: [], input: v.strictObject({ preview: v.string() }), output: v.object({}) }),
  'bundle.history': method({
    needs: 'vault', codes: [],
    input: v.strictObject({}),
    output: v.object({ bundles: v.array(v.object({
      direction: v.picklist(['in', 'out']), bundle: hashSchema, fileName: v.string(), circleName: v.string(), atUtcMs: v.number(), counter: v.number(), events: v.number(),
      delegations: v.array(delegationSchema),
      /** Delegations whose receipt for it has arrived here. */
      receipts: v.array(delegationSchema),
    })) }),
  }),
} as const
