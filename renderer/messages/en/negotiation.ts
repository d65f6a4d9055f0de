import type { CarryConflict } from '../../../shared/text/carry.ts'
import { counted, listed } from './plural.ts'

type Status = 'applies' | 'overtaken' | 'conflicts'

const statuses: Readonly<Record<Status, string>> = { applies: 'Still applies', overtaken: 'Overtaken', conflicts: 'Conflicts' }
const conflicts: Readonly<Record<CarryConflict, string>> = {
  blockGone: 'Its paragraph is no longer in the text.', wordsChanged: 'The words that it concerns have been changed.', kindChanged: 'Its paragraph is of another kind now.',
  placeChanged: 'Its paragraph has been moved.', rival: 'Other new words stand where its words would go.', misplaced: 'It does not fit the text as it is now.',
}

const carry = {
  title: (count: number) => `${counted(count, 'suggestion')} of yours not taken up`, statuses, conflicts, madeOn: (rev: string) => `made on ${rev}`, overtakenMeans: 'The text reads as you asked.',
  again: 'Ask again', againLabel: (place: string) => `Ask again for this change${place === '' ? '' : ` in paragraph ${place}`}`, asked: 'In preparation', answered: (reason: string) => `Answer: “${reason}”`, clashes: 'It touches words that you are changing already.',
}

const comments = {
  title: 'Comments', reservations: 'Reservations', reservation: 'reservation', reserve: 'Enter a reservation', count: (open: number) => (open === 0 ? 'No open comments' : `${counted(open, 'open comment')}`), none: 'Nobody has commented on this text on this machine.', add: 'Comment', addOn: 'Comment on these words', whole: 'On the whole text',
  words: 'Comment', theText: 'the text', write: 'Sign the comment', title2: (place: string) => `Comment on ${place}`, signed: 'It is signed in your name and goes with your next bundle.', answer: 'Answer', resolve: 'Resolve', reopen: 'Reopen', resolved: 'resolved', reopened: 'reopened',
  showResolved: (count: number) => `Show ${counted(count, 'resolved comment')}`, madeOn: (rev: string) => `on ${rev}`, gone: 'The words are no longer in the text.', go: 'Go to the words', howTo: 'Select words in the text to comment on them, or comment on the whole.', answerTo: (person: string) => `Answer to ${person}`,
}

const cover = {
  fields: {
    number: 'Number, without REV', type: 'Type', place: 'Place', date: 'Date', from: 'From', to: 'To', subject: 'Subject', institution: 'Institution', originalLanguage: 'Original language', previousDocument: 'No. prev. doc.',
    initials: 'Initials', department: 'Department', codes: 'Subject codes', purposes: 'Purposes', sentences: 'Sentences before the text',
  },
  lineByLine: 'One on each line.', more: 'More of the cover, and the legend', signs: { inserted: 'Additions', deleted: 'Deletions', moved: 'Moved text' }, change: 'Change the cover',
  legend: { bold: 'in bold', boldUnderline: 'in bold and underlined', underline: 'underlined', colour: 'in colour', strikethrough: 'struck through', brackets: 'replaced by [...]', doubleUnderline: 'underlined twice', likeInserted: 'like additions' },
}

const exporting = {
  preview: 'Preview of the first page', pdf: 'PDF', page: (number: string) => `${number}, page 1`, copy: 'Copy number', copies: 'of how many', copyNeeded: 'Every page of this document bears the number of its copy.', copyLine: (number: string, of: string) => `Copy ${number} of ${of}`,
  noPreview: 'The disposition table has a row for every suggestion: who made it, where, what became of it and why.', badCopy: 'Say which copy this is, and of how many.',
}

const compare = {
  title: 'Compare texts', other: 'Another text, a file, or three versions', before: 'Before', after: 'After', third: 'A third text', with: 'with', and: 'and', none: 'No third text', file: 'A file: Word, Markdown or plain text', choose: 'Choose two texts. Each may be any REV of any text, or a file.', foot: (count: number) => (count < 2 ? '' : 'Several texts on screen; the highest marking is shown'),
  substance: (substance: number, all: number) => (substance === all ? 'All are of substance' : `${substance} of substance, ${all - substance} of form`), onlySubstance: 'Only substance', filter: 'Show only', proved: 'Proved both ways, byte for byte',
  kinds: {
    inserted: (count: number) => `${count} inserted`, deleted: (count: number) => `${count} deleted`, replaced: (count: number) => `${count} replaced`, moved: (count: number) => `${count} moved`,
    restyled: (count: number) => `${count} of another kind`, renumbered: (count: number) => `${count} renumbered`,
  },
  natures: { substance: 'substance', case: 'capitals', punctuation: 'punctuation', spacing: 'spacing', emphasis: 'emphasis', numbering: 'numbering', form: 'form' },
  moved: (from: string, to: string) => `${from} moved to ${to}`, becomes: (before: string, after: string) => `${before} becomes ${after}`, three: 'Three versions', notThere: 'Not there', standsElsewhere: 'Stands elsewhere.',
  threeCounts: (counts: { left: number; right: number; alike: number; differently: number }, left: string, right: string) => `Changed only in ${left}: ${counts.left}. Only in ${right}: ${counts.right}. In both alike: ${counts.alike}. In both differently: ${counts.differently}.`,
}

