/** `chancery vault ...`: what opens the vault, and how to change it. */
import { ok, type Result } from '../../shared/base/result.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { wrongUsage, type Command, type CommandRun, type Failure, type OptionSpecs } from './command.ts'
import { columns } from './layout.ts'
import { SECRETS } from './passphrase.ts'

const NEW_KEY_FILE: OptionSpecs = {
  'new-key-file': { type: 'string', value: 'FILE', help: 'a key file that is asked for from now on, besides the passphrase' },
}

export const changePassphrase: Command = {
  path: ['vault', 'change-passphrase'],
  summary: 'set a new passphrase, and say which key file goes with it; reads the present one, then the new one',
  positionals: [],
  vault: 'named',
  options: { ...NEW_KEY_FILE, 'without-key-file': { type: 'boolean', help: 'ask for no key file from now on (otherwise the present one stays)' } },
  run: async (run) => {
    const newKeyFile = keyFileAfter(run)
    if (!newKeyFile.ok) return newKeyFile
    const read = await run.secrets([SECRETS.present, SECRETS.chosen])
    if (!read.ok) return read
    const [passphrase = '', newPassphrase = ''] = read.value
    const unlocked = await run.call('vault.unlock', { passphrase, ...run.keyFile() })
    if (!unlocked.ok) return unlocked
    const changed = await run.call('vault.changePassphrase', { passphrase, ...run.keyFile(), newPassphrase, newKeyFile: newKeyFile.value })
    return changed.ok ? ok({ result: changed.value, lines: ['The passphrase is changed. The one before opens the vault no more.', ...keyLines(changed.value)] }) : changed
  },
}

export const newRecoveryCode: Command = {
  path: ['vault', 'new-recovery-code'],
  summary: 'print a recovery code, once; any code before it opens nothing from then on',
  positionals: [],
  vault: 'named',
  options: {},
  run: async (run) => {
    const present = await openedWith(run)
    if (!present.ok) return present
    const drawn = await run.call('vault.drawRecoveryCode', {})
    if (!drawn.ok) return drawn
    const set = await run.call('vault.setRecoveryCode', { code: drawn.value.code, passphrase: present.value, ...run.keyFile() })
    return set.ok ? ok({ result: { recoveryCode: drawn.value.code, ...set.value }, lines: recoveryLines(drawn.value.code) }) : set
  },
}

export const removeRecoveryCode: Command = {
  path: ['vault', 'remove-recovery-code'],
  summary: 'take the recovery code away without a new one: from then on the passphrase alone opens the vault',
  positionals: [],
  vault: 'named',
  options: {},
  run: async (run) => {
    const present = await openedWith(run)
    if (!present.ok) return present
    const removed = await run.call('vault.removeRecoveryCode', { passphrase: present.value, ...run.keyFile() })
    return removed.ok ? ok({ result: removed.value, lines: ['The recovery code opens nothing any more. If you forget the passphrase, what is in the vault is lost.', ...keyLines(removed.value)] }) : removed
  },
}

export const recover: Command = {
  path: ['vault', 'recover'],
  summary: 'set a new passphrase with the recovery code; reads the code, then the new passphrase',
  positionals: [],
  vault: 'named',
  options: NEW_KEY_FILE,
  run: async (run) => {
    const read = await run.secrets([SECRETS.recoveryCode, SECRETS.chosen])
    if (!read.ok) return read
    const [code = '', newPassphrase = ''] = read.value
    const path = run.args.text('new-key-file')
    const recovered = await run.call('vault.recover', { code, newPassphrase, ...(path === null ? {} : { newKeyFile: run.source(path) }) })
    return recovered.ok ? ok({ result: recovered.value, lines: ['The new passphrase is set. The one before opens the vault no more.'] }) : recovered
  },
}

export const makeKeyFile: Command = {
  path: ['vault', 'make-key-file'],
  summary: 'write a key file of 32 random bytes; it opens nothing until a passphrase is set with it',
  positionals: [{ name: 'TARGET', help: 'a folder, or the file itself' }],
  vault: 'none',
  options: {},
  run: async (run) => {
    const made = await run.call('keyFile.make', { target: run.target(run.args.positional('TARGET')) })
    if (!made.ok) return made
    const { fileName, sizeBytes } = made.value
    return ok({ result: { fileName, sizeBytes }, lines: [`Written: ${fileName}`] })
  },
}

/** The present passphrase, once it has opened the vault. */
async function openedWith(run: CommandRun): Promise<Result<string, Failure>> {
  const passphrase = await run.passphrase('existing')
  if (!passphrase.ok) return passphrase
  const unlocked = await run.call('vault.unlock', { passphrase: passphrase.value, ...run.keyFile() })
  return unlocked.ok ? passphrase : unlocked
}

export function recoveryLines(code: string): string[] {
  return ['', 'Recovery code, shown this once. Write it on paper, away from this machine:', '', `  ${code}`]
}

function keyFileAfter(run: CommandRun): Result<Input<'vault.changePassphrase'>['newKeyFile'], Failure> {
  const path = run.args.text('new-key-file')
  if (path !== null && run.args.flag('without-key-file')) return wrongUsage('--new-key-file and --without-key-file exclude each other')
  if (path !== null) return ok({ kind: 'chosen', source: run.source(path) })
  return ok({ kind: run.args.flag('without-key-file') ? 'none' : 'keep' })
}

function keyLines({ needsKeyFile, hasRecoveryCode, passes, memoryMib }: Output<'vault.keys'>): string[] {
  return columns([
    ['Key file', needsKeyFile ? 'asked for' : 'none'], ['Recovery code', hasRecoveryCode ? 'made' : 'none'], ['Each guess costs', `Argon2id, ${passes} passes, ${memoryMib} MiB`],
  ])
}
