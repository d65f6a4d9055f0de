/** The case file: kinds of entries, their fields, and what can be chosen in them. */
import type { Lack } from '../../../shared/dossier/missing.ts'
import type { EntryKind } from '../../../shared/toolbox/entry.ts'
import { KIND_NAMES } from '../../../shared/toolbox/entryWords.ts'
import { lowered } from '../../../shared/base/lowered.ts'
import { LINKED_AS } from '../../../shared/dossier/dossierWords.ts'
import { BEYOND_STIX_WORDS } from '../../../shared/ipc/beyondStixWords.ts'
import { counted, listed } from './plural.ts'

/** `one` in a sentence after an article; `add` on a button; `none` where there is none yet. */
interface KindWords {
  readonly name: string
  readonly add: string
  readonly none: string
}

const kinds: Readonly<Record<EntryKind, KindWords>> = {
  description: { name: KIND_NAMES.description, add: 'Describe the activity', none: 'The activity has not been described yet.' },
  link: { name: KIND_NAMES.link, add: 'Link a dossier', none: 'No other dossier is linked.' },
  interest: { name: KIND_NAMES.interest, add: 'State your interest', none: 'No delegation has stated its interest yet.' },
  route: { name: KIND_NAMES.route, add: 'Record the route', none: 'No special route is recorded: Council procedures apply.' },
  briefing: { name: KIND_NAMES.briefing, add: 'Record a briefing', none: 'No briefing has been recorded yet.' },
  indicators: { name: KIND_NAMES.indicators, add: 'Add indicators', none: 'No indicators have been shared yet.' },
  finding: { name: KIND_NAMES.finding, add: 'Add a finding', none: 'There is no technical finding yet.' },
  attribution: { name: KIND_NAMES.attribution, add: 'State your position', none: 'No State has stated its position yet.' },
  consideration: { name: KIND_NAMES.consideration, add: 'Write down a consideration', none: 'Nothing has been written down yet.' },
  note: { name: KIND_NAMES.note, add: 'Begin a note', none: 'No options note or strategic response note has been begun.' },
  option: { name: KIND_NAMES.option, add: 'Add an option', none: 'This note has no option yet.' },
  printed: { name: KIND_NAMES.printed, add: 'Print into a text', none: 'Not printed yet.' },
  deliberation: { name: KIND_NAMES.deliberation, add: 'Record a deliberation', none: 'No deliberation has been recorded yet.' },
  decision: { name: KIND_NAMES.decision, add: 'Record a decision', none: 'Nothing has been decided yet.' },
  action: { name: KIND_NAMES.action, add: 'Add an action', none: 'No action has been planned yet.' },
  communication: { name: KIND_NAMES.communication, add: 'Add a line to take', none: 'There is no line to take yet.' },
  partnerRequest: { name: KIND_NAMES.partnerRequest, add: 'Record a request', none: 'No partner has asked or been asked yet.' },
  alignment: { name: KIND_NAMES.alignment, add: 'Record an alignment', none: 'No country has been invited to align yet.' },
  effect: { name: KIND_NAMES.effect, add: 'Record an effect', none: 'No effect has been observed yet.' },
  lesson: { name: KIND_NAMES.lesson, add: 'Add a lesson', none: 'No lesson has been drawn yet.' },
}

