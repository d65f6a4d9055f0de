/** Identifiers are 32-byte values, written as 64 lower-case hexadecimal digits, in code and on the wire alike. */
import * as v from 'valibot'
import type { Brand } from './brand.ts'

export type Hash = Brand<string, 'Hash'>
/** Hash of the signed header of an event: log/FORMAT.md section 4. */
export type EventId = Brand<string, 'EventId'>
/** Hash of the header of the founding event: log/FORMAT.md section 5. */
export type CircleId = Brand<string, 'CircleId'>
/** Hash over circle, opener and a nonce: log/FORMAT.md section 5a. */
export type DossierId = Brand<string, 'DossierId'>
/** Fingerprint of an installation's two public keys; also names its logs. */
export type InstallationId = Brand<string, 'InstallationId'>
/** 32 random bytes chosen by whoever adds the text. */
export type TextId = Brand<string, 'TextId'>

const digits = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'not 64 hexadecimal digits'))
function identifier<T extends string>(): v.GenericSchema<string, T> {
  return v.pipe(digits, v.transform((text) => text as T))
}

export const hashSchema = identifier<Hash>()
export const eventIdSchema = identifier<EventId>()
export const circleIdSchema = identifier<CircleId>()
export const dossierIdSchema = identifier<DossierId>()
export const installationIdSchema = identifier<InstallationId>()
export const textIdSchema = identifier<TextId>()
