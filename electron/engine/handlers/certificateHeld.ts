/** The certificate of a procedure, as it stands in the dossier. */
import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { dossierEventSchemas } from '../../../shared/dossier/events.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { parseBody } from '../../../shared/log/body.ts'
import { parseCertificate } from '../../../shared/silence/certificate.ts'
import type { Certificate } from '../../../shared/silence/certificateContent.ts'
import type { FoldedDossier, Session } from './context.ts'
import { findProcedure } from './silenceProcedure.ts'

export interface HeldCertificate {
  readonly folded: FoldedDossier
  /** As it was signed. */
  readonly bytes: Uint8Array
  readonly certificate: Certificate
}

export function heldCertificate(session: Session, dossier: DossierId, procedure: EventId): Result<HeldCertificate, Refusal> {
  const found = findProcedure(session, dossier, procedure)
  if (!found.ok) return found
  const { folded, silence } = found.value
  if (!silence.intakeClosed) return err(refusal('intake-open'))
  const stored = folded.events.find(({ event }) => event.id === silence.certified?.event)
  if (!stored) return err(refusal('event-unknown'))
  const body = parseBody(stored.event, dossierEventSchemas['silence.certified'])
  const certificate = body.ok ? parseCertificate(body.value.certificate) : body
  if (!body.ok || !certificate.ok) throw new Error('the fold counted a certificate that cannot be read')
  return ok({ folded, bytes: body.value.certificate, certificate: certificate.value })
}
