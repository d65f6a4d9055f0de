/** One command of the command line, as data: help, parsing and running are the same for all. */
import type { Result } from '../../shared/base/result.ts'
import type { Input, Method, Output } from '../../shared/ipc/contract.ts'
import type { FileGrant } from '../../shared/ipc/files.ts'
import type { Refusal } from '../../shared/ipc/refusal.ts'
import type { CliHost } from './host.ts'
import type { Secret } from './passphrase.ts'

export interface OptionSpec {
  readonly type: 'string' | 'boolean'
  readonly help: string
  /** How the value is named in the help, for example `FILE`. */
  readonly value?: string
  readonly required?: boolean
  readonly multiple?: boolean
}
export type OptionSpecs = Readonly<Record<string, OptionSpec>>

export interface PositionalSpec {
  readonly name: string
  readonly help: string
  /** Takes all words that are left, at least one; only the last can. */
  readonly rest?: boolean
}

/** The words after a command, read against what it declares. */
export interface Arguments {
  positional(name: string): string
  /** The words of a positional that takes all that are left. */
  rest(name: string): readonly string[]
  /** The value given, or null. */
  text(option: string): string | null
  /** The value of an option that the command requires. */
  required(option: string): string
  all(option: string): readonly string[]
  flag(option: string): boolean
}

/** What a command has to say: one object for scripts, lines for people. */
export interface Report {
  readonly result: object
  readonly lines: readonly string[]
}

export type Failure =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'usage'; readonly message: string }
  /** A rehearsal or a check in which something is not as it should be; `result` is what a script needs to know of it. */
  | { readonly kind: 'failed'; readonly message: string; readonly result?: object }

export interface CommandRun {
  readonly args: Arguments
  readonly host: CliHost
  call<M extends Method>(method: M, input: Input<M>): Promise<Result<Output<M>, Failure>>
  /** A grant to read one file, or to write one file or into one folder. */
  source(path: string): FileGrant
  target(path: string): FileGrant
  /** Asked of the person, or read from where the options say; `chosen` asks twice. */
  passphrase(purpose: 'existing' | 'chosen'): Promise<Result<string, Failure>>
  /** Several, in their order: from a pipe or a file one on each line. */
  secrets(secrets: readonly Secret[]): Promise<Result<string[], Failure>>
  /** A grant for the file of --key-file, as the contract takes it: nothing where there is none. Good for one call. */
  keyFile(): { keyFile?: FileGrant }
}

export interface Command {
  /** `['vault', 'create']`. */
  readonly path: readonly string[]
  readonly summary: string
  readonly positionals: readonly PositionalSpec[]
  readonly options: OptionSpecs
  /** `none`: no vault at all; `named`: --vault, still locked; `open`: --vault and the passphrase; `either`: as `open` where --vault is given, else as `none`. */
  readonly vault: 'none' | 'named' | 'open' | 'either'
  run(run: CommandRun): Promise<Result<Report, Failure>>
}

export interface CommandGroup {
  readonly name: string
  readonly summary: string
  readonly commands: readonly Command[]
}

export function refused(refusal: Refusal): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: { kind: 'refused', refusal } }
}

export function wrongUsage(message: string): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: { kind: 'usage', message } }
}
