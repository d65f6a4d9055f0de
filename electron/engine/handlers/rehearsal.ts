/**
 * Invented persons who speak in an exercise: each with keys of its own, made here and forgotten afterwards. What they say goes through the
 * very handlers that a person's own words go through, is signed, verified and admitted like anybody else's, and can only ever stand in the
 * exercise circle that they themselves founded.
 */
import type { CborValue } from '../../../shared/base/cbor.ts'
import type { Delegation } from '../../../shared/base/delegations.ts'
import type { CircleId, EventId } from '../../../shared/base/identifiers.ts'
import type { Clock } from '../../../shared/base/ports.ts'
import type { SignedCard } from '../../../shared/circle/card.ts'
import { safetyWords, signCard } from '../../../shared/circle/identity.ts'
import { EVENT_LIMITS } from '../../../shared/log/event.ts'
import { composeEvent, NO_CIRCLE } from '../../../shared/log/encode.ts'
import { placeEvents } from '../../../shared/log/place.ts'
import { verifyEvent } from '../../../shared/log/verify.ts'
import { createIdentity, signerOf, type Identity } from '../keys/index.ts'
import type { HandlerContext, VaultSession } from './context.ts'

export interface Character {
  readonly name: string
  readonly delegation: Delegation
  readonly identity: Identity
  readonly card: SignedCard
}

export function createCharacter(name: string, delegation: Delegation, { random, now }: Pick<HandlerContext, 'random' | 'now'>): Character {
  const identity = createIdentity(random)
  const card = { v: 1 as const, name, delegation, signingKey: identity.signingKey, sealingKey: identity.sealingKey, madeAtUtcMs: now() }
  return { name, delegation, identity, card: signCard(card, signerOf(identity)) }
}

/** The vault as this character would see it if it were the character's: what is read is what is here, what is said is said in its name. */
export function sessionOf(character: Character, session: VaultSession, context: HandlerContext, now: Clock): VaultSession {
  const { identity, card, name, delegation } = character
  const { installation } = identity
  return {
    ...session,
    get held() {
      return session.held
    },
    me: { name, delegation, installation, safetyWords: safetyWords(installation) },
    myCard: { card: card.card, signature: card.signature },
    isMe: (other) => other === installation,
    installationIn: () => installation,
    signerIn: () => signerOf(identity),
    // The register says what persons did on this machine; the exercise as a whole is one line in it.
    record: () => undefined,
    recordOnce: () => undefined,
    author: (place, type, body) => speak({ place, type, body }, character, session, context, now),
  }
}

interface Words {
  readonly place: { readonly circle: CircleId; readonly dossier: Parameters<VaultSession['author']>[0]['dossier'] }
  readonly type: string
  readonly body: CborValue
}

function speak({ place, type, body }: Words, { identity }: Character, session: VaultSession, context: HandlerContext, now: Clock): EventId {
  const { held } = session
  const tips = place.circle === NO_CIRCLE ? new Map() : held.tips(place.circle, place.dossier)
  const mine = tips.get(identity.installation)?.event ?? null
  const heads = [...tips.values()].map((stored) => stored.event.id).filter((id) => id !== mine?.id).toSorted().slice(0, EVENT_LIMITS.heads)
  const composed = composeEvent({
    ...place, log: identity.installation, type, claimedAtUtcMs: now(), rosterEpoch: session.circle(place.circle)?.epoch ?? 1, seq: (mine?.header.seq ?? 0) + 1, prev: mine?.id ?? null, heads,
  }, body, context.hash, signerOf(identity))
  const verified = verifyEvent(composed.signed, { hash: context.hash, verify: context.verify, keyOf: () => identity.signingKey })
  if (!verified.ok) throw new Error(`an event of the exercise does not verify: ${verified.error}`)
  const event = verified.value
  session.transaction(() => session.admit(place.circle, placeEvents(held, [event])))
  return event.id
}
