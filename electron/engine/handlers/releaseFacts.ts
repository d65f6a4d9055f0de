/** What the release gate has to know of the dossiers and events that are here: their markings, lists, originators and consents. */
import * as v from 'valibot'
import { delegationSchema, type Delegation } from '../../../shared/base/delegations.ts'
import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import type { CircleState } from '../../../shared/circle/roster.ts'
import type { Consent } from '../../../shared/dossier/state.ts'
import { parseBody } from '../../../shared/log/body.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { markingSchema } from '../../../shared/marking/marking.ts'
import type { ReleasedDossier, ReleasedItem } from '../../../shared/marking/release.ts'
import type { Session, VaultSession } from './context.ts'
import { dossierOpening, type DossierOpening } from './eventSubject.ts'

export interface DossierFacts {
  readonly opening: DossierOpening
  readonly release: ReleasedDossier
  /** Null for what is marked as its dossier is and went with it to everybody. */
  item(event: VerifiedEvent): ReleasedItem | null
}

/** Null where the opening of the dossier is not here: without its list nothing of it goes. */
export function dossierFacts(dossier: DossierId, state: CircleState, session: VaultSession): DossierFacts | null {
  const opening = dossierOpening(session.held, dossier)
  if (opening === null) return null
  const consents = Map.groupBy(consentsIn(dossier, session), (consent) => consent.item)
  const consentedTo = (event: EventId): ReadonlySet<Delegation> => new Set(consents.get(event)?.flatMap((consent) => consent.recipients))
  return {
    opening,
    release: { distribution: opening.distribution, releasableTo: opening.marking.releasableTo, consentedTo: consentedTo(opening.event) },
    item(event) {
      const own = ownMarking(event)
      if (own === null) return null
      const originator = delegationOf(event, state)
      // Who said it cannot be told from this roster, so that nobody can be asked: it stays.
      return originator === null ? { originator: 'GSC', marking: 'unreadable', limitedTo: [], consentedTo: new Set() } : { originator, ...own, consentedTo: consentedTo(event.id) }
    },
  }
}

export function delegationOf(event: VerifiedEvent, state: CircleState): Delegation | null {
  return state.entries.findLast((entry) => entry.installation === event.header.log)?.delegation ?? null
}

function consentsIn(dossier: DossierId, session: Pick<Session, 'dossier'>): readonly Consent[] {
  return session.dossier(dossier)?.state.consents ?? []
}

type OwnMarking = Pick<ReleasedItem, 'marking' | 'limitedTo'>

/** By the field and not by the type: what a later version marks is held to its marking by this one. */
const markedSchema = v.object({ marking: v.unknown() })
const limitedSchema = v.object({ limitedTo: v.nullish(v.array(delegationSchema), null) })

/** An event never changes: what was once read from it is kept as long as it. */
const markings = new WeakMap<VerifiedEvent, OwnMarking | null>()

function ownMarking(event: VerifiedEvent): OwnMarking | null {
  const known = markings.get(event)
  if (known !== undefined) return known
  const read = readMarking(event)
  markings.set(event, read)
  return read
}

function readMarking(event: VerifiedEvent): OwnMarking | null {
  if (event.header.type === 'dossier.opened') return null
  const marked = parseBody(event, markedSchema)
  if (!marked.ok) return null
  const marking = v.safeParse(v.nullable(markingSchema), marked.value.marking)
  const limited = parseBody(event, limitedSchema)
  if (!marking.success || !limited.ok) return { marking: 'unreadable', limitedTo: null }
  const { limitedTo } = limited.value
  return marking.output === null && limitedTo === null ? null : { marking: marking.output, limitedTo }
}

/** Whether the body of an event could be held back from somebody to whom the event goes. */
export function canBeHeld(event: VerifiedEvent): boolean {
  return event.signed.body === null || ownMarking(event) !== null
}

