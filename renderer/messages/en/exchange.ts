import type { ImportEffect } from '../../../shared/ipc/exchangeMethods.ts'
import type { HeldBecause, Remedy } from '../../../shared/marking/releaseRules.ts'
import { counted, listed } from './plural.ts'

type ClockFinding = ImportEffect['clocks'][number]['finding']

function capital(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

/** One item or several of a type of event. */
const itemNames: Readonly<Record<string, readonly [string, string]>> = {
  'circle.founded': ['founding of the circle', 'foundings'], 'roster.changed': ['change of the roster', 'changes of the roster'], 'receipt.given': ['receipt', 'receipts'], 'keys.offered': ['offer of new keys', 'offers of new keys'], 'dossier.opened': ['dossier', 'dossiers'],
  'entry.added': ['entry', 'entries'], 'entry.revised': ['revised entry', 'revised entries'], 'entry.withdrawn': ['withdrawn entry', 'withdrawn entries'], 'catalogue.issued': ['catalogue of measures', 'catalogues of measures'],
  'step.marked': ['step marked', 'steps marked'], 'contribution.added': ['contribution', 'contributions'], 'position.taken': ['position', 'positions'], 'attachment.added': ['attachment', 'attachments'], 'attachment.destroyed': ['destruction of an attachment', 'destructions of attachments'], 'release.consented': ['consent to release', 'consents to release'], 'text.revIssued': ['REV', 'REVs'], 'text.amended': ['set of suggestions', 'sets of suggestions'], 'text.commented': ['comment', 'comments'],
  'silence.opened': ['silence procedure', 'silence procedures'], 'silence.responded': ['answer to silence', 'answers to silence'], 'silence.extended': ['extension', 'extensions'], 'silence.intakeClosed': ['closed intake', 'closed intakes'],
  'silence.certified': ['certificate', 'certificates'], 'silence.drafted': ['draft of a silence procedure', 'drafts of silence procedures'], 'silence.useStated': ['statement on the use of silence', 'statements on the use of silence'],
  'silence.served': ['record of service', 'records of service'], 'silence.answerWithdrawn': ['answer withdrawn', 'answers withdrawn'], 'silence.suspended': ['suspension', 'suspensions'], 'silence.resumed': ['resumption', 'resumptions'],
  'silence.withdrawn': ['procedure withdrawn', 'procedures withdrawn'], 'silence.forwarded': ['outcome taken further', 'outcomes taken further'], 'silence.profileAdded': ['kind of silence procedure', 'kinds of silence procedure'],
  'reservation.entered': ['reservation', 'reservations'], 'reservation.lifted': ['reservation lifted', 'reservations lifted'],
}

function size(bytes: number): string {
  if (bytes < 1000) return counted(Math.round(bytes), 'byte')
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** How fast, and how long it will take at that pace. */
function paceWords(leftBytes: number, bytesPerSecond: number | null): string {
  if (bytesPerSecond === null || bytesPerSecond <= 0) return ''
  const seconds = Math.ceil(leftBytes / bytesPerSecond)
  return `, ${size(bytesPerSecond)} a second, ${seconds < 60 ? counted(seconds, 'second') : `${counted(Math.ceil(seconds / 60), 'minute')}`} left`
}

export const exchange = {
  sides: { out: 'Out', in: 'In', codes: 'Over a screen', matrix: 'Who has what', history: 'History', evidence: 'Evidence' }, before: 'Before anything leaves this machine', outTitle: 'What goes, and what is held back', noCircle: 'There is nobody to exchange with: you are in no circle.', itemCount: (count: number) => counted(count, 'item'),
  highest: 'Highest marking among these items', nobody: 'There is nobody else in this circle yet. Admit a delegation in the Directory.', noneChosen: 'Nobody is chosen.', nothing: 'Everybody chosen is known to have everything.', recipients: 'Recipients', circle: 'Circle', scope: 'What is written',
  everything: 'Send everything, also what they are known to have', write: 'Choose a folder and write', writing: 'Sealing and writing…', nothingToWrite: 'There is nothing to write.', planning: 'Finding out what goes to whom…', progress: (done: number, total: number | null) => (total === null ? `${done} done` : `${done} of ${total}`),
  filesHint: (files: number, name: string, bytes: number) => (files === 0 ? '' : `${files === 1 ? `One file, ${name}` : `${files} files, ${name} and following`}, about ${size(bytes)}. Read back and verified before the stick may be taken out.`),
  preparing: 'Preparing…', stop: 'Stop', pace: (phase: string, done: number, total: number, bytesPerSecond: number | null) => `${phase === 'verify' ? 'Reading back' : 'Writing'}: ${size(done)} of ${size(total)}${paceWords(total - done, bytesPerSecond)}`,
  leftOut: (names: readonly string[]) => `Left out, because the content does not open any more on this machine: ${listed(names)}.`, attachmentCount: (count: number) => counted(count, 'attachment'),
  originator: 'Originator', severalDelegations: (count: number) => `${count} delegations`, theseAre: (count: number) => `The ${count} delegations in one column:`, contentGoes: 'content goes', heldWord: 'held', heldBody: 'words held',
  remedies: {
    none: () => 'No remedy here.', consentForDossier: () => 'Whoever opened the dossier can consent.', consentForItem: (who: string | null) => `${who ?? 'Its originator'} can consent; the consent comes with their next bundle.`,
    sayAgain: (who: string | null) => `Ask ${who ?? 'its originator'} to say it again with a marking of this version.`, getContent: (who: string | null) => `Ask ${who ?? 'its originator'} to send it again.`, nextBundle: () => 'Write again once this file is handed over.',
  } satisfies Record<Remedy, (who: string | null) => string>,
  consent: 'Consent…', consentTitle: 'Let it go further?', consentVerb: 'Consent', consentFollows: 'Your consent is signed in the name of your delegation. It goes with your next bundle, and holds for whoever carries the item. It cannot be taken back.', reason: 'Reason',
  written: (label: string) => `Written to ${label}, read back and verified.`, takeOut: 'You may take out the stick.', size, item: 'Item', marking: 'Marking', goes: 'goes', held: 'Held back from', all: (count: number) => `all ${count}`,
  itemName: (type: string) => capital(itemNames[type]?.[0] ?? type), items: (type: string, count: number) => counted(count, ...(itemNames[type] ?? [type, type])), heldTitle: 'Held back, and what would release it', heldCount: (count: number) => `${counted(count, 'item')} held back from`,
  why: {
    removed: 'Removed from the roster.', notOnDistributionList: 'Not on the distribution list of the dossier.', limitedByOriginator: 'Its originator limited it to others.', limite: 'LIMITE, and not on the distribution list.',
    tlpAmber: 'TLP:AMBER, and not on the distribution list.', tlpStrict: 'TLP:AMBER+STRICT: goes out of its originator’s hands only to those whom it named.', tlpRed: 'TLP:RED: only for those whom its originator named.',
    classified: 'No written consent from its originator to send it any further.', markingUnreadable: 'It has a marking that this version does not understand.', destroyedByOriginator: 'Its originator has destroyed it.',
    contentNotHere: 'Its content is not on this machine.', tooLarge: 'No room in this file; it goes with the next one.',
  } satisfies Record<HeldBecause, string>,
  chosenOf: (chosen: number, all: number) => `${chosen} of ${all}`, lacks: (count: number) => (count === 0 ? 'has everything' : `lacks ${counted(count, 'event')}`),
  inTitle: 'What comes in', inLead: 'Choose one bundle or several. You see what they would change before anything is changed.', inNext: 'Choose the next bundles.', choose: 'Choose bundles', chooseWhole: 'Choose a whole folder', dropHere: 'Or drop files here. Their order does not matter: a bundle that waits for another comes in with it.', checking: 'Opening and checking…', nothingChanged: 'Nothing is changed before you say so', toDesk: 'Go to the Desk',
  imported: (count: number) => `${counted(count, 'item')} imported.`, importedRest: (known: number, waiting: number) => `${known} were already here, ${waiting} wait for what has not arrived. A receipt goes with your next bundle.`,
  previewTitle: (from: string) => `From ${from}: what this bundle would change`, sealed: (when: string) => `Sealed ${when}, by the sender’s clock`, previewOnly: 'Preview: nothing has been changed', bundleOf: (counter: number, from: string) => `Bundle ${counter} of ${from}`,
  checks: {
    label: 'Checks', sealed: 'Sealed to you', sealedMeans: 'Opened with your key', signature: 'Signature good', signatureMeans: (name: string) => `${name}’s card, in the roster or compared`, complete: 'Complete', completeMeans: (count: number) => `Nothing is missing: ${counted(count, 'part')}`,
    eventsMissing: (count: number) => `${counted(count, 'event')} not seen here`, inOrder: 'In order', inOrderMeans: (counter: number) => `Number ${counter}, none missing before it`, gap: 'Gap before it', gapMeans: (expected: number, found: number) => `Number ${expected} was expected, this is ${found}`,
    mixed: 'Exercise and real together', mixedMeans: 'This file carries both. Ask its sender why before you import it',
    oneStory: 'One account', oneStoryMeans: 'No author says two things', fork: 'Two accounts', forkMeans: (count: number) => `${counted(count, 'contradiction')} kept as evidence`,
  },
  wouldAdd: 'Would be added', addsNothing: 'Nothing new.', wouldNot: 'Would not be added', alreadyHere: (count: number) => `Already here: ${counted(count, 'event')}`, identical: 'Identical; nothing to do',
  waitingFor: (from: string, first: number, last: number) => `Waiting: ${first === last ? `event ${first}` : `events ${first} to ${last}`} of ${from}`, waitingMeans: 'What they build on has not reached this machine. They join by themselves when the gap closes.',
  forkOf: (from: string, seq: number) => `Contradiction: ${from} says two things under number ${seq}`, forkMeans: 'Both are kept. Call the delegation, and tell the secretariat.', putAside: 'Put the file aside', import: (count: number, waiting: number) => (count === 0 && waiting > 0 ? `Keep ${counted(waiting, 'item')} that ${waiting === 1 ? 'waits' : 'wait'}` : `Import ${counted(count, 'item')}`), importing: 'Importing…', discard: 'Discard',
  already: 'This bundle has been imported already.', registerSays: 'Nothing has been changed yet. The register will say who imported what, and when.', historyTitle: 'Bundles that went and came', noHistory: 'No bundle has gone or come yet.',
  direction: 'Direction', at: 'When', fileName: 'File', with: 'With', events: 'Events', receipts: 'Receipts', directions: { in: 'came', out: 'went' }, numbered: (circle: string, counter: number) => `${circle}, number ${counter}`, allConfirmed: (count: number) => (count === 1 ? 'confirmed' : `all ${count} confirmed`),
  stays: { builtUpon: 'Stays: something later builds on it', shared: 'Stays: a later import brought some of the same', sealed: 'Stays: a bundle was written since' },
  undoHead: 'Undo', undoShort: 'Undo', undoNamed: (name: string) => `Undo the import of ${name}`, undo: 'Undo this import', undoUntil: 'Possible until something builds on it, or a bundle is written.', undone: (count: number) => `${counted(count, 'item')} taken back.`,
  undoneMeans: 'Everything is as it was before the import. The files may be imported again; the register keeps both lines.', importedFrom: (files: number, waiting: number) => `From ${counted(files, 'file')}; ${waiting} wait for what has not arrived. Receipts go with your next bundle.`,
  refusedNamed: (names: readonly string[]) => `Refused: ${names.join(', ')}.`, attachmentsCame: (count: number) => `${counted(count, 'attachment')} came with it.`,
  answersFirst: 'Answers to silence', answerCount: (count: number) => counted(count, 'answer'), breaks: 'Breaks silence:', wouldBreak: 'Would break silence, and does not count yet:', answerWaits: 'What it builds on has not arrived. Ask for a bundle with everything before the intake is closed.', answers: 'Answer:', late: 'late', signedAt: (moment: string) => `Signed ${moment}, by its author’s clock.`,
  newRev: (subject: string) => `New: ${subject}`, suggestions: (count: number) => counted(count, 'suggestion'), superseded: 'The next REV has been issued already', contentOf: (name: string) => `Attachment: ${name}`,
  completed: (count: number) => `${counted(count, 'item')} whose words were held back before`, completedMeans: 'Its originator has consented.', contentRefused: (name: string) => (name === '' ? 'Not kept: an attachment' : `Not kept: ${name}`),
  verdicts: {
    differs: (who: string | null) => `What arrived is not what ${who ?? 'its author'} signed for: the fingerprint differs. Ask ${who ?? 'its author'} to send it again.`, stray: () => 'Nothing here speaks of it.', destroyed: () => 'It was destroyed on this machine, and stays so.',
  },
  missing: (from: string, first: number, last: number) => `Missing: ${first === last ? `event ${first}` : `events ${first} to ${last}`} of ${from};`, hadSeen: 'seen by', splitOf: (sender: string, from: string, seq: number) => `Two views: ${sender} has another event ${seq} of ${from} than is here`,
  splitMeans: 'One of the two does not tell the same to everybody. See Evidence.', setAside: (what: string, from: string) => `Without effect: ${what} of ${from}`,
  clocksTitle: 'Clocks that cannot be right', clockOf: (from: string) => `The clock of ${from}:`, clocksMean: 'Order follows the links between statements, never the clock. Nothing is corrected, and nothing depends on it; ask whose clock is wrong.',
  clockFindings: {
    setBack: (count: number) => `${counted(count, 'statement claims', 'statements claim')} an earlier time than the one before in the same log.`,
    ahead: (count: number, latest: string) => `${counted(count, 'statement claims', 'statements claim')} a time that is still to come here: ${latest}.`,
    sealedAhead: (count: number, latest: string) => `${count === 1 ? 'This file says' : `${count} files say`} that it was sealed at a time that is still to come here: ${latest}.`,
  } satisfies Record<ClockFinding, (count: number, latest: string) => string>,
  batchTitle: (files: number) => `${counted(files, 'file')}: what they would change together`, opened: (count: number) => `${count} opened and checked`, refusedFiles: (count: number) => (count === 0 ? 'None refused' : `${count} refused`), files: 'Files', from: 'From', sealedAt: 'Sealed', state: 'State',
  fileCount: (count: number) => counted(count, 'file'), importFiles: (count: number) => `Import ${counted(count, 'file')}`, discardAll: 'Discard', putAllAside: 'Put the files aside', ready: 'ready', alreadyShort: 'imported already', notLookedAt: (count: number) => `${counted(count, 'more file', 'more files')} were not looked at. Import these first, then choose the folder again.`,
  matrixTitle: 'Who has what', lastReceipt: 'Last receipt', lastSent: 'Last sent', lastHeard: 'Last heard', unconfirmed: (count: number) => `${count} not confirmed`, notForIt: 'not for it', lacksOf: (lacks: number, total: number) => `lacks ${lacks} of ${total}`, wayOf: (way: number, total: number) => `${way} of ${total} on the way`,
  hasOf: (has: number, total: number) => (has === total ? `all ${total}` : `${has} of ${total}`), alsoOnWay: (count: number) => `${count} more on the way`, heldOf: (count: number) => `${count} held back`,
  matrixMeans: 'Only what a delegation confirmed, or said itself, counts as received. What was written for it and not confirmed is on the way.',
  evidenceTitle: 'What does not fit together', noEvidence: 'Everything that was signed and came here fits together.', evidenceMeans: 'A file of evidence holds signatures and numbers, and no words of a dossier. Anybody can check it: chancery evidence verify FILE.', evidenceWritten: (name: string) => `Written: ${name}.`, evidenceCheck: 'It can be checked without a vault.',
  writeEvidence: 'Write to a file', notWritable: 'The signed bytes were not kept.', doesNotProve: (what: string) => `It does not prove ${what}`,
  confirmedOf: (came: number, all: number) => `${came} of ${all} confirmed; missing:`,
}
