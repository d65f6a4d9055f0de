/** Reads the words after a command against what the command declares. */
import { parseArgs } from 'node:util'
import { err, ok, type Result } from '../../shared/base/result.ts'
import type { Arguments, Command, OptionSpecs } from './command.ts'

/** Understood by every command. */
export const COMMON_OPTIONS: OptionSpecs = {
  json: { type: 'boolean', help: 'one JSON object on standard output, nothing else' },
  help: { type: 'boolean', help: 'this page' },
}
/** Understood by every command that concerns a vault. */
export const VAULT_OPTIONS: OptionSpecs = {
  vault: { type: 'string', value: 'DIR', required: true, help: 'folder of the vault' },
}
/** Understood by every command that works on a vault or on files alone. */
const EITHER_OPTIONS: OptionSpecs = {
  vault: { type: 'string', value: 'DIR', help: 'folder of the vault; left out, files alone' },
}
/** Understood by every command that needs the passphrase. There is no option for the passphrase itself: others could see it. */
export const PASSPHRASE_OPTIONS: OptionSpecs = {
  'passphrase-stdin': { type: 'boolean', help: 'read the passphrase from standard input, up to the end of the first line' },
  'passphrase-file': { type: 'string', value: 'FILE', help: 'read the passphrase from a file, up to the end of the first line' },
  'key-file': { type: 'string', value: 'FILE', help: 'the key file, where the vault asks for one' },
}
/** Commands on a locked vault that ask for a passphrase themselves. */
const ASKING: readonly string[] = ['vault create', 'vault change-passphrase', 'vault recover', 'vault restore', 'vault new-recovery-code']

export function optionsOf(command: Command): OptionSpecs {
  const vault = command.vault === 'none' ? {} : command.vault === 'either' ? EITHER_OPTIONS : VAULT_OPTIONS
  const passphrase = command.vault === 'open' || command.vault === 'either' || ASKING.includes(command.path.join(' ')) ? PASSPHRASE_OPTIONS : {}
  return { ...command.options, ...vault, ...passphrase, ...COMMON_OPTIONS }
}

/** The error is the sentence that names what is wrong. */
export function readArguments(command: Command, words: readonly string[]): Result<Arguments, string> {
  const specs = optionsOf(command)
  const read = readWords(specs, words)
  if (!read.ok) return read
  const { values, positionals } = read.value
  const missing = Object.entries(specs).find(([name, spec]) => spec.required && values[name] === undefined)
  if (missing) return err(`--${missing[0]} ${missing[1].value ?? 'VALUE'} is missing (${missing[1].help})`)
  const absent = command.positionals[positionals.length]
  if (absent) return err(`${absent.name} is missing (${absent.help})`)
  const surplus = command.positionals.at(-1)?.rest === true ? undefined : positionals[command.positionals.length]
  if (surplus !== undefined) return err(`"${surplus}" is one word too many`)
  return ok(argumentsFrom(command, values, positionals))
}

type Values = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>

function readWords(specs: OptionSpecs, words: readonly string[]): Result<{ values: Values; positionals: readonly string[] }, string> {
  const options = Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, { type: spec.type, multiple: spec.multiple ?? false }]))
  try {
    return ok(parseArgs({ args: [...words], options, allowPositionals: true, strict: true }))
  } catch (thrown) {
    // parseArgs reports wrong words by throwing; its message names the option and never a value of another one.
    if (thrown instanceof TypeError) return err(thrown.message.split('. To specify')[0] ?? 'wrong options')
    throw thrown
  }
}

function argumentsFrom(command: Command, values: Values, positionals: readonly string[]): Arguments {
  const text = (option: string): string | null => {
    const value = values[option]
    return typeof value === 'string' ? value : null
  }
  return {
    text,
    positional: (name) => {
      const at = command.positionals.findIndex((spec) => spec.name === name)
      return given(command.positionals[at]?.rest === true ? positionals.slice(at).join(' ') : positionals[at], name)
    },
    rest: (name) => positionals.slice(command.positionals.findIndex((spec) => spec.name === name)),
    required: (option) => given(text(option), option),
    all: (option) => {
      const value = values[option]
      return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
    },
    flag: (option) => values[option] === true,
  }
}

function given(value: string | null | undefined, name: string): string {
  if (value === null || value === undefined) throw new Error(`the command asks for ${name} without declaring it as required`)
  return value
}
