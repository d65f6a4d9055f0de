import { ok } from '../../../shared/base/result.ts'
import { certificateReport } from '../../../shared/silence/certificateReport.ts'
import type { Handler } from './context.ts'
import { heldCertificate } from './certificateHeld.ts'

export const certificateShow: Handler<'certificate.show'> = async ({ dossier, procedure }, session) => {
  const held = heldCertificate(session, dossier, procedure)
  return held.ok ? ok(certificateReport(held.value.certificate)) : held
}
