/** `chancery vault backup` and `chancery vault restore`. */
import { ok, type Result } from '../../shared/base/result.ts'
import { inBrussels } from './brusselsTime.ts'
import type { Command, CommandRun, Failure } from './command.ts'
import { SECRETS } from './passphrase.ts'
import { columns, counted } from './layout.ts'

export const backup: Command = {
  path: ['vault', 'backup'],
  summary: 'write the whole vault into one encrypted file, and open that whole before saying so',
  positionals: [],
  options: { out: { type: 'string', value: 'FILE', required: true, help: 'file, or folder for one under a name of its own' } },
  vault: 'open',
  run: async (run) => {
    const written = await run.call('backup.write', { target: run.target(run.args.required('out')) })
    if (!written.ok) return written
    const { fileName, sizeBytes, hash, attachments, missing } = written.value
    const lacking = missing === 0 ? [] : [`${counted(missing, 'content')} of attachments should be on this machine and ${missing === 1 ? 'is' : 'are'} not.`]
    return ok({
      result: written.value,
      lines: [
        `Written, read back and opened whole: ${fileName}`, ...lacking,
        ...columns([['Size', `${sizeBytes} bytes`], ['Attachments', String(attachments)], ['Hash', hash]]),
        'It opens with the passphrase that this vault has now. Keep it away from this machine.',
      ],
    })
  },
}

export const restore: Command = {
  path: ['vault', 'restore'],
  summary: 'make a vault from a backup: a new installation, which reads all that the former one held',
  positionals: [{ name: 'BACKUP', help: 'a .chbackup file' }],
  options: { code: { type: 'boolean', help: 'open it with the recovery code: reads the code, then the new passphrase that the vault is to have' }, replace: { type: 'boolean', help: 'move a vault that is in the folder aside; nothing of it is removed' } },
  vault: 'named',
  run: async (run) => {
    const opening = await openingOf(run)
    if (!opening.ok) return opening
    const restored = await run.call('backup.restore', { source: run.source(run.args.positional('BACKUP')), replace: run.args.flag('replace'), ...opening.value, ...run.keyFile() })
    if (!restored.ok) return restored
    const { me, former, madeAtUtcMs, movedAside } = restored.value
    const aside = movedAside === null ? [] : [`The vault that was here is now in the folder ${movedAside} inside it.`]
    return ok({
      result: restored.value,
      lines: [
        `Restored from the backup of ${inBrussels(madeAtUtcMs)}.`, ...aside,
        ...columns([['Name', me.name], ['Delegation', me.delegation], ['Installation', me.installation], ['Formerly', former], ['Safety words', me.safetyWords.join(' ')]]),
        'This is a new installation: give its card to the secretariat of each circle, and have it admitted.',
      ],
    })
  },
}

/** The passphrase of the backup; or the code that was printed for it, and the passphrase that is to follow. */
async function openingOf(run: CommandRun): Promise<Result<{ passphrase: string; recoveryCode?: string }, Failure>> {
  if (!run.args.flag('code')) {
    const passphrase = await run.passphrase('existing')
    return passphrase.ok ? ok({ passphrase: passphrase.value }) : passphrase
  }
  const read = await run.secrets([SECRETS.recoveryCode, SECRETS.chosen])
  if (!read.ok) return read
  const [recoveryCode = '', passphrase = ''] = read.value
  return ok({ passphrase, recoveryCode })
}
