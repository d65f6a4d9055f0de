import type { Delegation } from '../../../shared/base/delegations.ts'
import type { LockReason } from '../../../shared/ipc/bridge.ts'
import type { CircleView } from '../../../shared/ipc/circleMethods.ts'
import { lowered } from '../../../shared/base/lowered.ts'
import { counted } from './plural.ts'

type Role = CircleView['myRoles'][number]

export const common = {
  labelled: (label: string, words: string) => `${label}: ${words}`, inSentence: lowered,
  sentence: (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
  cancel: 'Cancel', close: 'Close', open: 'Open', reading: 'Reading…', fillInAll: 'Both fields are needed.',
  refused: (meaning: string) => `Refused: ${lowered(meaning)}`,
  reasonCode: (code: string, stage: string | null) => (stage === null ? code : `${code} (${stage})`),
}

export const delegations: Readonly<Record<Delegation, string>> = {
  BE: 'Belgium', BG: 'Bulgaria', CZ: 'Czechia', DK: 'Denmark', DE: 'Germany', EE: 'Estonia', IE: 'Ireland', EL: 'Greece', ES: 'Spain', FR: 'France', HR: 'Croatia', IT: 'Italy',
  CY: 'Cyprus', LV: 'Latvia', LT: 'Lithuania', LU: 'Luxembourg', HU: 'Hungary', MT: 'Malta', NL: 'Netherlands', AT: 'Austria', PL: 'Poland', PT: 'Portugal', RO: 'Romania',
  SI: 'Slovenia', SK: 'Slovakia', FI: 'Finland', SE: 'Sweden', EEAS: 'External Action Service', COM: 'Commission', GSC: 'General Secretariat', PRES: 'Presidency',
}

/** In running text, where some names take an article. */
export function inText(delegation: Delegation): string {
  return delegation === 'NL' || !(delegation.length === 2) ? `the ${delegations[delegation]}` : delegations[delegation]
}

export const roles: Readonly<Record<Role, string>> = { secretariat: 'Secretariat', chair: 'Chair', delegate: 'Delegate', drafter: 'Drafter', observer: 'Observer' }
export const roleNotes: Readonly<Record<Role, string>> = {
  secretariat: 'Admits delegations, consolidates texts, runs silence procedures', chair: 'Sets silence and issues texts', delegate: 'Contributes, suggests, takes positions, answers silence',
  drafter: 'As a delegate, and issues texts', observer: 'Reads and contributes, changes nothing',
}

export const frame = {
  skip: 'Go to the screen', navigation: 'Main', openDossiers: 'Open dossiers', brussels: 'Brussels', brusselsAndHere: 'Brussels and here', lock: 'Lock',
  identity: (delegation: Delegation) => delegations[delegation],
  sections: { desk: 'Desk', dossiers: 'Dossiers', texts: 'Texts', silence: 'Silence', exchange: 'Exchange', register: 'Register', directory: 'Directory', settings: 'Settings' },
  lockLosesTitle: 'Lock and lose what was typed last?',
  keptBefore: (moment: string) => `You were typing this before, last at ${moment}. It was kept in the vault.`, startAnew: 'Start anew',
  lockLosesBody: 'It could not be kept in the vault just now. Go back, and the screen where it was typed says why.',
  lockAnyway: 'Lock and lose it',
}

export const marking = {
  bandHead: 'Marking of what is on screen', bandFoot: 'Marking and place', nothing: 'Nothing marked is on screen', limite: 'LIMITE', exercise: 'EXERCISE', exerciseThrice: 'EXERCISE EXERCISE EXERCISE',
  tlp: (colour: string) => `TLP:${colour}`, highest: 'Highest marking on this screen', asChosen: 'Marking as chosen in this form',
  limitedField: 'Only some of the distribution list may have it', limitedTo: 'Only for', limitedHelp: 'You can let it go further later, by your consent. The chain of signatures goes to everybody on the list; the words do not.', limiteField: 'LIMITE', classification: 'Classification', notClassified: 'Not classified', tlpField: 'Traffic Light Protocol', noTlp: 'None',
  classificationHelp: 'Chancery is not accredited for EU classified information.',
}

const lockedWhy: Readonly<Record<LockReason, string>> = {
  asked: 'at your request', idle: 'after a time without a keystroke', suspended: 'because the machine went to sleep', screenLocked: 'together with the screen', engineStopped: 'because the engine stopped by itself',
}

export const start = {
  statementTitle: 'Before you begin', formTitle: 'Create your vault',
  notAccredited: 'Chancery is not accredited for EU classified information.', habits: 'It supports the habits of marking, registering and releasing that such information demands. It does not make them lawful on this machine.',
  leaves: 'Nothing leaves this machine except in a file that you write yourself: a bundle, signed by you and sealed to the people you name, or a text, which is then in the clear. There is no server, and nobody but you can set a new passphrase.',
  lost: 'If you lose both the passphrase and the recovery code, what is in the vault is lost. Your colleagues’ copies are not.',
  name: 'Your name, as colleagues know it', delegation: 'Delegation', chooseDelegation: 'Choose a delegation', delegationHelp: 'The secretariat admits you to a circle under this code.',
  passphrase: 'Passphrase', acknowledge: 'I have read the statement on the left',
  create: 'Create the vault', creating: 'Creating the vault…', fillIn: 'Name and delegation are needed.', readFirst: 'Confirm that you have read the statement.',
  next: 'Next: write your card to a stick and hand it to the secretariat, and compare safety words.', noNetwork: 'No network is used, now or later',
  locked: 'Locked', lockedSince: (time: string, reason: LockReason) => `Since ${time}, ${lockedWhy[reason]}.`, passphraseOf: (name: string, delegation: string) => `Passphrase of ${name}, ${delegation}`,
  unlock: 'Unlock', unlocking: 'Unlocking…', nothingShown: 'Locked: nothing is on screen', lockedNote: 'While locked, Chancery holds no keys and shows no deadline. It reminds of one only where Settings allow it, and then without a word of what it is about.',
}

export const settings = {
  language: 'Language', languages: { system: 'As the system', en: 'English', fr: 'Français' },
  languageHelp: 'Of the words on screen. Texts, names and searches may be in any language; what Chancery composes for a file or for paper is in English.',
  appearance: 'Appearance', appearances: { system: 'As the system', light: 'Light', dark: 'Dark' }, lockAfter: 'Lock by itself', consolidationKeys: 'Single keys (J, K, A, E, R, D) settle suggestions while one consolidates', convergence: 'Do we see the same?', convergenceMeans: 'Two machines that hold the same of a dossier show the same value. Compare it by telephone. Where something was held back from one of them, the values differ.', noDossiers: 'There is no dossier here yet.', dossier: 'Dossier', events: 'Events', stateValue: 'Value', lockAfterHelp: 'Without a key or a pointer for so long. What is in preparation is kept in the vault.',
  minutes: (count: number) => `After ${counted(count, 'minute')}`, statement: 'What Chancery is not',
}
