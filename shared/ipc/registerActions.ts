/** What the register can say was done: the words for it and the group that a reader filters by. Screens, command line and exports say the same. */

export const REGISTER_GROUPS = ['access', 'views', 'out', 'in', 'admission', 'statements', 'settings', 'destruction', 'checks'] as const
export type RegisterGroup = (typeof REGISTER_GROUPS)[number]

export const REGISTER_GROUP_WORDS: Readonly<Record<RegisterGroup, string>> = {
  access: 'Access to the vault', views: 'Views', out: 'What left', in: 'What came in', admission: 'Cards and admission', statements: 'Signed statements',
  settings: 'Settings', destruction: 'Destruction', checks: 'Checks',
}

type Action = readonly [group: RegisterGroup, words: string]

/** By the name that an entry holds: what was done, the event that was signed, or the method that was refused. */
export const REGISTER_ACTIONS = {
  'vault.created': ['access', 'Vault created'], 'vault.unlocked': ['access', 'Unlocked'], 'vault.locked': ['access', 'Locked'],
  'vault.recovered': ['access', 'Opened with the recovery code'], 'vault.passphraseChanged': ['access', 'Passphrase changed'], 'vault.recoveryCodeSet': ['access', 'Recovery code set'],
  'vault.recoveryCodeRemoved': ['access', 'Recovery code taken away'], 'vault.unlockRefused': ['access', 'Wrong attempts to open'], 'vault.changePassphrase': ['access', 'Passphrase to be changed'],
  'vault.setRecoveryCode': ['access', 'Recovery code to be set'], 'vault.removeRecoveryCode': ['access', 'Recovery code to be taken away'],
  'vault.migrated': ['checks', 'Brought to a newer version'],
  'vault.verified': ['checks', 'Vault checked'], 'vault.rebuilt': ['checks', 'Search index made anew'], 'register.verified': ['checks', 'Register checked'],
  'backup.written': ['out', 'Backup written'], 'backup.write': ['out', 'Backup to be written'], 'vault.restored': ['access', 'Restored from a backup'],
  'dossier.viewed': ['views', 'Dossier opened to read'], 'text.viewed': ['views', 'Text opened to read'], 'search.shown': ['views', 'Found in a search'],
  'text.write': ['out', 'Text written in the clear'], 'text.printed': ['out', 'Text printed'], 'text.print': ['out', 'Text to be printed'], 'certificate.write': ['out', 'Certificate written'], 'card.written': ['out', 'Card written'], 'card.write': ['out', 'Card to be written'],
  'bundle.released': ['out', 'Release decided'], 'bundle.written': ['out', 'Bundle written'], 'bundle.write': ['out', 'Bundle to be written'], 'register.exported': ['out', 'Register exported'], 'register.export': ['out', 'Register to be exported'],
  'bundle.preview': ['in', 'Bundle opened to look inside'], 'bundle.imported': ['in', 'Bundle imported'], 'bundle.import': ['in', 'Bundle import'], 'evidence.written': ['out', 'Evidence written'], 'evidence.write': ['out', 'Evidence to be written'], 'evidence.verify': ['checks', 'Evidence to be checked'], 'bundle.undone': ['in', 'Import undone'], 'bundle.undo': ['in', 'Import to be undone'], 'release.consented': ['statements', 'Consent to release'], 'release.consent': ['statements', 'Consent to release'], 'bundle.discarded': ['in', 'Bundle put aside'],
  'text.add': ['in', 'Text to be added'], 'text.create': ['statements', 'Draft to be issued'], 'text.readEdits': ['in', 'Edited file to be read'], 'text.readAuthors': ['in', 'Edited file to be read, author by author'], 'text.verify': ['in', 'Text to be verified'], 'certificate.verify': ['in', 'Certificate to be verified'],
  'optical.shown': ['out', 'Bundle shown as codes'], 'optical.show': ['out', 'Bundle to be shown as codes'], 'optical.written': ['out', 'Bundle written as pictures of codes'], 'optical.write': ['out', 'Bundle to be written as pictures of codes'], 'optical.read': ['in', 'Pictures of codes to be read'], 'optical.take': ['in', 'Codes to be read'],
  'card.read': ['admission', 'Card read'], 'card.trusted': ['admission', 'Safety words compared'], 'card.trust': ['admission', 'Safety words to be compared'],
  'circle.founded': ['admission', 'Circle founded'], 'circle.admit': ['admission', 'Admission'], 'roster.changed': ['admission', 'Roster changed'], 'roster.conflict': ['admission', 'Two rosters found that cannot both be'], 'keys.offered': ['admission', 'New keys offered'], 'keys.made': ['admission', 'New keys made'], 'keys.deleted': ['destruction', 'Old private key deleted'],
  'circle.changeRole': ['admission', 'Change of role'], 'circle.suspend': ['admission', 'Suspension'], 'circle.reinstate': ['admission', 'Reinstatement'], 'circle.remove': ['admission', 'Removal'], 'circle.handOver': ['admission', 'Hand-over of the secretariat'], 'circle.takeKeys': ['admission', 'New keys to be taken up'],
  'receipt.given': ['statements', 'Receipt signed'], 'dossier.opened': ['statements', 'Dossier opened'], 'step.marked': ['statements', 'Step marked'], 'contribution.added': ['statements', 'Contribution made'],
  'indicators.read': ['in', 'Indicators to be read'], 'indicators.write': ['out', 'Indicators written in the clear'],
  'dossier.caseFile': ['out', 'Case file written in the clear'],
  'exercise.load': ['in', 'Exercise loaded'],
  'entry.added': ['statements', 'Entry added'], 'entry.revised': ['statements', 'Entry revised'], 'entry.withdrawn': ['statements', 'Entry withdrawn'],
  'catalogue.issued': ['statements', 'Catalogue of measures issued'], 'catalogue.issue': ['statements', 'Catalogue of measures issued'], 'note.print': ['statements', 'Note printed into a text'],
  'position.taken': ['statements', 'Position taken'], 'text.revIssued': ['statements', 'REV issued'], 'text.amended': ['statements', 'Suggestions handed in'], 'text.commented': ['statements', 'Comment made'], 'silence.opened': ['statements', 'Silence opened'],
  'silence.responded': ['statements', 'Silence answered'], 'silence.extended': ['statements', 'Silence extended'], 'silence.intakeClosed': ['statements', 'Intake closed'], 'silence.certified': ['statements', 'Outcome certified'],
  'silence.drafted': ['statements', 'Silence procedure drafted'], 'silence.useStated': ['statements', 'Use of a silence procedure stated'], 'silence.served': ['statements', 'Service recorded'],
  'silence.answerWithdrawn': ['statements', 'Answer to silence withdrawn'], 'silence.suspended': ['statements', 'Silence suspended'], 'silence.resumed': ['statements', 'Silence resumed'],
  'silence.withdrawn': ['statements', 'Silence withdrawn'], 'silence.forwarded': ['statements', 'Outcome taken further'], 'silence.profileAdded': ['statements', 'Kind of silence procedure added'],
  'reservation.entered': ['statements', 'Reservation entered'], 'reservation.lifted': ['statements', 'Reservation lifted'],
  'silence.calendarWritten': ['out', 'Deadline written for a calendar'], 'silence.overviewWritten': ['out', 'Overview of a silence procedure written'], 'silence.calendar': ['out', 'Deadline to be written for a calendar'], 'silence.print': ['out', 'Overview to be written'],
  'settings.changed': ['settings', 'Settings changed'],
  'attachment.added': ['in', 'Attachment added'], 'attachment.add': ['in', 'Attachment to be added'], 'attachment.viewed': ['views', 'Attachment viewed'], 'attachment.preview': ['views', 'Attachment to be viewed'],
  'attachment.exported': ['out', 'Attachment exported in the clear'], 'attachment.export': ['out', 'Attachment to be exported'],
  'attachment.destroyed': ['destruction', 'Attachment destroyed'], 'attachment.destroy': ['destruction', 'Attachment to be destroyed'],
  // Methods that were refused.
  'bundle.previewAll': ['in', 'Bundles to be opened to look inside'], 'bundle.importAll': ['in', 'Bundles to be imported'], 'backup.restore': ['access', 'Backup to be restored'], 'register.verify': ['checks', 'Register to be checked'],
  'settings.change': ['settings', 'Settings to be changed'], 'holiday.change': ['settings', 'Public holidays to be changed'], 'keys.rotate': ['admission', 'New keys to be made'], 'circle.found': ['admission', 'Circle to be founded'],
  'dossier.open': ['statements', 'Dossier to be opened'], 'dossier.markStep': ['statements', 'Step to be marked'], 'dossier.contribute': ['statements', 'Contribution to be made'], 'dossier.takePosition': ['statements', 'Position to be taken'],
  'entry.add': ['statements', 'Entry to be added'], 'entry.revise': ['statements', 'Entry to be revised'], 'entry.withdraw': ['statements', 'Entry to be withdrawn'], 'text.issue': ['statements', 'REV to be issued'],
  'text.suggest': ['statements', 'Suggestions to be handed in'], 'text.comment': ['statements', 'Comment to be made'], 'silence.addProfile': ['statements', 'Kind of silence procedure to be added'], 'silence.draft': ['statements', 'Silence procedure to be drafted'],
  'silence.open': ['statements', 'Silence to be opened'], 'silence.respond': ['statements', 'Silence to be answered'], 'silence.withdrawAnswer': ['statements', 'Answer to silence to be withdrawn'], 'silence.stateUse': ['statements', 'Use of a silence procedure to be stated'],
  'silence.recordServed': ['statements', 'Service to be recorded'], 'silence.extend': ['statements', 'Silence to be extended'], 'silence.suspend': ['statements', 'Silence to be suspended'], 'silence.resume': ['statements', 'Silence to be resumed'],
  'silence.withdraw': ['statements', 'Silence to be withdrawn'], 'silence.closeIntake': ['statements', 'Intake to be closed'], 'silence.certify': ['statements', 'Outcome to be certified'], 'silence.forward': ['statements', 'Outcome to be taken further'],
  'reservation.enter': ['statements', 'Reservation to be entered'], 'reservation.lift': ['statements', 'Reservation to be lifted'],
} as const satisfies Readonly<Record<string, Action>>
const ACTIONS: ReadonlyMap<string, Action> = new Map(Object.entries(REGISTER_ACTIONS))

