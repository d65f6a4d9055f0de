/** What a person lacks who has one event and not those before it. */
import type { CircleId, DossierId, InstallationId } from '../../shared/base/identifiers.ts'
import type { Clock } from '../../shared/base/ports.ts'
import type { SignedEvent } from '../../shared/log/event.ts'
import { sealByHand, sessionOn, testContext } from './openSession.ts'
import type { TestDelegation } from './testDelegation.ts'
import { openTables } from './vaultFiles.ts'

export interface LastSealed {
  readonly circle: CircleId
  readonly dossier: DossierId
  readonly to: InstallationId
  readonly counter: number
  readonly now: Clock
  /** The event as it travels: without its body, for example. */
  readonly change?: (event: SignedEvent) => SignedEvent
}

/** A genuine bundle with the last event that this delegation holds in a dossier, and nothing that came before it. Its vault is closed afterwards. */
export async function sealLast(of: TestDelegation, path: string, { change = (event) => event, circle, counter, dossier, now, to }: LastSealed): Promise<void> {
  await of.close()
  const store = await openTables(of.folder)
  const context = testContext(now)
  const session = sessionOn(store, context)
  const events = session.held.inDossier(dossier).slice(-1).map((stored) => change(stored.event.signed))
  await sealByHand(session, path, { circle, to, counter, events }, context)
  store.close()
}
