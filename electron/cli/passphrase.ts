/** Where a passphrase comes from: the person at the terminal, standard input, or a file. Never an argument or the environment. */
import { closeSync, openSync, readSync } from 'node:fs'
import { resolve } from 'node:path'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { refusal } from '../../shared/ipc/refusal.ts'
import { refused, wrongUsage, type Arguments, type Failure } from './command.ts'
import type { CliHost, CliInput } from './host.ts'

const MOST_BYTES = 4096

/** One thing that only the person knows. `twice` where it is new: a slip would lock them out. */
export interface Secret {
  readonly prompt: string
  readonly twice: boolean
}

const PRESENT: Secret = { prompt: 'Passphrase: ', twice: false }
const CHOSEN: Secret = { prompt: 'New passphrase: ', twice: true }
export const SECRETS = { present: PRESENT, chosen: CHOSEN, recoveryCode: { prompt: 'Recovery code: ', twice: false } } as const

export async function readPassphrase(args: Arguments, host: CliHost, purpose: 'existing' | 'chosen'): Promise<Result<string, Failure>> {
  const read = await readSecrets(args, host, [purpose === 'chosen' ? CHOSEN : PRESENT])
  return read.ok ? ok(read.value[0] ?? '') : read
}

/** In their order; from a pipe or a file one on each line. */
export async function readSecrets(args: Arguments, host: CliHost, secrets: readonly Secret[]): Promise<Result<string[], Failure>> {
  const file = args.text('passphrase-file')
  if (file !== null && args.flag('passphrase-stdin')) return wrongUsage('--passphrase-stdin and --passphrase-file exclude each other')
  if (file !== null) return fromFile(resolve(host.folder, file), secrets.length)
  if (args.flag('passphrase-stdin')) return ok(await firstLines(host.input, secrets.length))
  if (!host.input.isTTY) return wrongUsage('no passphrase: use a terminal, --passphrase-stdin, or --passphrase-file FILE')
  const typed: string[] = []
  for (const secret of secrets) {
    const one = await fromPerson(host, secret)
    if (!one.ok) return one
    typed.push(one.value)
  }
  return ok(typed)
}

function fromFile(path: string, count: number): Result<string[], Failure> {
  const buffer = Buffer.alloc(MOST_BYTES)
  try {
    const file = openSync(path, 'r')
    try {
      const sizeBytes = readSync(file, buffer, 0, MOST_BYTES, 0)
      return ok(lines(buffer.toString('utf8', 0, sizeBytes), count))
    } finally {
      closeSync(file)
      buffer.fill(0)
    }
  } catch {
    return refused(refusal('file-unreadable'))
  }
}

async function firstLines(input: CliInput, count: number): Promise<string[]> {
  let text = ''
  input.setEncoding('utf8')
  for await (const piece of input) {
    text += String(piece)
    if (text.split('\n').length > count || text.length > MOST_BYTES) break
  }
  return lines(text, count)
}

/** A line that is not there is empty, and refused as such by the engine. */
function lines(text: string, count: number): string[] {
  const found = text.split(/\r?\n/)
  return Array.from({ length: count }, (_, at) => found[at] ?? '')
}

async function fromPerson(host: CliHost, { prompt, twice }: Secret): Promise<Result<string, Failure>> {
  const first = await askUnseen(host, prompt)
  if (!first.ok || !twice) return first
  const second = await askUnseen(host, 'The same again: ')
  if (!second.ok) return second
  return first.value === second.value ? first : wrongUsage('the two passphrases differ')
}

/** Raw mode: the terminal echoes nothing, so end of line, backspace and interrupt are ours to handle. */
async function askUnseen(host: CliHost, prompt: string): Promise<Result<string, Failure>> {
  host.err(prompt)
  host.input.setRawMode?.(true)
  host.input.setEncoding('utf8')
  host.input.resume()
  const typed = await new Promise<string | null>((settle) => {
    let line = ''
    const take = (piece: string | Buffer): void => {
      for (const character of String(piece)) {
        if (character === '\u0003' || character === '\u0004') return finish(null)
        if (character === '\r' || character === '\n') return finish(line)
        line = character === '\u007f' || character === '\b' ? [...line].slice(0, -1).join('') : line + character
      }
    }
    const finish = (value: string | null): void => {
      host.input.off('data', take)
      settle(value)
    }
    host.input.on('data', take)
  })
  host.input.setRawMode?.(false)
  host.input.pause()
  host.err('\n')
  return typed === null ? err({ kind: 'refused', refusal: refusal('cancelled') }) : ok(typed)
}
