import { encodeCbor } from '../../../shared/base/cbor.ts'
import { equalBytes } from '../../../shared/base/bytes.ts'
import { err, ok } from '../../../shared/base/result.ts'
import { CATALOGUE_ISSUED, measuresOf } from '../../../shared/dossier/catalogue.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { Measure } from '../../../shared/toolbox/measure.ts'
import { cataloguesOf, mayIssueCatalogue } from './catalogueShow.ts'
import type { Handler } from './context.ts'

export const catalogueIssue: Handler<'catalogue.issue'> = async ({ circle: id, note, measures }, session) => {
  const circle = session.circle(id)
  if (!circle) return err(refusal('circle-unknown'))
  if (!mayIssueCatalogue(session, circle)) return err(refusal('role-not-allowed'))
  const issued = cataloguesOf(session, circle)
  const version = (issued.at(-1)?.catalogue.version ?? 0) + 1
  if (same(measuresOf(issued, version - 1), measures)) return err(refusal('nothing-changed'))
  const event = session.author({ circle: id, dossier: null }, CATALOGUE_ISSUED, { version, note, measures })
  session.record('catalogue.issue', `${circle.name}, version ${version}`, 'done', null)
  return ok({ event, version })
}

function same(before: readonly Measure[], after: readonly Measure[]): boolean {
  return equalBytes(encodeCbor(before), encodeCbor(after))
}
