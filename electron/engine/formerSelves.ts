/** Who this vault was before it was restored from a backup: cards that the register was signed under, and keys that still open bundles. */
import { parseSignedCard, sealingKeyIn, type CardPorts } from '../../shared/circle/identity.ts'
import type { FormerSelf } from './handlers/context.ts'
import { sealingIdentityOf } from './keys/index.ts'
import type { Signatory } from './registerPen.ts'
import type { FormerIdentitiesTable } from './vault/formerIdentitiesTable.ts'

/** The first one first. Null where one of the cards is not what it was. */
export function readFormers(table: FormerIdentitiesTable, ports: CardPorts): (FormerSelf & Signatory)[] | null {
  const all = table.all().map(({ sealingSeed, signedCard, retiredAtUtcMs }) => {
    const parsed = parseSignedCard(signedCard, ports)
    if (!parsed.ok) return null
    const { card, installation } = parsed.value
    return { ...sealingIdentityOf(sealingKeyIn(card), sealingSeed), card, installation, retiredAtUtcMs }
  })
  const sound = all.filter((one) => one !== null)
  return sound.length === all.length ? sound : null
}
