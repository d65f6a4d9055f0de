import { err, ok } from '../../../shared/base/result.ts'
import { refusal, type Stage } from '../../../shared/ipc/refusal.ts'
import { verifyCertificate, type CertificateFault } from '../../../shared/silence/certificate.ts'
import { certificateReport } from '../../../shared/silence/certificateReport.ts'
import { readCard } from '../intake/readCard.ts'
import { readCertificate } from '../intake/readCertificate.ts'
import type { OpenHandler } from './context.ts'

const STAGE_OF: Readonly<Record<CertificateFault, Stage>> = {
  'not-a-certificate': 'container', 'certificate-altered': 'signature', 'certificate-signature': 'signature', 'certificate-inconsistent': 'policy',
}

/** Works without a vault: anybody who has the file and the setter's card can ask. */
export const certificateVerify: OpenHandler<'certificate.verify'> = async (input, context) => {
  const certificatePath = context.files.redeem(input.certificate)
  const cardPath = context.files.redeem(input.card)
  if (certificatePath === null || cardPath === null) return err(refusal('file-missing'))
  const bytes = await readCertificate(certificatePath)
  if (!bytes.ok) return err(refusal(bytes.error))
  const read = await readCard(cardPath, context)
  if (!read.ok) return err(refusal(read.error))
  const { card, installation, signingKey } = read.value
  const verified = verifyCertificate(bytes.value, { name: card.name, delegation: card.delegation, installation, signingKey }, context.verify)
  if (!verified.ok) return err(refusal(verified.error, {}, STAGE_OF[verified.error]))
  const { certificate, checked, notProven } = verified.value
  return ok({
    setter: card.name, delegation: card.delegation, outcomeWords: certificate.outcome.words, broken: certificate.outcome.broken,
    textHash: certificate.text.hash, number: certificate.text.number, reference: certificate.dossier.reference, checked: [...checked], notProven: [...notProven],
    report: certificateReport(certificate),
  })
}
