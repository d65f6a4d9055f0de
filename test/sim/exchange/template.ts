/** Where every run begins: five delegations that have compared their words, a circle, and an open dossier of which only the secretariat knows. */
import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import { ready } from '../../../electron/engine/keys/index.ts'
import type { Connection } from '../../../electron/engine/vault/connection.ts'
import type { CircleId, DossierId } from '../../../shared/base/identifiers.ts'
import type { Delegation } from '../../../shared/base/delegations.ts'
import { encodeCardFile } from '../../../shared/circle/cardFile.ts'
import { fixedClock } from '../../fakes/fixedClock.ts'
import { vaultOn, type KnownKeyVault } from '../../fakes/knownKeyVault.ts'
import { testContext } from '../../fakes/openSession.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'
import { newMemoryVault, storeOn } from './memoryVault.ts'
import { createStick } from './stick.ts'

export const DELEGATIONS = ['GSC', 'CZ', 'DE', 'NL', 'FR'] as const satisfies readonly Delegation[]
export type Seat = (typeof DELEGATIONS)[number]
export const START_UTC_MS = Date.UTC(2031, 9, 12, 8)
const MARKING = { limite: true, classification: 'NONE', tlp: 'AMBER', releasableTo: [] }

export interface Template {
  readonly circle: CircleId
  readonly dossier: DossierId
  /** Each vault, to be copied. */
  readonly vaults: ReadonlyMap<Seat, Buffer>
}

interface Founder {
  readonly seat: Seat
  readonly db: Connection
  readonly vault: Omit<KnownKeyVault, 'close'>
}

export async function makeTemplate(): Promise<Template> {
  await ready()
  const stick = createStick()
  const clock = fixedClock(START_UTC_MS)
  const founders = DELEGATIONS.map((seat, at): Founder => {
    const db = newMemoryVault(seat, seededRandom(4000 + at), START_UTC_MS)
    return { seat, db, vault: vaultOn(storeOn(db), testContext(clock.now, 5000 + at)) }
  })
  try {
    const [secretariat, ...members] = founders
    if (secretariat === undefined) throw new Error('a secretariat')
    const { circle } = await secretariat.vault.call('circle.found', { name: 'Working Party on Herons', kind: 'HWPCI' })
    for (const member of members) {
      await trust(member, secretariat, stick.folder)
      const installation = await trust(secretariat, member, stick.folder)
      await secretariat.vault.call('circle.admit', { circle, installation, roles: ['delegate'], member: true })
    }
    const { dossier } = await secretariat.vault.call('dossier.open', {
      circle, reference: 'CYBER 48', title: 'Intrusion into the lockkeepers registry', kind: 'singleActivity', summary: '', marking: MARKING, distribution: [...DELEGATIONS],
    })
    return { circle, dossier, vaults: new Map(founders.map(({ seat, db }) => [seat, db.serialize()])) }
  } finally {
    stick.remove()
    for (const { db } of founders) db.close()
  }
}

async function trust(by: Founder, whom: Founder, folder: string): Promise<string> {
  const path = join(folder, `${whom.seat}.chcard`)
  writeFileSync(path, encodeCardFile(whom.vault.session.myCard))
  const { installation } = await by.vault.call('card.read', { source: by.vault.source(path) })
  await by.vault.call('card.trust', { installation, safetyWordsCompared: true })
  return installation
}
