import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { encodeCertificateHtml, printedCertificate } from '../../../shared/silence/certificateHtml.ts'
import { encodeCertificateMarkdown } from '../../../shared/silence/certificateMarkdown.ts'
import { notedOrWithdrawn } from '../outgoing/target.ts'
import { writeCertificate } from '../outgoing/writeCertificate.ts'
import { heldCertificate } from './certificateHeld.ts'
import type { Handler } from './context.ts'

/** The signed file, and the same content to read, beside it. Whoever holds the dossier may write it: it is the setter's signature that counts. */
export const certificateWrite: Handler<'certificate.write'> = async ({ dossier, procedure, target }, session, context) => {
  const held = heldCertificate(session, dossier, procedure)
  if (!held.ok) return held
  const { bytes, certificate, folded } = held.value
  const pdf = context.print === null ? null : await context.print.toPdf(printedCertificate(certificate))
  const place = context.files.redeem(target)
  if (place === null) return err(refusal('write-failed'))
  const written = await writeCertificate(place, certificate, { chcert: bytes, html: encodeCertificateHtml(certificate), md: encodeCertificateMarkdown(certificate), pdf })
  if (!written.ok) return err(refusal(written.error))
  const { paths, ...files } = written.value
  await notedOrWithdrawn(paths, () => session.record('certificate.write', certificate.text.number, 'done', null, {
    dossier, marking: folded.state.marking, details: files.files.map((file): [string, string] => ['file', file.fileName]),
  }))
  return ok(files)
}
