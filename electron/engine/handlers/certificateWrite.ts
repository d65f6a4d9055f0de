import { err, ok } from '../../../shared/base/result.ts'
import { dossierEventSchemas } from '../../../shared/dossier/events.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { parseBody } from '../../../shared/log/body.ts'
import { parseCertificate } from '../../../shared/silence/certificate.ts'
import { encodeCertificateHtml } from '../../../shared/silence/certificateHtml.ts'
import { encodeCertificateMarkdown } from '../../../shared/silence/certificateMarkdown.ts'
import { notedOrWithdrawn } from '../outgoing/target.ts'
import { writeCertificate } from '../outgoing/writeCertificate.ts'
import type { Handler } from './context.ts'
import { findProcedure } from './silenceProcedure.ts'

/** The signed file, and the same content to read, beside it. Whoever holds the dossier may write it: it is the setter's signature that counts. */
export const certificateWrite: Handler<'certificate.write'> = async ({ dossier, procedure, target }, session, context) => {
  const found = findProcedure(session, dossier, procedure)
  if (!found.ok) return found
  const { folded, silence } = found.value
  if (!silence.intakeClosed) return err(refusal('intake-open'))
  const stored = folded.events.find(({ event }) => event.id === silence.certified?.event)
  if (!stored) return err(refusal('event-unknown'))
  const body = parseBody(stored.event, dossierEventSchemas['silence.certified'])
  const certificate = body.ok ? parseCertificate(body.value.certificate) : body
  if (!body.ok || !certificate.ok) throw new Error('the fold counted a certificate that cannot be read')
  const place = context.files.redeem(target)
  if (place === null) return err(refusal('write-failed'))
  const written = await writeCertificate(place, certificate.value, {
    chcert: body.value.certificate, html: encodeCertificateHtml(certificate.value), md: encodeCertificateMarkdown(certificate.value),
  })
  if (!written.ok) return err(refusal(written.error))
  const { paths, ...files } = written.value
  await notedOrWithdrawn(paths, () => session.record('certificate.write', certificate.value.text.number, 'done', null, {
    dossier, marking: folded.state.marking, details: files.files.map((file): [string, string] => ['file', file.fileName]),
  }))
  return ok(files)
}
