/** The open vault: reads are folded and remembered, each write is one transaction with its line in the register. */
import type { CborValue } from '../../shared/base/cbor.ts'
import type { CircleId, EventId, InstallationId } from '../../shared/base/identifiers.ts'
import { composeEvent, NO_CIRCLE } from '../../shared/log/encode.ts'
import type { HealthFault } from '../../shared/ipc/vaultHealth.ts'
import { EVENT_LIMITS, type VerifiedEvent } from '../../shared/log/event.ts'
import { verifyEvent } from '../../shared/log/verify.ts'
import { createFolds } from './folds.ts'
import { carriedMarking } from './handlers/bundleMarking.ts'
import { createPreviews } from './handlers/bundlePreviews.ts'
import { createOpticalIntake } from './handlers/opticalIntake.ts'
import type { HandlerContext, Session, VaultSession } from './handlers/context.ts'
import { subjectOf } from './handlers/eventSubject.ts'
import { rebuildSearchIndex } from './handlers/searchIndex.ts'
import type { EventMemory } from './heldEvents.ts'
import { createKeeping } from './keeping.ts'
import { signerOf, type Identity } from './keys/index.ts'
import { openOwnKeys, type OwnKeys } from './ownKeys.ts'
import { createRecorder, registerPen, SILENT_RECORDER, type Signatory } from './registerPen.ts'
import { readFormers } from './formerSelves.ts'
import type { RegisterPen, RegisterVerifier } from './vault/registerTable.ts'
import type { Store } from './vault/store.ts'

export type SessionPorts = Pick<HandlerContext, 'now' | 'random' | 'hash' | 'verify'>

/** Asked before anything is written: why this vault may only be read; null where it is sound. */
export type HealthJudge = (held: Pick<EventMemory, 'lacksAncestor'>, me: InstallationId, verify: RegisterVerifier) => HealthFault | null

/** Null where the keys in the vault are not those of their cards. */
export function createSession(store: Store, ports: SessionPorts, judge: HealthJudge = () => null): VaultSession | null {
  const [own, formers] = [openOwnKeys(store.ownKeys, ports), readFormers(store.formerIdentities, ports)]
  if (own === null || formers === null) return null
  const keeping = createKeeping(store, ports.now)
  const pen = penOf(own, formers, ports)
  const readOnly = judged(store, judge(keeping.held(), pen.installation, pen.verify))
  const folds = createFolds(keeping.held, { ...ports, pendingIn: (circle, dossier) => waitingIn(store, circle, dossier) })

  if (readOnly === null && !store.search.isCurrent()) store.transaction(() => rebuildSearchIndex(store))

  const transaction = <T>(work: () => T): T => {
    try {
      return store.transaction(work)
    } catch (error) {
      // What was remembered on the way is not what the vault holds now.
      keeping.reload()
      folds.forgetAll()
      own.reread()
      throw error
    }
  }
  const { record, recordOnce } = readOnly === null ? createRecorder(store, pen, ports.now) : SILENT_RECORDER
  const author: Session['author'] = (place, type, body) => transaction(() => {
    const circle = place.circle === NO_CIRCLE ? null : folds.circle(place.circle)
    const author = { held: keeping.held(), installation: own.installationIn(circle), keys: own.keysIn(circle), ports }
    const event = composeOwn({ place, type, body, epoch: circle?.epoch ?? 1 }, author)
    keeping.keep(event)
    folds.forget([event])
    const held = keeping.held()
    record(type, subjectOf(event, held), 'done', null, { dossier: event.header.dossier, marking: carriedMarking([event], held).marking })
    return event.id
  })
  const admit: VaultSession['admit'] = (circle, placed) => {
    keeping.admit(circle, placed)
    folds.forget([...placed.admitted, ...placed.completed, ...placed.waiting])
  }
  const withdraw: VaultSession['withdraw'] = (withdrawn) => {
    keeping.withdraw(withdrawn)
    folds.forgetAll()
  }

  return {
    get me() {
      return own.me
    },
    ownKeys: own, formers, readOnly, store, previews: createPreviews(ports.random), optical: createOpticalIntake(ports.hash),
    get held() {
      return keeping.held()
    },
    get myCard() {
      return own.newest.signedCard
    },
    circles: () => keeping.held().circles().flatMap((id) => folds.circle(id) ?? []),
    circle: folds.circle,
    circleEvents: (id) => keeping.held().inCircle(id),
    dossiers: () => keeping.held().circles().flatMap((id) => keeping.held().dossiersOf(id)).flatMap((id) => folds.dossier(id) ?? []),
    dossier: folds.dossier,
    author, record, recordOnce, transaction, admit, withdraw,
    signerIn: (id) => signerOf(own.keysIn(folds.circle(id))),
    installationIn: (id) => own.installationIn(folds.circle(id)),
    verifyRegistered: pen.verify,
    isMe: own.isMe,
  }
}

/** From a fault on, nothing is written. */
function judged(store: Store, fault: HealthFault | null): HealthFault | null {
  if (fault !== null) store.freeze()
  return fault
}

/** The register is signed with the keys of the first day, whatever replaced them in the circles. */
function penOf({ first: { card, keys } }: OwnKeys, formers: readonly Signatory[], ports: SessionPorts): RegisterPen {
  return registerPen({ card, installation: keys.installation }, signerOf(keys), ports, formers)
}

interface Author {
  readonly held: EventMemory
  readonly installation: InstallationId
  /** Those that the circle knows now. */
  readonly keys: Identity
  readonly ports: SessionPorts
}

interface Statement {
  readonly place: Parameters<Session['author']>[0]
  readonly type: string
  readonly body: CborValue
  readonly epoch: number
}

/** The next event of my log in its place. It goes through the same check as anybody else's. */
function composeOwn({ place, type, body, epoch }: Statement, { held, installation, keys, ports }: Author): VerifiedEvent {
  const mine = held.tips(place.circle, place.dossier).get(installation)
  const composed = composeEvent({
    ...place, log: installation, type, claimedAtUtcMs: ports.now(), rosterEpoch: epoch,
    seq: (mine?.event.header.seq ?? 0) + 1, prev: mine?.event.id ?? null, heads: headsIn(held, place, mine?.event.id ?? null),
  }, body, ports.hash, signerOf(keys))
  const verified = verifyEvent(composed.signed, { ...ports, keyOf: () => keys.signingKey })
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

function waitingIn(store: Store, circle: CircleId, dossier: string): number {
  return store.waiting.of(circle).filter((event) => event.header.dossier === dossier).length
}
