/** A caller never names a path: the host (main's dialog, or the command line) issues a one-use grant for one file. */
import * as v from 'valibot'
import { hex } from '../base/bytes.ts'
import type { Brand } from '../base/brand.ts'
import type { Random } from '../base/ports.ts'

export type FileGrant = Brand<string, 'FileGrant'>
export type GrantKind = 'source' | 'target'

/** The first digit tells a file to read from a file to write, so that the contract refuses the one in place of the other. */
const FIRST_DIGIT = { source: 'a', target: 'b' } as const

const grant = (kind: GrantKind) => v.pipe(v.string(), v.regex(new RegExp(`^${FIRST_DIGIT[kind]}[0-9a-f]{32}$`)), v.transform((token) => token as FileGrant))
/** May be read once. */
export const sourceSchema = grant('source')
/** May be written once: a file, or a folder into which the engine puts files under names of its own. */
export const targetSchema = grant('target')

/** A new grant token: 128 unpredictable bits after the kind. Only a host makes one. */
export function makeGrant(kind: GrantKind, random: Random): FileGrant {
  return `${FIRST_DIGIT[kind]}${hex(random(16))}` as FileGrant
}

export const writtenFileSchema = v.object({ fileName: v.string(), sizeBytes: v.number() })
export type WrittenFile = v.InferOutput<typeof writtenFileSchema>
