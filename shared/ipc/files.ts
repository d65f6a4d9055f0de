/** A caller never names a path: the host (main's dialog, or the command line) issues a one-use grant for one file. */
import * as v from 'valibot'
import type { Brand } from '../base/brand.ts'

export type FileGrant = Brand<string, 'FileGrant'>
const grant = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/), v.transform((token) => token as FileGrant))
/** May be read once. */
export const sourceSchema = grant
/** May be written once: a file, or a folder into which the engine puts files under names of its own. */
export const targetSchema = grant

export const writtenFileSchema = v.object({ fileName: v.string(), sizeBytes: v.number() })
export type WrittenFile = v.InferOutput<typeof writtenFileSchema>
