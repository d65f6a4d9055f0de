/** The session of a closed vault, without an engine around it: for tests that reach behind the contract. */
import { createGrants, type GrantBook } from '../../electron/engine/grants.ts'
import type { HandlerContext, VaultSession } from '../../electron/engine/handlers/context.ts'
import { hasher, hashingAside, sealerOf, verifier, verifyAhead } from '../../electron/engine/keys/index.ts'
import { writeBundle, type CarriedContent } from '../../electron/engine/outgoing/writeBundle.ts'
import { createSession } from '../../electron/engine/session.ts'
import type { Store } from '../../electron/engine/vault/store.ts'
import type { CircleId, InstallationId } from '../../shared/base/identifiers.ts'
import type { Clock } from '../../shared/base/ports.ts'
import type { FrontierEntry } from '../../shared/bundle/manifest.ts'
import type { SignedEvent } from '../../shared/log/event.ts'
import { seededRandom } from './seededRandom.ts'

export interface TestContext extends HandlerContext {
  readonly files: GrantBook
}

export function testContext(now: Clock, seed = 9): TestContext {
  const random = seededRandom(seed)
  return { now, random, hash: hasher, verify: verifier, verifyAhead, files: createGrants(random), print: null, progress: () => undefined, signal: new AbortController().signal }
}

export function sessionOn(store: Store, context: HandlerContext): VaultSession {
  const session = createSession(store, context)
  if (!session) throw new Error('no session')
  return session
}

export interface HandMade {
  readonly circle: CircleId
  readonly to: InstallationId
  readonly counter: number
  readonly events: readonly SignedEvent[]
  readonly contents?: readonly CarriedContent[]
  readonly frontier?: readonly FrontierEntry[]
}

/** A genuine bundle with exactly these events and contents in it: what a sender that errs, or means harm, could send. */
export async function sealByHand(session: VaultSession, path: string, { circle, to, counter, events, contents = [], frontier = [] }: HandMade, context: HandlerContext): Promise<void> {
  const state = session.circle(circle)
  const recipient = state?.entries.find((entry) => entry.installation === to)
  if (!state || !recipient) throw new Error('no such recipient')
  const facts = {
    circle, sender: session.me.installation, counter, previous: null, sealedAtUtcMs: context.now(),
    roster: { epoch: state.epoch, head: state.head }, frontier: [...frontier], marking: null,
  }
  const keys = { sealer: sealerOf(context.random), sign: session.signerIn(circle), hash: hasher, hashingAside }
  const written = await writeBundle(path, { facts, recipients: [recipient], events, contents }, keys)
  if (!written.ok) throw new Error(written.error)
}
