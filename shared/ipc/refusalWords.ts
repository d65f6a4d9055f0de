/** The sentences of every refusal: what is the case, and what to do about it. Screens and command line say the same words. */
import { docxReasonWords } from './docxReasonWords.ts'
import { instantWords } from '../silence/timeWords.ts'
import type { Refusal, RefusalCode } from './refusal.ts'

export interface RefusalWords {
  readonly meaning: string
  readonly remedy: string
}
export type Facts = Refusal['facts']
/** One for every code, in each language. */
export type Sentences = Readonly<Record<RefusalCode, (facts: Facts) => RefusalWords>>

export function fact(facts: Facts, name: string, otherwise: string): string {
  const value = facts[name]
  return value === undefined || value === '' ? otherwise : String(value)
}
export const say = (meaning: string, remedy: string) => (): RefusalWords => ({ meaning, remedy })

const sendAgain = 'Ask the sender to write the bundle again, on another stick if you can. Nothing here has changed.'
const anotherFolder = 'Choose another folder or another stick, and write again.'

const vaultSentences = {
  'vault-absent': say('There is no vault here yet.', 'Create one, or name the folder that holds it.'),
  'vault-exists': say('There is a vault here already.', 'Unlock it with its passphrase, or choose another folder for a new one.'),
  'vault-locked': say('The vault is locked.', 'Unlock it with its passphrase, then do this again.'),
  'vault-newer': say('This vault was written by a newer version of Chancery.', 'Open it with that version. Nothing in it has been touched.'),
  'vault-damaged': say('The vault does not pass its own checks: what is stored is not what was written.', 'Keep the folder as it is, and restore your last backup beside it.'),
  'vault-busy': busyWords,
  'vault-read-only': say('This vault is open for reading only, because it is not known to be the latest.', 'Put the latest vault folder back, or restore a backup; then do this again.'),
  'passphrase-wrong': (facts: Facts) => ({
    meaning: facts['keyFile'] === undefined ? `This is not the passphrase of this ${fact(facts, 'of', 'vault')}.` : `This passphrase and this key file do not open this ${fact(facts, 'of', 'vault')} together.`,
    remedy: `Check the keyboard layout and Caps Lock${facts['keyFile'] === undefined ? '' : ' and the file'}, and type it again${waitWords(facts)}.`,
  }),
  'attempt-too-soon': (facts: Facts) => ({ meaning: 'There were several wrong attempts, and the next one has to wait.', remedy: `Try again in ${secondsWords(facts)}.` }),
  'key-file-needed': (facts: Facts) => ({ meaning: `This ${fact(facts, 'of', 'vault')} opens with its passphrase and a key file.`, remedy: 'Choose the key file as well.' }),
  'key-file-empty': say('There is nothing in this file.', 'Choose another key file.'),
  'recovery-code-absent': say('No recovery code was made for this vault.', 'Only the passphrase opens it.'),
  'recovery-code-mistyped': say('This is not a recovery code: something in it was mistyped.', 'Compare it with the paper, group by group: nine groups of four.'),
  'recovery-code-stale': say('This recovery code was not drawn here just now.', 'Draw another one and write that one down.'),
  'recovery-code-wrong': (facts: Facts) => ({
    meaning: 'This recovery code does not open this vault.', remedy: `A newer code makes those before it useless: look for the latest, and type that one${waitWords(facts)}.`,
  }),
  'passphrase-weak': say('This passphrase could be guessed.', 'Take five words or more that have nothing to do with one another.'),
  'not-acknowledged': say('The statement on classified information has not been confirmed.', 'Read it, then tick the box.'),
} as const

const fileSentences = {
  'file-missing': say('The file is no longer there.', 'Is the stick still in the machine? Choose the file again.'),
  'name-repeated': say('Two versions have the same name.', 'Give every version a name of its own.'),
  'file-unreadable': say('The file cannot be read.', 'Copy it to this machine or try another stick, then choose it again.'),
  'file-too-large': (facts: Facts) => ({ meaning: `The file is larger than what is accepted here${limitWords(facts)}.`, remedy: 'Ask the sender to send it in parts.' }),
  'target-exists': (facts: Facts) => ({ meaning: `${fact(facts, 'fileName', 'A file of this name')} is already there, and is not overwritten.`, remedy: 'Choose another folder, or move that file away.' }),
  'write-failed': say('The file could not be written.', `Nothing was left half-written. ${anotherFolder}`),
  'verify-failed': say('What was read back is not what was written.', `Do not hand this stick over. ${anotherFolder}`),
  'copy-number-missing': say('Every page of this document bears the number of its copy, and none was given.', 'Say which copy this is, and of how many.'),
  'print-unavailable': say('A PDF is made by the app; the command line has no pages to print.', 'Write HTML, which prints with the same marking on every page, or use the app.'),
  'print-cancelled': say('Nothing was printed: the printer’s dialog was closed.', 'Print again when you are ready. The register holds that it was asked for and given up.'),
  'print-failed': say('The machine did not print it: no printer took it.', 'See that a printer is set up and switched on, or write the text to a folder instead.'),
  'disk-full': say('There is no room left to write.', 'Make room, or choose another place. Nothing has changed.'),
} as const

