/** The pages of `--help`, on every level. */
import { optionsOf } from './arguments.ts'
import type { Command, CommandGroup, OptionSpec } from './command.ts'
import { columns } from './layout.ts'

const EXIT_CODES = 'Exit codes: 0 done, 1 refused (code, meaning and remedy on standard error), 2 wrong usage.'

export function programHelp(groups: readonly CommandGroup[]): string[] {
  return [
    'chancery: secure, offline deliberation. Texts, suggestions, silence procedures, sealed bundles.',
    '',
    'Usage: chancery GROUP COMMAND [options]',
    '',
    ...columns(groups.map((group) => [`  ${group.name}`, group.summary])),
    '',
    'chancery GROUP --help lists the commands of a group; chancery GROUP COMMAND --help its options.',
    'The passphrase is asked for at the terminal; --passphrase-stdin and --passphrase-file are for scripts.',
    EXIT_CODES,
    'Chancery is not accredited for EU classified information.',
  ]
}

export function groupHelp(group: CommandGroup): string[] {
  return [
    `chancery ${group.name}: ${group.summary}`,
    '',
    ...columns(group.commands.map((command) => [`  ${synopsis(command)}`, command.summary])),
    '',
    `chancery ${group.name} COMMAND --help shows the options of a command.`,
  ]
}

export function commandHelp(command: Command): string[] {
  const positionals = command.positionals.map((spec) => [`  ${spec.name}`, spec.help])
  const options = Object.entries(optionsOf(command)).map(([name, spec]) => [`  ${optionWords(name, spec)}`, optionHelp(spec)])
  return [
    `chancery ${synopsis(command)}`,
    '',
    command.summary,
    '',
    ...columns([...positionals, ...options]),
    '',
    EXIT_CODES,
  ]
}

function synopsis(command: Command): string {
  return [...command.path, ...command.positionals.map((spec) => spec.name)].join(' ')
}

function optionWords(name: string, spec: OptionSpec): string {
  return spec.type === 'boolean' ? `--${name}` : `--${name} ${spec.value ?? 'VALUE'}`
}

function optionHelp(spec: OptionSpec): string {
  return `${spec.help}${spec.required ? ' (required)' : ''}${spec.multiple ? ' (may be repeated)' : ''}`
}
