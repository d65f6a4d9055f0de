import type { HeldBecause } from '../../../shared/marking/releaseRules.ts'
import { counted } from './plural.ts'

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
  if (bytes < 1000) return counted(bytes, 'byte')
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

export const exchange = {
  sides: { out: 'Out', in: 'In', codes: 'Over a screen', history: 'History' }, before: 'Before anything leaves this machine', outTitle: 'What goes, and what is held back', noCircle: 'There is nobody to exchange with: you are in no circle.', itemCount: (count: number) => counted(count, 'item'),
  highest: 'Highest marking among these items', nobody: 'There is nobody else in this circle yet. Admit a delegation in the Directory.', noneChosen: 'Nobody is chosen.', nothing: 'Everybody chosen is known to have everything.', recipients: 'Recipients', circle: 'Circle', scope: 'What is written',
  everything: 'Send everything, also what they are known to have', write: 'Choose a folder and write', writing: 'Sealing and writing…', nothingToWrite: 'There is nothing to write.', progress: (done: number, total: number | null) => (total === null ? `${done} done` : `${done} of ${total}`),
  filesHint: (files: readonly string[]) => (files.length === 0 ? '' : `${counted(files.length, 'file')}: ${files.slice(0, 2).join(', ')}${files.length > 2 ? ' …' : ''}. Read back and verified before the stick may be taken out.`),
  written: (label: string) => `Written to ${label}, read back and verified.`, takeOut: 'You may take out the stick.', size, item: 'Item', marking: 'Marking', goes: 'Goes to', held: 'Held back from', all: (count: number) => `all ${count}`,
  items: (type: string, count: number) => counted(count, ...(itemNames[type] ?? [type, type])), heldTitle: 'Held back, and why', heldCount: (count: number) => `${counted(count, 'item')} held back.`,
  why: {
    removed: 'Removed from the roster.', notOnDistributionList: 'Not on the distribution list of the dossier.', limitedByOriginator: 'Its originator limited it to others.', limite: 'LIMITE, and not on the distribution list.',
    tlpAmber: 'TLP:AMBER, and not on the distribution list.', tlpStrict: 'TLP:AMBER+STRICT: goes out of its originator’s hands only to those whom it named.', tlpRed: 'TLP:RED: only for those whom its originator named.',
    classified: 'No written consent from its originator to send it any further.', markingUnreadable: 'It has a marking that this version does not understand.', destroyedByOriginator: 'Its originator has destroyed it.',
    contentNotHere: 'Its content is not on this machine.', tooLarge: 'No room in this file; it goes with the next one.',
  } satisfies Record<HeldBecause, string>,
  chosenOf: (chosen: number, all: number) => `${chosen} of ${all}`, lacks: (count: number) => (count === 0 ? 'has everything' : `lacks ${counted(count, 'event')}`),
  inTitle: 'What comes in', inLead: 'Choose a bundle. You see what it would change before anything is changed.', inNext: 'Choose the next bundle.', choose: 'Choose a bundle', checking: 'Opening and checking…', nothingChanged: 'Nothing is changed before you say so', toDesk: 'Go to the Desk',
  imported: (count: number) => `${counted(count, 'item')} imported.`, importedRest: (known: number, waiting: number) => `${known} were already here, ${waiting} wait for what has not arrived. A receipt goes with your next bundle.`,
  previewTitle: (from: string) => `From ${from}: what this bundle would change`, sealed: (when: string) => `Sealed ${when}, by the sender’s clock`, previewOnly: 'Preview: nothing has been changed', bundleOf: (counter: number, from: string) => `Bundle ${counter} of ${from}`,
  checks: {
    label: 'Checks', sealed: 'Sealed to you', sealedMeans: 'Opened with your key', signature: 'Signature good', signatureMeans: (name: string) => `${name}’s card, in the roster or compared`, complete: 'Complete', completeMeans: (count: number) => `All ${counted(count, 'part')} are there`,
    inOrder: 'In order', inOrderMeans: (counter: number) => `Number ${counter}, none missing before it`, gap: 'Gap before it', gapMeans: (expected: number, found: number) => `Number ${expected} was expected, this is ${found}`,
    oneStory: 'One account', oneStoryMeans: 'No author says two things', fork: 'Two accounts', forkMeans: (count: number) => `${counted(count, 'contradiction')} kept as evidence`,
  },
  wouldAdd: 'Would be added', addsNothing: 'Nothing new.', wouldNot: 'Would not be added', alreadyHere: (count: number) => `Already here: ${counted(count, 'event')}`, identical: 'Identical; nothing to do',
  waitingFor: (from: string, first: number, last: number) => `Waiting: ${first === last ? `event ${first}` : `events ${first} to ${last}`} of ${from}`, waitingMeans: 'What they build on has not reached this machine. They join by themselves when the gap closes.',
  forkOf: (from: string, seq: number) => `Contradiction: ${from} says two things under number ${seq}`, forkMeans: 'Both are kept. Call the delegation, and tell the secretariat.', putAside: 'Put the file aside', import: (count: number) => `Import ${counted(count, 'item')}`, importing: 'Importing…', discard: 'Discard',
  already: 'This bundle has been imported already.', registerSays: 'Nothing has been changed yet. The register will say who imported what, and when.', historyTitle: 'Bundles that went and came', noHistory: 'No bundle has gone or come yet.',
  direction: 'Direction', at: 'When', fileName: 'File', with: 'With', events: 'Events', receipts: 'Receipts', directions: { in: 'came', out: 'went' }, numbered: (circle: string, counter: number) => `${circle}, number ${counter}`, allConfirmed: (count: number) => `all ${count} confirmed`,
  confirmedOf: (came: number, all: number) => `${came} of ${all} confirmed; missing:`,
}
