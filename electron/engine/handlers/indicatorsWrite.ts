import { hex, utf8 } from '../../../shared/base/bytes.ts'
import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { pageMarkingLine } from '../../../shared/marking/words.ts'
import { writeMisp } from '../../../shared/toolbox/misp.ts'
import { writeStix } from '../../../shared/toolbox/stix.ts'
import { beyondStix, hasForm } from '../../../shared/toolbox/stixLimits.ts'
import { chooseTarget, notedOrWithdrawn } from '../outgoing/target.ts'
import { writeFile } from '../outgoing/writeFile.ts'
import type { Handler, HandlerContext } from './context.ts'

/** In the clear, after the person has said that it knows. The name of the file says nothing of what is in it, but that it is an exercise. */
export const indicatorsWrite: Handler<'indicators.write'> = async ({ dossier, entry, format, target, acknowledged }, session, context) => {
  const folded = session.dossier(dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  const { exercise } = folded.state
  const found = folded.state.entries.find((one) => one.event === entry && one.withdrawn === null)
  const content = found?.content
  if (content?.kind !== 'indicators') return err(refusal('event-unknown'))
  if (format === 'stix' && !content.indicators.some(hasForm)) return err(refusal('nothing-for-stix'))
  if (!acknowledged) return err(refusal('clear-not-acknowledged'))
  const marking = found?.marking ?? folded.state.marking
  const stamp = { uuid: () => uuid(context), nowUtcMs: context.now(), marking: pageMarkingLine(marking, exercise), tlp: marking.tlp, exercise }
  const bytes = utf8((format === 'stix' ? writeStix : writeMisp)(content.title, content.indicators, stamp))
  const path = context.files.redeem(target)
  if (path === null) return err(refusal('write-failed'))
  const place = await (await chooseTarget(path, 1)).place(`${exercise ? 'exercise-' : ''}indicators-${new Date(context.now()).toISOString().slice(0, 10)}.${format}.json`)
  const written = await writeFile(place, bytes)
  if (!written.ok) return err(refusal(written.error))
  const details: [string, string][] = [['file', written.value.fileName], ['hash', context.hash(bytes)], ['event', entry]]
  await notedOrWithdrawn([place], () => session.record('indicators.write', content.title, 'done', null, { dossier, marking: folded.state.marking, details }))
  return ok({ ...written.value, beyond: format === 'stix' ? beyondStix(content.indicators) : [] })
}

/** RFC 4122, version 4. */
function uuid({ random }: HandlerContext): string {
  const bytes = random(16)
  const digits = hex(bytes)
  const variant = ['8', '9', 'a', 'b'][(bytes[8] ?? 0) & 3] ?? '8'
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`
}
