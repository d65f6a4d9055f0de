/** `chancery register ...` */
import { ok, type Result } from '../../shared/base/result.ts'
import { REGISTER_GROUPS, registerActionWords } from '../../shared/ipc/registerActions.ts'
import { registerFaultWords } from '../../shared/ipc/registerFaultWords.ts'
import type { RegisterEntry, RegisterFilter } from '../../shared/ipc/registerMethods.ts'
import { inBrussels } from './brusselsTime.ts'
import { choice, optionalChoice, wholeNumber } from './choices.ts'
import { wrongUsage, type Command, type CommandGroup, type CommandRun, type Failure, type OptionSpecs } from './command.ts'
import { counted, table } from './layout.ts'
import { markingWords } from './markingOptions.ts'
import { findDossier } from './references.ts'

const DAY_MS = 86_400_000
const FILTER_OPTIONS: OptionSpecs = {
  from: { type: 'string', value: 'YYYY-MM-DD', help: 'from this day on (UTC, by the claimed time)' },
  to: { type: 'string', value: 'YYYY-MM-DD', help: 'up to and with this day (UTC, by the claimed time)' },
  group: { type: 'string', value: 'GROUP', help: REGISTER_GROUPS.join(', ') },
  result: { type: 'string', value: 'RESULT', help: 'done or refused' },
  dossier: { type: 'string', value: 'DOSSIER', help: 'reference or first digits of the identifier' },
  words: { type: 'string', value: 'WORDS', help: 'each of these somewhere in the entry' },
}

const list: Command = {
  path: ['register', 'list'],
  summary: 'list what was done with each dossier on this machine, the latest last',
  positionals: [],
  options: {
    limit: { type: 'string', value: 'N', help: 'how many entries; 100 if left out' },
    details: { type: 'boolean', help: 'also what each entry says beyond its line' },
    ...FILTER_OPTIONS,
  },
  vault: 'open',
  run: async (run) => {
    const limit = wholeNumber('--limit', run.args.text('limit') ?? '100', 1, 10_000)
    if (!limit.ok) return limit
    const filter = await readFilter(run)
    if (!filter.ok) return filter
    const found = await run.call('register.list', { limit: limit.value, filter: filter.value })
    if (!found.ok) return found
    const { entries, matching, total } = found.value
    const oldestFirst = entries.toSorted((a, b) => a.seq - b.seq)
    const lines = table(['Entry', 'When', 'What', 'Result', 'On'], oldestFirst.map(rowOf), matching === total ? 'The register is empty.' : 'No entry fits.')
    const details = run.args.flag('details') ? oldestFirst.flatMap(detailLines) : []
    const shown = entries.length < matching ? ` The latest ${entries.length} are shown.` : ''
    return ok({ result: found.value, lines: [...lines, ...details, `${matching} of ${total} entries.${shown}`] })
  },
}

function rowOf(entry: RegisterEntry): string[] {
  const refused = entry.code === null ? entry.result : `${entry.result}: ${entry.code}${entry.stage === null ? '' : ` at stage ${entry.stage}`}`
  return [`${entry.seq}`, inBrussels(entry.atUtcMs), registerActionWords(entry.action), refused, entry.subject]
}

function detailLines(entry: RegisterEntry): string[] {
  const facts = [['who', entry.who], ['action', entry.action], ['marking', entry.marking === null ? '' : markingWords(entry.marking)], ...entry.details, ['hash', entry.hash]]
  return [`Entry ${entry.seq}`, ...facts.filter(([, text]) => text !== '').map(([name, text]) => `  ${name}: ${text}`)]
}

async function readFilter(run: CommandRun): Promise<Result<RegisterFilter, Failure>> {
  const from = day('--from', run.args.text('from'))
  if (!from.ok) return from
  const to = day('--to', run.args.text('to'))
  if (!to.ok) return to
  const group = optionalChoice('group', run.args.text('group'), REGISTER_GROUPS)
  if (!group.ok) return group
  const result = optionalChoice('result', run.args.text('result'), ['done', 'refused'])
  if (!result.ok) return result
  const named = run.args.text('dossier')
  const dossier = named === null ? null : await findDossier(run, named)
  if (dossier !== null && !dossier.ok) return dossier
  return ok({
    fromUtcMs: from.value, toUtcMs: to.value === null ? null : to.value + DAY_MS, group: group.value, result: result.value,
    dossier: dossier?.value.dossier ?? null, words: run.args.text('words') ?? '',
  })
}

function day(option: string, given: string | null): Result<number | null, Failure> {
  if (given === null) return ok(null)
  const utcMs = Date.parse(`${given}T00:00:00Z`)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(utcMs) && new Date(utcMs).toISOString().startsWith(given)
  return isDay ? ok(utcMs) : wrongUsage(`${option} is a day such as 2031-06-12; "${given}" is not`)
}

const verify: Command = {
  path: ['register', 'verify'],
  summary: 'find any entry that was removed, changed, inserted, moved or cut off, and name the place',
  positionals: [],
  options: {},
  vault: 'open',
  run: async (run) => {
    const checked = await run.call('register.verify', {})
    if (!checked.ok) return checked
    const { entries, faults, head } = checked.value
    if (faults.length > 0) {
      const message = ['the register is not as it was signed.', ...faults.map(registerFaultWords)].join('\n  ')
      return { ok: false, error: { kind: 'failed', message, result: checked.value } }
    }
    return ok({ result: checked.value, lines: [`Everything is as it was signed: ${counted(entries, 'entry', 'entries')}.`, `Hash of the last entry: ${head ?? 'none'}`] })
  },
}

const exported: Command = {
  path: ['register', 'export'],
  summary: 'write entries as CSV or HTML, in the clear; the export is an entry itself',
  positionals: [{ name: 'TARGET', help: 'folder, or file' }],
  options: { format: { type: 'string', value: 'FORMAT', help: 'csv or html; csv if left out (the app also makes PDF)' }, ...FILTER_OPTIONS },
  vault: 'open',
  run: async (run) => {
    const format = choice('format', run.args.text('format') ?? 'csv', ['csv', 'html'])
    if (!format.ok) return format
    const filter = await readFilter(run)
    if (!filter.ok) return filter
    const written = await run.call('register.export', { format: format.value, filter: filter.value, target: run.target(run.args.positional('TARGET')) })
    if (!written.ok) return written
    return ok({ result: written.value, lines: [`Written, read back and verified: ${written.value.fileName} (${counted(written.value.entries, 'entry', 'entries')})`] })
  },
}

export const registerCommands: CommandGroup = { name: 'register', summary: 'the tamper-evident log of this machine', commands: [list, verify, exported] }
