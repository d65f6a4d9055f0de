import { utf8 } from '../../../shared/base/bytes.ts'
import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { markingWords, pageMarkingLine } from '../../../shared/marking/words.ts'
import { encodeOverviewHtml, printedOverview } from '../outgoing/overviewHtml.ts'
import { chooseTarget, notedOrWithdrawn } from '../outgoing/target.ts'
import { writeFile } from '../outgoing/writeFile.ts'
import type { VaultHandler } from './context.ts'
import { silenceViews } from './silenceView.ts'

/** The overview leaves the vault in the clear, so its marking stands on every sheet and the register says so. */
export const silencePrint: VaultHandler<'silence.print'> = async ({ dossier, format, procedure, target }, session, context) => {
  const folded = session.dossier(dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  const nowUtcMs = context.now()
  const view = silenceViews(session, folded, nowUtcMs).find((one) => one.silence.procedure === procedure)
  if (!view) return err(refusal('procedure-unknown'))
  const page = { view, nowUtcMs, who: `${session.me.name} (${session.me.delegation})`, marking: pageMarkingLine(folded.state.marking, folded.state.exercise) }
  const bytes = format === 'html' ? utf8(encodeOverviewHtml(page)) : await context.print?.toPdf(printedOverview(page)) ?? null
  if (bytes === null) return err(refusal('print-unavailable'))
  const path = context.files.redeem(target)
  if (path === null) return err(refusal('write-failed'))
  const place = await (await chooseTarget(path, 1)).place(`silence-${view.number.replace(/[^A-Za-z0-9]+/g, '-')}.${format}`)
  const written = await writeFile(place, bytes)
  if (!written.ok) return err(refusal(written.error))
  await notedOrWithdrawn([place], () => session.record('silence.overviewWritten', view.number, 'done', null, {
    dossier, marking: folded.state.marking, details: [['file', written.value.fileName], ['hash', context.hash(bytes)], ['marking', markingWords(folded.state.marking).join(' ')]],
  }))
  return ok(written.value)
}
