/** One delegation of a run: a vault in memory, the engine's own methods on it, and a machine that can lose its power and start again. */
import type { HandlerContext } from '../../../electron/engine/handlers/context.ts'
import { vaultOn, type KnownKeyVault } from '../../fakes/knownKeyVault.ts'
import { testContext } from '../../fakes/openSession.ts'
import { rememberingVerifier } from '../../fakes/rememberingVerifier.ts'
import type { FixedClock } from '../../fakes/fixedClock.ts'
import type { Store } from '../../../electron/engine/vault/store.ts'
import type { Connection } from '../../../electron/engine/vault/connection.ts'
import type { Delegation } from '../../../shared/base/delegations.ts'
import type { EventId, InstallationId } from '../../../shared/base/identifiers.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { createMachineFolder } from './machineFolder.ts'
import { storeOn } from './memoryVault.ts'
import { storeOnPowerLine, type PowerLine } from './powerLine.ts'

export interface Party {
  readonly delegation: Delegation
  readonly installation: InstallationId
  /** Changes with every start. */
  readonly vault: Omit<KnownKeyVault, 'close'>
  readonly power: PowerLine
  /** Files in the clear: what is attached comes from here, and what is given out goes here. */
  readonly desk: string
  /** After a power cut: what was remembered is gone, what was committed is there. */
  start(): void
  /** Everything admitted, as the vault has it. */
  events(): readonly VerifiedEvent[]
  /** Everything that waits for its ancestors, as the vault has it. */
  waiting(): readonly VerifiedEvent[]
  /** Whether all of these are there, admitted or waiting; the first that is not. */
  lacks(ids: Iterable<EventId>): EventId | null
  /** Whether the content of this attachment is here, as the vault has it. */
  hasContent(attachment: EventId): boolean
  /** Whether the contents that lie here are exactly those that the vault has a key for. */
  isSwept(): boolean
  close(): void
}

/** Of signatures that some machine of some run has checked already. */
const verify = rememberingVerifier()

/** For planting a fault in a machine, to see whether the run notices. */
export interface Plants {
  readonly store?: (store: Store) => Store
  readonly context?: Partial<Pick<HandlerContext, 'verify' | 'verifyAhead'>>
}

export interface PartyOptions {
  readonly delegation: Delegation
  readonly db: Connection
  readonly clock: FixedClock
  readonly seed: number
  readonly onCut: () => void
  readonly plants: Plants
}

export function createParty({ delegation, db, clock, seed, onCut, plants }: PartyOptions): Party {
  let starts = 0
  const folder = createMachineFolder()
  const bare = storeOn(db, folder.blobs)
  const line = storeOnPowerLine(db, folder.blobs, () => {
    folder.remember()
    onCut()
  })
  const store = plants.store?.(line.store) ?? line.store
  const begin = (): Omit<KnownKeyVault, 'close'> => {
    // Other dice at each start: a machine that starts anew draws no number twice.
    const context = testContext(clock.now, seed + 7919 * starts++)
    return vaultOn(store, { ...context, verify, verifyAhead: async () => verify, ...plants.context })
  }
  let vault = begin()
  const there = db.prepare<[string, string], number>('SELECT EXISTS (SELECT 1 FROM events WHERE id = ?) OR EXISTS (SELECT 1 FROM waiting WHERE id = ?)').pluck()
  return {
    delegation, desk: folder.desk, power: line.power, installation: vault.session.me.installation,
    get vault() {
      return vault
    },
    start() {
      line.power.restore()
      folder.restore()
      store.blobs.sweep(store.attachments.blobs())
      vault = begin()
    },
    events: () => bare.events.all().map(({ event }) => event),
    waiting: () => vault.session.circles().flatMap(({ circle }) => bare.waiting.of(circle)),
    lacks(ids) {
      for (const id of ids) if (there.get(id, id) !== 1) return id
      return null
    },
    hasContent: (attachment) => bare.attachments.get(attachment) !== null,
    isSwept: () => folder.names().toSorted().join() === [...bare.attachments.blobs()].toSorted().join(),
    close() {
      db.close()
      folder.remove()
    },
  }
}

/** What somebody said, by its own machine. */
export function ownEvents(party: Party): EventId[] {
  return sessionEvents(party).filter(({ header }) => header.log === party.installation).map(({ id }) => id)
}

/** What this machine works with; `events()` is what its vault would give back after a power cut. */
export function heldEvents(party: Party): EventId[] {
  return sessionEvents(party).map(({ id }) => id)
}

function sessionEvents({ vault: { session } }: Party): VerifiedEvent[] {
  const { held } = session
  return session.circles().flatMap(({ circle }) => [held.inCircle(circle), ...held.dossiersOf(circle).map((dossier) => held.inDossier(dossier))]).flat().map(({ event }) => event)
}
