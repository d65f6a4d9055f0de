/** Who and what the frozen files are about. Everything comes from one seed, so that they can be made again byte for byte. */
import type { CborValue } from '../../shared/base/cbor.ts'
import type { Delegation } from '../../shared/base/delegations.ts'
import type { CircleId, DossierId, EventId } from '../../shared/base/identifiers.ts'
import type { Random } from '../../shared/base/ports.ts'
import type { SignedCard } from '../../shared/circle/card.ts'
import { signCard } from '../../shared/circle/identity.ts'
import { NO_CIRCLE, composeEvent } from '../../shared/log/encode.ts'
import type { ParsedEvent } from '../../shared/log/event.ts'
import { createIdentity, hasher, ready, signerOf, type Identity } from '../../electron/engine/keys/index.ts'

await ready()

/** xorshift32: predictable on purpose. */
export function dice(seed: number): Random {
  let state = seed
  const byte = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 11) & 255
  }
  return (count) => Uint8Array.from({ length: count }, byte)
}

export interface Actor {
  readonly identity: Identity
  readonly card: SignedCard
}

const MADE_UTC_MS = Date.UTC(2031, 0, 15, 9)
const random = dice(20310115)

/** `from` is one of its own for whoever joined the cast later: those before must stay who they are. */
export function actor(name: string, delegation: Delegation, from: Random = random): Actor {
  const identity = createIdentity(from)
  const card = signCard({ v: 1, name, delegation, signingKey: identity.signingKey, sealingKey: identity.sealingKey, madeAtUtcMs: MADE_UTC_MS }, signerOf(identity))
  return { identity, card }
}

export const secretariat = actor('Ada Example', 'GSC')
export const reader = actor('Karel Example', 'CZ')
/** Another recipient: has every file key, and so could make a stream that opens. */
export const insider = actor('Saskia Example', 'NL')
/** In no roster. */
export const stranger = actor('Nobody Example', 'SE')

interface Place {
  readonly circle: CircleId
  readonly dossier?: DossierId | null
  readonly prev?: ParsedEvent | null
  readonly rosterEpoch?: number
}

export function eventBy(author: Actor, type: string, body: CborValue, { circle, dossier = null, prev = null, rosterEpoch = 1 }: Place): ParsedEvent {
  return composeEvent({
    circle, dossier, log: author.identity.installation, seq: (prev?.header.seq ?? 0) + 1, prev: prev?.id ?? null, heads: [],
    rosterEpoch, type, claimedAtUtcMs: MADE_UTC_MS + 60_000,
  }, body, hasher, signerOf(author.identity))
}

function found(founder: Actor): ParsedEvent {
  return eventBy(founder, 'circle.founded', { name: 'Example Working Party', kind: 'HWPCI', secretariat: { ...founder.card }, nonce: random(16) }, { circle: NO_CIRCLE })
}

export function circleIdOf(founded: ParsedEvent): CircleId {
  const digits: string = founded.id
  return digits as CircleId
}

export const genesis = found(secretariat)
export const foreignGenesis = found(stranger)
export const circle = circleIdOf(genesis)
export const dossier = hasher(random(32)) as string as DossierId

export function admission(who: Actor, epoch: number, prev: ParsedEvent): ParsedEvent {
  const change = { kind: 'admitted', card: { ...who.card }, roles: ['delegate'], member: true }
  return eventBy(secretariat, 'roster.changed', { epoch, predecessor: prev.id, change }, { circle, prev, rosterEpoch: epoch - 1 })
}

export const admittedReader = admission(reader, 2, genesis)
export const admittedInsider = admission(insider, 3, admittedReader)
/** Signed by the same secretariat for the same epoch. */
export const otherEpoch3 = eventBy(secretariat, 'roster.changed', {
  epoch: 3, predecessor: admittedReader.id, change: { kind: 'removed', installation: reader.identity.installation, reason: 'example' },
}, { circle, prev: admittedReader, rosterEpoch: 2 })
export const rosterEvents = [genesis, admittedReader, admittedInsider]
export const rosterHead: { epoch: number; head: EventId } = { epoch: 3, head: admittedInsider.id }

export const position = eventBy(secretariat, 'position.taken', { subject: 'Example', stance: 'support', remark: 'for a test' }, { circle, dossier, rosterEpoch: 3 })
/** Longer than one chunk. */
export const longPosition = eventBy(secretariat, 'position.taken', {
  subject: 'Example', stance: 'support', remark: Array.from({ length: 2900 }, (_, at) => `Sentence number ${at + 1}. `).join(''),
}, { circle, dossier, prev: position, rosterEpoch: 3 })
export const strangersPosition = eventBy(stranger, 'position.taken', { subject: 'Example', stance: 'support', remark: '' }, { circle, dossier, rosterEpoch: 3 })
export const SEALED_UTC_MS = MADE_UTC_MS + 120_000
