/** The moments that may be known while the vault is locked: a list of numbers in the profile, and nothing else. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import * as v from 'valibot'
import { contract } from '../../shared/ipc/contract.ts'

const MOST_BYTES = 10_000

/** What cannot be read, or is not such a list, counts as none. */
export function readMoments(path: string): number[] {
  try {
    const text = readFileSync(path, 'utf8')
    const read = text.length > MOST_BYTES ? null : v.safeParse(contract['reminder.times'].output, { atUtcMs: JSON.parse(text), whenLocked: true })
    return read?.success ? read.output.atUtcMs : []
  } catch {
    return []
  }
}

/** None leaves no file. A reminder that cannot be kept is no reason to stop anything else. */
export function keepMoments(path: string, atUtcMs: readonly number[]): void {
  try {
    if (atUtcMs.length === 0) rmSync(path, { force: true })
    else writeFileSync(path, JSON.stringify(atUtcMs), { mode: 0o600 })
  } catch {
    return
  }
}
