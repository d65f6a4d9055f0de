/** What an event concerns, in the words of the dossier: for the register, the export plan and the import preview. */
import * as v from 'valibot'
import type { DossierId, EventId, InstallationId } from '../../../shared/base/identifiers.ts'
import { circleFoundedSchema, rosterChangedSchema } from '../../../shared/circle/events.ts'
import { markingSchema, type Marking } from '../../../shared/marking/marking.ts'
import { parseBody } from '../../../shared/log/body.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { DOSSIER_KINDS } from '../../../shared/dossier/events.ts'
import { revLabel } from '../../../shared/text/revision.ts'
import { dossierIdOf } from '../../../shared/dossier/identity.ts'
import { hasher } from '../keys/index.ts'
import { delegationSchema, type Delegation } from '../../../shared/base/delegations.ts'

/** Where the events are found that give others their names. */
export interface SubjectSource {
  get(id: EventId): { readonly event: VerifiedEvent } | null
  inDossier(dossier: DossierId): readonly { readonly event: VerifiedEvent }[]
}

const openedSchema = v.object({
  reference: v.string(), title: v.string(), kind: v.picklist(DOSSIER_KINDS), marking: markingSchema, distribution: v.array(delegationSchema),
  nonce: v.instance(Uint8Array),
})
const revisionSchema = v.object({ title: v.string(), rev: v.number() })
const titledSchema = v.object({ title: v.string() })
const namedFileSchema = v.object({ name: v.string() })
const consentedSchema = v.object({ item: v.string() })
const destroyedSchema = v.object({ attachment: v.string() })
const amendedSchema = v.object({ against: v.string() })
const procedureSchema = v.object({ revision: v.string() })

/** The opening of a dossier, as far as the exchange needs it. */
export interface DossierOpening {
  readonly reference: string
  readonly title: string
  readonly exercise: boolean
  readonly marking: Marking
  readonly distribution: readonly Delegation[]
  readonly openedBy: InstallationId
  readonly event: EventId
}

/** Types that have a name of their own, which others that build on them go by. */
const NAMING: readonly string[] = ['text.revIssued', 'attachment.added', 'contribution.added']

/** Bodies are large and never change: what was once read from one is kept as long as the event. */
const subjects = new WeakMap<VerifiedEvent, string>()
const openings = new WeakMap<VerifiedEvent, DossierOpening>()

/** Null where the event that opened the dossier is not here, or has no body. */
export function dossierOpening(source: SubjectSource, dossier: DossierId): DossierOpening | null {
  for (const { event } of source.inDossier(dossier)) {
    const opening = event.header.type === 'dossier.opened' ? openings.get(event) ?? readOpening(event, dossier) : null
    if (opening !== null) return opening
  }
  return null
}

/** Null for an opening by somebody whose dossier this is not: it must not widen the distribution list. */
function readOpening(event: VerifiedEvent, dossier: DossierId): DossierOpening | null {
  const body = parseBody(event, openedSchema)
  const { circle, log } = event.header
  if (!body.ok || dossierIdOf({ circle, log, nonce: body.value.nonce }, hasher) !== dossier) return null
  const { reference, title, kind, marking, distribution } = body.value
  const opening = { reference, title, exercise: kind === 'exercise', marking, distribution, openedBy: event.header.log, event: event.id }
  openings.set(event, opening)
  return opening
}

export function subjectOf(event: VerifiedEvent, source: SubjectSource): string {
  const known = subjects.get(event)
  if (known !== undefined) return known
  const subject = ownSubject(event, source) ?? dossierTitle(event.header.dossier, source)
  subjects.set(event, subject)
  return subject
}

export function dossierTitle(dossier: DossierId | null, source: SubjectSource): string {
  const opening = dossier === null ? null : dossierOpening(source, dossier)
  return opening ? `${opening.reference} ${opening.title}` : ''
}

function ownSubject(event: VerifiedEvent, source: SubjectSource): string | null {
  switch (event.header.type) {
    case 'circle.founded': return namedIn(event, v.pipe(circleFoundedSchema, v.transform((body) => body.name)))
    case 'roster.changed': return namedIn(event, v.pipe(rosterChangedSchema, v.transform((body) => `roster ${body.epoch}`)))
    case 'text.revIssued': return namedIn(event, v.pipe(revisionSchema, v.transform((body) => `${body.title}, ${revLabel(body.rev)}`)))
    case 'contribution.added': return namedIn(event, v.pipe(titledSchema, v.transform((body) => body.title)))
    case 'attachment.added': return namedIn(event, v.pipe(namedFileSchema, v.transform((body) => body.name)))
    case 'attachment.destroyed': return subjectBehind(event, v.pipe(destroyedSchema, v.transform((body) => body.attachment)), source)
    case 'release.consented': return subjectBehind(event, v.pipe(consentedSchema, v.transform((body) => body.item)), source)
    case 'text.amended': return subjectBehind(event, v.pipe(amendedSchema, v.transform((body) => body.against)), source)
    case 'text.commented': return subjectBehind(event, v.pipe(amendedSchema, v.transform((body) => body.against)), source)
    case 'silence.opened': case 'silence.drafted': case 'reservation.entered': return subjectBehind(event, v.pipe(procedureSchema, v.transform((body) => body.revision)), source)
    default: return null
  }
}

function namedIn(event: VerifiedEvent, schema: v.GenericSchema<unknown, string>): string | null {
  const body = parseBody(event, schema)
  return body.ok ? body.value : null
}

function subjectBehind(event: VerifiedEvent, schema: v.GenericSchema<unknown, string>, source: SubjectSource): string | null {
  const other = namedIn(event, schema)
  const found = other === null ? null : source.get(other as EventId)
  return found && found.event.id !== event.id && NAMING.includes(found.event.header.type) ? subjectOf(found.event, source) : null
}
