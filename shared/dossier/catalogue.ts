/**
 * The list of measures as a circle has issued it: an event of the circle, outside any dossier, so that it travels with the roster. Until
 * there is one, the working list that the program brings stands as version 0. log/FORMAT.md section 5b.
 */
import type { EventId } from '../base/identifiers.ts'
import { quarantined } from '../circle/quarantine.ts'
import { entryAt, type CircleState } from '../circle/roster.ts'
import type { Role } from '../circle/events.ts'
import { parseBody } from '../log/body.ts'
import { circleOf } from '../log/encode.ts'
import { causalOrder } from '../log/causal.ts'
import type { VerifiedEvent } from '../log/event.ts'
import { withoutFrozen } from '../log/frozen.ts'
import { catalogueSchema, type Catalogue, type Measure, type MeasureRef } from '../toolbox/measure.ts'
import { WORKING_LIST } from '../toolbox/workingList.ts'
import type { Statement } from './state.ts'

export const CATALOGUE_ISSUED = 'catalogue.issued'
export const ISSUES_CATALOGUES: readonly Role[] = ['secretariat', 'chair']

export interface IssuedCatalogue {
  readonly catalogue: Catalogue
  readonly statement: Statement
}

/** Ascending by version, without gaps; what is quarantined is passed over: give it whole logs. Of two that claim one version the causally first counts, then the lowest identifier. */
export function foldCatalogues(circle: CircleState, events: readonly VerifiedEvent[]): IssuedCatalogue[] {
  const issued: IssuedCatalogue[] = []
  const own = events.filter((event) => circleOf(event) === circle.circle && event.header.dossier === null)
  if (!own.some((event) => event.header.type === CATALOGUE_ISSUED)) return issued
  for (const event of causalOrder(withoutFrozen(own, quarantined(circle, own)))) {
    const one = event.header.type === CATALOGUE_ISSUED ? readOne(circle, event) : null
    if (one !== null && one.catalogue.version === issued.length + 1) issued.push(one)
  }
  return issued
}

function readOne(circle: CircleState, event: VerifiedEvent): IssuedCatalogue | null {
  const { log, rosterEpoch, claimedAtUtcMs } = event.header
  const entry = rosterEpoch <= circle.epoch ? entryAt(circle, log, rosterEpoch) : null
  if (entry === null || !entry.roles.some((role) => ISSUES_CATALOGUES.includes(role))) return null
  const body = parseBody(event, catalogueSchema)
  if (!body.ok) return null
  const statement = { event: event.id satisfies EventId, author: entry.installation, person: entry.name, delegation: entry.delegation, claimedAtUtcMs }
  return { catalogue: body.value, statement }
}

/** The measures of one version; of 0, and of a version that is not here, the working list. */
export function measuresOf(issued: readonly IssuedCatalogue[], version: number): readonly Measure[] {
  return issued.find((one) => one.catalogue.version === version)?.catalogue.measures ?? WORKING_LIST
}

/** The measure as it was chosen; null where that version does not hold it. */
export function chosenMeasure(issued: readonly IssuedCatalogue[], chosen: MeasureRef): Measure | null {
  return measuresOf(issued, chosen.catalogue).find((measure) => measure.id === chosen.measure) ?? null
}
