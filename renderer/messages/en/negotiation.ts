import type { CarryConflict } from '../../../shared/text/carry.ts'
import { counted } from './plural.ts'

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
  title: 'Comments', count: (open: number) => (open === 0 ? 'No open comments' : `${counted(open, 'open comment')}`), none: 'Nobody has commented on this text on this machine.', add: 'Comment', addOn: 'Comment on these words', whole: 'On the whole text',
  words: 'Comment', write: 'Sign the comment', title2: (place: string) => `Comment on ${place}`, signed: 'It is signed in your name and goes with your next bundle.', answer: 'Answer', resolve: 'Resolve', reopen: 'Reopen', resolved: 'resolved', reopened: 'reopened',
  showResolved: (count: number) => `Show ${counted(count, 'resolved comment')}`, madeOn: (rev: string) => `on ${rev}`, gone: 'The words are no longer in the text.', go: 'Go to the words', howTo: 'Select words in the text to comment on them, or comment on the whole.', answerTo: (person: string) => `Answer to ${person}`,
}

const who = {
  title: 'Who asked for these words', version: 'Who asked', rail: 'Who asked', everybody: 'All delegations', issuer: 'The issuer', filter: 'Show words of', filtered: (code: string) => `Words of ${code}`, pick: 'Point at a passage, or choose a delegation: its words are coloured.',
  since: (rev: string) => `in the text since ${rev}`, firstIssue: 'in the text since the first issue', byIssuer: 'Written by the issuer', askedBy: 'Asked for by', before: (place: string) => `Who asked before, ${place}`, onRev: (rev: string) => `on ${rev}`,
  verdicts: { accepted: 'taken up', edited: 'taken up in other words', notTakenUp: 'not taken up', open: 'not settled yet' }, nobody: 'Nobody has asked for a change here.', wordsOf: (count: number) => counted(count, 'passage'), because: (reason: string) => `“${reason}”`,
}

export const negotiation = { carry, comments, who } as const
