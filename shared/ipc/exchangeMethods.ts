import * as v from 'valibot'
import { delegationSchema } from '../base/delegations.ts'
import { circleIdSchema, dossierIdSchema, eventIdSchema, hashSchema, installationIdSchema } from '../base/identifiers.ts'
import { dossierEventSchemas } from '../dossier/events.ts'
import { SET_ASIDE_REASONS } from '../dossier/state.ts'
import { markingSchema } from '../marking/marking.ts'
import { HELD_REASONS, REMEDIES } from '../marking/releaseRules.ts'
import { responseSchema } from '../silence/procedure.ts'
import { sourceSchema, targetSchema, writtenFileSchema } from './files.ts'
import { method } from './method.ts'
import { refusalSchema } from './refusal.ts'

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
    dossier: v.nullable(dossierIdSchema),
    dossierTitle: v.nullable(v.string()),
    /** The event, where the line is about a single one. */
    item: v.nullable(eventIdSchema),
    /** Whose word it is, and whose consent releases it further. */
    originator: v.nullable(delegationSchema),
    marking: v.nullable(markingSchema),
    goesTo: v.array(delegationSchema),
    /** Of an attachment: to whom its content goes. */
    contentTo: v.array(delegationSchema),
    /** `part`: all of it; its body, while the chain of headers goes on; or the content of an attachment. */
    heldFrom: v.array(v.object({ delegation: delegationSchema, why: v.picklist(HELD_REASONS), part: v.picklist(['event', 'body', 'content']), remedy: v.picklist(REMEDIES) })),
  })),
  marking: v.nullable(markingSchema),
  exercise: v.boolean(),
  /** One file per set of recipients that may have the same items, and another for what of it is an exercise. */
  files: v.array(v.object({ fileName: v.string(), delegations: v.array(delegationSchema), events: v.number(), attachments: v.number(), sizeBytes: v.number() })),
})
export type ExportPlan = v.InferOutput<typeof planSchema>

/** From whom a bundle is, when it was sealed, and how it stands among the others. */
const previewHeadSchema = v.object({
  preview: v.string(),
  fileName: v.string(),
  circle: circleIdSchema,
  circleName: v.string(),
  sender: v.object({ installation: installationIdSchema, name: v.string(), delegation: delegationSchema }),
  sealedAtUtcMs: v.number(),
  counter: v.number(),
  bundle: hashSchema,
  sizeBytes: v.number(),
  marking: v.nullable(markingSchema),
  exercise: v.boolean(),
  /** An exercise lies in it beside something real, which no file written by Chancery does. */
  exerciseMixed: v.boolean(),
  alreadyImported: v.boolean(),
  /** Events in it, new or known. */
  events: v.number(),
  counterGap: v.nullable(v.object({ expected: v.number(), found: v.number() })),
})
export type PreviewHead = v.InferOutput<typeof previewHeadSchema>

/** What importing would change, and what it would not. */
const effectSchema = v.object({
  /** Answers to silence procedures other than agreement: those that break a running one first. */
  objections: v.array(v.object({
    delegation: delegationSchema, person: v.string(), kind: responseSchema.entries.kind, reservation: responseSchema.entries.reservation, remark: v.string(), subject: v.string(),
    /** It counts, and breaks; where it waits, it would. */
    breaks: v.boolean(),
    /** What it builds on has not arrived: it counts for nothing until then. */
    waits: v.boolean(),
    /** After the intake was closed, as far as is known here: without effect. */
    late: v.boolean(),
    /** The intake of the procedure is open. */
    running: v.boolean(), claimedAtUtcMs: v.number(),
  })),
  revisions: v.array(v.object({ delegation: delegationSchema, subject: v.string(), label: v.string() })),
  /** `superseded`: the next REV is here already. */
  suggestions: v.array(v.object({ delegation: delegationSchema, subject: v.string(), count: v.number(), superseded: v.boolean() })),
  wouldAdd: v.array(itemKind),
  addedEvents: v.number(),
  alreadyHere: v.number(),
  /** Are here without their body, which was withheld, and would get it. */
  completed: v.number(),
  contents: v.array(v.object({ name: v.string(), delegation: v.nullable(delegationSchema), sizeBytes: v.number(), verdict: v.picklist(['kept', 'here', 'destroyed', 'differs', 'stray']) })),
  /** Events that would wait for ancestors not seen here. */
  waiting: v.array(v.object({ delegation: delegationSchema, fromSeq: v.number(), toSeq: v.number(), count: v.number() })),
  /** What the senders had and this machine would still lack. */
  gaps: v.array(v.object({ delegation: delegationSchema, where: v.string(), fromSeq: v.number(), toSeq: v.number(), seenBy: v.array(delegationSchema) })),
  /** Logs that say two things under one number: both are kept as evidence. */
  forks: v.array(v.object({ delegation: delegationSchema, seq: v.number() })),
  /** A sender has another event under a number than is here. */
  splitViews: v.array(v.object({ delegation: delegationSchema, seq: v.number(), seenBy: delegationSchema })),
  /**
   * Claimed times that cannot be: a statement earlier than the one before it in its log, or later than this machine's clock by more than two
   * clocks differ; `sealedAhead` of the bundle itself. They change nothing.
   */
  clocks: v.array(v.object({ delegation: delegationSchema, finding: v.picklist(['setBack', 'ahead', 'sealedAhead']), count: v.number(), latestUtcMs: v.number() })),
  /** Would be kept and have no effect: late, quarantined, beyond a role, ... */
  setAside: v.array(v.object({ delegation: delegationSchema, type: v.string(), why: v.picklist(SET_ASIDE_REASONS), count: v.number() })),
})
export type ImportEffect = v.InferOutput<typeof effectSchema>

