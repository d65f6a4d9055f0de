import * as v from 'valibot'
import { dossierIdSchema, hashSchema } from '../base/identifiers.ts'
import { markingSchema } from '../marking/marking.ts'
import { targetSchema, writtenFileSchema } from './files.ts'
import { method } from './method.ts'
import { REGISTER_GROUPS } from './registerActions.ts'

export const registerEntrySchema = v.object({
  seq: v.number(),
  /** As the machine claimed. */
  atUtcMs: v.number(),
  /** Empty in entries of the first version. */
  who: v.string(),
  group: v.picklist(REGISTER_GROUPS),
  action: v.string(),
  subject: v.string(),
  result: v.picklist(['done', 'refused']),
  code: v.nullable(v.string()),
  stage: v.nullable(v.string()),
  dossier: v.nullable(dossierIdSchema),
  marking: v.nullable(markingSchema),
  /** Names and texts, in order. */
  details: v.array(v.tuple([v.string(), v.string()])),
  /** What the next entry names as the one before it. */
  hash: hashSchema,
})
export type RegisterEntry = v.InferOutput<typeof registerEntrySchema>

const moment = v.pipe(v.number(), v.safeInteger())

/** Null asks for all. */
export const registerFilterSchema = v.strictObject({
  /** Inclusive, by the claimed time. */
  fromUtcMs: v.nullable(moment),
  /** Exclusive. */
  toUtcMs: v.nullable(moment),
  group: v.nullable(v.picklist(REGISTER_GROUPS)),
  result: v.nullable(v.picklist(['done', 'refused'])),
  dossier: v.nullable(dossierIdSchema),
  /** Each of them somewhere in the entry, in any case and with or without accents. */
  words: v.pipe(v.string(), v.maxLength(200)),
})
export type RegisterFilter = v.InferOutput<typeof registerFilterSchema>
export const NO_REGISTER_FILTER: RegisterFilter = { fromUtcMs: null, toUtcMs: null, group: null, result: null, dossier: null, words: '' }

export const REGISTER_FAULTS = ['altered', 'unsigned', 'misplaced', 'missing', 'unchained', 'cut', 'beyondHead', 'headMissing', 'headForged', 'headDiffers'] as const

const registerFaultSchema = v.object({
  kind: v.picklist(REGISTER_FAULTS),
  /** First and last entry concerned. */
  seq: v.number(),
  toSeq: v.number(),
})
export type RegisterFault = v.InferOutput<typeof registerFaultSchema>

const filter = v.optional(registerFilterSchema, NO_REGISTER_FILTER)

export const registerMethods = {
  /** Newest first; `matching` of `total` entries fit the filter, of which the newest `limit` are given. */
  'register.list': method({
    needs: 'vault', codes: [],
    input: v.strictObject({ limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)), filter }),
    output: v.object({ entries: v.array(registerEntrySchema), matching: v.number(), total: v.number() }),
  }),
  /** Every entry read anew: its hash, its signature, its number, its link to the one before, and the signed head. */
  'register.verify': method({
    needs: 'vault', codes: [],
    input: v.strictObject({}),
    output: v.object({ entries: v.number(), faults: v.array(registerFaultSchema), head: v.nullable(hashSchema) }),
  }),
  /** What fits the filter, oldest first, in the clear. A PDF needs a host that can print; the command line has none. */
  'register.export': method({
    needs: 'vault', codes: ['target-exists', 'write-failed', 'verify-failed', 'disk-full', 'print-unavailable'],
    input: v.strictObject({ format: v.picklist(['csv', 'html', 'pdf']), filter, target: targetSchema }),
    output: v.object({ ...writtenFileSchema.entries, entries: v.number() }),
  }),
} as const
