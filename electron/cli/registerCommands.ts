/** `chancery register ...` */
import { ok } from '../../shared/base/result.ts'
import { NO_REGISTER_FILTER } from '../../shared/ipc/registerMethods.ts'
import { inBrussels } from './brusselsTime.ts'
import { wholeNumber } from './choices.ts'
import type { Command, CommandGroup } from './command.ts'
import { table } from './layout.ts'

const list: Command = {
  path: ['register', 'list'],
  summary: 'list what was done with each dossier on this machine, the latest last',
  positionals: [],
  options: { limit: { type: 'string', value: 'N', help: 'how many entries; 100 if left out' } },
  vault: 'open',
  run: async (run) => {
    const limit = wholeNumber('--limit', run.args.text('limit') ?? '100', 1, 10_000)
    if (!limit.ok) return limit
    const found = await run.call('register.list', { limit: limit.value, filter: NO_REGISTER_FILTER })
    if (!found.ok) return found
    const rows = found.value.entries.toSorted((a, b) => a.seq - b.seq).map((entry) => [
      `${entry.seq}`, inBrussels(entry.atUtcMs), entry.action, entry.code === null ? entry.result : `${entry.result}: ${entry.code}`, entry.subject,
    ])
    const lines = table(['Entry', 'When', 'What', 'Result', 'On'], rows, 'The register is empty.')
    return ok({ result: found.value, lines: [...lines, `${found.value.entries.length} of ${found.value.total} entries.`] })
  },
}

export const registerCommands: CommandGroup = { name: 'register', summary: 'the tamper-evident log of this machine', commands: [list] }
