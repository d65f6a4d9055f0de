/** The exact bytes of an event in a row, and the event that they are. */
import type { EventId } from '../../../shared/base/identifiers.ts'
import type { EventHeader, VerifiedEvent } from '../../../shared/log/event.ts'
import { parseHeader } from '../../../shared/log/verify.ts'

export interface SignedRow {
  readonly id: EventId
  readonly header: Uint8Array
  readonly signature: Uint8Array
  readonly body: Uint8Array | null
}

/** A row that nobody here can have written: the database was opened with the right key and altered. */
export class DamagedRow extends Error {}

/**
 * The event of a row. Nothing gets into these tables but a VerifiedEvent, and every page of the database is authenticated, so that
 * it is not verified again at each reading; `vault.verify` does so on demand. Throws DamagedRow.
 */
export function restoreEvent({ id, header, signature, body }: SignedRow): VerifiedEvent {
  return { id, header: restoreHeader(header), signed: { header: plain(header), signature: plain(signature), body: body && plain(body) } } as VerifiedEvent
}

/** Throws DamagedRow. */
export function restoreHeader(header: Uint8Array): EventHeader {
  const parsed = parseHeader(header)
  if (!parsed.ok) throw new DamagedRow()
  return parsed.value
}

/** The driver hands out Buffers, whose `slice` shares memory where that of a Uint8Array copies. */
function plain(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
