/** Where a passphrase comes from: the person at the terminal, standard input, or a file. Never an argument or the environment. */
import { closeSync, openSync, readSync } from 'node:fs'
import { resolve } from 'node:path'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { refusal } from '../../shared/ipc/refusal.ts'
import { refused, wrongUsage, type Arguments, type Failure } from './command.ts'
import type { CliHost, CliInput } from './host.ts'

const MOST_BYTES = 4096

export async function readPassphrase(args: Arguments, host: CliHost, purpose: 'existing' | 'chosen'): Promise<Result<string, Failure>> {
  const file = args.text('passphrase-file')
  if (file !== null && args.flag('passphrase-stdin')) return wrongUsage('--passphrase-stdin and --passphrase-file exclude each other')
  if (file !== null) return fromFile(resolve(host.folder, file))
  if (args.flag('passphrase-stdin')) return ok(await firstLine(host.input))
  if (!host.input.isTTY) return wrongUsage('no passphrase: use a terminal, --passphrase-stdin, or --passphrase-file FILE')
  return fromPerson(host, purpose)
}

function fromFile(path: string): Result<string, Failure> {
  const buffer = Buffer.alloc(MOST_BYTES)
  try {
    const file = openSync(path, 'r')
    try {
      const sizeBytes = readSync(file, buffer, 0, MOST_BYTES, 0)
      return ok(upToLineEnd(buffer.toString('utf8', 0, sizeBytes)))
    } finally {
      closeSync(file)
      buffer.fill(0)
    }
  } catch {
    return refused(refusal('file-unreadable'))
  }
}

async function firstLine(input: CliInput): Promise<string> {
  let text = ''
  input.setEncoding('utf8')
  for await (const piece of input) {
    text += String(piece)
    if (text.includes('\n') || text.length > MOST_BYTES) break
  }
  return upToLineEnd(text)
}

function upToLineEnd(text: string): string {
  return text.split(/\r?\n/, 1)[0] ?? ''
}

async function fromPerson(host: CliHost, purpose: 'existing' | 'chosen'): Promise<Result<string, Failure>> {
  const first = await askUnseen(host, purpose === 'chosen' ? 'New passphrase: ' : 'Passphrase: ')
  if (!first.ok || purpose === 'existing') return first
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
