/** The case file: kinds of entries, their fields, and what can be chosen in them. */
import type { Lack } from '../../../shared/dossier/missing.ts'
import type { EntryKind } from '../../../shared/toolbox/entry.ts'
import { counted } from './plural.ts'

/** `one` in a sentence after an article; `add` on a button; `none` where there is none yet. */
interface KindWords {
  readonly name: string
  readonly add: string
  readonly none: string
}

const kinds: Readonly<Record<EntryKind, KindWords>> = {
  description: { name: 'Description of the activity', add: 'Describe the activity', none: 'The activity has not been described yet.' },
  link: { name: 'Link to another dossier', add: 'Link a dossier', none: 'No other dossier is linked.' },
  interest: { name: 'Interest', add: 'State your interest', none: 'No delegation has stated its interest yet.' },
  route: { name: 'Route', add: 'Record the route', none: 'No special route is recorded: Council procedures apply.' },
  briefing: { name: 'Briefing', add: 'Record a briefing', none: 'No briefing has been recorded yet.' },
  indicators: { name: 'Indicators', add: 'Add indicators', none: 'No indicators have been shared yet.' },
  finding: { name: 'Technical finding', add: 'Add a finding', none: 'There is no technical finding yet.' },
  attribution: { name: 'Position of a State', add: 'State your position', none: 'No State has stated its position yet.' },
  consideration: { name: 'Consideration', add: 'Write down a consideration', none: 'Nothing has been written down yet.' },
  note: { name: 'Note', add: 'Begin a note', none: 'No options note or strategic response note has been begun.' },
  option: { name: 'Option', add: 'Add an option', none: 'This note has no option yet.' },
  printed: { name: 'Printed text', add: 'Print into a text', none: 'Not printed yet.' },
  deliberation: { name: 'Deliberation', add: 'Record a deliberation', none: 'No deliberation has been recorded yet.' },
  decision: { name: 'Decision', add: 'Record a decision', none: 'Nothing has been decided yet.' },
  action: { name: 'Action', add: 'Add an action', none: 'No action has been planned yet.' },
  communication: { name: 'Line to take', add: 'Add a line to take', none: 'There is no line to take yet.' },
  partnerRequest: { name: 'Request', add: 'Record a request', none: 'No partner has asked or been asked yet.' },
  alignment: { name: 'Alignment', add: 'Record an alignment', none: 'No country has been invited to align yet.' },
  effect: { name: 'Effect', add: 'Record an effect', none: 'No effect has been observed yet.' },
  lesson: { name: 'Lesson', add: 'Add a lesson', none: 'No lesson has been drawn yet.' },
}

/** By the name of a field, wherever it stands; a kind may call it otherwise. */
const fields: Readonly<Record<string, string>> = {
  dimensions: 'Along the seven dimensions', factors: 'What speaks for a significant effect', affectedStates: 'Affected States', sectors: 'Affected sectors', partners: 'Partners', from: 'From', until: 'Until', to: 'Dossier', relation: 'This dossier', note: 'Note', title: 'Title',
  awareness: 'Interested in exchanging situational awareness', jointResponse: 'Interested in exploring a joint response', text: 'In words', route: 'Route', since: 'Since', subject: 'Subject', by: 'Given by', on: 'On', way: 'How', elsewhere: 'It was given in another format than HWPCI', informedOn: 'HWPCI informed on',
  indicators: 'Indicators', statement: 'What was found', actor: 'Actor or cluster', scale: 'Scale', confidence: 'Confidence', basis: 'Basis', evidence: 'Rests on', stance: 'Position', publicity: 'In private or in public', manner: 'Alone or with others', consideration: 'Consideration', about: 'About',
  considered: 'Considered', noteKind: 'Kind of note', objectives: 'Objectives', background: 'Background', actorPerspective: 'The perspective of the actor', risks: 'Risks and escalation', communication: 'Communication', option: 'Option', measures: 'Measures', sequencing: 'How they are used', gradual: 'Gradual use',
  shortTerm: 'Effect in the short term', longTerm: 'Effect in the longer term', escalation: 'Escalation', principles: 'The six principles', proportionality: 'Proportion to the activity', measure: 'Measure', body: 'Body', procedure: 'Procedure', outcome: 'Outcome', legalBasis: 'Legal basis', documentNumber: 'Document',
  decision: 'Decision', what: 'What is to be done', due: 'Due', status: 'Status', line: 'The line', audience: 'For whom', products: 'Products', languages: 'Languages', owner: 'Who speaks', partner: 'Partner', direction: 'Who asks', answer: 'Answer', commissionInformed: 'The Commission has been informed', country: 'Country',
  alignment: 'Alignment', objective: 'Objective', horizon: 'Horizon', achievement: 'What was achieved', forNote: 'For the note', forDossier: 'For the dossier of the actor',
}

