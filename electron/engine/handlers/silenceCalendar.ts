import { utf8 } from '../../../shared/base/bytes.ts'
import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { encodeCalendar } from '../outgoing/calendarFile.ts'
import { chooseTarget, notedOrWithdrawn } from '../outgoing/target.ts'
import { writeFile } from '../outgoing/writeFile.ts'
import type { Handler } from './context.ts'
import { findProcedure, hasEnded, isSuspended, revisionUnder } from './silenceProcedure.ts'
import { documentNumber } from '../../../shared/text/revision.ts'

/** A calendar is read by other programs, often by a telephone: without the person's word it holds a time and nothing else. */
export const silenceCalendar: Handler<'silence.calendar'> = async ({ alarmMinutes, dossier, named, procedure, target }, session, context) => {
  const found = findProcedure(session, dossier, procedure)
  if (!found.ok) return found
  const { folded, silence } = found.value
  if (hasEnded(silence)) return err(refusal('procedure-ended'))
  if (isSuspended(silence)) return err(refusal('procedure-suspended'))
  const revision = revisionUnder(folded, silence)
  const about = named ? `${documentNumber(revision.cover, revision.rev)}: ${revision.title}` : null
  const bytes = utf8(encodeCalendar({ deadline: silence.deadline, sequence: silence.extensions.length + silence.suspensions.length, uid: context.hash(utf8(`chancery/calendar/v1\0${procedure}`)), about, alarmMinutes, nowUtcMs: context.now() }))
  const path = context.files.redeem(target)
  if (path === null) return err(refusal('write-failed'))
  const place = await (await chooseTarget(path, 1)).place(`deadline-${silence.deadline.wallTime.slice(0, 10)}.ics`)
  const written = await writeFile(place, bytes)
  if (!written.ok) return err(refusal(written.error))
  await notedOrWithdrawn([place], () => session.record('silence.calendarWritten', documentNumber(revision.cover, revision.rev), 'done', null, {
    dossier, marking: folded.state.marking, details: [['file', written.value.fileName], ['named', named ? 'yes' : 'no']],
  }))
  return ok(written.value)
}