export const previewSchema = v.object({ ...previewHeadSchema.entries, ...effectSchema.entries })
export type ImportPreview = v.InferOutput<typeof previewSchema>

const EVIDENCE_KINDS = ['equivocation', 'splitView', 'withheld', 'missingBundle', 'rosterConflict'] as const

export const foundEvidenceSchema = v.object({
  /** Names the finding among the others, as long as it is one. */
  evidence: hashSchema,
  kind: v.picklist(EVIDENCE_KINDS),
  circle: circleIdSchema,
  circleName: v.string(),
  /** Whose log or bundles it is about. */
  about: delegationSchema,
  /** Who says so, where it is somebody else. */
  saidBy: v.nullable(delegationSchema),
  /** The dossier; empty for the circle itself. */
  where: v.string(),
  fromSeq: v.number(),
  toSeq: v.number(),
  atUtcMs: v.nullable(v.number()),
  /** The signed bytes are here, and can be written to a file. */
  writable: v.boolean(),
})
export type FoundEvidence = v.InferOutput<typeof foundEvidenceSchema>

/** As `bundle.preview` gave it. */
const previewName = v.pipe(v.string(), v.maxLength(64))
const choice = { circle: circleIdSchema, recipients: v.pipe(v.array(installationIdSchema), v.maxLength(252)), everything: v.boolean() }