const lacks: Readonly<Record<Lack, (count: number) => string>> = {
  description: () => 'The activity is not described.', interest: () => 'No delegation has stated its interest.', contribution: () => 'Nothing has been contributed.',
  hwpciNotInformed: (count) => `HWPCI has not been informed of ${counted(count, 'briefing')} given elsewhere.`, note: () => 'There is no options note or strategic response note.',
  optionWithoutPrinciples: (count) => `${counted(count, 'option')} ${count === 1 ? 'does' : 'do'} not say how all six principles were considered.`, optionWithoutProportionality: (count) => `${counted(count, 'option')} ${count === 1 ? 'says' : 'say'} nothing on proportion.`,
  position: (count) => `${counted(count, 'option')} without a position of any delegation.`, attributionOpen: (count) => `${counted(count, 'Member State')} ${count === 1 ? 'has' : 'have'} not stated a position on attribution.`,
  considerations: (count) => `${count} of the ten considerations on attribution have not been written down.`, deliberation: () => 'No deliberation is recorded.', decision: () => 'Nothing is decided.',
  measureUndecided: (count) => `${counted(count, 'measure')} of an option without a decision of ${count === 1 ? 'its' : 'their'} own.`, action: (count) => `${counted(count, 'decision')} without an action.`,
  actionWithoutActorOrDate: (count) => `${counted(count, 'action')} without a date.`, communication: () => 'There is no line to take.', partnerUnanswered: (count) => `${counted(count, 'request')} still open.`,
  commissionNotInformed: (count) => `The Commission has not been informed of ${counted(count, 'request')} by a partner.`, effect: () => 'No effect is recorded.', lesson: () => 'No lesson is drawn.', reopeningWithoutReason: (count) => `${counted(count, 'reopening')} without a reason.`,
}

