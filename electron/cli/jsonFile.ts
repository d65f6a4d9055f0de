/** Reads a small JSON file that a person or a script wrote for a command. What is in it, the contract checks. */
import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { ok, type Result } from '../../shared/base/result.ts'
import { refusal } from '../../shared/ipc/refusal.ts'
import { refused, wrongUsage, type CommandRun, type Failure } from './command.ts'

const MOST_BYTES = 16 * 1024 * 1024

export function readJsonFile(run: CommandRun, path: string): Result<unknown, Failure> {
  const text = readTextFile(run, path)
  if (!text.ok) return text
  try {
    return ok(JSON.parse(text.value))
  } catch {
    return wrongUsage(`${path} is not JSON`)
  }
}

export function readTextFile(run: CommandRun, path: string): Result<string, Failure> {
  const file = resolve(run.host.folder, path)
  try {
    if (statSync(file).size > MOST_BYTES) return refused(refusal('file-too-large'))
    return ok(readFileSync(file, 'utf8'))
  } catch (thrown) {
    const absent = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT'
    return refused(refusal(absent ? 'file-missing' : 'file-unreadable'))
  }
}
