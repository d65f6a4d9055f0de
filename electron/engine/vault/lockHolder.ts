/**
 * Who holds a vault, as the file `lock` in its folder says it. The file lies there in the clear, so it says no more than a list of
 * processes would: process, host, login name, and since when.
 */
import { readFileSync } from 'node:fs'
import { hostname, uptime, userInfo } from 'node:os'
import * as v from 'valibot'

/** A host name has at most 255 characters, and no system has longer login names. It is shown, so it holds nothing that moves a cursor. */
const name = v.pipe(v.string(), v.maxLength(255), v.regex(/^[^\p{Cc}\p{Cf}]*$/u))

/** What another version adds is passed over. */
const holderSchema = v.object({
  pid: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  host: name,
  /** Empty where the system does not tell. */
  user: name,
  sinceUtcMs: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** A mark of the moment at which the process began, to tell it from a later one of the same number; null where the platform does not tell. */
  began: v.nullable(v.pipe(v.string(), v.maxLength(64))),
})
export type LockHolder = v.InferOutput<typeof holderSchema>

/** What must be known of this machine to judge a holder; tests give another. */
export interface LockMachine {
  readonly pid: number
  readonly host: string
  readonly user: string
  nowUtcMs(): number
  /** When the machine was started. */
  startedUtcMs(): number
  isAlive(pid: number): boolean
  /** Null where the platform does not tell, or there is no such process. */
  beganOf(pid: number): string | null
}

/** The clocks of a machine and of its start are read apart, and the wall clock may have been corrected in between. */
const CLOCK_SLACK_MS = 5 * 60_000

export const thisMachine: LockMachine = {
  pid: process.pid,
  host: hostname(),
  user: loginName(),
  nowUtcMs: () => Date.now(),
  startedUtcMs: () => Date.now() - uptime() * 1000,
  isAlive,
  beganOf,
}

export function holderOn(machine: LockMachine): LockHolder {
  return { pid: machine.pid, host: machine.host, user: machine.user, sinceUtcMs: machine.nowUtcMs(), began: machine.beganOf(machine.pid) }
}

export function encodeHolder(holder: LockHolder): string {
  return `${JSON.stringify(holder)}\n`
}

/** Null where the file says nothing that can be understood: whoever wrote it did not live to finish. */
export function parseHolder(text: string): LockHolder | null {
  try {
    const parsed = v.safeParse(holderSchema, JSON.parse(text))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

/** Whether the holder may still be at work. One on another host may always be: from here nobody can see. */
export function mayLive(holder: LockHolder, machine: LockMachine): boolean {
  if (holder.host !== machine.host) return true
  // Our own number in a file that this process does not hold: left by a dead process of the same number, or by a release that failed.
  if (holder.pid === machine.pid) return false
  if (!machine.isAlive(holder.pid)) return false
  if (holder.sinceUtcMs < machine.startedUtcMs() - CLOCK_SLACK_MS) return false
  const began = machine.beganOf(holder.pid)
  return began === null || holder.began === null || began === holder.began
}

function loginName(): string {
  try {
    return userInfo().username
  } catch {
    // A user identifier that the system has no name for.
    return ''
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It lives, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** proc_pid_stat(5), field 22: clock ticks between the start of the machine and that of the process. The name before it may hold anything. */
function beganOf(pid: number): string | null {
  if (process.platform !== 'linux') return null
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}
