/** Bundles are previewed and imported one after another: each whole, with its receipt and its note, or not at all. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import type { KeptBundle } from '../../../electron/engine/vault/bundlesTable.ts'
import { openKnownVault, type KnownKeyVault } from '../../fakes/knownKeyVault.ts'
import { conveneCircle, receive, send } from '../../fakes/testDelegation.ts'
import { openDossier, takePosition } from '../../fakes/testDossier.ts'
import { databaseKey } from '../../fakes/vaultFiles.ts'
import { faultsOf, type Ground, type KilledWork } from '../killedWork.ts'

const BUNDLES = 12
const REMARKS_IN_EACH = 4

let template: Promise<Ground> | null = null

/** A delegate's vault, and a series of bundles from the secretariat that it has not read yet. */
async function makeTemplate(root: string): Promise<Ground> {
  const circle = await conveneCircle(['CZ'])
  const { secretariat, stick } = circle
  const dossier = await openDossier(secretariat, circle.circle, ['CZ'])
  for (const path of await send(secretariat, circle.circle, stick)) await receive(circle.member('CZ'), path)
  const paths: string[] = []
  for (let bundle = 0; bundle < BUNDLES; bundle++) {
    for (let remark = 0; remark < REMARKS_IN_EACH; remark++) await takePosition(secretariat, dossier as DossierId, `Remark ${bundle}.${remark}`)
    paths.push(...await send(secretariat, circle.circle, stick))
  }
  const [folder, bundles] = [join(root, 'template'), join(root, 'bundles')]
  const rawKeyHex = await databaseKey(circle.member('CZ').folder)
  await circle.member('CZ').close()
  cpSync(circle.member('CZ').folder, folder, { recursive: true })
  cpSync(stick, bundles, { recursive: true })
  await circle.dissolve()
  return { folder, rawKeyHex, given: { bundles: paths.map((path) => path.replace(stick, bundles)).join('\n') } }
}

export const bundleImporting: KilledWork = {
  name: 'bundle.import', kills: 50, lives: 1, mostSteps: 8,
  async prepare(root) {
    const { folder, ...rest } = await (template ??= makeTemplate(root))
    const copy = join(root, 'vault')
    cpSync(folder, copy, { recursive: true })
    return { ...rest, folder: copy }
  },
  async *steps(ground, seed) {
    const vault = openKnownVault(ground, seed)
    for (const path of (ground.given['bundles'] ?? '').split('\n')) {
      const { preview, bundle } = await vault.call('bundle.preview', { source: vault.source(path) })
      const { admitted, receipt } = await vault.call('bundle.import', { preview })
      yield `${bundle} ${admitted} ${receipt}`
    }
  },
  inspect: (ground, acknowledged) => faultsOf(ground, 1, async (vault) => [
    ...acknowledged.flatMap((line) => lost(vault, line)),
    ...vault.session.store.bundles.all().flatMap((bundle) => halfImported(vault, bundle)),
    ...unnoted(vault),
  ]),
}

function lost({ session }: KnownKeyVault, line: string): string[] {
  const [bundle, , receipt] = line.split(' ')
  const noted = session.store.bundles.all().some((kept) => kept.direction === 'in' && kept.hash === bundle)
  return noted && session.held.has(receipt as EventId) ? [] : [`acknowledged and lost: ${line}`]
}

function halfImported({ session }: KnownKeyVault, bundle: KeptBundle): string[] {
  const missing = bundle.events.filter((id) => !session.held.has(id) && !session.store.waiting.has(id))
  return missing.length === 0 ? [] : [`bundle ${bundle.counter} is noted, and ${missing.length} of its events are not here`]
}

/** As many events of others as the notes of bundles account for. */
function unnoted({ session }: KnownKeyVault): string[] {
  const noted = new Set(session.store.bundles.all().flatMap((bundle) => bundle.events))
  const stray = session.store.events.all().filter(({ event }) => !session.isMe(event.header.log) && !noted.has(event.id))
  return stray.length === 0 ? [] : [`${stray.length} events came in no bundle`]
}