const anotherBackup = 'Nothing was made. Choose another backup, or copy this one from its stick again.'

const backupSentences = {
  'not-a-backup': say('This file is not a backup.', 'Choose a file whose name ends in .chbackup.'),
  'backup-newer': say('This backup was written by a newer version of Chancery.', 'Bring this machine to that version, then restore it. Nothing was made, and the file has not been touched.'),
  'backup-cut': say('The end of this backup is missing.', anotherBackup),
  'backup-altered': say('This backup is not what was written: it is damaged, or was changed.', anotherBackup),
  'backup-malformed': say('The inside of this backup does not follow the format.', anotherBackup),
} as const

const bundleSentences = {
  'not-a-bundle': say('This file is not a bundle.', 'Choose a file whose name ends in .chbundle.'),
  'bundle-newer': say('This bundle was written by a newer version of Chancery.', 'Bring this machine to that version, then import it. The file has not been touched.'),
  'bundle-not-for-you': say('This bundle is not sealed to you.', 'Ask the sender to write one for you; check that they hold your present card.'),
  'bundle-altered': say('This is not what the sender sealed: the file was changed on the way.', sendAgain),
  'bundle-cut': say('The end of this bundle is missing.', sendAgain),
  'bundle-sender-unknown': say('The sender is not in a roster on this machine, and its card has not been compared.', 'Read the sender’s card in the Directory, compare the safety words, then import again.'),
  'bundle-sender-suspended': (facts: Facts) => ({ meaning: `${fact(facts, 'name', 'The sender')} is suspended from this circle.`, remedy: 'Call the secretariat. When it has reinstated the sender, ask for a new bundle.' }),
  'bundle-signature': (facts: Facts) => ({ meaning: `This is not what ${fact(facts, 'delegation', 'the sender')} signed.`, remedy: `Ask ${fact(facts, 'delegation', 'the sender')} to send it again.` }),
  'bundle-malformed': say('The inside of this bundle does not follow the format.', sendAgain),
  'bundle-already-imported': say('This bundle has been imported already.', 'There is nothing to do.'),
  'bundle-roster-behind': say('This bundle builds on a roster that has not reached this machine.', 'Import the secretariat’s latest bundle first. This one is untouched.'),
  'bundle-foreign-circle': say('This bundle belongs to a circle that you are not in.', 'Ask its secretariat to admit you, then ask for a new bundle.'),
  'bundle-chain': say('What the bundle holds does not join up with what its author sent before.', sendAgain),
  'roster-conflict': (facts: Facts) => ({
    meaning: `Two different rosters claim to be ${facts['epoch'] === undefined ? 'the same one' : `number ${facts['epoch']}`}: the secretariat showed some members another circle than others.`,
    remedy: 'Nothing of this circle is taken in or sent any more. The proof stands under Exchange, Evidence: show it to the others, call the secretariat, and found a new circle.',
  }),
  'preview-gone': say('This preview is no longer held.', 'Choose the file again.'),
  'nothing-to-send': say('These recipients have everything already.', 'There is nothing to write. To send it all again, choose “Send everything”.'),
  'not-originator': (facts: Facts) => ({ meaning: `Only ${fact(facts, 'delegation', 'its originator')} can let this go further.`, remedy: `Ask ${fact(facts, 'delegation', 'its originator')} for its consent; it comes with their next bundle.` }),
  'import-unknown': say('This import cannot be found, or has been undone already.', 'Look at the history of the exchange.'),
  'import-built-upon': (facts: Facts) => {
    if (facts['sealed'] !== undefined) return { meaning: 'A bundle that was written since says that you have what came with this import.', remedy: 'It stays. Ask the sender about what should not have come.' }
    if (facts['shared'] !== undefined) return { meaning: 'A later import brought some of the same.', remedy: 'Undo that one first.' }
    return { meaning: 'Something that came or was said later builds on this import.', remedy: 'Undo the imports that build on it first. What you have said yourself cannot be taken back.' }
  },
  'not-evidence': say('This file is not evidence written by Chancery.', 'Choose a file whose name ends in .chevidence.'),
  'evidence-does-not-hold': say('This file does not prove what it says: a signature or a link in it is not right.', 'Ask whoever gave it to you for the original.'),
  'evidence-unknown': say('This evidence is no longer there.', 'Look at the list again.'),
  'no-recipients': say('There is nobody to send to.', 'Admit a delegation in the Directory, or choose other recipients.'),
} as const

