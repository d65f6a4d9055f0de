/** A roster that grows for tests: each change signed by whoever is the secretariat then. */
import type { CborValue } from '../../shared/base/cbor.ts'
import type { Delegation } from '../../shared/base/delegations.ts'
import type { EventId } from '../../shared/base/identifiers.ts'
import type { LogEnd } from '../../shared/circle/events.ts'
import { foldCircle } from '../../shared/circle/fold.ts'
import { signCard } from '../../shared/circle/identity.ts'
import type { CircleState } from '../../shared/circle/roster.ts'
import type { VerifiedEvent } from '../../shared/log/event.ts'
import { createIdentity, signerOf, type Identity } from '../../electron/engine/keys/index.ts'
import { seededRandom } from './seededRandom.ts'
import { PORTS, setStage, type Part, type Said, type Stage, type TestPerson } from './events.ts'

export interface GrowingRoster {
  readonly stage: Stage
  /** All roster events so far, in the order of signing. */
  readonly events: readonly VerifiedEvent[]
  readonly state: CircleState
  /** The next epoch, by the secretariat of now; answers with the roster then. */
  change(change: CborValue, said?: Said): CircleState
  /** A roster event that does not become part of it. */
  sign(change: CborValue, said?: Said & { readonly by?: TestPerson; readonly epoch?: number; readonly predecessor?: EventId }): VerifiedEvent
}

export async function growRoster(parts: readonly Part[]): Promise<GrowingRoster> {
  const stage = await setStage(parts)
  const events = [...stage.circleEvents]
  let state = stage.circle
  const personOf = (installation: string): TestPerson => {
    const found = [stage.person('GSC'), stage.stranger, ...parts.map((part) => stage.person(part.delegation))].find((one) => one.identity.installation === installation)
    if (!found) throw new Error('nobody')
    return found
  }
  const sign: GrowingRoster['sign'] = (change, { by = personOf(state.secretariat), epoch = state.epoch + 1, predecessor = state.head, ...said } = {}) => {
    return stage.say(by, 'roster.changed', { epoch, predecessor, change }, { dossier: null, heads: [], rosterEpoch: state.epoch, ...said })
  }
  return {
    stage, events, sign,
    get state() {
      return state
    },
    change(change, said) {
      events.push(sign(change, said))
      const folded = foldCircle(state.circle, events, PORTS)
      if (!folded.ok) throw new Error(folded.error)
      state = folded.value
      return state
    },
  }
}

/** New keys for somebody, with the card that says so. */
export function newKeys({ name, delegation }: Pick<TestPerson, 'name'> & { readonly delegation: Delegation }, seed: number): { readonly keys: Identity; readonly card: CborValue } {
  const keys = createIdentity(seededRandom(seed))
  const signed = signCard({ v: 1, name, delegation, signingKey: keys.signingKey, sealingKey: keys.sealingKey, madeAtUtcMs: 1 }, signerOf(keys))
  return { keys, card: { ...signed } }
}

/** Where a log stands, as a roster event names it. */
export function endOf(event: VerifiedEvent): LogEnd {
  return { dossier: event.header.dossier, seq: event.header.seq, event: event.id }
}
