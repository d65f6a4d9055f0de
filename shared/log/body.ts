import * as v from 'valibot'
import { decodeCbor } from '../base/cbor.ts'
import { err, ok, type Result } from '../base/result.ts'
import type { SignedEvent, VerifiedEvent } from './event.ts'

export type BodyFault = 'bodyMissing' | 'bodyMalformed'

/** The body of an event against the schema of its type. A missing body was withheld or destroyed: the chain verifies without it. */
export function parseBody<T>(event: { readonly signed: SignedEvent }, schema: v.GenericSchema<unknown, T>): Result<T, BodyFault> {
  if (event.signed.body === null) return err('bodyMissing')
  const decoded = decodeCbor(event.signed.body)
  if (!decoded.ok) return err('bodyMalformed')
  const parsed = v.safeParse(schema, decoded.value)
  return parsed.success ? ok(parsed.output) : err('bodyMalformed')
}

/** An event never changes, so what was once read from it is kept as long as it: folding again after one more event stays cheap. */
export function rememberedBody<T>(schema: v.GenericSchema<unknown, T>): (event: VerifiedEvent) => Result<T, BodyFault> {
  const known = new WeakMap<VerifiedEvent, Result<T, BodyFault>>()
  return (event) => {
    const read = known.get(event) ?? parseBody(event, schema)
    known.set(event, read)
    return read
  }
}
