/**
 * Wrong attempts to open a locked vault: its register is closed then, so they wait in a file beside it until the next opening puts them there.
 * The file says when, and with what kind of secret; never a word of what was typed.
 */
import { appendFileSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

const NAME = 'attempts'
const KINDS = ['passphrase', 'recovery-code'] as const
/** A line is 47 bytes at most. What is longer than this was written by somebody else, and more is not added. */
const MOST_BYTES = 256 * 1024
const LINE = /^(?<id>[0-9a-f]{16}) (?<at>\d{1,16}) (?<kind>passphrase|recovery-code)$/

export type AttemptKind = (typeof KINDS)[number]

export interface WrongAttempt {
  /** Tells two attempts apart, so that none is registered twice. */
  readonly id: string
  readonly atUtcMs: number
  readonly kind: AttemptKind
}

export interface AttemptsFile {
  /** Oldest first. */
  list(): WrongAttempt[]
  /** Where the disk does not take it, nothing happens: the person is told of the wrong passphrase all the same. */
  add(attempt: WrongAttempt): void
  clear(): void
}

export function attemptsFile(folder: string): AttemptsFile {
  const path = join(folder, NAME)
  return {
    list: () => readBounded(path).split('\n').flatMap(parseLine),
    add({ id, atUtcMs, kind }) {
      quietly(() => {
        if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) < MOST_BYTES) appendFileSync(path, `${id} ${atUtcMs} ${kind}\n`, { mode: 0o600, flush: true })
      })
    },
    clear: () => quietly(() => rmSync(path, { force: true })),
  }
}

function readBounded(path: string): string {
  try {
    return statSync(path).size > MOST_BYTES * 2 ? '' : readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}

/** A line that was cut off, or that is not ours, is none. */
function parseLine(line: string): WrongAttempt[] {
  const { id, at, kind } = LINE.exec(line)?.groups ?? {}
  const known = KINDS.find((one) => one === kind)
  return id === undefined || at === undefined || known === undefined ? [] : [{ id, atUtcMs: Number(at), kind: known }]
}

function quietly(work: () => void): void {
  try {
    work()
  } catch {
    // A disk that is full or closed to writing must not stand between a person and their vault.
  }
}
