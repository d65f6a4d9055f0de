/** A deadline as a person wrote it, or the refusal that tells both readings. */
import { assertNever } from '../../../shared/base/assertNever.ts'
import { err, type Result } from '../../../shared/base/result.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { readDeadline, type DeadlineFault, type DeadlineReading } from '../../../shared/silence/deadline.ts'
import type { Deadline } from '../../../shared/silence/procedure.ts'
import { instantWords } from '../../../shared/silence/timeWords.ts'

export function deadlineOf(wallTime: string, zone: string, nowUtcMs: number): Result<Deadline, Refusal> {
  const read = readDeadline(wallTime, zone, nowUtcMs)
  return read.ok ? read : err(refusalOf(read.error, wallTime, zone))
}

function refusalOf(fault: DeadlineFault, wallTime: string, zone: string): Refusal {
  switch (fault.code) {
    case 'malformed': return refusal('input-malformed', { field: 'wallTime' })
    case 'zone-unknown': return refusal('zone-unknown', { zone })
    case 'deadline-past': return refusal('deadline-past', { wallTime, zone })
    case 'deadline-nonexistent':
    case 'deadline-ambiguous': return refusal(fault.code, { wallTime, zone, ...readingFacts(fault.earlier, fault.later) })
    default: return assertNever(fault)
  }
}

function readingFacts(earlier: DeadlineReading, later: DeadlineReading): Refusal['facts'] {
  return { readings: `${readingWords(earlier)} or ${readingWords(later)}`, earlierUtcMs: earlier.utcMs, laterUtcMs: later.utcMs }
}

function readingWords({ wallTime, offset, utcMs }: DeadlineReading): string {
  return `${wallTime.replace('T', ', ')} (UTC${offset}, that is ${instantWords(utcMs)})`
}
