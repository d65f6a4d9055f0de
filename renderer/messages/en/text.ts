import type { Verdict } from '../../../shared/text/amendment.ts'
import type { BlockKind } from '../../../shared/text/document.ts'
import { counted, listed } from './plural.ts'

type ChangeKind = 'inserted' | 'deleted' | 'replaced' | 'moved' | 'retyped'
type Cell = Verdict['verdict'] | 'colliding' | 'open'

const kinds: Readonly<Record<BlockKind, string>> = {
  title: 'title', formula: 'opening formula', heading: 'heading', numbered: 'numbered paragraph', continuation: 'continuation paragraph', bullet: 'bullet', recital: 'recital', plain: 'plain paragraph', row: 'first cell of a row', cell: 'table cell',
}

function kindCounts(counts: Readonly<Record<ChangeKind, number>>): string {
  const said = [
    [counts.inserted, 'inserted'], [counts.deleted, 'deleted'], [counts.replaced, 'replaced'], [counts.moved, 'moved'], [counts.retyped, 'of another kind'],
  ] as const
  return said.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`).join(', ')
}

export const text = {
  noTexts: 'No text has reached this machine yet.', number: 'Number', text: 'Text', latest: 'Latest', suggestions: 'Suggestions', mine: 'Yours', silence: 'Silence', running: 'running', read: 'Read', readText: (title: string) => `Read ${title}`,
  suggestionsOn: (count: number) => (count === 0 ? 'No suggestions' : counted(count, 'suggestion')), noneSuggested: 'Nobody has suggested a change to this REV on this machine.', about: 'About this REV',
  issuedBy: (person: string, moment: string) => `Issued ${moment} by ${person}`, fingerprint: 'Fingerprint', fingerprintMeans: 'The same on every machine that holds this REV.', kinds,
  versions: { clean: 'Clean', marked: 'Marked', side: 'Side by side', who: 'Who asked' }, rail: 'Beside the text', version: 'Version', rev: 'REV', compareWith: 'Compared with', against: (rev: string) => `Compared with ${rev}`, cleanVersion: 'Clean version',
  markedVersion: (other: string) => `Marked version, compared with ${other}`, comparedWith: (other: string) => `Compared with ${other}:`, legend: { inserted: 'inserted', deleted: 'deleted', moved: 'Whole paragraph moved.' },
  suggest: 'Suggest changes', consolidate: (count: number) => `Consolidate ${counted(count, 'suggestion')}`, write: 'Write to a folder', print: 'Print', outline: 'Outline', outlineChanges: 'Outline, changes', commonOpening: /^The Council (?:of the European Union )?/u, same: 'same', title: 'Title', beginning: 'Beginning',
  footnote: (number: string) => `Footnote ${number}`, hiddenSign: 'A sign that nobody sees: it can change how the words beside it read', footnotes: 'Footnotes', footnoteWords: (words: string) => `Footnote: ${words}`, noteShort: '[footnote]',
  movedHere: (from: string) => (from === '' ? 'Moved here' : `Moved here from paragraph ${from}`), wentTo: (to: string) => (to === '' ? 'Moved away' : `Went to paragraph ${to}`),
  movedAway: (from: string, to: string) => `${from === '' ? 'A paragraph' : `Former paragraph ${from}`} moved${to === '' ? '' : ` to paragraph ${to}`}`, wasKind: (kind: string) => `Was a ${kind}`, paragraphMoves: 'Paragraph moves here', newRow: 'A new row', rowGoes: 'The row goes',
  folded: (count: number, from: string, to: string) => (from === '' ? `${count} paragraphs unchanged` : from === to ? `${count} paragraphs unchanged, around ${from}` : `Paragraphs ${from} to ${to} unchanged`), unfold: (said: string) => `${said}: show them`,
  movedBetween: (from: string, before: string, to: string, after: string) => `${from === '' ? 'A paragraph' : `Paragraph ${from}`} of ${before} moved${to === '' ? '' : ` to paragraph ${to}`} of ${after}`,
  stoodAs: (label: string) => (label === '' ? 'Stood elsewhere' : `Stood elsewhere, as paragraph ${label}`), nowAs: (label: string) => (label === '' ? 'Now stands elsewhere' : `Now stands elsewhere, as paragraph ${label}`),
  changes: 'Changes', changeCount: (count: number) => counted(count, 'change'), nOf: (at: number, all: number) => `${at} of ${all}`, kindCounts, accepted: 'accepted', acceptedEdited: 'accepted, edited', whoAsked: 'Who asked for these words',
  saidBy: (reason: string, delegation: string) => `${delegation}: “${reason}”`, retyped: (before: string, after: string) => `${before} becomes ${after}`, relevelled: (before: number, after: number) => `Level ${before} becomes level ${after}`,
  movedTo: (from: string, to: string, edits: number) => `${from === '' ? 'A paragraph' : `Paragraph ${from}`} moved${to === '' ? '' : ` to ${to}`}${edits === 0 ? '' : `, ${counted(edits, 'edit')}`}`,
  agree: 'Marked and clean agree', agreeMeans: (rev: string, before: string) => `Accepting every mark gives ${rev}, rejecting every mark gives ${before}, byte for byte.`, differ: (number: string, count: number) => `The marked version of ${number} differs in ${counted(count, 'place')}`,
  chooseFile: 'Choose a file', formats: 'A Word file without tracked changes, Markdown or plain text.', titleOfText: 'Title', titleHelp: 'Left empty, the title in the file stands.', coverHelp: 'Left empty, what the file says on its cover stands.',
  cover: { number: 'Number, without REV', type: 'Type', place: 'Place', date: 'Date', from: 'From', to: 'To', subject: 'Subject' }, chooseFirst: 'Choose a file first.', issueInit: 'Add and issue it', notYetAdded: 'Not yet added',
  addedWithNotes: (count: number) => `The text was added. ${counted(count, 'thing')} in the file ${count === 1 ? 'was' : 'were'} read differently:`,
  writeTitle: (rev: string) => `Write ${rev} to a folder?`, writeBody: 'The file is in the clear: whoever has it can read it. The register will say who wrote what, and when.', writeVerb: 'Choose a folder and write', form: 'Form',
  printTitle: (rev: string) => `Print ${rev}?`, printBody: 'What is on paper is in the clear: whoever holds it can read it. Every sheet bears the marking at head and foot, and its number. The register will say who printed what, and when.', printVerb: 'Choose a printer and print', printed: 'The printer has taken it.',
  written: { clean: 'Clean version', marked: 'Marked version', disposition: 'Disposition table: what became of every suggestion' }, forms: { docx: 'Word (DOCX)', html: 'HTML', md: 'Markdown' }, wroteAndVerified: 'Written, read back and verified:',
}

export const suggest = {
  title: (number: string) => `Suggesting changes to ${number}`, backToText: 'Back to the text', handIn: (count: number) => `Hand in ${counted(count, 'suggestion')}`, nothingYet: 'Nothing has been changed yet.', notSent: 'In preparation, not handed in',
  paper: 'Text', editorLabel: (number: string) => `Text of ${number}`, rail: 'Your suggestions', count: (count: number) => (count === 0 ? 'No suggestions yet' : `${counted(count, 'suggestion')} in preparation`),
  howTo: 'Type in the text. Every change becomes a suggestion here.', kept: 'Kept in the vault until you hand them in.', keptFrom: (time: string) => `Kept from ${time}. Nothing has been handed in.`, notKept: 'What was typed last is not in the vault yet.', reason: 'Reason', reasonHelp: 'Goes with the suggestion.', addReason: 'Add a reason', withdraw: 'Withdraw this change',
  tools: 'Tools', undo: 'Undo', redo: 'Redo', moveUp: 'Move up', moveDown: 'Move down', paragraphAs: 'Paragraph as', deeper: 'Deeper', out: 'Less deep', footnote: 'Footnote', addRow: 'Add a row', removeRow: 'Remove the row',
  footnoteTitle: (is: boolean) => (is ? 'Change the footnote' : 'Add a footnote'), footnoteLabel: 'Words of the footnote', footnoteSave: 'Put it in', footnoteEmpty: 'Write something first.', refused: 'That change cannot be shown as a suggestion, so it was not made.',
  handInTitle: (count: number) => `Hand in ${counted(count, 'suggestion')}?`, handInBody: 'They are signed in your name and go with your next bundle. They cannot be changed afterwards.',
  superseded: (latest: string) => `${latest} has been issued in the meantime. These were prepared on the REV before you, and can be read here or withdrawn.`, notLatest: (latest: string) => `${latest} has been issued in the meantime`,
  explained: (explained: number, all: number) => (explained === all ? 'Each has its reason.' : explained === 0 ? 'None has a reason.' : `${explained} of ${all} have a reason.`),
}

const verdicts: Readonly<Record<Verdict['verdict'], string>> = { accepted: 'Accepted', edited: 'Accepted, edited', notTakenUp: 'Not taken up', deferred: 'Deferred' }
const cells: Readonly<Record<Cell, (count: number) => string>> = {
  accepted: (count) => `${count} accepted`, edited: (count) => `${count} edited`, notTakenUp: (count) => `${count} not taken up`, deferred: (count) => `${count} deferred`, colliding: (count) => `${count} ${count === 1 ? 'collides' : 'collide'}`, open: (count) => `${count} open`,
}

export const consolidation = {
  title: (from: string, to: string) => `Consolidating ${from} into ${to}`, issue: (rev: string) => `Issue ${rev}`, open: (count: number) => (count === 1 ? '1 suggestion is still open' : `${count} suggestions are still open`), nothingToIssue: 'There are no suggestions',
  keptFrom: (time: string) => `Kept from ${time}. Nothing has been issued.`, joined: (count: number) => `${counted(count, 'suggestion')} came in since, in words already settled.`,
  none: 'Nobody has suggested a change to this REV on this machine.', workingCopy: 'Working copy, not issued', nOf: (done: number, all: number) => `${done} of ${all}`, progress: (done: number, all: number) => `${done} of ${all} suggestions settled`, cells, verdicts,
  outline: 'Settled', done: 'done', bench: 'Paragraph', asItStands: 'as it stands', letters: 'Letters show where each suggestion applies', asItWouldRead: 'as it would read now', marked: 'Marked', cards: 'Suggestions',
  account: (received: number, accounted: number) => `${received} received, ${accounted} accounted for,`, fromDelegations: (count: number) => `from ${counted(count, 'delegation')}. What came twice counts once.`,
  keyNext: 'next, previous', keyAccept: 'accept', keyEdit: 'edit', keyReject: 'do not take up', keyDefer: 'defer', keyUndo: 'undo', keysOn: 'Switch the keys on', keysOff: 'Switch the keys off', defer: 'Defer', deferLetter: (letter: string) => `Defer ${letter}`, part: 'Take up in part', partLetter: (letter: string) => `Take up in part ${letter}`,
  partTitle: (letter: string) => `Take up ${letter} in part`, partBody: 'What is ticked goes into the text; the suggestion counts as accepted, edited.', partNone: 'Tick at least one part.', partAll: 'All parts are ticked: accept it instead.', suggestion: (letter: string) => `Suggestion ${letter}`, sameWords: 'same words', quoted: (reason: string) => `“${reason}”`,
  accept: (letter: string) => `Accept ${letter}`, edit: 'Edit', editLetter: (letter: string) => `Edit ${letter}`, reject: 'Do not take up', rejectLetter: (letter: string) => `Do not take up ${letter}`,
  stands: (letters: readonly string[]) => `${listed(letters)} ${letters.length === 1 ? 'stands' : 'stand'}.`, collision: 'Collision', collisionOf: (letters: readonly string[]) => `Collision of ${listed(letters)}`,
  collide: (letters: readonly string[]) => `${listed(letters)} touch the same words. At most one can stand.`, compromise: (count: number) => `Write a compromise for ${count === 2 ? 'both' : 'all'}`, allStay: (count: number) => `${count === 2 ? 'Both' : 'All'} stay in the disposition table.`,
  reason: 'Reason', reasonHelp: 'Stands in the disposition table.', reasonSaid: (reason: string) => `Reason: ${reason}`, giveReasonFor: (letter: string) => `Give a reason for ${letter}`, changeReasonFor: (letter: string) => `Change the reason for ${letter}`, giveReason: 'Give a reason', changeReason: 'Change the reason', reopen: 'Reopen', reopenLetter: (letter: string) => `Reopen ${letter}`,
  editTitle: (letter: string) => `Edit ${letter}`, compromiseTitle: (letters: readonly string[]) => `A compromise for ${listed(letters)}`, editorLabel: 'Wording', nothingChanged: 'These words change nothing.',
  editBody: (letters: readonly string[]) => `What you write here goes into the text instead. ${letters.length === 1 ? 'The suggestion counts' : 'The suggestions count'} as accepted, edited.`, takeUp: (letters: readonly string[]) => `Take up ${listed(letters)}, edited`,
  issueTitle: (number: string) => `Issue ${number}?`, date: 'Date on the cover', issueFollows: 'It is signed in your name and cannot be changed. Its marked version is proved against the predecessor before it is issued.',
  issueBody: (received: number, accepted: number, edited: number, notTakenUp: number, deferred: number) => `${counted(received, 'suggestion')} received: ${accepted} accepted, ${edited} edited, ${notTakenUp} not taken up${deferred === 0 ? '' : `, ${deferred} deferred`}. All stand in the disposition table.`,
}
