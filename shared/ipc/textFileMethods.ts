/** Texts as files, without a vault: read, compared, accepted or rejected, proved, consolidated. */
import * as v from 'valibot'
import { amendmentsSchema } from '../text/amendment.ts'
import { CHANGE_KINDS, CHANGE_NATURES, CHANGE_SCOPES } from '../text/changeList.ts'
import { POLICIES } from '../text/consolidateVersions.ts'
import { documentSchema } from '../text/document.ts'
import { markedDocumentSchema } from '../text/marked.ts'
import { sourceSchema, targetSchema, writtenFileSchema } from './files.ts'
import { method } from './method.ts'
import { proofSchema } from './textMethods.ts'

const READING = ['file-missing', 'file-unreadable', 'file-too-large', 'format-unknown', 'docx-malformed', 'text-too-large', 'text-empty'] as const
const WRITING = ['write-failed', 'target-exists', 'verify-failed', 'disk-full'] as const
const notes = v.array(v.string())
const count = v.number()

export const listedChangeSchema = v.object({
  kind: v.picklist(CHANGE_KINDS),
  /** All but `substance` are form. */
  nature: v.picklist(CHANGE_NATURES),
  scope: v.picklist(CHANGE_SCOPES),
  place: v.string(),
  placeBefore: v.nullable(v.string()),
  /** Places in the marked version. */
  block: v.number(),
  lastBlock: v.number(),
  from: v.number(),
  to: v.number(),
  deleted: v.string(),
  inserted: v.string(),
  move: v.nullable(v.number()),
  edits: v.number(),
})
export const changeListSchema = v.object({
  changes: v.array(listedChangeSchema),
  counts: v.object({
    all: count, substance: count,
    kinds: v.record(v.picklist(CHANGE_KINDS), count),
    natures: v.record(v.picklist(CHANGE_NATURES), count),
  }),
})

export const TEXT_FILE_FORMATS = ['docx', 'html', 'md', 'txt'] as const

export const textFileMethods = {
  /** Tracked changes and marks count as accepted. */
  'textFile.read': method({
    needs: 'nothing', codes: READING,
    input: v.strictObject({ source: sourceSchema }),
    output: v.object({ title: v.string(), document: documentSchema, plain: v.string(), notes }),
  }),
  /** A marked version of two files. `json` holds both texts, the marked version and the list of changes. */
  'textFile.compare': method({
    needs: 'nothing', codes: [...READING, ...WRITING],
    input: v.strictObject({ before: sourceSchema, after: sourceSchema, comparedWith: v.pipe(v.string(), v.maxLength(200)), format: v.picklist(['docx', 'html', 'md', 'json']), marks: v.optional(v.picklist(['tracked', 'visible'])), target: targetSchema }),
    output: v.object({ file: writtenFileSchema, list: changeListSchema, proof: proofSchema, notes }),
  }),
  /** The text of a marked file, or its predecessor. */
  'textFile.resolve': method({
    needs: 'nothing', codes: [...READING, ...WRITING],
    input: v.strictObject({ source: sourceSchema, take: v.picklist(['accept', 'reject']), format: v.picklist(TEXT_FILE_FORMATS), target: targetSchema }),
    output: v.object({ file: writtenFileSchema, notes }),
  }),
  /** Whether a marked file tells the truth about two others; where one of them is not given, that direction is not asked. */
  'textFile.verify': method({
    needs: 'nothing', codes: READING,
    input: v.strictObject({ marked: sourceSchema, clean: v.nullable(sourceSchema), base: v.nullable(sourceSchema) }),
    output: v.object({ proof: proofSchema, asked: v.object({ accept: v.boolean(), reject: v.boolean() }), notes }),
  }),
  /** Edited copies of one file brought together; what collides is listed and decided by the policy. */
  'textFile.consolidate': method({
    needs: 'nothing', codes: [...READING, ...WRITING, 'name-repeated'],
    input: v.strictObject({
      base: sourceSchema, comparedWith: v.pipe(v.string(), v.maxLength(200)),
      versions: v.pipe(v.array(v.strictObject({ name: v.pipe(v.string(), v.minLength(1), v.maxLength(80)), source: sourceSchema })), v.minLength(1), v.maxLength(100)),
      policy: v.picklist(POLICIES), format: v.picklist([...TEXT_FILE_FORMATS, 'json']), target: targetSchema,
    }),
    output: v.object({
      file: writtenFileSchema,
      changes: v.array(v.object({
        letter: v.string(), names: v.array(v.string()), taken: v.boolean(), collidesWith: v.array(v.string()), amendments: amendmentsSchema, preview: markedDocumentSchema,
      })),
      notes,
    }),
  }),
} as const
