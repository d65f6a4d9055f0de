/** An event has a limit; a text that would not fit is refused before anything is signed. */
import { encodeCbor, type CborValue } from '../../../shared/base/cbor.ts'
import { EVENT_LIMITS } from '../../../shared/log/event.ts'

export function tooLargeForEvent(body: CborValue): boolean {
  return encodeCbor(body).length > EVENT_LIMITS.bodyBytes
}
