/** Reads a small JSON file that a person or a script wrote for a command. What is in it, the contract checks. */
import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { ok, type Result } from '../../shared/base/result.ts'
import { refusal } from '../../shared/ipc/refusal.ts'
import * as v from 'valibot'
import { contract, type Input, type Method } from '../../shared/ipc/contract.ts'
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

/** Part of what a method takes comes from a file: checked here, so that a mistake names the file and its place. */
export function inputWithFile<M extends Method>(method: M, input: object, path: string): Result<Input<M>, Failure> {
  const schema: v.GenericSchema<unknown, Input<M>> = contract[method].input
  const parsed = v.safeParse(schema, input)
  if (parsed.success) return ok(parsed.output)
  const at = v.getDotPath(parsed.issues[0])
  return wrongUsage(`${path} does not hold what the contract asks for: see ${at ?? 'its beginning'}`)
}
