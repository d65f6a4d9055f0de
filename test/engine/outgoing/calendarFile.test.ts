import { describe, expect, test } from 'vitest'
import { encodeCalendar, type CalendarEntry } from '../../../electron/engine/outgoing/calendarFile.ts'
import { readDeadline } from '../../../shared/silence/deadline.ts'

function entry(wallTime: string, zone: string, changes: Partial<CalendarEntry> = {}): CalendarEntry {
  const deadline = readDeadline(wallTime, zone, 0)
  if (!deadline.ok) throw new Error(deadline.error.code)
  return { deadline: deadline.value, uid: 'ab'.repeat(32), sequence: 0, about: null, alarmMinutes: [60], nowUtcMs: Date.UTC(2031, 5, 1, 8), ...changes }
}
/** RFC 5545, section 3.1: a line that begins with a space goes on with the one before. */
const linesOf = (file: string): string[] => file.replaceAll('\r\n ', '').split('\r\n').filter((line) => line !== '')

describe('a deadline as a calendar file', () => {
  test('ends every line by CRLF, and none is longer than 75 octets', () => {
    const file = encodeCalendar(entry('2031-06-12T17:00', 'Europe/Brussels', { about: '9114/2/31 REV 2: Draft Council conclusions on the protection of port and ferry systems, northern basin' }))
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  })
  test('stands at its wall time in its zone, with the offset of that moment, and says the instant in UTC', () => {
    const lines = linesOf(encodeCalendar(entry('2031-06-12T17:00', 'Europe/Brussels')))
    expect(lines).toContain('DTSTART;TZID=Europe/Brussels:20310612T170000')
    expect(lines.slice(lines.indexOf('BEGIN:VTIMEZONE'), lines.indexOf('END:VTIMEZONE'))).toEqual(expect.arrayContaining(['TZID:Europe/Brussels', 'TZOFFSETTO:+0200']))
    expect(lines).toContain('DTSTAMP:20310601T080000Z')
    expect(lines.find((line) => line.startsWith('DESCRIPTION'))).toMatch(/12 June 2031\\, 15:00:00 UTC/)
    expect(lines).toContain('TRIGGER:-PT1H')
  })
  test.each([['2031-12-01T17:00', 'Europe/Brussels', '+0100'], ['2031-06-12T17:00', 'Asia/Kathmandu', '+0545'], ['2031-06-12T17:00', 'America/St_Johns', '-0230']])('%s in %s has the offset %s', (wallTime, zone, offset) => {
    expect(linesOf(encodeCalendar(entry(wallTime, zone)))).toContain(`TZOFFSETTO:${offset}`)
  })
  test('says nothing of what it is about, unless the person wants it', () => {
    const about = '9114/2/31 REV 2: Ferries'
    const silent = encodeCalendar(entry('2031-06-12T17:00', 'Europe/Brussels'))
    expect(silent).toContain('SUMMARY:Deadline')
    for (const word of ['9114', 'Ferries', 'Silence', 'silence']) expect(silent).not.toContain(word)
    expect(linesOf(encodeCalendar(entry('2031-06-12T17:00', 'Europe/Brussels', { about })))).toContain(`SUMMARY:Silence ends: ${about}`)
  })
  test('keeps its identity when the deadline moves, and counts the moves', () => {
    const [first, moved] = [0, 1].map((sequence) => linesOf(encodeCalendar(entry('2031-06-12T17:00', 'Europe/Brussels', { sequence }))))
    expect(first?.find((line) => line.startsWith('UID'))).toBe(moved?.find((line) => line.startsWith('UID')))
    expect(moved).toContain('SEQUENCE:1')
  })
})
