/** The open vault: reads are folded and remembered, each write is one transaction with its line in the register. */
import type { CborValue } from '../../shared/base/cbor.ts'
import type { CircleId, EventId, InstallationId } from '../../shared/base/identifiers.ts'
import type { Signer, SigningPublicKey } from '../../shared/base/ports.ts'
import { parseSignedCard, safetyWords, signingKeyIn } from '../../shared/circle/identity.ts'
import type { SignedCard } from '../../shared/circle/card.ts'
import { circleOf, composeEvent, NO_CIRCLE } from '../../shared/log/encode.ts'
import { EVENT_LIMITS, type VerifiedEvent } from '../../shared/log/event.ts'
import { verifyEvent } from '../../shared/log/verify.ts'
import type { Placement } from '../../shared/log/place.ts'
import { createFolds } from './folds.ts'
import { carriedMarking } from './handlers/bundleMarking.ts'
import { createPreviews } from './handlers/bundlePreviews.ts'
import type { HandlerContext, Session, StoredEvent, VaultSession } from './handlers/context.ts'
import { subjectOf } from './handlers/eventSubject.ts'
import { indexEvent, rebuildSearchIndex } from './handlers/searchIndex.ts'
import { createEventMemory, type EventMemory } from './heldEvents.ts'
import { signerOf, type Identity } from './keys/index.ts'
import { createRecorder, registerPen } from './registerPen.ts'
import type { Store } from './vault/store.ts'

export type SessionPorts = Pick<HandlerContext, 'now' | 'random' | 'hash' | 'verify'>

/** Who this installation is: its secret keys and the card that says so. */
export interface OwnIdentity {
  readonly keys: Identity
  readonly signedCard: SignedCard
}

/** Null where the card is not that of the keys. */
export function createSession(store: Store, { keys, signedCard }: OwnIdentity, ports: SessionPorts): VaultSession | null {
  const own = parseSignedCard(signedCard, ports)
  if (!own.ok || own.value.installation !== keys.installation) return null
  const { card, installation } = own.value
  const sign = signerOf(keys)
  let held: EventMemory = createEventMemory(storedEvents(store))
  const folds = createFolds(() => held, { ...ports, pendingIn: (circle, dossier) => waitingIn(store, circle, dossier) })

  if (!store.search.isCurrent()) store.transaction(() => rebuildSearchIndex(store))

  const transaction = <T>(work: () => T): T => {
    try {
      return store.transaction(work)
    } catch (error) {
      // What was remembered on the way is not what the vault holds now.
      held = createEventMemory(storedEvents(store))
      folds.forgetAll()
      throw error
    }
  }
  const keep = (event: VerifiedEvent): void => {
    const admittedAtUtcMs = ports.now()
    store.events.add(circleOf(event), event, admittedAtUtcMs)
    indexEvent(store, event)
    held.add({ event, admittedAtUtcMs })
  }
  const pen = registerPen({ card, installation }, sign, ports)
  const { record, recordOnce } = createRecorder(store, pen, ports.now)
  const author: Session['author'] = (place, type, body) => transaction(() => {
    const epoch = place.circle === NO_CIRCLE ? 1 : (folds.circle(place.circle)?.epoch ?? 1)
    const event = composeOwn({ place, type, body, epoch }, { held, installation, key: signingKeyIn(card), sign, ports })
    keep(event)
    folds.forget([event])
    record(type, subjectOf(event, held), 'done', null, { dossier: event.header.dossier, marking: carriedMarking([event], held).marking })
    return event.id
  })
  const admit = (circle: CircleId, { admitted, waiting, forks }: Placement): void => {
    for (const event of admitted) {
      store.waiting.remove(event.id)
      keep(event)
    }
    for (const event of waiting) store.waiting.add(circle, event, ports.now())
    for (const fork of forks) store.forks.put(fork, ports.now())
    folds.forget([...admitted, ...waiting])
  }

  return {
    me: { name: card.name, delegation: card.delegation, installation, safetyWords: safetyWords(installation) },
    keys, store, previews: createPreviews(ports.random),
    get held() {
      return held
    },
    myCard: signedCard,
    circles: () => held.circles().flatMap((id) => folds.circle(id) ?? []),
    circle: folds.circle,
    circleEvents: (id) => held.inCircle(id),
    dossiers: () => held.circles().flatMap((id) => held.dossiersOf(id)).flatMap((id) => folds.dossier(id) ?? []),
    dossier: folds.dossier,
    author, record, recordOnce, transaction, admit, sign,
    verifyRegistered: pen.verify,
    isMe: (other) => other === installation,
  }
}

interface Author {
  readonly held: EventMemory
  readonly installation: InstallationId
  readonly key: SigningPublicKey
  readonly sign: Signer
  readonly ports: SessionPorts
}

interface Statement {
  readonly place: Parameters<Session['author']>[0]
  readonly type: string
  readonly body: CborValue
  readonly epoch: number
}

/** The next event of my log in its place. It goes through the same check as anybody else's. */
function composeOwn({ place, type, body, epoch }: Statement, { held, installation, key, sign, ports }: Author): VerifiedEvent {
  const mine = held.tips(place.circle, place.dossier).get(installation)
  const composed = composeEvent({
    ...place, log: installation, type, claimedAtUtcMs: ports.now(), rosterEpoch: epoch,
    seq: (mine?.event.header.seq ?? 0) + 1, prev: mine?.event.id ?? null, heads: headsIn(held, place, mine?.event.id ?? null),
  }, body, ports.hash, sign)
  const verified = verifyEvent(composed.signed, { ...ports, keyOf: () => key })
  if (!verified.ok) throw new Error(`an event of our own does not verify: ${verified.error}`)
  return verified.value
}

/**
 * Everything here that nothing else here builds on, so that the whole of what I hold lies below what I say. A header may name as many
 * as a circle has installations; only forks could exceed it, and their branches are kept as evidence, not built upon.
 */
function headsIn(held: EventMemory, { circle, dossier }: Parameters<Session['author']>[0], mine: EventId | null): EventId[] {
  return held.unfollowed(circle, dossier).filter((id) => id !== mine).slice(0, EVENT_LIMITS.heads)
}

function storedEvents(store: Store): StoredEvent[] {
  return store.events.all().map(({ event, admittedAtUtcMs }) => ({ event, admittedAtUtcMs }))
}

function waitingIn(store: Store, circle: CircleId, dossier: string): number {
  return store.waiting.of(circle).filter((event) => event.header.dossier === dossier).length
}