export const caseFile = {
  kinds, lacks,
  save: 'Sign and add', saveRevision: 'Sign the new wording', reviseTitle: (name: string) => `Reword: ${lowered(name)}`, revise: 'Reword', reason: 'Why the wording changes', withdraw: 'Withdraw', withdrawTitle: 'Withdraw this entry?', withdrawFollows: 'It stays readable, with your reason. What others built on it keeps pointing to it.', withdrawReason: 'Reason',
  signedAs: 'Signed in your name. It leaves with your next bundle.', needs: (field: string) => `Needed, or too long: ${lowered(field)}.`, needsReason: 'Give the reason.', perLine: 'One on each line.', yes: 'Yes', no: 'No', none: 'None', wordings: (count: number) => `Worded ${count} times`, earlier: 'Earlier wordings',
  contested: 'Two wordings were made without knowledge of each other. Look at both, and reword it.', withdrawn: (code: string, reason: string) => `Withdrawn by ${code}: ${reason}`, ownMarking: 'Marked for itself', marking: 'Marking of this entry', byItself: 'By itself',
  restsOn: (count: number) => (count === 0 ? 'What it rests on' : `Rests on ${counted(count, 'source')}`), evidenceNone: 'There is nothing to point to yet.', from: 'from', source: 'Source',
  lacking: 'What is still missing', lackingNothing: 'Nothing that the guidelines name is missing.', lackingMeans: 'Reminders after 10289/23, section 5. None of them holds anything up.',
  tabs: { overview: 'Overview', attribution: 'Attribution', options: 'Options, measures', decisions: 'Decisions', implementation: 'Implementation', communication: 'Communication', partners: 'Partners', evaluation: 'Evaluation' },
  attribution: {
    standing: 'Where the States stand', standingMeans: 'Each position is a sovereign decision of its State (10289/23, point 25). Nothing here is added up into a verdict.', noStatement: 'No statement here', earlier: (count: number) => `${counted(count, 'earlier statement')}`, actor: 'Actor',
    findings: 'Technical findings', findingsMean: 'They inform political attribution and decide nothing. That an attack comes from a territory does not by itself imply its State (point 12).', considerations: 'Ten considerations', considerationsMean: 'Useful before coordinating attribution, and before other measures (point 29).', notConsidered: 'Not considered yet', onScale: (scale: string) => `Scale: ${scale}`,
  },
  options: {
    notes: 'Notes and their options',
    print: 'Print into a text', printed: (number: string) => `Printed: ${number}`, openText: 'Open the text', differs: { caseFile: 'The case file has changed since: see what differs', text: 'The text has changed since: see what differs' }, same: 'The text says what the case file says.', differTitle: 'What the text says otherwise', differMeans: 'Struck through: the case file as it would print now. Underlined: the text as it stands.',
    measureNeeds: { none: 'needs no attribution', tailored: 'to be tailored to the degree of attribution', required: 'needs attribution' }, route: 'Route', routeOf: (bodies: readonly string[]) => `By way of ${bodies.join(', ')}`, positions: 'Positions on this option', take: 'Take a position', catalogue: 'Open the catalogue', decide: 'Record a decision', notDecided: 'Not decided',
    printTitle: 'Print this note into a text?', printFollows: 'It becomes REV 0 of a new text, with a cover and numbered paragraphs, and is negotiated there. The case file stays as it is.', number: 'Number of the document', numberHelp: 'As the register has it, for example 9300/31. May be left open.', dirty: 'Add an option first.', prefer: 'Preferred first towards a State whose territory is used',
  },
  exercise: { load: 'Load the exercise', loading: 'Loading the exercise…', means: 'A complete invented case with six delegations, through all nine steps. It is marked EXERCISE everywhere and never mixes with real dossiers.' },
  print: {
    open: 'Print the case file', title: 'Print the case file?', body: 'Everything in this dossier on marked pages, with a table of contents, annexes and the place of your register. It is written in the clear.', form: 'Form', forms: { pdf: 'PDF', html: 'HTML' },
    acknowledge: 'I know that the file is no longer protected by the vault', acknowledgeFirst: 'Confirm that you know this.', verb: 'Choose a folder and write', done: 'Written and read back:',
  },
  indicators: {
    fromFile: 'Read from a STIX or MISP file', formats: { stix: 'STIX 2.1', misp: 'MISP' }, beyondStix: BEYOND_STIX_WORDS, write: 'Write as STIX or MISP', writeTitle: 'Write these indicators in the clear?', leftOut: (kinds: readonly { what: string; count: number }[]) => `Not taken over: ${listed(kinds.map(({ what, count }) => `${count} × ${what}`))}.`,
  },
  heat: { title: 'Delegations and options', none: 'not heard', heard: 'Heard', means: 'The last position of each delegation on each option. A position is a statement, not a vote.', compromise: 'What it would take', counts: (heard: number, all: number) => `${heard} of ${all} heard`, option: 'Option', chart: 'Positions by option' },
  decisions: { deliberations: 'Deliberations', decisions: 'Decisions on measures', each: 'Each measure is agreed by itself, also where a strategic note holds several (section 5, step 3).' },
  implementation: { overdue: (days: number) => `Overdue by ${counted(days, 'day')}`, due: 'Due', noDue: 'No date' },
  partners: { requests: 'Requests', alignment: 'Alignment of candidate and associated countries' },
  evaluation: { effects: 'Effects against objectives', lessons: 'Lessons', lessonsFrom: 'Lessons for this dossier, learnt in others' },
  awareness: { contributions: 'Contributions', briefings: 'Briefings', indicators: 'Indicators', attached: 'Attached', open: 'Open the attachments' },
  overview: { activity: 'The activity in seven dimensions', links: 'Linked dossiers', linkedFrom: 'Dossiers that link to this one', linkedAs: LINKED_AS, interest: 'Interest of delegations', route: 'Route', open: 'Open', notHere: 'Not on this machine', ipcr: 'IPCR has been activated' },
  activity: { title: 'Activity over time', by: { day: 'Observed, reported and briefed, by day', week: 'Observed, reported and briefed, by week', month: 'Observed, reported and briefed, by month' }, observed: 'Observed', reported: 'Reported', briefed: 'Briefed', tooFar: (count: number) => `${counted(count, 'day')} not drawn, because far from all others.`, from: { day: 'Day', week: 'Week from', month: 'Month from' }, disagree: 'Assessments that disagree', disagreeMeans: 'Contributions of one kind whose gradings differ by two steps or more on either axis.', grade: 'Grading' },
} as const
