import { describe, expect, test } from 'vitest'
import { deadlineAgrees, earliestDeadlineUtcMs, readDeadline } from '../../../shared/silence/deadline.ts'
import { PROFILES } from '../../../shared/silence/profiles.ts'

const BEFORE = Date.UTC(2017, 4, 16)

describe('a deadline', () => {
  test('is a wall time in a zone and the instant it denotes', () => {
    expect(readDeadline('2017-05-17T17:00', 'Europe/Brussels', BEFORE))
      .toEqual({ ok: true, value: { wallTime: '2017-05-17T17:00', zone: 'Europe/Brussels', utcMs: Date.UTC(2017, 4, 17, 15) } })
  })

  test('keeps the name of the zone as the database writes it', () => {
    expect(readDeadline('2017-05-17T17:00', 'europe/BRUSSELS', BEFORE)).toMatchObject({ ok: true, value: { zone: 'Europe/Brussels' } })
  })

  test('that does not exist is refused with both readings', () => {
    expect(readDeadline('2024-03-31T02:30', 'Europe/Brussels', BEFORE)).toEqual({
      ok: false, error: {
        code: 'deadline-nonexistent',
        earlier: { wallTime: '2024-03-31T01:30', offset: '+01:00', utcMs: Date.UTC(2024, 2, 31, 0, 30) },
        later: { wallTime: '2024-03-31T03:30', offset: '+02:00', utcMs: Date.UTC(2024, 2, 31, 1, 30) },
      },
    })
  })

  test('that exists twice is refused with both readings', () => {
    expect(readDeadline('2024-10-27T02:30', 'Europe/Brussels', BEFORE)).toEqual({
      ok: false, error: {
        code: 'deadline-ambiguous',
        earlier: { wallTime: '2024-10-27T02:30', offset: '+02:00', utcMs: Date.UTC(2024, 9, 27, 0, 30) },
        later: { wallTime: '2024-10-27T02:30', offset: '+01:00', utcMs: Date.UTC(2024, 9, 27, 1, 30) },
      },
    })
  })

  test('is past from its very instant on', () => {
    const instant = Date.UTC(2017, 4, 17, 15)
    expect(readDeadline('2017-05-17T17:00', 'Europe/Brussels', instant)).toEqual({ ok: false, error: { code: 'deadline-past', utcMs: instant } })
    expect(readDeadline('2017-05-17T17:00', 'Europe/Brussels', instant - 1).ok).toBe(true)
  })

  test.each(['Mars/Base', '+02:00', '', 'Europe/', '../etc', 'Europe/Brussels\n'])('in the zone %j is refused', (zone) => {
    expect(readDeadline('2017-05-17T17:00', zone, BEFORE)).toEqual({ ok: false, error: { code: 'zone-unknown' } })
  })

  test.each(['2017-02-30T17:00', '2017-05-17T24:00', '2017-05-17T17:60', '2017-5-17T17:00', '2017-05-17 17:00', '2017-05-17T17:00:00', '2017-05-17T17:00Z', ''])(
    'written %j is not a wall time', (wallTime) => {
      expect(readDeadline(wallTime, 'Europe/Brussels', BEFORE)).toEqual({ ok: false, error: { code: 'malformed' } })
    })

  test('from elsewhere agrees only where wall time and instant are one moment', () => {
    const utcMs = Date.UTC(2017, 4, 17, 15)
    expect(deadlineAgrees({ wallTime: '2017-05-17T17:00', zone: 'Europe/Brussels', utcMs })).toBe(true)
    expect(deadlineAgrees({ wallTime: '2017-05-17T17:00', zone: 'Europe/Brussels', utcMs: utcMs + 1 })).toBe(false)
    expect(deadlineAgrees({ wallTime: '2017-05-17T17:00', zone: 'Nowhere', utcMs })).toBe(false)
  })

  test('under decision 74/544 lies at least 72 hours ahead, under the others at any time', () => {
    expect(earliestDeadlineUtcMs(PROFILES['unga-74-544'], BEFORE)).toBe(BEFORE + 72 * 3_600_000)
    expect(earliestDeadlineUtcMs(PROFILES['working-party'], BEFORE)).toBe(BEFORE)
  })
})