const proof = {
  open: 'Proof report', title: 'Proof of the marked version', accepts: (clean: string) => `Accepting every mark gives ${clean}, byte for byte.`, acceptsNot: (clean: string) => `Accepting every mark does not give ${clean}.`,
  rejects: (base: string) => `Rejecting every mark gives ${base}, byte for byte.`, rejectsNot: (base: string) => `Rejecting every mark does not give ${base}.`, places: (count: number) => `${counted(count, 'place')} where it fails`, noPlaces: 'There is no place where it fails.',
  expected: 'Should read', found: 'Reads', nothing: 'nothing', foreign: 'Prove a marked file', foreignMeans: 'A file with marks, from anybody: is what one gets by accepting them the clean text, and by rejecting them its predecessor?', prove: 'Prove it',
  choose: { marked: 'Choose the marked file', clean: 'Choose the clean text', base: 'Choose the predecessor' }, chooseMarked: 'Choose the marked file first.', chooseOther: 'Choose the clean text, the predecessor, or both.',
}

const draftText = {
  title: 'Drafting a new text', write: 'Draft a text', fromFile: 'Start from a file', discard: 'Start anew', issue: 'Issue it', notIssued: 'Draft, not issued', editor: 'Draft', cover: 'Cover', kept: 'Text and cover are kept in the vault until you issue them.', subjectHelp: 'Left empty, the title of the text stands.',
  issueTitle: 'Issue this draft as the first issue?', issueBody: 'It is signed in your name and goes with your next bundle. From then on everybody’s changes, yours too, are suggestions.',
}

const who = {
  title: 'Who asked for these words', version: 'Who asked', rail: 'Who asked', everybody: 'All delegations', issuer: 'The issuer', filter: 'Show words of', filtered: (code: string) => `Words of ${code}`, pick: 'Point at a passage, or choose a delegation: its words are coloured.',
  since: (rev: string) => `in the text since ${rev}`, firstIssue: 'in the text since the first issue', byIssuer: 'Written by the issuer', askedBy: 'Asked for by', before: (place: string) => `Who asked before, ${place}`, onRev: (rev: string) => `on ${rev}`,
  verdicts: { accepted: 'taken up', edited: 'taken up in other words', notTakenUp: 'not taken up', deferred: 'deferred', open: 'not settled yet' }, nobody: 'Nobody has asked for a change here.', wordsOf: (count: number) => counted(count, 'passage'), because: (reason: string) => `“${reason}”`,
}

function asksAndComments(suggestions: number, comments: number): string {
  return listed([...(suggestions > 0 || comments === 0 ? [counted(suggestions, 'suggestion')] : []), ...(comments > 0 ? [counted(comments, 'comment')] : [])])
}

const wordIn = {
  open: 'Take in a Word file', title: (rev: string) => `Take in changes tracked in Word on ${rev}?`,
  body: 'For delegations that sent a Word file instead of a bundle. Say for each author whose delegation it is. Suggestions and comments are signed in your name, on behalf of that delegation.',
  choose: 'Choose a Word file', another: 'Choose another Word file', chooseFirst: 'Choose a Word file first.', authors: 'Authors', count: (suggestions: number, comments: number) => (suggestions + comments === 0 ? 'asks for nothing in this REV' : asksAndComments(suggestions, comments)), commentOn: (quoted: string) => (quoted === '' ? 'Comment on the paragraph' : `Comment on “${quoted}”`),
  nobody: 'Author without a name', delegationOf: (author: string) => `Delegation of ${author}`, pick: 'Choose a delegation', suggestionsOf: (author: string) => `Suggestions of ${author}`, handedIn: 'Handed in on behalf of',
  notes: (count: number) => `${counted(count, 'thing')} in the file ${count === 1 ? 'was' : 'were'} not taken over as ${count === 1 ? 'it stands' : 'they stand'}:`,
  unnamed: (authors: readonly string[]) => `No delegation yet for ${listed(authors)}`, handIn: (suggestions: number, comments: number) => `Hand in ${asksAndComments(suggestions, comments)}`,
  done: (suggestions: number, comments: number) => `${asksAndComments(suggestions, comments)} handed in, on behalf of`, doneMeans: 'Suggestions stand with the others when you consolidate, comments beside the text.',
}

export const negotiation = { carry, comments, cover, exporting, compare, proof, draftText, who, wordIn } as const
