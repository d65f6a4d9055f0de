import type { Hint, PassphraseStrength } from '../../../shared/ipc/vaultMethods.ts'

const hints: Readonly<Record<Hint, string>> = {
  short: 'Add words.', common: 'It stands high in the lists that guessers use.', repeated: 'It repeats itself.', sequence: 'It runs along a sequence.', keyboard: 'It runs along the keyboard.',
  date: 'A date adds little.', name: 'Names add little.', own: 'What others know of you adds nothing.',
}

const levels: Readonly<Record<PassphraseStrength['level'], string>> = { weak: 'Weak: this could be guessed.', enough: 'Enough: hard to guess.', strong: 'Strong.' }

/** What opens the vault: first start, lock screen, Settings. */
export const keys = {
  steps: 'Steps', stepNames: ['Statement', 'You and your passphrase', 'If you forget it'], stepOf: (step: number, of: number) => `Step ${step} of ${of}`,
  next: 'Continue', back: 'Back',
  statementForm: 'What Chancery is not', statementLead: 'Three steps make your vault: this statement, who you are, and what helps if you forget.',
  passphraseTitle: 'A passphrase that holds',
  passphraseWhy: ['Everything in the vault is encrypted under this passphrase. Whoever copies the vault can try to guess it for as long as they like, so it has to be better than a password.',
    'Take five or more words that have nothing to do with one another and that nobody connects with you. Long and easy to remember beats short and strange.',
    'It is estimated on this machine while you type. It is kept nowhere.'],
  forgetTitle: 'If you forget it',
  forgetWhy: ['A recovery code sets a new passphrase. It is drawn now and shown once; Chancery does not keep it. Write it on paper and lock it away from this machine: whoever has the paper and the machine can open the vault.',
    'A key file is asked for beside the passphrase at every unlocking. Keep it on a stick that is not left in the machine. If it is lost, only the recovery code opens the vault.',
    'Both can be set or replaced later in Settings.'],
  newPassphrase: 'New passphrase', again: 'The same again', differ: 'The two do not agree.', strength: 'Strength', levels, hints, whileTyping: 'Five words or more.',
  needsPassphrase: 'Type the passphrase twice.', weakYet: 'This passphrase could be guessed.',
  recoveryCode: 'Recovery code', withCode: 'Make one', withoutCode: 'Do without', codeAndFile: 'A code on paper, and a key file',
  codeNotes: { with: 'It is shown this once. Write down all nine groups.', without: 'If you forget the passphrase, what is in the vault is lost.' },
  writtenDown: 'I have written it down', writeDownFirst: 'Write the code down, and say so.',
  keyFile: 'Key file', noKeyFile: 'None', makeKeyFile: 'Make a key file', chooseKeyFile: 'Take a file that I have', keepKeyFile: 'The same as now',
  keyFileNotes: {
    keep: 'The key file given above is asked for beside the new passphrase.', none: 'The passphrase alone opens the vault.', made: 'A new file of 32 random bytes, written to a folder that you choose.',
    chosen: 'Any file that will never change by a single byte.',
  },
  chooseFile: 'Choose the key file', chooseFolder: 'Choose a folder and write it', chosenFile: (name: string) => `Chosen: ${name}`, madeFile: (name: string) => `Written: ${name}`, keyFileFirst: 'Choose the key file.',
  forgotten: 'Use the recovery code', toPassphrase: 'Back to the passphrase', recoverTitle: 'Set a new passphrase', recover: 'Set it and unlock', recovering: 'Setting it…', codeHelp: 'Nine groups of four. Spaces, hyphens and capitals play no part.',
  codeFirst: 'Type the code from the paper.', recoverNote: 'A key file is not asked for after this; a new one can be set in Settings.',
  waitFor: (seconds: number) => (seconds === 1 ? 'Wait 1 second.' : `Wait ${seconds} seconds.`),
  security: 'Security', present: 'Present passphrase', changePassphrase: 'Change the passphrase', change: 'Change it', changing: 'Changing it…',
  changed: 'The passphrase is changed. The one before opens the vault no more.',
  cost: (passes: number, memoryMib: number) => `Each guess costs ${passes} passes over ${memoryMib} MiB (Argon2id), as measured on the machine where it was set.`,
  hasKeyFile: 'A key file is asked for at every unlocking.', hasNoKeyFile: 'No key file is asked for. Change the passphrase to add one.',
  hasCode: 'A recovery code was made. If its paper is lost or was seen, replace it.', hasNoCode: 'There is no recovery code: if you forget the passphrase, what is in the vault is lost.',
  makeCode: 'Make a recovery code', replaceCode: 'Replace the recovery code', removeCode: 'Take it away', removeCodeTitle: 'Take the recovery code away?',
  removeCodeBody: 'The paper opens nothing from then on. If you forget the passphrase, what is in the vault is lost; nobody can bring it back. The register will hold that it was taken away.', codeRemoved: 'The recovery code is taken away. It opens nothing any more.', codeSet: 'The recovery code is set. Any code before it opens nothing.', setCode: 'Set this code', settingCode: 'Setting it…', presentFirst: 'Type the present passphrase.',
} as const
