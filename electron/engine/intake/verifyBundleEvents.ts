/**
 * The chain and policy stages of the door: from a signed bundle to verified events. The roster comes first, because it says whose
 * signatures the rest may carry. bundle/FORMAT.md section 6, steps 12 to 17.
 */
import type { CircleId, InstallationId } from '../../../shared/base/identifiers.ts'
import type { SignatureCheck, SigningPublicKey } from '../../../shared/base/ports.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { Manifest } from '../../../shared/bundle/manifest.ts'
import { circleFoundedSchema } from '../../../shared/circle/events.ts'
import { entryAt, foldCircle, signingKeyOf, type CircleState } from '../../../shared/circle/fold.ts'
import { parseSignedCard, type CardPorts } from '../../../shared/circle/identity.ts'
import { refusal, type Refusal, type RefusalCode, type Stage } from '../../../shared/ipc/refusal.ts'
import { parseBody } from '../../../shared/log/body.ts'
import { NO_CIRCLE, eventIdOf } from '../../../shared/log/encode.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { readEvent, verifyRead, type EventFault, type HeaderFault, type ReadEvent } from '../../../shared/log/verify.ts'
import type { OpenedBundle } from './openBundle.ts'

export interface CircleKnowledge {
  /** Events that govern the circle and are here already; empty for a circle not known yet. */
  readonly circleEvents: readonly VerifiedEvent[]
  /** Installations whose safety words were compared here: only they may found a circle that is new here. */
  isTrusted(installation: InstallationId): boolean
  readonly ports: CardPorts
}

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
  const events = verifyAll(arrivals, (log) => signingKeyOf(circle.value, log), known.ports)
  return events.ok ? ok({ circle: circle.value, events: events.value }) : events
}

/** The signatures that `verifyArrivals` will ask about, so that they can be checked beforehand; none where it will refuse the roster. */
export function signaturesAhead(manifest: Manifest, arrivals: readonly ReadEvent[], known: CircleKnowledge): SignatureCheck[] {
  const circle = standingRoster(manifest, arrivals, known)
  if (!circle.ok) return []
  return arrivals.flatMap(({ header, signed }) => {
    const key = signingKeyOf(circle.value, header.log)
    return key === null ? [] : [{ key, message: signed.header, signature: signed.signature }]
  })
}

function standingRoster(manifest: Manifest, arrivals: readonly ReadEvent[], known: CircleKnowledge): Result<CircleState, Refusal> {
  const circle = arrivedRoster(manifest.circle, arrivals, known)
  if (!circle.ok) return circle
  const standing = rosterStands(manifest, circle.value)
  return standing.ok ? circle : standing
}

/** Known roster and arrived roster events folded together. Only the secretariat's own count, so only they are verified here. */
function arrivedRoster(circle: CircleId, arrivals: readonly ReadEvent[], known: CircleKnowledge): Result<CircleState, Refusal> {
  const before = foldCircle(circle, known.circleEvents, known.ports)
  if (!before.ok && before.error === 'roster-conflict') return refuse('chain', 'roster-conflict')
  const secretariat = before.ok ? keyOfSecretariat(before.value) : founderOf(arrivals, known)
  if (secretariat === null) return refuse('policy', 'bundle-foreign-circle')
  const governing = arrivals.filter(({ header: { dossier, log, type } }) => dossier === null && log === secretariat.installation && type !== 'receipt.given')
  const verified = verifyAll(governing, (log) => (log === secretariat.installation ? secretariat.key : null), known.ports)
  if (!verified.ok) return verified
  const after = foldCircle(circle, [...known.circleEvents, ...verified.value], known.ports)
  if (after.ok) return after
  return after.error === 'roster-conflict' ? refuse('chain', 'roster-conflict') : refuse('policy', 'bundle-foreign-circle')
}

interface Secretariat {
  readonly installation: InstallationId
  readonly key: SigningPublicKey
}

function keyOfSecretariat(state: CircleState): Secretariat | null {
  const key = signingKeyOf(state, state.secretariat)
  return key === null ? null : { installation: state.secretariat, key }
}

/** The founder's card stands in the founding event; whether to believe it is what the compared safety words decided. */
function founderOf(arrivals: readonly ReadEvent[], known: CircleKnowledge): Secretariat | null {
  const genesis = arrivals.find(({ header }) => header.type === 'circle.founded')
  if (genesis === undefined || !known.isTrusted(genesis.header.log)) return null
  const body = parseBody(genesis, circleFoundedSchema)
  const card = body.ok ? parseSignedCard(body.value.secretariat, known.ports) : null
  if (card === null || !card.ok || card.value.installation !== genesis.header.log) return null
  return { installation: card.value.installation, key: card.value.signingKey }
}

/** The sender stands in the roster now, and it has not gone ahead of what is known here. */
function rosterStands(manifest: Manifest, circle: CircleState): Result<null, Refusal> {
  if (manifest.roster.epoch > circle.epoch) return refuse('policy', 'bundle-roster-behind', { known: circle.epoch, needed: manifest.roster.epoch })
  if (manifest.roster.epoch === circle.epoch && manifest.roster.head !== circle.head) return refuse('chain', 'roster-conflict')
  return entryAt(circle, manifest.sender, circle.epoch) === null ? refuse('policy', 'bundle-sender-unknown') : ok(null)
}

function verifyAll(
  arrivals: readonly ReadEvent[], keyOf: (log: InstallationId) => SigningPublicKey | null, ports: CardPorts,
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
