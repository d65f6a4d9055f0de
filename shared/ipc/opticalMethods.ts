/** Files over a screen, as a sequence of QR codes, where sticks are forbidden: shared/optical/FORMAT.md. */
import * as v from 'valibot'
import { hashSchema } from '../base/identifiers.ts'
import { cardViewSchema } from './circleMethods.ts'
import { sourceSchema, targetSchema, writtenFileSchema } from './files.ts'
import { method } from './method.ts'

/** How far the transfer is that is being read. */
const readingSchema = v.object({
  kind: v.nullable(v.picklist(['bundle', 'card'])),
  /** Independent blocks that are here, of those that the file has. */
  found: v.number(),
  blocks: v.number(),
  /** Of what was handed in just now: codes of ours, and pictures or texts without one. */
  read: v.number(),
  unreadable: v.number(),
  /** A whole bundle, sealed as it came: to be looked at through its door, once. */
  bundle: v.nullable(sourceSchema),
  /** A whole card: read and kept, as one from a file is. */
  card: v.nullable(cardViewSchema),
})
const READING_CODES = ['not-a-card', 'card-altered', 'optical-altered', 'write-failed', 'disk-full'] as const

export const opticalMethods = {
  /** The frames of a bundle file of at most 100 KiB, in the order in which they are best shown, again and again. */
  'optical.show': method({
    needs: 'vault', codes: ['file-missing', 'file-unreadable', 'file-too-large', 'not-a-bundle'],
    input: v.strictObject({ source: sourceSchema }),
    output: v.object({ fileName: v.string(), sizeBytes: v.number(), hash: hashSchema, blocks: v.number(), frames: v.array(v.string()) }),
  }),
  /** The same as PNG pictures, numbered, into a folder. All or none. */
  'optical.write': method({
    needs: 'vault', codes: ['file-missing', 'file-unreadable', 'file-too-large', 'not-a-bundle', 'target-exists', 'write-failed', 'verify-failed', 'disk-full', 'cancelled'],
    input: v.strictObject({ source: sourceSchema, target: targetSchema }),
    output: v.object({ blocks: v.number(), files: v.array(writtenFileSchema) }),
  }),
  /** My card as the text of one QR code. */
  'card.show': method({ needs: 'vault', codes: [], input: v.strictObject({}), output: v.object({ frame: v.string(), safetyWords: v.array(v.string()) }) }),
  /** Pictures of codes, PNG or JPEG, in any order. Those in which no code of ours is found are counted. */
  'optical.read': method({
    needs: 'vault', codes: [...READING_CODES, 'file-missing', 'file-unreadable', 'file-too-large', 'not-an-image', 'image-too-large', 'no-code-in-picture', 'cancelled'],
    input: v.strictObject({ sources: v.pipe(v.array(sourceSchema), v.minLength(1), v.maxLength(1000)) }),
    output: readingSchema,
  }),
  /** Texts of codes that a camera saw. */
  'optical.take': method({
    needs: 'vault', codes: READING_CODES,
    input: v.strictObject({ texts: v.pipe(v.array(v.pipe(v.string(), v.maxLength(4296))), v.maxLength(100)) }), output: readingSchema,
  }),
  /** Begins anew: what was read of a transfer is forgotten. */
  'optical.forget': method({ needs: 'vault', codes: [], input: v.strictObject({}), output: v.object({}) }),
} as const
