import type { HealthFaultKind } from '../../../shared/ipc/vaultHealth.ts'

const REMINDERS: Readonly<Record<number, string>> = { 0: 'Never', 1: 'After a day', 7: 'After 7 days', 30: 'After 30 days' }
const PHASES: Readonly<Record<string, string>> = { check: 'Checking the vault', write: 'Writing', verify: 'Reading back and opening it whole', read: 'Reading the backup' }

/** Backups: Settings, the desk, the first start and the lock screen; and the bar over a vault that may only be read. */
export const backup = {
  title: 'Backup', none: 'There is no backup of this vault yet.', last: (day: string) => `The last backup was written and verified ${day}.`,
  what: 'One encrypted file with everything in the vault. It opens with the passphrase that the vault has at that moment. Keep it away from this machine.',
  remind: 'Remind me', reminders: (days: number) => REMINDERS[days] ?? `After ${days} days`,
  make: 'Back up now', making: 'Backing up…', stop: 'Stop',
  progress: (phase: string, done: number, total: number | null) => `${PHASES[phase] ?? phase}${total === null || total === 0 ? '…' : `: ${Math.floor((done / total) * 100)} %`}`,
  written: (fileName: string, megabytes: string, attachments: number) => `Written, read back and opened whole: ${fileName} (${megabytes}, ${attachments === 1 ? '1 attachment' : `${attachments} attachments`}).`,
  missing: (count: number) => `The content of ${count === 1 ? '1 attachment' : `${count} attachments`} should be on this machine and is not: it is not in the backup.`,
  size: (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`,
  due: 'Backup is due', dueNever: 'There is no backup of this vault. If this machine is lost, so is what only it holds.', dueSince: (day: string) => `The last backup is from ${day}.`,
  restoredTitle: 'This vault was restored', restoredBody: 'It is a new installation: it reads everything, and signs nothing until the secretariat of each circle has admitted its new card.', toCard: 'Write my card',
  restore: 'Restore a backup', restoreTitle: 'A vault from a backup', backToStart: 'Back',
  restoreWhy: ['A backup holds everything that the vault held when it was written: dossiers, texts, attachments, register.',
    'The vault that is made from it is a new installation, with keys and a card of its own. It reads all that the former one held, and bundles that were sealed to that one still open. Nothing is ever signed twice under one number.',
    'Before it can sign, the secretariat of each circle has to admit its new card: compare the six safety words anew.'],
  choose: 'Choose the backup', chosen: (name: string) => `Chosen: ${name}`, chooseFirst: 'Choose the backup.', passphrase: 'Passphrase of the backup', passphraseFirst: 'Type the passphrase.', opens: 'Opened with', withPassphrase: 'its passphrase', withCode: 'the recovery code',
  passphraseHelp: 'The one that the vault had when the backup was written.', withKeyFile: 'It needs a key file as well',
  aside: 'Move the vault that is here aside, into a folder of its own. Nothing of it is removed.', asideFirst: 'Say that the vault that is here may be moved aside.',
  restoring: 'Restoring…', restoreVerb: 'Restore', restoreNote: 'Until all of it has been read and verified, nothing is made.',
  readOnlyTitles: { rolledBack: 'This vault is older than it was', cut: 'Something is missing from this vault', copyMissing: 'It is not known whether this vault is the latest', copyAltered: 'It is not known whether this vault is the latest' } satisfies Record<HealthFaultKind, string>,
  verify: 'Check everything', verifying: 'Checking…', sound: 'Every event, signature and entry that is here is as it was signed.', faults: (count: number) => `${count === 1 ? '1 fault' : `${count} faults`}. The command line names each: chancery vault verify.`,
} as const
