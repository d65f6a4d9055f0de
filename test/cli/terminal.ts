/** Runs the command line in process, as a script would: what it printed, and its exit code. */
import { Readable } from 'node:stream'
import { runCli } from '../../electron/cli/main.ts'
import type { CliHost, CliInput } from '../../electron/cli/host.ts'

export const PASSPHRASE = 'seven unrelated barges carry orchid wicker'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface Terminal {
  readonly folder: string
  run(...argv: string[]): Promise<Ran>
  /** With --json: the object on standard output. Throws if there is anything else. */
  json(...argv: string[]): Promise<{ code: number; body: Record<string, unknown>; err: string }>
}

export function terminalIn(folder: string, typed = `${PASSPHRASE}\n`): Terminal {
  const run = async (...argv: string[]): Promise<Ran> => {
    let out = ''
    let err = ''
    const host: CliHost = {
      input: Readable.from([Buffer.from(typed)]), folder, kdf: 'floor',
      out: (text) => { out += text }, err: (text) => { err += text },
    }
    return { code: await runCli(argv, host), out, err }
  }
  return {
    folder,
    run,
    json: async (...argv) => {
      const ran = await run(...argv, '--json')
      if (ran.out.trim().split('\n').length !== 1) throw new Error(`not one line: ${ran.out}`)
      return { code: ran.code, body: JSON.parse(ran.out) as Record<string, unknown>, err: ran.err }
    },
  }
}

/** A terminal at which a person types: raw mode is recorded, and keys are sent one by one. */
export function typingTerminal(folder: string, keys: string): { host: CliHost; printed(): string; rawModes: boolean[] } {
  let printed = ''
  const rawModes: boolean[] = []
  const stream: Readable = new Readable({ read: () => undefined })
  const input: CliInput = Object.assign(stream, {
    isTTY: true,
    setRawMode: (raw: boolean) => {
      rawModes.push(raw)
      if (raw) setImmediate(() => stream.push(keys))
    },
  })
  const say = (text: string): void => { printed += text }
  return { host: { input, folder, kdf: 'floor', out: say, err: say }, printed: () => printed, rawModes }
}
