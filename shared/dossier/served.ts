/** Who is known to have a silence procedure: by a receipt that lists it, or by an event signed with knowledge of it. */
import { compareDelegations, type Delegation } from '../base/delegations.ts'
import type { EventId } from '../base/identifiers.ts'
import { receiptSchema } from '../circle/events.ts'
import { quarantined } from '../circle/quarantine.ts'
import { entryAt, type CircleState } from '../circle/roster.ts'
import { parseBody } from '../log/body.ts'
import type { VerifiedEvent } from '../log/event.ts'
import type { Ledger } from './ledger.ts'

/** Per event that was asked about: each delegation with the claimed time of its earliest receipt. */
export type ReceiptTimes = ReadonlyMap<EventId, ReadonlyMap<Delegation, number>>

/** Events other than receipts, and receipts of somebody who was not in the roster when signing or that are quarantined, are passed over. Give it whole logs. */
export function receiptTimes(asked: readonly EventId[], circleEvents: readonly VerifiedEvent[], circle: CircleState): ReceiptTimes {
  const times = new Map(asked.map((id) => [id, new Map<Delegation, number>()]))
  if (times.size === 0) return times
  const aside = quarantined(circle, circleEvents)
  for (const event of circleEvents) {
    const receipt = readReceipt(event, circle)
    if (receipt === null || aside.has(event.id)) continue
    for (const id of receipt.admitted) {
      const known = times.get(id)
      if (known) known.set(receipt.delegation, Math.min(receipt.admittedAtUtcMs, known.get(receipt.delegation) ?? Number.MAX_SAFE_INTEGER))
    }
  }
  return times
}

interface ReadReceipt {
  readonly delegation: Delegation
  readonly admittedAtUtcMs: number
  readonly admitted: readonly EventId[]
}

function readReceipt(event: VerifiedEvent, circle: CircleState): ReadReceipt | null {
  const { circle: about, log, rosterEpoch, type } = event.header
  if (type !== 'receipt.given' || about !== circle.circle || rosterEpoch > circle.epoch) return null
  const entry = entryAt(circle, log, rosterEpoch)
  const body = parseBody(event, receiptSchema)
  return entry !== null && body.ok ? { delegation: entry.delegation, ...body.value } : null
}

/** In protocol order. The opener of the procedure is among them. */
export function servedDelegations(ledger: Ledger, procedure: EventId, receipts: ReceiptTimes): Delegation[] {
  const knowing = [procedure, ...ledger.causality.after(procedure).map((event) => event.id)]
  const byEvents = knowing.map((id) => ledger.authorOf(id)?.delegation).filter((delegation) => delegation !== undefined)
  return [...new Set([...byEvents, ...(receipts.get(procedure)?.keys() ?? [])])].sort(compareDelegations)
}