const circleSentences = {
  'not-a-card': say('This file is not a card.', 'Choose a file whose name ends in .chcard.'),
  'card-altered': say('This card is not what its owner signed.', 'Ask the owner to write it again, and do not use this one.'),
  'card-known': say('This person is in the roster already.', 'There is nothing to do.'),
  'change-without-meaning': say('The roster says so already, or this cannot be done to the secretariat itself.', 'Look at the roster. To leave, hand the secretariat over first.'),
  'card-unknown': say('This card is not on this machine.', 'Read the card from its file first.'),
  'safety-words-not-compared': say('The safety words have not been compared.', 'Call the person, or meet, and compare all six words.'),
  'circle-unknown': say('This circle is not on this machine.', 'Import a bundle from its secretariat first.'),
  'role-not-allowed': (facts: Facts) => ({ meaning: 'Your role in this circle does not allow this.', remedy: facts['role'] === undefined ? 'Ask the secretariat.' : `It is for the ${facts['role']} to do.` }),
} as const

const textSentences = {
  'dossier-unknown': say('This dossier is not on this machine.', 'Import a bundle that holds it.'),
  'text-unknown': say('This text is not on this machine.', 'Import a bundle that holds it.'),
  'revision-unknown': say('This REV is not on this machine.', 'Import a bundle that holds it, or choose another REV.'),
  'not-latest-revision': say('There is a later REV of this text.', 'Open the latest REV and work on that one.'),
  'event-unknown': say('What this refers to is not on this machine.', 'Import the bundle that holds it.'),
  'text-too-large': say('The text is longer than what is accepted here.', 'Divide it into several texts.'),
  'text-empty': say('There are no words in this file.', 'Choose another file.'),
  'docx-malformed': (facts: Facts) => ({ meaning: `This Word file cannot be read${docxReasonWords(fact(facts, 'reason', ''))}.`, remedy: 'Open it in Word, save it again as .docx, and choose it again.' }),
  'docx-has-changes': say('This Word file holds tracked changes.', 'Accept or reject them in Word, save, and choose the file again.'),
  'format-unknown': say('The format of this file is not known here.', 'Choose a .docx, .md or .txt file.'),
  'amendment-misplaced': say('A suggestion points at a place that this REV does not have.', 'Open the REV again and make the change there.'),
  'suggestion-open': (facts: Facts) => ({
    meaning: facts['count'] === 1 ? 'One suggestion is still open.' : `${fact(facts, 'count', 'Some')} suggestions are still open.`,
    remedy: 'Give each a verdict: accept it, edit it, or do not take it up.',
  }),
  'suggestions-collide': ({ first, second }: Facts) => ({
    meaning: `${first === undefined || second === undefined ? 'Some suggestions' : `Suggestions ${first} and ${second}`} change the same words. At most one can stand.`,
    remedy: 'Take back one of the verdicts, or write a compromise for both.',
  }),
  'suggestion-unknown': say('A verdict names a suggestion that is not on this machine.', 'Open the consolidation again.'),
  'not-indicators': say('This file holds no indicators that are understood here.', 'Choose a JSON file of STIX 2.1 or of MISP.'),
  'too-many-indicators': say('This file holds more indicators than one entry can.', 'Divide it into files of at most 2,000 indicators each.'),
  'nothing-for-stix': say('All of these indicators are of the kind “Other”, for which STIX has no form: nothing could be read from the file.', 'Write them as MISP, or revise the entry and say of what kind they are.'),
  'entry-withdrawn': say('This entry has been withdrawn.', 'Add a new one.'),
  'evidence-withdrawn': say('Something that this would refer to has been withdrawn.', 'Refer to what stands, or leave it out.'),
  'refers-to-nothing': say('Something that this would refer to counts for nothing in the dossier, or is not of the kind on which it can build.', 'Refer to an entry that stands there.'),
  'exercise-here': say('The exercise has been loaded into this vault before.', 'Open it from the list of dossiers.'),
  'reason-needed': say('A step is reopened with a reason.', 'Say in the note why it is reopened.'),
  'exercise-mixed': say('An exercise and a real case are never linked.', 'Choose a dossier of the same kind.'),
  'nothing-changed': say('Nothing has been changed in the text.', 'Change some words first.'),
  'thread-unknown': say('This comment is not on this machine.', 'Import the bundle that brought it, and answer then.'),
  'nothing-said': say('There are no words in this comment.', 'Write something, or close it.'),
} as const

