/**
 * A deadline is a wall time in a named zone and the instant it denotes. Where clocks change, a wall time may not exist or exist twice:
 * such a one is refused with both readings, never guessed. DOMAIN: RFC 9557 zones, `Europe/Brussels` by default.
 */
import { Temporal } from 'temporal-polyfill'
import { err, ok, type Result } from '../base/result.ts'
import type { Deadline } from './procedure.ts'
import type { ProfileRules } from './profile.ts'

/** One of the two instants that a wall time could mean. */
export interface DeadlineReading {
  /** `YYYY-MM-DDTHH:MM` as the clocks on the wall would show it. */
  readonly wallTime: string
  /** `+02:00`. */
  readonly offset: string
  readonly utcMs: number
}

export type DeadlineFault =
  | { readonly code: 'malformed' }
  | { readonly code: 'zone-unknown' }
  | { readonly code: 'deadline-past'; readonly utcMs: number }
  | { readonly code: 'deadline-nonexistent' | 'deadline-ambiguous'; readonly earlier: DeadlineReading; readonly later: DeadlineReading }

const WALL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/
/** Names of the IANA database only: an offset such as `+02:00` is no place and knows no summer time. */
const ZONE_NAME = /^[A-Za-z][A-Za-z_]*(?:\/[A-Za-z0-9_+-]+)*$/
const MINUTE_LENGTH = 16

/** `malformed` is anything but a date of the calendar and a minute of the day. */
export function readDeadline(wallTime: string, zone: string, nowUtcMs: number): Result<Deadline, DeadlineFault> {
  const local = parseWallTime(wallTime)
  if (local === null) return err({ code: 'malformed' })
  const readings = readingsOf(local, zone)
  if (readings === null) return err({ code: 'zone-unknown' })
  const [earlier, later] = readings
  if (!earlier.equals(later)) {
    const exists = earlier.toPlainDateTime().equals(local)
    return err({ code: exists ? 'deadline-ambiguous' : 'deadline-nonexistent', earlier: reading(earlier), later: reading(later) })
  }
  const utcMs = earlier.epochMilliseconds
  return utcMs <= nowUtcMs ? err({ code: 'deadline-past', utcMs }) : ok({ wallTime, zone: earlier.timeZoneId, utcMs })
}

/** Whether wall time and instant of a deadline that came from elsewhere denote the same moment by the rules known here. */
export function deadlineAgrees(deadline: Deadline): boolean {
  const read = readDeadline(deadline.wallTime, deadline.zone, Number.NEGATIVE_INFINITY)
  return read.ok && read.value.utcMs === deadline.utcMs
}

/** The earliest instant that the profile's minimum time allows; `nowUtcMs` itself where there is none. */
export function earliestDeadlineUtcMs(profile: Pick<ProfileRules, 'minimumHours'>, nowUtcMs: number): number {
  return nowUtcMs + (profile.minimumHours ?? 0) * 3_600_000
}

function parseWallTime(wallTime: string): Temporal.PlainDateTime | null {
  if (!WALL_TIME.test(wallTime)) return null
  try {
    return Temporal.PlainDateTime.from(wallTime, { overflow: 'reject' })
  } catch {
    return null
  }
}

function readingsOf(local: Temporal.PlainDateTime, zone: string): [Temporal.ZonedDateTime, Temporal.ZonedDateTime] | null {
  if (!ZONE_NAME.test(zone)) return null
  try {
    return [local.toZonedDateTime(zone, { disambiguation: 'earlier' }), local.toZonedDateTime(zone, { disambiguation: 'later' })]
  } catch {
    return null
  }
}

function reading(at: Temporal.ZonedDateTime): DeadlineReading {
  return { wallTime: at.toPlainDateTime().toString().slice(0, MINUTE_LENGTH), offset: at.offset, utcMs: at.epochMilliseconds }
}
