/** A card: the public identity of one installation of one person. Encoding and signature: log/FORMAT.md section 3. */
import * as v from 'valibot'
import { delegationSchema } from '../base/delegations.ts'
import { isPlainLine } from '../base/plainLine.ts'

const bytes: v.GenericSchema<unknown, Uint8Array> = v.instance(Uint8Array)
const fixedBytes = (count: number) => v.pipe(bytes, v.length(count))

/** The signed part, as it stands in CBOR. */
export const cardSchema = v.strictObject({
  v: v.literal(1),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(120), v.check(isPlainLine)),
  delegation: delegationSchema,
  /** Ed25519 public key (RFC 8032). */
  signingKey: fixedBytes(32),
  /** X-Wing public key (draft-connolly-cfrg-xwing-kem). */
  sealingKey: fixedBytes(1216),
  /** Claimed by the author's clock. */
  madeAtUtcMs: v.pipe(v.number(), v.integer(), v.minValue(0)),
})
export type Card = v.InferOutput<typeof cardSchema>

/** The exact bytes that were signed, kept as they came. */
export const signedCardSchema = v.strictObject({
  card: v.pipe(bytes, v.maxLength(4096)),
  signature: fixedBytes(64),
})
export type SignedCard = v.InferOutput<typeof signedCardSchema>
