/** The command line: finds the command, runs it over the contract, prints what came of it. Never ends the process itself. */
import { withEscapes } from '../../shared/base/plainLine.ts'
import { refusal } from '../../shared/ipc/refusal.ts'
import { readArguments } from './arguments.ts'
import type { Command, CommandGroup, Failure, Report } from './command.ts'
import { attachmentCommands } from './attachmentCommands.ts'
import { bundleCommands } from './bundleCommands.ts'
import { evidenceCommands, releaseCommands } from './evidenceCommands.ts'
import { cardCommands } from './cardCommands.ts'
import { certificateCommands } from './certificateCommands.ts'
import { circleCommands } from './circleCommands.ts'
import { demoCommands } from './demoCommand.ts'
import { dossierCommands } from './dossierCommands.ts'
import { catalogueCommands, entryCommands, exerciseCommands, indicatorCommands, noteCommands } from './entryCommands.ts'
import { commandHelp, groupHelp, programHelp } from './helpText.ts'
import type { CliHost } from './host.ts'
import { refusalLines, refusalObject } from './refusalReport.ts'
import { registerCommands } from './registerCommands.ts'
import { reservationCommands } from './reservationCommands.ts'
import { runCommand } from './runCommand.ts'
import { searchCommands } from './searchCommands.ts'
import { silenceCommands } from './silenceCommands.ts'
import { textCommands } from './textCommands.ts'
import { vaultCommands } from './vaultCommands.ts'

export const DONE = 0
export const REFUSED = 1
export const WRONG_USAGE = 2

export const COMMAND_GROUPS: readonly CommandGroup[] = [
  vaultCommands, cardCommands, circleCommands, dossierCommands, entryCommands, noteCommands, catalogueCommands, indicatorCommands, exerciseCommands, attachmentCommands, textCommands, silenceCommands, reservationCommands, certificateCommands, bundleCommands, releaseCommands, evidenceCommands,
  searchCommands, registerCommands, demoCommands,
]

/** Names and titles were chosen by others: no sign in them commands the terminal or turns a line around. */
function inert(host: CliHost): CliHost {
  return { ...host, out: (text) => host.out(withEscapes(text)), err: (text) => host.err(withEscapes(text)) }
}

type Found =
  | { readonly kind: 'help'; readonly lines: readonly string[] }
  | { readonly kind: 'command'; readonly command: Command; readonly words: readonly string[] }
  | { readonly kind: 'usage'; readonly message: string; readonly page: string }

/** `argv` without the program's own name. Returns the exit code. */
export async function runCli(argv: readonly string[], given: CliHost): Promise<number> {
  const host = inert(given)
  const json = argv.includes('--json')
  const found = findCommand(argv)
  if (found.kind === 'help') return printHelp(found.lines, json, host)
  if (found.kind === 'usage') return printWrongUsage(found.message, found.page, json, host)
  const page = `chancery ${found.command.path.join(' ')} --help`
  const args = readArguments(found.command, found.words)
  if (!args.ok) return printWrongUsage(args.error, page, json, host)
  const outcome = await guarded(() => runCommand(found.command, args.value, host), host)
  return outcome.ok ? printReport(outcome.value, json, host) : printFailure(outcome.error, page, json, host)
}

function findCommand(argv: readonly string[]): Found {
  const wantsHelp = argv.includes('--help') || argv.includes('-h')
  const words = argv.filter((word) => word !== '--json' && word !== '--help' && word !== '-h')
  const [groupName, commandName] = words
  if (groupName === undefined) {
    return wantsHelp ? { kind: 'help', lines: programHelp(COMMAND_GROUPS) } : { kind: 'usage', message: 'no command given', page: 'chancery --help' }
  }
  const group = COMMAND_GROUPS.find((candidate) => candidate.name === groupName)
  if (!group) return { kind: 'usage', message: `there is no "${groupName}"`, page: 'chancery --help' }
  const command = group.commands.find((candidate) => candidate.path.length === 1 || candidate.path[1] === commandName)
  const page = `chancery ${group.name} --help`
  if (!command && commandName !== undefined) return { kind: 'usage', message: `there is no "${groupName} ${commandName}"`, page }
  if (!command) return wantsHelp ? { kind: 'help', lines: groupHelp(group) } : { kind: 'usage', message: `what of ${groupName}?`, page }
  if (wantsHelp) return { kind: 'help', lines: commandHelp(command) }
  return { kind: 'command', command, words: [...words.slice(command.path.length), ...(argv.includes('--json') ? ['--json'] : [])] }
}

type Outcome = Awaited<ReturnType<typeof runCommand>>

/** A bug of ours ends in a refusal too: scripts get their object, and the trace goes to standard error. */
async function guarded(run: () => Promise<Outcome>, host: CliHost): Promise<Outcome> {
  try {
    return await run()
  } catch (thrown) {
    host.err(`${thrown instanceof Error ? (thrown.stack ?? thrown.message) : 'unknown fault'}\n`)
    return { ok: false, error: { kind: 'refused', refusal: refusal('internal') } }
  }
}

function printHelp(lines: readonly string[], json: boolean, host: CliHost): number {
  printDone({ help: lines.join('\n') }, lines, json, host)
  return DONE
}

function printReport(report: Report, json: boolean, host: CliHost): number {
  printDone(report.result, report.lines, json, host)
  return DONE
}

function printDone(result: object, lines: readonly string[], json: boolean, host: CliHost): void {
  host.out(json ? `${JSON.stringify({ ok: true, result })}\n` : lines.map((line) => `${line}\n`).join(''))
}

function printFailure(failure: Failure, page: string, json: boolean, host: CliHost): number {
  if (failure.kind === 'usage') return printWrongUsage(failure.message, page, json, host)
  if (failure.kind === 'failed') return printFailed(failure, json, host)
  if (json) host.out(`${JSON.stringify({ ok: false, refusal: refusalObject(failure.refusal) })}\n`)
  host.err(refusalLines(failure.refusal).map((line) => `${line}\n`).join(''))
  return REFUSED
}

function printFailed({ message, result }: Extract<Failure, { kind: 'failed' }>, json: boolean, host: CliHost): number {
  if (json) host.out(`${JSON.stringify({ ok: false, failed: message, result })}\n`)
  host.err(`failed: ${message}\n`)
  return REFUSED
}

function printWrongUsage(message: string, page: string, json: boolean, host: CliHost): number {
  if (json) host.out(`${JSON.stringify({ ok: false, usage: message })}\n`)
  host.err(`wrong usage: ${message}\nsee: ${page}\n`)
  return WRONG_USAGE
}