const attachmentSentences = {
  'attachment-unknown': say('This attachment is not known on this machine.', 'Import a bundle that names it.'),
  'attachment-not-here': (facts: Facts) => ({
    meaning: 'The content of this attachment is not on this machine.',
    remedy: facts['heldBy'] === undefined ? 'It was destroyed, or it never came here.' : `Ask ${facts['heldBy']}, which added it.`,
  }),
  'attachment-altered': say('The content of this attachment is not what was put into the vault.', 'Do not use it. Restore your last backup, or ask whoever added it for the file.'),
  'clear-not-acknowledged': say('Written to a folder, the content is no longer protected by the vault.', 'Confirm that you know this, then export it again.'),
  'no-code-in-picture': say('No code of Chancery can be read in this picture.', 'Take it again: the whole code with its white margin, sharp, without glare, straight on.'),
  'optical-altered': say('The codes do not give the file that they name.', 'Something false was among them. Begin again, and let only the one screen be read.'),
  'not-an-image': say('Only PNG, JPEG, GIF and WebP images are shown here.', 'Export it to open it elsewhere.'),
  'image-too-large': say('This image is too large to be shown safely.', 'Export it to open it elsewhere.'),
} as const

const silenceSentences = {
  'deadline-nonexistent': (facts: Facts) => ({ meaning: `${wallTime(facts)} does not exist: the clocks go forward over it.`, remedy: readingsRemedy(facts) }),
  'deadline-ambiguous': (facts: Facts) => ({ meaning: `${wallTime(facts)} comes twice: the clocks go back over it.`, remedy: readingsRemedy(facts) }),
  'deadline-past': say('This deadline has passed.', 'Choose a later one.'),
  'zone-unknown': say('This time zone is not known.', 'Choose one from the list, for example Europe/Brussels.'),
  'deadline-too-short': (facts: Facts) => ({ meaning: `This procedure asks for at least ${fact(facts, 'minimumHours', 'its minimum number of')} hours.`, remedy: 'Choose a later deadline, or another procedure.' }),
  'procedure-unknown': say('This silence procedure is not on this machine.', 'Import the bundle that opens it.'),
  'procedure-ended': say('This silence procedure has ended.', 'Speak to the setter: only a new procedure can take this up.'),
  'answers-uncounted': (facts: Facts) => ({
    meaning: facts['count'] === 1 ? 'An answer lies here and does not count: what it builds on has not arrived, its words were held back, or its author has said two things under one number.' : `${fact(facts, 'count', 'Some')} answers lie here and do not count: what they build on has not arrived, their words were held back, or their author has said two things under one number.`,
    remedy: 'Look at the procedure. Ask for a bundle with everything and import it, or call the delegation. To close without them, say that you know of them, and in the note why.',
  }),
  'intake-before-deadline': say('The deadline has not passed.', 'The intake can be closed after it.'),
  'intake-open': say('The intake is still open.', 'Close the intake first; a person of the setter does that.'),
  'not-setter': say('Only the setter of this procedure can do this.', 'Ask the delegation that opened it.'),
  'not-a-certificate': say('This file is not a certificate.', 'Choose a file whose name ends in .chcert.'),
  'certificate-altered': say('This certificate is not what its setter signed.', 'Ask the setter for it again, and do not use this one.'),
  'certificate-signature': say('This certificate was not signed with this card.', 'Ask for the card of the setter who signed it.'),
  'certificate-inconsistent': say('This certificate is genuine, but its outcome does not follow from the answers it lists.', 'Do not rely on it. Show it to the setter.'),
  'profile-unknown': say('This kind of silence procedure is not known here.', 'Choose one from the list, or import the bundle with which the circle added it.'),
  'profile-inconsistent': (facts: Facts) => ({ meaning: `These rules contradict themselves: ${profileFaultWords(fact(facts, 'fault', ''))}.`, remedy: 'Change the words or the rule, and add it again.' }),
  'procedure-suspended': say('This silence procedure is suspended, so no deadline runs.', 'Resume it with a new deadline first.'),
  'procedure-not-suspended': say('This silence procedure is not suspended.', 'To set a later deadline, extend it.'),
  'procedure-running': say('Another silence procedure on this text has not ended.', 'Close or withdraw that one first.'),
  'answer-unknown': say('This answer is not on this machine.', 'Import the bundle that holds it.'),
  'answer-of-another': (facts: Facts) => ({ meaning: 'This answer was given by another delegation.', remedy: `Only ${fact(facts, 'delegation', 'that delegation')} can withdraw it.` }),
  'answer-withdrawn': say('This answer has been withdrawn already.', 'There is nothing to do.'),
  'step-not-provided': say('This kind of procedure, or its outcome, does not provide for this step.', 'Choose a step that the kind of procedure names; nothing follows a broken one but a new REV.'),
  'reservation-unknown': say('This reservation is not on this machine.', 'Import the bundle that holds it.'),
  'reservation-of-another': (facts: Facts) => ({ meaning: 'This reservation was entered by another delegation.', remedy: `Only ${fact(facts, 'delegation', 'that delegation')} can lift it.` }),
  'reservation-lifted': say('This reservation has been lifted already.', 'There is nothing to do.'),
  'place-unknown': say('This passage does not stand in the latest REV.', 'Open the latest REV, and choose the passage there.'),
} as const

