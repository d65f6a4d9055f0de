import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleImport } from '../../../electron/engine/handlers/bundleImport.ts'
import { bundlePreview } from '../../../electron/engine/handlers/bundlePreview.ts'
import type { VaultSession } from '../../../electron/engine/handlers/context.ts'
import { parseRegisterLine } from '../../../electron/engine/vault/registerEntry.ts'
import type { Store } from '../../../electron/engine/vault/store.ts'
import { conveneCircle, receive, send, type TestCircle } from '../../fakes/testDelegation.ts'
import { openDossier, takePosition } from '../../fakes/testDossier.ts'
import { sessionOn, testContext } from '../../fakes/openSession.ts'
import { openTables } from '../../fakes/vaultFiles.ts'

let circle: TestCircle
let reply: string

beforeAll(async () => {
  circle = await conveneCircle(['CZ'])
  const dossier = await openDossier(circle.secretariat, circle.circle, ['CZ'])
  for (const path of await send(circle.secretariat, circle.circle, circle.stick)) await receive(circle.member('CZ'), path)
  for (const remark of ['One', 'Two', 'Three']) await takePosition(circle.member('CZ'), dossier, remark)
  reply = (await send(circle.member('CZ'), circle.circle, circle.stick, [circle.secretariat]))[0] ?? ''
  await circle.secretariat.close()
}, 60_000)
afterAll(() => circle.dissolve())

class Struck extends Error {}

/** Writes through, until the `last`th write: that one fails as a full disk or a pulled plug would. */
function failingStore(store: Store, last: number): Store {
  let writes = 0
  const struck = <A extends unknown[]>(write: (...given: A) => void) => (...given: A): void => {
    if (++writes === last) throw new Struck()
    write(...given)
  }
  return {
    ...store,
    events: { ...store.events, add: struck(store.events.add) },
    waiting: { ...store.waiting, add: struck(store.waiting.add), remove: struck(store.waiting.remove) },
    bundles: { ...store.bundles, add: struck(store.bundles.add) },
    register: { ...store.register, append: struck(store.register.append) },
  }
}

/** What a fresh look at the database finds. That somebody looked inside a bundle is registered whether or not the import then fails. */
const contentOf = (store: Store) => ({
  events: store.events.all().map((stored) => stored.event.id), bundles: store.bundles.all(), register: store.register.rows().filter((row) => parseRegisterLine(row.entry)?.action !== 'bundle.preview'), waiting: store.waiting.of(circle.circle),
})

async function importOn(session: VaultSession) {
  const context = testContext(circle.clock.now)
  const preview = await bundlePreview({ source: context.files.issue('source', reply) }, session, context)
  if (!preview.ok) throw new Error(preview.error.code)
  return bundleImport({ preview: preview.value.preview }, session, context)
}

describe('an import that fails at any of its writes', () => {
  it('leaves the vault and what the session remembers as they were; the next try admits everything', async () => {
    const store = await openTables(circle.secretariat.folder)
    try {
      const before = contentOf(store)
      let failed = 0
      for (let last = 1; ; last++) {
        const session = sessionOn(failingStore(store, last), testContext(circle.clock.now))
        const held = session.held.inCircle(circle.circle).length
        const outcome = await importOn(session).catch((error: unknown) => error)
        if (!(outcome instanceof Struck)) break
        failed++
        expect(contentOf(store)).toEqual(before)
        expect(session.held.inCircle(circle.circle)).toHaveLength(held)
        expect(session.dossiers()[0]?.state.positions).toEqual([])
      }
      // The line of the look inside, 4 events with their removal from waiting, the bundle, the import line, the receipt and its line.
      expect(failed).toBe(13)
      expect(contentOf(store).events).toHaveLength(before.events.length + 5)
    } finally {
      store.close()
    }
  })
})
