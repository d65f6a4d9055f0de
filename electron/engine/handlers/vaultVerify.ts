import { encodeCbor } from '../../../shared/base/cbor.ts'
import type { EventId } from '../../../shared/base/identifiers.ts'
import { ok } from '../../../shared/base/result.ts'
import { signingKeyOf } from '../../../shared/circle/roster.ts'
import { parentsOf } from '../../../shared/log/causal.ts'
import { circleOf } from '../../../shared/log/encode.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { verifyEvent } from '../../../shared/log/verify.ts'
import { registerFaultWords } from '../../../shared/ipc/registerFaultWords.ts'
import { healthWords } from '../../../shared/ipc/vaultHealth.ts'
import { verifyRegister } from '../vault/verifyRegister.ts'
import type { HandlerContext, VaultHandler, VaultSession } from './context.ts'
import { DERIVED } from './derived.ts'

/** Reads everything anew from the database; what this session remembers plays no part. */
export const vaultVerify: VaultHandler<'vault.verify'> = async (_input, session, context) => {
  const events = session.store.events.all().map((stored) => stored.event)
  const rows = session.store.register.rows()
  const faults = [
    ...(session.readOnly === null ? [] : [healthWords(session.readOnly).meaning]),
    ...DERIVED.filter((derived) => !derived.agrees(session.store)).map(({ name }) => `${name}: does not hold what the events say; make it anew`),
    ...session.store.integrityFaults().map((line) => `database: ${line}`),
    ...eventFaults(events, session, context),
    ...verifyRegister(rows, session.store.register.signedHead(), { hash: context.hash, verify: session.verifyRegistered }).map((fault) => `register: ${registerFaultWords(fault)}`),
  ]
  session.record('vault.verified', `${events.length} events, ${rows.length} entries`, 'done', null)
  return ok({ events: events.length, registerEntries: rows.length, faults, headsHash: context.hash(encodeHeads(events)) })
}

function eventFaults(events: readonly VerifiedEvent[], session: VaultSession, context: HandlerContext): string[] {
  const known = new Set<EventId>()
  const faults: string[] = []
  for (const event of events) {
    const circle = session.circle(circleOf(event))
    const again = verifyEvent(event.signed, { ...context, keyOf: (log, rosterEpoch) => (circle === null ? null : signingKeyOf(circle, log, rosterEpoch)) })
    if (!again.ok) faults.push(`event ${event.id}: ${again.error}`)
    else if (again.value.id !== event.id) faults.push(`event ${event.id}: stored under another identifier`)
    if (parentsOf(event).some((parent) => !known.has(parent))) faults.push(`event ${event.id}: an ancestor is missing`)
    known.add(event.id)
  }
  return faults
}

/** The last event of every log, sorted: equal on any two machines that hold the same events. */
function encodeHeads(events: readonly VerifiedEvent[]): Uint8Array {
  const tips = new Map<string, { seq: number; id: EventId }>()
  for (const event of events) {
    const { log, dossier, seq } = event.header
    const key = `${circleOf(event)} ${dossier ?? ''} ${log}`
    const known = tips.get(key)
    if (known === undefined || seq > known.seq || (seq === known.seq && event.id < known.id)) tips.set(key, { seq, id: event.id })
  }
  const lines = [...tips].map(([key, tip]) => [key, tip.seq, tip.id] as const)
  return encodeCbor(lines.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
