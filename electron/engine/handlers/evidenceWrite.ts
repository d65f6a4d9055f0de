import { err, ok } from '../../../shared/base/result.ts'
import { encodeEvidence } from '../../../shared/evidence/evidence.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { chooseTarget, notedOrWithdrawn } from '../outgoing/target.ts'
import { writeFile } from '../outgoing/writeFile.ts'
import type { VaultHandler } from './context.ts'
import { findingBy } from './evidenceFound.ts'

/** Signed bytes of others, without a body: what leaves names people and numbers, and no words of a dossier. */
export const evidenceWrite: VaultHandler<'evidence.write'> = async ({ evidence, target }, session, context) => {
  const finding = findingBy(evidence, session, context)
  if (finding === null || finding.evidence === null) return err(refusal('evidence-unknown'))
  const path = context.files.redeem(target)
  if (path === null) return err(refusal('write-failed'))
  const { about, kind } = finding.found
  const place = await (await chooseTarget(path, 1)).place(`${kind.toLowerCase()}-${about.toLowerCase()}.chevidence`)
  const written = await writeFile(place, encodeEvidence(finding.evidence))
  if (!written.ok) return err(refusal(written.error))
  await notedOrWithdrawn([place], () => session.transaction(() => session.record('evidence.written', `${written.value.fileName}: ${kind}, ${about}`, 'done', null)))
  return ok(written.value)
}
