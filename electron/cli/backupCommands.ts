/** `chancery vault backup` and `chancery vault restore`. */
import { ok } from '../../shared/base/result.ts'
import { inBrussels } from './brusselsTime.ts'
import type { Command } from './command.ts'
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
  options: { replace: { type: 'boolean', help: 'move a vault that is in the folder aside; nothing of it is removed' } },
  vault: 'named',
  run: async (run) => {
    const passphrase = await run.passphrase('existing')
    if (!passphrase.ok) return passphrase
    const restored = await run.call('backup.restore', {
      source: run.source(run.args.positional('BACKUP')), passphrase: passphrase.value, replace: run.args.flag('replace'), ...run.keyFile(),
    })
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
