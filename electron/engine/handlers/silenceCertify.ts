import { err, ok } from '../../../shared/base/result.ts'
import { certificateOf } from '../../../shared/dossier/certificateOf.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { composeCertificate, verifyCertificate } from '../../../shared/silence/certificate.ts'
import type { VaultHandler } from './context.ts'
import { myEntry } from './dossierPermission.ts'
import { findAsSetter, type FoundProcedure } from './silenceProcedure.ts'
import { sentTimes } from './silenceSent.ts'
import { receiptsFor, silenceRows } from './silenceView.ts'

/** A procedure that is certified already keeps its certificate. */
export const silenceCertify: VaultHandler<'silence.certify'> = async ({ dossier, procedure }, session, context) => {
  const found = findAsSetter(session, dossier, procedure)
  if (!found.ok) return found
  const { folded, silence } = found.value
  if (silence.certified) return ok({ event: silence.certified.event })
  const entry = myEntry(session, folded.circle)
  if (!entry || !silence.intakeClosed) return err(refusal('intake-open'))
  const by = { name: entry.name, delegation: entry.delegation, installation: entry.installation }
  const rows = silenceRows(folded, silence, { receipts: receiptsFor(session, folded), sent: sentTimes(session, folded.circle, [procedure]) })
  const knows = { rows, admittedAt: admissions(found.value), by, signedWith: entry.fingerprint, nowUtcMs: context.now() }
  const certificate = composeCertificate(certificateOf(folded, { ...silence, intakeClosed: silence.intakeClosed }, knows), session.signerIn(folded.circle.circle))
  const checked = verifyCertificate(certificate, { ...by, installation: entry.fingerprint, signingKey: entry.signingKey }, context.verify)
  if (!checked.ok) throw new Error(`a certificate of our own does not verify: ${checked.error}`)
  return ok({ event: session.author({ circle: folded.circle.circle, dossier }, 'silence.certified', { procedure, certificate }) })
}

function admissions({ folded }: FoundProcedure): ReadonlyMap<string, number> {
  return new Map(folded.events.map(({ event, admittedAtUtcMs }) => [event.id, admittedAtUtcMs]))
}
