/** One event as an item of a bundle. FORMAT.md section 7. */
import * as v from 'valibot'
import { decodeCbor, encodeCbor } from '../base/cbor.ts'
import { err, ok, type Result } from '../base/result.ts'
import { EVENT_LIMITS, type SignedEvent } from './event.ts'

const bytes: v.GenericSchema<unknown, Uint8Array> = v.instance(Uint8Array)
const itemSchema = v.strictObject({
  header: v.pipe(bytes, v.maxLength(EVENT_LIMITS.headerBytes)),
  signature: v.pipe(bytes, v.length(64)),
  body: v.nullable(v.pipe(bytes, v.maxLength(EVENT_LIMITS.bodyBytes))),
})

export function encodeEventItem(signed: SignedEvent): Uint8Array {
  const { header, signature, body } = signed
  return encodeCbor({ header, signature, body })
}

export function parseEventItem(item: Uint8Array): Result<SignedEvent, 'item-malformed'> {
  const decoded = decodeCbor(item)
  if (!decoded.ok) return err('item-malformed')
  const parsed = v.safeParse(itemSchema, decoded.value)
  return parsed.success ? ok(parsed.output) : err('item-malformed')
}