export const exchangeMethods = {
  /** What would go to whom, and what is held back and why. Nothing is written. No recipients named = everybody in the roster but me. */
  'bundle.plan': method({
    needs: 'vault', codes: ['circle-unknown', 'no-recipients'],
    input: v.strictObject(choice), output: planSchema,
  }),
  /** Seals, writes, flushes, renames, reads back and verifies. */
  'bundle.write': method({
    needs: 'vault', codes: ['circle-unknown', 'no-recipients', 'nothing-to-send', 'write-failed', 'target-exists', 'verify-failed', 'disk-full', 'attachment-altered', 'attachment-not-here', 'cancelled'],
    input: v.strictObject({ ...choice, target: targetSchema }),
    output: v.object({
      files: v.array(v.object({ ...writtenFileSchema.entries, delegations: v.array(delegationSchema), events: v.number(), attachments: v.number(), counter: v.number() })),
      /** Names of attachments whose content does not open any more on this machine: left out. */
      unreadable: v.array(v.string()),
    }),
  }),
  /** The delegation from which an item comes lets it go further. The opening of a dossier stands for the dossier. */
  'release.consent': method({
    needs: 'vault', codes: ['dossier-unknown', 'event-unknown', 'role-not-allowed', 'not-originator'],
    input: v.strictObject({ dossier: dossierIdSchema, ...dossierEventSchemas['release.consented'].entries }),
    output: v.object({ event: eventIdSchema }),
  }),
  /** Opens and checks a bundle completely, and says what it would change. Nothing is changed. */
  'bundle.preview': method({
    needs: 'vault',
    codes: ['file-missing', 'file-unreadable', 'file-too-large', 'not-a-bundle', 'bundle-newer', 'bundle-not-for-you', 'bundle-altered', 'bundle-cut', 'bundle-sender-unknown', 'bundle-signature', 'bundle-malformed',
      'bundle-roster-behind', 'bundle-foreign-circle', 'bundle-chain', 'roster-conflict'],
    input: v.strictObject({ source: sourceSchema }), output: previewSchema,
  }),
  /** Several files, or folders with their bundles, in any order. A file that waits for another of them is admitted with it. */
  'bundle.previewAll': method({
    needs: 'vault', codes: ['file-missing', 'cancelled'],
    input: v.strictObject({ sources: v.pipe(v.array(sourceSchema), v.minLength(1), v.maxLength(1000)) }),
    output: v.object({
      files: v.array(v.object({ fileName: v.string(), preview: v.nullable(previewHeadSchema), refused: v.nullable(refusalSchema) })),
      /** Files beyond the most that are looked at together. */
      notLookedAt: v.number(),
      together: effectSchema,
      marking: v.nullable(markingSchema),
      exercise: v.boolean(),
    }),
  }),
  /** Admits what was previewed, all in one transaction, and signs a receipt for each. One report; undone as a whole. */
  'bundle.importAll': method({
    needs: 'vault', codes: ['preview-gone', 'disk-full', 'vault-damaged'],
    input: v.strictObject({ previews: v.pipe(v.array(previewName), v.minLength(1), v.maxLength(1000)) }),
    output: v.object({
      files: v.array(v.object({
        fileName: v.string(), admitted: v.number(), alreadyHere: v.number(), completed: v.number(), waiting: v.number(), attachments: v.number(),
        alreadyImported: v.boolean(), refused: v.nullable(refusalSchema),
      })),
      admitted: v.number(),
      /** Of all files, what waits in the end. */
      waiting: v.number(),
      import: v.nullable(v.number()),
    }),
  }),
  /** Admits what was previewed, whole, in one transaction, and signs a receipt. */
  'bundle.import': method({
    needs: 'vault', codes: ['preview-gone', 'bundle-roster-behind', 'bundle-foreign-circle', 'bundle-sender-unknown', 'bundle-chain', 'roster-conflict', 'disk-full', 'vault-damaged'],
    input: v.strictObject({ preview: previewName }),
    output: v.object({
      admitted: v.number(), alreadyHere: v.number(), waiting: v.number(), receipt: v.nullable(eventIdSchema),
      /** Had been here without their body, which was withheld. */
      completed: v.number(),
      /** Attachments whose content came. */
      attachments: v.number(),
      /** For undoing it; null where nothing came in. */
      import: v.nullable(v.number()),
    }),
  }),
  /** Takes back an import, as long as nothing builds on it and no bundle was written since. */
  'bundle.undo': method({
    needs: 'vault', codes: ['import-unknown', 'import-built-upon'],
    input: v.strictObject({ import: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
    output: v.object({ withdrawn: v.number() }),
  }),
  /** Who has what, what is on its way, what is lacking and what is held back: per installation and dossier, each event in exactly one of these. */
  'exchange.matrix': method({
    needs: 'vault', codes: ['circle-unknown'],
    input: v.strictObject({ circle: circleIdSchema }),
    output: v.object({
      dossiers: v.array(v.object({ dossier: dossierIdSchema, reference: v.string(), title: v.string(), marking: markingSchema, exercise: v.boolean(), events: v.number() })),
      rows: v.array(v.object({
        installation: installationIdSchema, name: v.string(), delegation: delegationSchema,
        sentAtUtcMs: v.nullable(v.number()), cameAtUtcMs: v.nullable(v.number()),
        /** As its own clock claimed. */
        receiptAtUtcMs: v.nullable(v.number()),
        /** Bundles to it for which no receipt has come. */
        unconfirmed: v.number(),
        /** Contents of attachments that it may have and lacks. */
        contents: v.number(),
        /** The circle itself (`dossier` null) first. `mayHave` false: it does not learn that there is such a dossier. */
        places: v.array(v.object({ dossier: v.nullable(dossierIdSchema), mayHave: v.boolean(), total: v.number(), has: v.number(), inTransit: v.number(), lacks: v.number(), heldBack: v.number() })),
      })),
    }),
  }),
  /** What does not fit together among what others signed: two events under one number, another view of a log, what a sender had and did not send, a bundle that never came. */
  'evidence.list': method({ needs: 'vault', codes: [], input: v.strictObject({}), output: v.object({ evidence: v.array(foundEvidenceSchema) }) }),
  'evidence.write': method({
    needs: 'vault', codes: ['evidence-unknown', 'write-failed', 'target-exists', 'verify-failed', 'disk-full'],
    input: v.strictObject({ evidence: hashSchema, target: targetSchema }), output: writtenFileSchema,
  }),
  /** From nothing but the file. */
  'evidence.verify': method({
    needs: 'nothing', codes: ['file-missing', 'file-unreadable', 'file-too-large', 'not-evidence', 'evidence-does-not-hold'],
    input: v.strictObject({ source: sourceSchema }),
    output: v.object({
      kind: v.picklist(EVIDENCE_KINDS), about: installationIdSchema, saidBy: v.nullable(installationIdSchema), fromSeq: v.number(), toSeq: v.number(), claimedAtUtcMs: v.number(),
      /** `rotated`: the card is of keys that came later; that they are the same person's, only a roster tells. */
      signatories: v.array(v.object({ installation: installationIdSchema, name: v.string(), delegation: delegationSchema, safetyWords: v.array(v.string()), rotated: v.boolean() })),
    }),
  }),
  'bundle.discard': method({ needs: 'vault', codes: [], input: v.strictObject({ preview: previewName }), output: v.object({}) }),
  'bundle.history': method({
    needs: 'vault', codes: [],
    input: v.strictObject({}),
    output: v.object({ bundles: v.array(v.object({
      direction: v.picklist(['in', 'out']), bundle: hashSchema, fileName: v.string(), circleName: v.string(), atUtcMs: v.number(), counter: v.number(), events: v.number(),
      delegations: v.array(delegationSchema),
      /** Delegations whose receipt for it has arrived here. */
      receipts: v.array(delegationSchema),
      /** Attachments whose content travelled. */
      attachments: v.number(),
      /** The import that it came with. */
      import: v.nullable(v.number()),
      /** Why the import cannot be undone any more; null where it can, and for what was not imported. */
      stays: v.nullable(v.picklist(['sealed', 'builtUpon', 'shared'])),
    })) }),
  }),
} as const
