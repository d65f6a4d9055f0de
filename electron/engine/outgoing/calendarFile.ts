/**
 * A deadline as a calendar file: RFC 5545, lines ended by CRLF. The event stands at its wall time with TZID; its stamp and its description
 * are in UTC, so that a program which knows the zone otherwise is found out. Alarms are so many minutes before.
 */
import ical, { ICalAlarmType, ICalEventBusyStatus, ICalEventClass } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import type { Deadline } from '../../../shared/silence/procedure.ts'
import { instantWords } from '../../../shared/silence/timeWords.ts'

export interface CalendarEntry {
  readonly deadline: Deadline
  /** Tells an entry apart from others and finds it again when the deadline moves; says nothing. */
  readonly uid: string
  /** How often the deadline has moved. */
  readonly sequence: number
  /** What it is about; null where the person does not want that in a calendar. */
  readonly about: string | null
  readonly alarmMinutes: readonly number[]
  readonly nowUtcMs: number
}

export function encodeCalendar({ about, alarmMinutes, deadline, nowUtcMs, sequence, uid }: CalendarEntry): string {
  const at = Temporal.Instant.fromEpochMilliseconds(deadline.utcMs).toZonedDateTimeISO(deadline.zone)
  const calendar = ical({ prodId: { company: 'Chancery', product: 'Chancery', language: 'EN' } })
  const wallTime = at.toPlainDateTime().toString({ smallestUnit: 'second' })
  const event = calendar.createEvent({
    id: uid, sequence, start: wallTime, end: wallTime, timezone: deadline.zone, stamp: new Date(nowUtcMs), class: ICalEventClass.CONFIDENTIAL, busystatus: ICalEventBusyStatus.FREE,
    summary: about === null ? 'Deadline' : `Silence ends: ${about}`, description: `${instantWords(deadline.utcMs)}.`,
  })
  for (const minutes of alarmMinutes) {
    event.createAlarm({ type: ICalAlarmType.display, trigger: minutes * 60, description: 'Deadline' })
  }
  // A zone set on the calendar itself would take the Z from the stamp, so the definition of the zone goes in beside the event.
  return calendar.toString().replace('BEGIN:VEVENT', () => `${observance(at)}\r\nBEGIN:VEVENT`)
}

/** RFC 5545, section 3.6.5: the offset that holds at the deadline is all that this one event needs. */
function observance(at: Temporal.ZonedDateTime): string {
  const offset = at.offset.replace(':', '').slice(0, 5)
  return [
    'BEGIN:VTIMEZONE', `TZID:${at.timeZoneId}`, 'BEGIN:STANDARD', 'DTSTART:19700101T000000', `TZOFFSETFROM:${offset}`, `TZOFFSETTO:${offset}`, 'END:STANDARD', 'END:VTIMEZONE',
  ].join('\r\n')
}
