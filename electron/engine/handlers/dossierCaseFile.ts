import { utf8 } from '../../../shared/base/bytes.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { encodeCaseFile, type CaseFileStamp } from '../../../shared/dossier/caseFileHtml.ts'
import type { DossierState } from '../../../shared/dossier/state.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { pageMarkingLine } from '../../../shared/marking/words.ts'
import { chooseTarget, notedOrWithdrawn } from '../outgoing/target.ts'
import { writeFile } from '../outgoing/writeFile.ts'
import type { HandlerContext, VaultHandler } from './context.ts'
import { shownState } from './dossierApart.ts'

/** In the clear, marked on every sheet, with the place of this machine's register and the state of the dossier, so that a reader can tell what it was printed from. */
export const dossierCaseFile: VaultHandler<'dossier.caseFile'> = async ({ dossier, format, target, acknowledged }, session, context) => {
  const folded = session.dossier(dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  if (!acknowledged) return err(refusal('clear-not-acknowledged'))
  const { register } = session.store
  const stamp = { madeAtUtcMs: context.now(), who: `${session.me.name} (${session.me.delegation})`, register: { seq: register.count(), hash: register.head() ?? 'none' }, stateHash: folded.stateHash }
  const state = shownState(session, folded)
  const bytes = await encode(state, stamp, format, context)
  if (!bytes.ok) return bytes
  const path = context.files.redeem(target)
  if (path === null) return err(refusal('write-failed'))
  const place = await (await chooseTarget(path, 1)).place(`case-file-${new Date(context.now()).toISOString().slice(0, 10)}.${format}`)
  const written = await writeFile(place, bytes.value)
  if (!written.ok) return err(refusal(written.error))
  const details: [string, string][] = [['file', written.value.fileName], ['hash', context.hash(bytes.value)]]
  await notedOrWithdrawn([place], () => session.record('dossier.caseFile', `${state.reference} ${state.title}`, 'done', null, { dossier, marking: state.marking, details }))
  return ok(written.value)
}

async function encode(state: DossierState, stamp: CaseFileStamp, format: Input<'dossier.caseFile'>['format'], { print }: HandlerContext): Promise<Result<Uint8Array, Refusal>> {
  if (format === 'html') return ok(utf8(encodeCaseFile(state, stamp)))
  const page = { html: encodeCaseFile(state, stamp, 'printer'), marking: pageMarkingLine(state.marking, state.exercise), headLeft: state.reference, headRight: '' }
  const pdf = print === null ? null : await print.toPdf(page)
  return pdf === null ? err(refusal('print-unavailable')) : ok(pdf)
}
