/** Authors for tests: real keys from seeded dice, real signatures, every event through the one maker of verified events. */
import type { CborValue } from '../../shared/base/cbor.ts'
import type { Delegation } from '../../shared/base/delegations.ts'
import type { CircleId, DossierId, EventId } from '../../shared/base/identifiers.ts'
import type { Role } from '../../shared/circle/events.ts'
import { foldCircle } from '../../shared/circle/fold.ts'
import type { CircleState } from '../../shared/circle/roster.ts'
import { signCard } from '../../shared/circle/identity.ts'
import type { SignedCard } from '../../shared/circle/card.ts'
import { DOSSIER_NONCE_BYTES, dossierIdOf } from '../../shared/dossier/identity.ts'
import { NO_CIRCLE, composeEvent } from '../../shared/log/encode.ts'
import type { VerifiedEvent } from '../../shared/log/event.ts'
import { verifyEvent } from '../../shared/log/verify.ts'
import { createIdentity, hasher, ready, signerOf, verifier, type Identity } from '../../electron/engine/keys/index.ts'
import { seededRandom } from './seededRandom.ts'

export interface TestPerson {
  readonly name: string
  readonly delegation: Delegation
  readonly identity: Identity
  readonly card: SignedCard
}

export interface Part {
  readonly delegation: Delegation
  readonly roles: readonly Role[]
  readonly member: boolean
}

export interface Said {
  readonly dossier?: DossierId | null
  /** What the author had when signing, besides its own log. Everything said so far in that place, if left out. */
  readonly heads?: readonly VerifiedEvent[]
  readonly claimedAtUtcMs?: number
  readonly rosterEpoch?: number
  /** The last event of the author's log that it builds on; its own last one, if left out. Another makes a fork. */
  readonly after?: VerifiedEvent | null
  /** Its keys after a rotation; its first ones, if left out. */
  readonly signedWith?: Identity
}

export interface Stage {
  readonly circle: CircleState
  readonly circleEvents: readonly VerifiedEvent[]
  /** The person of a delegation; the founder is `GSC`. */
  person(delegation: Delegation): TestPerson
  /** Somebody with a card and without a place in the roster. */
  readonly stranger: TestPerson
  /** The dossier that GSC opens on this stage; where nothing else is said, everything is said there. */
  readonly dossier: DossierId
  dossierOf(opener: TestPerson): DossierId
  say(author: TestPerson, type: string, body: CborValue, said?: Said): VerifiedEvent
}

const START_UTC_MS = Date.UTC(2031, 5, 2, 8)
export const NONCE = new Uint8Array(DOSSIER_NONCE_BYTES)
export const OTHER_DOSSIER = 'd1'.repeat(32) as DossierId
export const PORTS = { hash: hasher, verify: verifier }

/** A circle founded by GSC with these parts, each admitted in an epoch of its own. */
export async function setStage(parts: readonly Part[], seed = 1): Promise<Stage> {
  await ready()
  const random = seededRandom(seed)
  const person = (delegation: Delegation): TestPerson => {
    const identity = createIdentity(random)
    const name = `Person of ${delegation}`
    const card = { v: 1 as const, name, delegation, signingKey: identity.signingKey, sealingKey: identity.sealingKey, madeAtUtcMs: START_UTC_MS }
    return { name, delegation, identity, card: signCard(card, signerOf(identity)) }
  }
  const founder = person('GSC')
  const people = new Map<Delegation, TestPerson>([['GSC', founder], ...parts.map((part) => [part.delegation, person(part.delegation)] as const)])
  const stranger = person('SE')
  const keys = new Map([...people.values(), stranger].map(({ identity }) => [identity.installation, identity.signingKey]))
  const speak = speaker(keys)
  const founded = speak(NO_CIRCLE, founder, 'circle.founded', { name: 'Horizontal Working Party', kind: 'HWPCI', secretariat: { ...founder.card }, nonce: random(16) }, { dossier: null })
  const id = (founded.id as string) as CircleId
  const dossierOf = (opener: TestPerson): DossierId => dossierIdOf({ circle: id, log: opener.identity.installation, nonce: NONCE }, hasher)
  const circleEvents = [founded]
  for (const [at, { delegation, roles, member }] of parts.entries()) {
    const card = { ...(people.get(delegation) ?? founder).card }
    const body = { epoch: at + 2, predecessor: circleEvents.at(-1)?.id ?? founded.id, change: { kind: 'admitted', card, roles, member } }
    circleEvents.push(speak(id, founder, 'roster.changed', body, { dossier: null, rosterEpoch: at + 1, after: circleEvents.at(-1) ?? null, heads: [] }))
  }
  const circle = foldCircle(id, circleEvents, PORTS)
  if (!circle.ok) throw new Error(circle.error)
  return {
    circle: circle.value, circleEvents, stranger, dossier: dossierOf(founder), dossierOf,
    person: (delegation) => people.get(delegation) ?? stranger,
    say: (author, type, body, said = {}) => speak(id, author, type, body, { rosterEpoch: circle.value.epoch, dossier: dossierOf(founder), ...said }),
  }
}

type Speak = (circle: CircleId, author: TestPerson, type: string, body: CborValue, said: Said) => VerifiedEvent

function speaker(keys: ReadonlyMap<string, TestPerson['identity']['signingKey']>): Speak {
  const tips = new Map<string, Map<string, VerifiedEvent>>()
  let clock = START_UTC_MS
  return (circle, author, type, body, { dossier = null, heads, claimedAtUtcMs, rosterEpoch = 1, after, signedWith = author.identity }) => {
    const place = tips.get(String(dossier)) ?? new Map<string, VerifiedEvent>()
    tips.set(String(dossier), place)
    const log = author.identity.installation
    const last = after === undefined ? place.get(log) ?? null : after
    const others = heads ?? [...place].filter(([other]) => other !== log).map(([, tip]) => tip)
    const composed = composeEvent({
      circle, dossier, log, type, seq: (last?.header.seq ?? 0) + 1, prev: last?.id ?? null, heads: others.map((head): EventId => head.id),
      rosterEpoch, claimedAtUtcMs: claimedAtUtcMs ?? (clock += 60_000),
    }, body, hasher, signerOf(signedWith))
    const verified = verifyEvent(composed.signed, { ...PORTS, keyOf: (installation) => (signedWith === author.identity ? keys.get(installation) ?? null : signedWith.signingKey) })
    if (!verified.ok) throw new Error(verified.error)
    place.set(log, verified.value)
    return verified.value
  }
}
