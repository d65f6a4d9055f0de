import * as v from 'valibot'
import { delegationSchema } from '../base/delegations.ts'
import { hashSchema } from '../base/identifiers.ts'
import { certificateReportSchema } from '../silence/certificateReport.ts'
import { sourceSchema, targetSchema, writtenFileSchema } from './files.ts'
import { method } from './method.ts'
import { procedureRef } from './silenceMethods.ts'

export const certificateMethods = {
  /** What the certificate of a procedure says, for people. */
  'certificate.show': method({
    needs: 'vault', codes: ['dossier-unknown', 'procedure-unknown', 'intake-open', 'event-unknown'],
    input: v.strictObject(procedureRef), output: certificateReportSchema,
  }),
  /** Files side by side: the signed one (named in `fileName`), and its content to read as HTML, as Markdown, and as PDF where the host can print. */
  'certificate.write': method({
    needs: 'vault', codes: ['dossier-unknown', 'procedure-unknown', 'intake-open', 'event-unknown', 'write-failed', 'target-exists', 'verify-failed', 'disk-full'],
    input: v.strictObject({ ...procedureRef, target: targetSchema }),
    output: v.object({ ...writtenFileSchema.entries, files: v.array(writtenFileSchema) }),
  }),
  /** Without a vault: the certificate file against the setter's card. */
  'certificate.verify': method({
    needs: 'nothing', codes: ['file-missing', 'file-unreadable', 'file-too-large', 'not-a-certificate', 'certificate-altered', 'certificate-signature', 'certificate-inconsistent', 'not-a-card', 'card-altered'],
    input: v.strictObject({ certificate: sourceSchema, card: sourceSchema }),
    output: v.object({
      setter: v.string(), delegation: delegationSchema, outcomeWords: v.string(), broken: v.boolean(), textHash: hashSchema, number: v.string(), reference: v.string(),
      checked: v.array(v.string()), notProven: v.array(v.string()), report: certificateReportSchema,
    }),
  }),
} as const