/** For actions that are not in the table: by how their names begin or end. */
const RULES: readonly (readonly [RegExp, RegisterGroup])[] = [
  [/\.(?:destroyed|destroy|forgotten)$/, 'destruction'], [/\.(?:exported|written|write|printed|export)$/, 'out'], [/\.(?:imported|import|added)$/, 'in'], [/\.viewed$/, 'views'],
  [/^(?:vault|passphrase|recovery)\./, 'access'], [/^settings\./, 'settings'],
]

export function registerGroupOf(action: string): RegisterGroup {
  return ACTIONS.get(action)?.[0] ?? RULES.find(([names]) => names.test(action))?.[1] ?? 'statements'
}

/** An action that this version has no words for is named as it is. */
export function registerActionWords(action: string): string {
  return ACTIONS.get(action)?.[1] ?? action
}

/** Named facts of an entry; a name that is not here is shown as it is, for example that of a setting. */
export const REGISTER_NAMES = {
  goes: 'Goes to', held: 'Held back from', recipient: 'Recipient', bundle: 'Bundle', sender: 'Sender’s installation', fork: 'Two statements under one number', file: 'File', hash: 'Hash of the file', text: 'Text', event: 'Event',
  fault: 'Fault', group: 'Kind', from: 'From', to: 'Up to', result: 'Result', dossier: 'Dossier', words: 'Words', lockAfterMinutes: 'Minutes until the vault locks itself', remindBeforeMinutes: 'Minutes before a deadline at which to remind', remindWhenLocked: 'Remind while the vault is locked',
  holidaysAdded: 'Public holidays added', holidaysStruck: 'Public holidays struck out', named: 'Says what it is about', appearance: 'Appearance', language: 'Language',
  attempts: 'Wrong attempts', at: 'At (UTC)', first: 'First (UTC)', last: 'Last (UTC)',
  backupReminderDays: 'Days until a backup is asked for', consolidationKeys: 'Single keys settle suggestions', size: 'Size in bytes', former: 'Installation before', madeAt: 'Backup made',
} as const
const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(REGISTER_NAMES))

export function registerNameWords(name: string): string {
  return NAMES.get(name) ?? name
}
