import { err, ok } from '../../../shared/base/result.ts'
import { foldCatalogues, ISSUES_CATALOGUES, measuresOf, type IssuedCatalogue } from '../../../shared/dossier/catalogue.ts'
import type { CircleState } from '../../../shared/circle/roster.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { WORKING_LIST_LABEL } from '../../../shared/toolbox/workingList.ts'
import type { Handler, Session } from './context.ts'
import { myEntry } from './dossierPermission.ts'

export function cataloguesOf(session: Session, circle: CircleState): IssuedCatalogue[] {
  return foldCatalogues(circle, session.circleEvents(circle.circle).map(({ event }) => event))
}

export function mayIssueCatalogue(session: Session, circle: CircleState): boolean {
  return myEntry(session, circle)?.roles.some((role) => ISSUES_CATALOGUES.includes(role)) ?? false
}

export const catalogueShow: Handler<'catalogue.show'> = async ({ circle: id }, session) => {
  const circle = session.circle(id)
  if (!circle) return err(refusal('circle-unknown'))
  const issued = cataloguesOf(session, circle)
  const version = issued.at(-1)?.catalogue.version ?? 0
  return ok({
    version, label: WORKING_LIST_LABEL, measures: [...measuresOf(issued, version)], mayIssue: mayIssueCatalogue(session, circle),
    versions: issued.map(({ catalogue, statement }) => ({ ...statement, version: catalogue.version, note: catalogue.note, measures: catalogue.measures.length })),
  })
}
