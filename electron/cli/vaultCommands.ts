/** `chancery vault ...` */
import { ok } from '../../shared/base/result.ts'
import { healthWords } from '../../shared/ipc/vaultHealth.ts'
import { backup, restore } from './backupCommands.ts'
import type { CommandGroup, Command } from './command.ts'
import { delegation } from './choices.ts'
import { changePassphrase, makeKeyFile, newRecoveryCode, recover, recoveryLines, removeRecoveryCode } from './keyCommands.ts'
import { columns, counted } from './layout.ts'

const create: Command = {
  path: ['vault', 'create'],
  summary: 'create your vault and your identity in a new folder',
  positionals: [],
  vault: 'named',
  options: {
    name: { type: 'string', value: 'NAME', required: true, help: 'your name, as it stands on your card' },
    delegation: { type: 'string', value: 'CODE', required: true, help: 'your delegation: CZ, EEAS, COM, GSC, ...' },
    acknowledge: { type: 'boolean', help: 'you have read that Chancery is not accredited for EU classified information' },
    recovery: { type: 'boolean', help: 'print a recovery code, once, which can set a new passphrase' },
  },
  run: async (run) => {
    const code = delegation('delegation', run.args.required('delegation'))
    if (!code.ok) return code
    const passphrase = await run.passphrase('chosen')
    if (!passphrase.ok) return passphrase
    const drawn = run.args.flag('recovery') ? await run.call('vault.drawRecoveryCode', {}) : ok(null)
    if (!drawn.ok) return drawn
    const recovery = drawn.value === null ? {} : { recoveryCode: drawn.value.code }
    const created = await run.call('vault.create', {
      name: run.args.required('name'), delegation: code.value, passphrase: passphrase.value, acknowledged: run.args.flag('acknowledge'), ...recovery, ...run.keyFile(),
    })
    if (!created.ok) return created
    const codeLines = drawn.value === null ? [] : recoveryLines(drawn.value.code)
    return ok({ result: { ...created.value, ...recovery }, lines: ['The vault is created.', ...personLines(created.value), ...codeLines] })
  },
}

const unlockCheck: Command = {
  path: ['vault', 'unlock-check'],
  summary: 'check that the passphrase opens the vault',
  positionals: [],
  options: {},
  vault: 'open',
  run: async (run) => {
    const status = await run.call('vault.status', {})
    if (!status.ok) return status
    const { me, readOnly } = status.value
    const fault = readOnly === null ? [] : Object.values(healthWords(readOnly))
    return ok({ result: status.value, lines: ['The passphrase opens the vault.', ...fault, ...(me ? personLines(me) : [])] })
  },
}

const STATE_WORDS = { absent: 'There is no vault in this folder.', locked: 'There is a vault; it is locked.', open: 'The vault is open.' }

const status: Command = {
  path: ['vault', 'status'],
  summary: 'say whether there is a vault in the folder; needs no passphrase',
  positionals: [],
  options: {},
  vault: 'named',
  run: async (run) => {
    const found = await run.call('vault.status', {})
    return found.ok ? ok({ result: found.value, lines: [STATE_WORDS[found.value.state]] }) : found
  },
}

const verify: Command = {
  path: ['vault', 'verify'],
  summary: 'check every stored event, signature, chain and register entry again',
  positionals: [],
  options: {},
  vault: 'open',
  run: async (run) => {
    const found = await run.call('vault.verify', {})
    if (!found.ok) return found
    const { events, registerEntries, faults, headsHash } = found.value
    const verdict = faults.length === 0 ? 'Everything is as it was signed.' : `${counted(faults.length, 'fault')}:`
    const facts = columns([['Events', String(events)], ['Register entries', String(registerEntries)], ['Hash of the heads', headsHash]])
    return ok({ result: found.value, lines: [verdict, ...faults.map((fault) => `  ${fault}`), ...facts] })
  },
}

const rebuild: Command = {
  path: ['vault', 'rebuild'],
  summary: 'make everything anew that is derived from the events',
  positionals: [],
  options: {},
  vault: 'open',
  run: async (run) => {
    const made = await run.call('vault.rebuild', {})
    return made.ok ? ok({ result: made.value, lines: made.value.rebuilt.map(({ name, parts }) => `Made anew: ${name} (${counted(parts, 'part')}).`) }) : made
  },
}

function personLines(me: { name: string; delegation: string; installation: string; safetyWords: readonly string[] }): string[] {
  return columns([
    ['Name', me.name], ['Delegation', me.delegation], ['Installation', me.installation], ['Safety words', me.safetyWords.join(' ')],
  ])
}

export const vaultCommands: CommandGroup = {
  name: 'vault', summary: 'the encrypted store of one person on one machine',
  commands: [create, unlockCheck, status, verify, rebuild, backup, restore, changePassphrase, newRecoveryCode, removeRecoveryCode, recover, makeKeyFile],
}