const kindFields: Readonly<Partial<Record<EntryKind, Readonly<Record<string, string>>>>> = {
  link: { title: 'Its title, as you know it', note: 'Remark' }, briefing: { to: 'Given to', text: 'What was said' }, indicators: { from: 'Where they come from' }, option: { text: 'The option in words' }, partnerRequest: { what: 'What is asked', on: 'Asked on', informedOn: 'HWPCI informed on' },
  communication: { on: 'Not before', status: 'Status' }, deliberation: { text: 'Record', body: 'Where' }, lesson: { text: 'The lesson' }, effect: { text: 'What was observed', decision: 'Of the decision' }, finding: { basis: 'How it was found' }, alignment: { on: 'Since' }, description: { from: 'First seen', until: 'Last seen' },
}

/** Choices, by field. The first is what a new entry begins with. */
const choices = {
  relation: { belongsTo: 'belongs to it', related: 'is related to it', continues: 'continues it' },
  route: { ipcr: 'IPCR has been activated', council: 'Council procedures, without IPCR' },
  way: { oral: 'Oral', written: 'Written', meeting: 'In a meeting', coreu: 'By COREU/CORTESY', writtenProcedure: 'In a written procedure' },
  stance: { undecided: 'Undecided', attribute: 'Attributes', doNotAttribute: 'Does not attribute' },
  publicity: { open: 'Open', private: 'In private', public: 'In public' },
  manner: { open: 'Open', alone: 'Alone', coordinated: 'Coordinated at EU level', withPartners: 'Together with partners' },
  noteKind: { options: 'Options note: one swift response', strategic: 'Strategic response note: a persistent actor' },
  sequencing: { single: 'One measure by itself', inSequence: 'One after the other', inParallel: 'In parallel' },
  procedure: { meeting: 'In a meeting', silenceProcedure: 'By silence procedure', coreu: 'By COREU/CORTESY', article12_2d: 'Simplified written procedure, Article 12(2)(d)', hrDiscretion: 'At the discretion of the High Representative', nationalDecision: 'National decision' },
  outcome: { agreed: 'Agreed', adopted: 'Adopted', notAgreed: 'Not agreed', deferred: 'Deferred' },
  actionStatus: { planned: 'Planned', underWay: 'Under way', done: 'Done', dropped: 'Dropped' },
  communicationStatus: { drafted: 'Drafted', agreed: 'Agreed', released: 'Released' },
  direction: { fromPartner: 'A partner asks us', toPartner: 'We ask a partner' },
  requestStatus: { open: 'Open', joint: 'Joint response', parallel: 'Parallel response', supported: 'Supported otherwise', declined: 'Declined' },
  alignment: { invited: 'Invited', aligned: 'Has aligned itself', notAligned: 'Has not aligned itself' },
  horizon: { short: 'Short term', long: 'Longer term' },
  achievement: { unclear: 'Unclear', achieved: 'Achieved', partly: 'Achieved in part', notYet: 'Not yet', adverse: 'The contrary' },
  indicator: { ipv4: 'IPv4 address', ipv6: 'IPv6 address', domain: 'Domain', url: 'URL', email: 'E-mail address', md5: 'MD5', sha1: 'SHA-1', sha256: 'SHA-256', fileName: 'File name', other: 'Other' },
} as const

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
  kinds, fields, kindFields, choices, lacks,
  save: 'Sign and add', saveRevision: 'Sign the new wording', reviseTitle: (name: string) => `Word anew: ${name.toLowerCase()}`, revise: 'Word anew', reason: 'Why the wording changes', withdraw: 'Withdraw', withdrawTitle: 'Withdraw this entry?', withdrawFollows: 'It stays readable, with your reason. What others built on it keeps pointing to it.', withdrawReason: 'Reason',
  signedAs: 'Signed in your name. It leaves with your next bundle.', needs: (field: string) => `Needed, or too long: ${field.toLowerCase()}.`, needsReason: 'Give the reason.', perLine: 'One on each line.', yes: 'Yes', no: 'No', noDay: 'No day given', none: 'None', wordings: (count: number) => `Worded ${count} times`, earlier: 'Earlier wordings',
  contested: 'Two wordings were made without knowledge of each other. Look at both, and word it anew.', withdrawn: (code: string, reason: string) => `Withdrawn by ${code}: ${reason}`, ownMarking: 'Marked for itself', marking: 'Marking of this entry', asDossier: 'As the dossier', byItself: 'By itself',
  evidenceNone: 'There is nothing to point to yet.', evidenceCount: (count: number) => `Rests on ${counted(count, 'piece')} of evidence`, from: 'from', source: 'Source',
  lacking: 'What still lacks', lackingNothing: 'Nothing that the guidelines name is lacking.', lackingMeans: 'Reminders after 10289/23, section 5. None of them holds anything up.',
  tabs: { overview: 'Overview', attribution: 'Attribution', options: 'Options, measures', decisions: 'Decisions', implementation: 'Implementation', communication: 'Communication', partners: 'Partners', evaluation: 'Evaluation' },
  attribution: {
    standing: 'Where the States stand', standingMeans: 'Each position is a sovereign decision of its State (10289/23, point 25). Nothing here is added up into a verdict.', noStatement: 'No statement here', earlier: (count: number) => `${counted(count, 'earlier statement')}`, actor: 'Actor',
    findings: 'Technical findings', findingsMean: 'They inform political attribution and decide nothing. That an attack comes from a territory does not by itself imply its State (point 12).', considerations: 'Ten considerations', considerationsMean: 'Useful before coordinating attribution, and before other measures (point 29).', notConsidered: 'Not considered yet', onScale: (scale: string) => `Scale: ${scale}`,
  },
  options: {
    noteFor: (actor: string) => `On ${actor}`, print: 'Print into a text', printed: (number: string) => `Printed: ${number}`, openText: 'Open the text', differs: 'The case file has changed since: see what differs', same: 'The text says what the case file says.', differTitle: 'What the text says otherwise', differMeans: 'Struck through: the case file as it would print now. Underlined: the text as it stands.',
    measureNeeds: { none: 'needs no attribution', tailored: 'to be tailored to the degree of attribution', required: 'needs attribution' }, route: 'Route', routeOf: (bodies: readonly string[]) => `By way of ${bodies.join(', ')}`, positions: 'Positions on this option', take: 'Take a position', catalogue: 'Open the catalogue', decide: 'Record a decision', notDecided: 'Not decided',
    printTitle: 'Print this note into a text?', printFollows: 'It becomes REV 0 of a new text, with a cover and numbered paragraphs, and is negotiated there. The case file stays as it is.', number: 'Number of the document', numberHelp: 'As the register has it, for example 9300/31. May be left open.', dirty: 'Add an option first.', prefer: 'Preferred first towards a State whose territory is used',
  },
  heat: { title: 'Delegations and options', none: 'not heard', means: 'The last position of each delegation on each option. A position is a statement, not a vote.', compromise: 'What it would take', counts: (heard: number, all: number) => `${heard} of ${all} heard`, option: 'Option', chart: 'Positions by option' },
  decisions: { deliberations: 'Deliberations', decisions: 'Decisions on measures', each: 'Each measure is agreed by itself, also where a strategic note holds several (section 5, step 3).' },
  implementation: { overdue: (days: number) => `Overdue by ${counted(days, 'day')}`, due: 'Due', noDue: 'No date' },
  partners: { requests: 'Requests', alignment: 'Alignment of candidate and associated countries' },
  evaluation: { effects: 'Effects against objectives', lessons: 'Lessons' },
  overview: { activity: 'The activity in seven dimensions', links: 'Linked dossiers', interest: 'Interest of delegations', route: 'Route', open: 'Open', notHere: 'Not on this machine', ipcr: 'IPCR has been activated' },
  activity: { title: 'Activity over time', byDay: 'Observed, reported and briefed, by day', observed: 'Observed', reported: 'Reported', briefed: 'Briefed', nothing: 'No day has been given yet.', day: 'Day', disagree: 'Assessments that disagree', disagreeMeans: 'Contributions of one kind whose gradings differ by two steps or more on either axis.', grade: 'Grading' },
} as const
