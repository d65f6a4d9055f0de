/** `chancery card keys` and `chancery card renew`: the keys behind one's own card. */
import { ok } from '../../shared/base/result.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { inBrussels } from './brusselsTime.ts'
import type { Command } from './command.ts'
import { table } from './layout.ts'

export const cardKeys: Command = {
  path: ['card', 'keys'],
  summary: 'list the keys that this vault has had, where they are in use, and when old private ones go',
  positionals: [],
  options: {},
  vault: 'open',
  run: async (run) => {
    const keys = await run.call('keys.list', {})
    return keys.ok ? ok({ result: keys.value, lines: keyLines(keys.value) }) : keys
  },
}

export const cardRenew: Command = {
  path: ['card', 'renew'],
  summary: 'make new keys, and offer them to the secretariat of each of your circles with the next bundle',
  positionals: [],
  options: { 'sealing-only': { type: 'boolean', help: 'keep the signing key' } },
  vault: 'open',
  run: async (run) => {
    const keys = await run.call('keys.rotate', { which: run.args.flag('sealing-only') ? 'sealing' : 'both' })
    return keys.ok ? ok({ result: keys.value, lines: keyLines(keys.value) }) : keys
  },
}

function keyLines({ generations }: Output<'keys.list'>): string[] {
  const rows = generations.map((own) => [
    `${own.generation}`, inBrussels(own.madeAtUtcMs), own.circles.join(', ') || 'no circle',
    own.sealingDeletedAtUtcMs !== null ? `deleted ${inBrussels(own.sealingDeletedAtUtcMs)}` : own.sealingDeletesAtUtcMs === null ? 'kept' : `kept until ${inBrussels(own.sealingDeletesAtUtcMs)}`,
    own.safetyWords.join(' '),
  ])
  return table(['Keys', 'Made', 'In use in', 'Private sealing key', 'Safety words'], rows, 'No keys.')
}
