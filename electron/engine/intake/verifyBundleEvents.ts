/**
 * The chain and policy stages of the door: from a signed bundle to verified events. The roster comes first, because it says whose
 * signatures the rest may carry. bundle/FORMAT.md section 6, steps 12 to 17.
 */
import type { CircleId, InstallationId } from '../../../shared/base/identifiers.ts'
import type { SignatureCheck, SigningPublicKey } from '../../../shared/base/ports.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { Manifest } from '../../../shared/bundle/manifest.ts'
import type { CardPorts } from '../../../shared/circle/identity.ts'
import { signingKeyOf, standingAt, type CircleState } from '../../../shared/circle/roster.ts'
import { refusal, type Refusal, type RefusalCode, type Stage } from '../../../shared/ipc/refusal.ts'
import { NO_CIRCLE, eventIdOf } from '../../../shared/log/encode.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { readEvent, verifyRead, type EventFault, type HeaderFault, type ReadEvent } from '../../../shared/log/verify.ts'
import { arrivedRoster, type CircleKnowledge } from './arrivedRoster.ts'
import type { OpenedBundle } from './openBundle.ts'

export interface VerifiedBundle {
  /** The roster with what the bundle adds to it. */
  readonly circle: CircleState
  /** All events of the bundle, known ones included, in the order of its items. */
  readonly events: readonly VerifiedEvent[]
}

export function verifyBundleEvents(opened: Pick<OpenedBundle, 'manifest' | 'events'>, known: CircleKnowledge): Result<VerifiedBundle, Refusal> {
  const arrivals = readArrivals(opened, known.ports)
  return arrivals.ok ? verifyArrivals(opened.manifest, arrivals.value, known) : arrivals
}

/** Step 12: what the events say of themselves, whatever is known here. */
export function readArrivals({ manifest, events }: Pick<OpenedBundle, 'manifest' | 'events'>, { hash }: Pick<CardPorts, 'hash'>): Result<ReadEvent[], Refusal> {
  const arrivals: ReadEvent[] = []
  for (const signed of events) {
    const read = readEvent(signed)
    if (!read.ok) return refuseEvent(read.error)
    const { circle } = read.value.header
    const belongs: string = circle === NO_CIRCLE ? eventIdOf(signed.header, hash) : circle
    if (belongs !== manifest.circle) return refuse('chain', 'bundle-chain')
    arrivals.push(read.value)
  }
  return ok(arrivals)
}

/** Steps 13 to 17, against what is known here. */
export function verifyArrivals(manifest: Manifest, arrivals: readonly ReadEvent[], known: CircleKnowledge): Result<VerifiedBundle, Refusal> {
  const circle = standingRoster(manifest, arrivals, known)
  if (!circle.ok) return circle
  const events = verifyAll(arrivals, (log, epoch) => signingKeyOf(circle.value, log, epoch), known.ports)
  return events.ok ? ok({ circle: circle.value, events: events.value }) : events
}

/** The signatures that `verifyArrivals` will ask about, so that they can be checked beforehand; none where it will refuse the roster. */
export function signaturesAhead(manifest: Manifest, arrivals: readonly ReadEvent[], known: CircleKnowledge): SignatureCheck[] {
  const circle = standingRoster(manifest, arrivals, known)
  if (!circle.ok) return []
  return arrivals.flatMap(({ header, signed }) => {
    const key = signingKeyOf(circle.value, header.log, header.rosterEpoch)
    return key === null ? [] : [{ key, message: signed.header, signature: signed.signature }]
  })
}

function standingRoster(manifest: Manifest, arrivals: readonly ReadEvent[], known: CircleKnowledge): Result<CircleState, Refusal> {
  const circle = rosterOf(manifest.circle, arrivals, known)
  if (!circle.ok) return circle
  const standing = rosterStands(manifest, circle.value)
  return standing.ok ? circle : standing
}

/** The roster as it would be with what the bundle brings; null where that is not to be believed. */
export function rosterBrought(opened: Pick<OpenedBundle, 'manifest' | 'events'>, known: CircleKnowledge): CircleState | null {
  const arrivals = readArrivals(opened, known.ports)
  const folded = arrivals.ok ? rosterOf(opened.manifest.circle, arrivals.value, known) : arrivals
  return folded.ok ? folded.value : null
}

/** A conflict anywhere stops everything; so does a circle that nobody trusted here founds. */
function rosterOf(circle: CircleId, arrivals: readonly ReadEvent[], known: CircleKnowledge): Result<CircleState, Refusal> {
  const folded = arrivedRoster(circle, arrivals, known)
  if (!folded.ok) return folded.error === 'foreign' ? refuse('policy', 'bundle-foreign-circle') : refuseEvent(folded.error)
  const { state, conflict } = folded.value
  return conflict === null ? ok(state) : refuse('chain', 'roster-conflict', { epoch: conflict.epoch })
}

/** The sender stands in the roster now, and it has not gone ahead of what is known here. */
function rosterStands(manifest: Manifest, circle: CircleState): Result<null, Refusal> {
  if (manifest.roster.epoch > circle.epoch) return refuse('policy', 'bundle-roster-behind', { known: circle.epoch, needed: manifest.roster.epoch })
  if (manifest.roster.epoch === circle.epoch && manifest.roster.head !== circle.head) return refuse('chain', 'roster-conflict')
  const sender = standingAt(circle, manifest.sender, circle.epoch)
  if (sender === null) return refuse('policy', 'bundle-sender-unknown')
  return sender.suspended ? refuse('policy', 'bundle-sender-suspended', { name: sender.name }) : ok(null)
}

function verifyAll(
  arrivals: readonly ReadEvent[], keyOf: (log: InstallationId, rosterEpoch: number) => SigningPublicKey | null, ports: CardPorts,
): Result<VerifiedEvent[], Refusal> {
  const events: VerifiedEvent[] = []
  const checks = { ...ports, keyOf }
  for (const arrival of arrivals) {
    const verified = verifyRead(arrival, checks)
    if (!verified.ok) return refuseEvent(verified.error)
    events.push(verified.value)
  }
  return ok(events)
}

function refuseEvent(fault: EventFault | HeaderFault): { readonly ok: false; readonly error: Refusal } {
  return fault === 'event-newer' ? refuse('schema', 'bundle-newer') : refuse('chain', 'bundle-chain', { fault })
}

function refuse(stage: Stage, code: RefusalCode, facts: Refusal['facts'] = {}): { readonly ok: false; readonly error: Refusal } {
  return err(refusal(code, facts, stage))
}