const contractSentences = {
  'input-malformed': say('What was asked is not complete.', 'Fill in what is missing or too long, and ask again.'),
  'method-unknown': say('This version of Chancery does not know what was asked.', 'Use the window and the engine of one version.'),
  'cancelled': say('This was stopped before it was done.', 'Nothing has changed. Start it again when you are ready.'),
  'internal': say('Chancery made a mistake of its own and stopped here.', 'Nothing was half done. Try once more; if it comes back, report what you did.'),
} as const

const SENTENCES: Sentences = { ...vaultSentences, ...fileSentences, ...backupSentences, ...bundleSentences, ...circleSentences, ...textSentences, ...attachmentSentences, ...silenceSentences, ...contractSentences }

/** `where` is `elsewhere` where the lock names another host, so that nobody can see from here whether the vault is still open there. */
function busyWords(facts: Facts): RefusalWords {
  const host = fact(facts, 'host', '')
  if (host === '') return { meaning: 'Another window or command has this vault open.', remedy: 'Close it there first.' }
  const { sinceUtcMs } = facts
  const since = typeof sinceUtcMs === 'number' ? ` since ${instantWords(sinceUtcMs)}` : ''
  const remedy = facts['where'] !== 'elsewhere' ? 'Lock it or close it there first.'
    : `Lock it or close it there first. Only if you are sure that nothing on ${host} has it open any more, remove the file “lock” from the vault folder.`
  return { meaning: `Another window or command has had this vault open${since}: ${fact(facts, 'user', 'somebody')} on ${host}.`, remedy }
}

const PROFILE_FAULTS: Readonly<Record<string, string>> = {
  'adopted-not-allowed': 'the outcome says “adopted”, and the rule does not allow that', 'adopted-not-said': 'the rule says that silence adopts, and the outcome does not say “adopted”',
  'breakers-not-named': 'the words for a broken procedure do not name who broke it', 'outcomes-alike': 'broken and unbroken read the same',
  'grade': 'only the circle itself can vouch for a kind that it adds',
}

function profileFaultWords(fault: string): string {
  return PROFILE_FAULTS[fault] ?? 'one of them does not fit the others'
}

/** `limitBytes`: the most that is accepted there. */
function limitWords({ limitBytes }: Facts): string {
  if (typeof limitBytes !== 'number') return ''
  const units = ['bytes', 'KiB', 'MiB', 'GiB']
  const unit = Math.min(units.length - 1, Math.floor(Math.log2(limitBytes) / 10))
  return ` (at most ${limitBytes / 1024 ** unit} ${units[unit]})`
}

/** `waitSeconds`: how long the next attempt has to wait. */
function waitWords(facts: Facts): string {
  return facts['waitSeconds'] === undefined ? '' : ` in ${secondsWords(facts)}`
}

function secondsWords(facts: Facts): string {
  return facts['waitSeconds'] === 1 ? '1 second' : `${fact(facts, 'waitSeconds', 'a few')} seconds`
}

/** 2027-03-28T02:30 is said as 2027-03-28, 02:30. */
function wallTime(facts: Facts): string {
  return fact(facts, 'wallTime', 'This time').replace(/T(?=\d)/, ', ')
}

/** Both readings of a wall time, where the refusal offers them. */
function readingsRemedy(facts: Facts): string {
  const readings = fact(facts, 'readings', '')
  return readings === '' ? 'Choose a time an hour earlier or later.' : `Choose one of the two readings: ${readings}.`
}

export function refusalWords(refused: Pick<Refusal, 'code' | 'facts'>): RefusalWords {
  return SENTENCES[refused.code](refused.facts)
}
