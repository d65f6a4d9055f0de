/** What the command line needs from whoever runs it: a terminal, the packaged app, or a test. */
import type { Readable } from 'node:stream'
import type { Clock } from '../../shared/base/ports.ts'

/** Standard input; a terminal can be put into raw mode, so that a passphrase is not echoed. */
export type CliInput = Readable & { readonly isTTY?: boolean; setRawMode?(raw: boolean): unknown }

export interface CliHost {
  readonly input: CliInput
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Relative paths are read against this folder. */
  readonly folder: string
  /** Left out: the machine's clock. */
  readonly now?: Clock
  /** Left out: `calibrated`. `floor` is for rehearsals with throw-away vaults. */
  readonly kdf?: 'calibrated' | 'floor'
}

export function processHost(): CliHost {
  return {
    input: process.stdin,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    folder: process.cwd(),
  }
}
