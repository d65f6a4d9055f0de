/**
 * The roster that a bundle brings, folded with the known one: before anything else, because it says whose signatures the rest may carry.
 * Only roster events by whoever was the secretariat then are looked at. bundle/FORMAT.md section 6, steps 13 and 14.
 */
import { equalBytes } from '../../../shared/base/bytes.ts'
import type { CircleId, InstallationId } from '../../../shared/base/identifiers.ts'
import type { SigningPublicKey } from '../../../shared/base/ports.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { circleFoundedSchema } from '../../../shared/circle/events.ts'
import { foldRoster, type FoldedRoster } from '../../../shared/circle/fold.ts'
import { parseSignedCard, type CardPorts } from '../../../shared/circle/identity.ts'
import { signingKeyOf } from '../../../shared/circle/roster.ts'
import { parseBody } from '../../../shared/log/body.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { verifyRead, type EventFault, type ReadEvent } from '../../../shared/log/verify.ts'

export interface CircleKnowledge {
  /** Events that govern the circle and are here already; empty for a circle not known yet. */
  readonly circleEvents: readonly VerifiedEvent[]
  /** Installations whose safety words were compared here: only they may found a circle that is new here. */
  isTrusted(installation: InstallationId): boolean
  readonly ports: CardPorts
}

/** `foreign`: no such circle is known, and nobody trusted here founds it in this bundle. */
export type RosterFault = EventFault | 'foreign'

/**
 * Epoch by epoch: a hand-over names another secretariat and a rotation another key, so the events that follow it can only be verified
 * once it has been folded.
 */
export function arrivedRoster(circle: CircleId, arrivals: readonly ReadEvent[], known: CircleKnowledge): Result<FoldedRoster, RosterFault> {
  const before = foldRoster(circle, known.circleEvents, known.ports) ?? foundedIn(circle, arrivals, known)
  if (before === null) return err('foreign')
  let folded = before
  let open = arrivals.filter(({ header: { dossier, type } }) => dossier === null && (type === 'roster.changed' || type === 'circle.founded'))
  const signed: Signed[] = []
  for (let epoch = 0; folded.conflict === null && epoch < folded.state.epoch;) {
    epoch = folded.state.epoch
    const round = verifyRound(open, folded, known.ports)
    if (!round.ok) return round
    open = round.value.later
    if (round.value.signed.length === 0) break
    signed.push(...round.value.signed)
    folded = foldRoster(circle, [...known.circleEvents, ...signed.map(({ event }) => event)], known.ports) ?? folded
    if (!signed.every((one) => isRightKey(one, folded))) return err('signature-wrong')
  }
  return ok(folded)
}

interface Signed {
  readonly event: VerifiedEvent
  readonly key: SigningPublicKey
}

/** A key that was replaced by a roster of this very bundle signs nothing that names a later epoch. */
function isRightKey({ event: { header }, key }: Signed, { state }: FoldedRoster): boolean {
  const right = signingKeyOf(state, header.log, header.rosterEpoch)
  return right !== null && equalBytes(right, key)
}

interface Round {
  readonly signed: Signed[]
  /** By somebody who is not the secretariat yet, or under a key that it does not have yet. */
  readonly later: ReadEvent[]
}

function verifyRound(arrivals: readonly ReadEvent[], { state }: FoldedRoster, ports: CardPorts): Result<Round, EventFault> {
  const [own, later] = partition(arrivals, ({ header }) => header.log === state.secretariat)
  const signed: Signed[] = []
  for (const arrival of own) {
    const key = signingKeyOf(state, arrival.header.log, arrival.header.rosterEpoch)
    const event = verifyRead(arrival, { ...ports, keyOf: () => key })
    if (event.ok && key !== null) signed.push({ event: event.value, key })
    else if (arrival.header.rosterEpoch > state.epoch) later.push(arrival)
    else return event.ok ? err('author-unknown') : event
  }
  return ok({ signed, later })
}

/** The founder's card stands in the founding event; whether to believe it is what the compared safety words decided. */
function foundedIn(circle: CircleId, arrivals: readonly ReadEvent[], known: CircleKnowledge): FoldedRoster | null {
  const genesis = arrivals.find(({ header }) => header.type === 'circle.founded')
  if (genesis === undefined || !known.isTrusted(genesis.header.log)) return null
  const body = parseBody(genesis, circleFoundedSchema)
  const card = body.ok ? parseSignedCard(body.value.secretariat, known.ports) : null
  if (card === null || !card.ok || card.value.installation !== genesis.header.log) return null
  const { signingKey } = card.value
  const verified = verifyRead(genesis, { ...known.ports, keyOf: () => signingKey })
  return verified.ok ? foldRoster(circle, [verified.value], known.ports) : null
}

function partition<T>(list: readonly T[], belongs: (item: T) => boolean): [T[], T[]] {
  return [list.filter(belongs), list.filter((item) => !belongs(item))]
}
