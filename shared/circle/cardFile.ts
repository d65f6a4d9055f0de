/** The file in which a card is handed over, extension `.chcard`. log/FORMAT.md section 3. */
import * as v from 'valibot'
import { concat, equalBytes } from '../base/bytes.ts'
import { decodeCbor, encodeCbor } from '../base/cbor.ts'
import { err, ok, type Result } from '../base/result.ts'
import { signedCardSchema, type SignedCard } from './card.ts'

export const CARD_FILE_LIMIT_BYTES = 8192
const MAGIC = Uint8Array.of(0x89, 0x43, 0x48, 0x43, 0x52, 0x44, 0x0d, 0x0a)

export function encodeCardFile({ card, signature }: SignedCard): Uint8Array {
  return concat(MAGIC, encodeCbor({ card, signature }))
}

/** Layout only; parseSignedCard checks what it says. */
export function parseCardFile(bytes: Uint8Array): Result<SignedCard, 'not-a-card'> {
  if (!equalBytes(bytes.subarray(0, MAGIC.length), MAGIC)) return err('not-a-card')
  const decoded = decodeCbor(bytes.subarray(MAGIC.length))
  if (!decoded.ok) return err('not-a-card')
  const signed = v.safeParse(signedCardSchema, decoded.value)
  return signed.success ? ok(signed.output) : err('not-a-card')
}
