import * as v from 'valibot'
import { delegationSchema } from '../base/delegations.ts'
import { dossierIdSchema, eventIdSchema, hashSchema } from '../base/identifiers.ts'
import { RASTER_TYPES } from '../dossier/attachment.ts'
import { dossierEventSchemas } from '../dossier/events.ts'
import { attachmentSchema, setAsideSchema } from '../dossier/state.ts'
import { sourceSchema, targetSchema, writtenFileSchema } from './files.ts'
import { method } from './method.ts'

/**
 * - `here` the content is on this machine;
 * - `missing` it should be, but its file is gone or has another length;
 * - `destroyed` this machine's copy was destroyed;
 * - `elsewhere` it never was here.
 */
const CONTENT_PLACES = ['here', 'missing', 'destroyed', 'elsewhere'] as const
export type ContentPlace = (typeof CONTENT_PLACES)[number]

/** An attachment that does not count, whose content is here all the same: it can be destroyed, and nothing else. `delegation` null where the roster tells none. */
const apartSchema = v.object({
  event: eventIdSchema, name: v.string(), sizeBytes: v.number(), hash: hashSchema, delegation: v.nullable(delegationSchema), why: setAsideSchema.entries.why,
  content: v.picklist(['here', 'missing']),
})
export type ApartAttachment = v.InferOutput<typeof apartSchema>

const attachmentRef = { dossier: dossierIdSchema, attachment: eventIdSchema }

export const attachmentMethods = {
  /** Any file up to 2 GiB. Its content is sealed under a key of its own; what is signed is its name, size, hash, kind and marking. */
  'attachment.add': method({
    needs: 'vault', codes: ['dossier-unknown', 'role-not-allowed', 'file-missing', 'file-unreadable', 'file-too-large', 'disk-full', 'write-failed', 'cancelled'],
    input: v.strictObject({ dossier: dossierIdSchema, source: sourceSchema, ...v.pick(dossierEventSchemas['attachment.added'], ['marking', 'limitedTo']).entries }),
    output: v.object({ attachment: eventIdSchema, name: v.string(), sizeBytes: v.number(), hash: hashSchema }),
  }),
  'attachment.list': method({
    needs: 'vault', codes: ['dossier-unknown'],
    input: v.strictObject({ dossier: dossierIdSchema }),
    output: v.object({ attachments: v.array(v.object({ ...attachmentSchema.entries, content: v.picklist(CONTENT_PLACES) })), apart: v.array(apartSchema) }),
  }),
  /** Into the clear, byte for byte. The person says that this is known. */
  'attachment.export': method({
    needs: 'vault',
    codes: ['attachment-unknown', 'attachment-not-here', 'attachment-altered', 'clear-not-acknowledged', 'write-failed', 'target-exists', 'verify-failed', 'disk-full', 'cancelled'],
    input: v.strictObject({ ...attachmentRef, target: targetSchema, inTheClear: v.boolean() }),
    output: v.object({ ...writtenFileSchema.entries, hash: hashSchema }),
  }),
  /** The content of a small raster image, recognised by itself and not by its name. Nothing else is ever shown. */
  'attachment.preview': method({
    needs: 'vault', codes: ['attachment-unknown', 'attachment-not-here', 'attachment-altered', 'not-an-image', 'image-too-large'],
    input: v.strictObject(attachmentRef),
    output: v.object({ mediaType: v.picklist(RASTER_TYPES), width: v.number(), height: v.number(), bytes: v.instance(Uint8Array) }),
  }),
  /** Forgets the key for good, removes the file, and signs that it was done. Also of what does not count. */
  'attachment.destroy': method({
    needs: 'vault', codes: ['attachment-unknown', 'attachment-not-here', 'role-not-allowed'],
    input: v.strictObject({ ...attachmentRef, reason: v.pipe(v.string(), v.maxLength(2000)) }),
    output: v.object({ event: eventIdSchema }),
  }),
} as const
