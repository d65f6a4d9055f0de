import type { DossierState } from '../../../shared/dossier/state.ts'
import { STANCE_NAMES } from '../../../shared/dossier/stanceWords.ts'
import { counted, listed } from './plural.ts'

type SetAside = DossierState['setAside'][number]['why']

/** 10289/23, section 5. */
export const steps: Readonly<Record<number, { readonly name: string; readonly short: string }>> = {
  1: { name: 'Start discussions', short: 'Start' }, 2: { name: 'Share situational awareness', short: 'Awareness' }, 3: { name: 'Explore a joint response', short: 'Explore' },
  4: { name: 'Deliberate', short: 'Deliberate' }, 5: { name: 'Decide', short: 'Decide' }, 6: { name: 'Implement', short: 'Implement' },
  7: { name: 'Involve partners', short: 'Partners' }, 8: { name: 'Evaluate impact', short: 'Evaluate' }, 9: { name: 'Continue', short: 'Continue' },
}

/** What an author did, said after its code. */
export const timeline: Readonly<Record<string, (subject: string) => string>> = {
  'dossier.opened': (subject) => `opened the dossier ${subject}`.trim(), 'step.marked': (subject) => `marked a step${after(subject)}`, 'contribution.added': (subject) => `contributed${quoted(subject)}`,
  'attachment.added': (subject) => `attached ${subject}`, 'attachment.destroyed': (subject) => `destroyed a copy of ${subject}`, 'release.consented': (subject) => `consented to release to ${subject}`,
  'entry.added': (subject) => `added${quoted(subject)}`, 'entry.revised': (subject) => `revised${quoted(subject)}`, 'entry.withdrawn': (subject) => `withdrew${quoted(subject)}`,
  'position.taken': (subject) => `took a position${subject === '' ? '' : ` on ${subject}`}`, 'text.revIssued': (subject) => `issued ${subject}`, 'text.amended': (subject) => `suggested changes to ${subject}`, 'text.commented': (subject) => `commented on ${subject}`,
  'silence.opened': (subject) => `opened silence on ${subject}`, 'silence.responded': (subject) => `answered the silence procedure on ${subject}`, 'silence.extended': (subject) => `extended the silence procedure on ${subject}`,
  'silence.intakeClosed': (subject) => `closed the intake on ${subject}`, 'silence.certified': (subject) => `certified the outcome on ${subject}`,
  'silence.drafted': (subject) => `prepared a silence procedure on ${subject}`, 'silence.useStated': (subject) => `spoke on the use of the silence procedure on ${subject}`, 'silence.served': (subject) => `recorded who was served with ${subject}`,
  'silence.answerWithdrawn': (subject) => `withdrew an answer on ${subject}`, 'silence.suspended': (subject) => `suspended the silence procedure on ${subject}`, 'silence.resumed': (subject) => `resumed the silence procedure on ${subject}`,
  'silence.withdrawn': (subject) => `withdrew the silence procedure on ${subject}`, 'silence.forwarded': (subject) => `took the outcome on ${subject} further`, 'reservation.entered': (subject) => `entered a reservation on ${subject}`,
  'reservation.lifted': () => 'lifted a reservation',
}

/** What was done to an entry, by its kind. */
export const entryTimeline: Readonly<Record<string, (kind: string, subject: string) => string>> = {
  'entry.added': (kind, subject) => `${kind} added${quoted(subject)}`, 'entry.revised': (kind, subject) => `${kind} worded anew${quoted(subject)}`, 'entry.withdrawn': (kind, subject) => `${kind} withdrawn${quoted(subject)}`,
}

function after(subject: string): string {
  return subject === '' ? '' : `: ${subject}`
}

function quoted(subject: string): string {
  return subject === '' ? '' : `: “${subject}”`
}

const setAsideWhy: Readonly<Record<SetAside, string>> = {
  role: 'their author’s role does not allow them', unknownType: 'they need a newer version of Chancery', bodyMissing: 'their words were withheld', bodyMalformed: 'their words cannot be read',
  notItsOpener: 'not by whoever opened this dossier', notItsOriginator: 'their author may not release what another delegation said', refersToNothing: 'they refer to something that is not here', tooLate: 'they came too late', tooEarly: 'they came before their time', forked: 'their author said two things under one number', quarantined: 'their author had been suspended or removed, or had lost a right or a key', duplicate: 'they say again what was said before', suspended: 'no deadline ran when they were made', profile: 'the kind of procedure does not provide for them', exerciseMixed: 'they would link an exercise with a real case',
}

export const dossier = {
  openOne: 'Open a dossier', filter: 'What is shown of the timeline', any: 'All', nothingFits: 'Nothing here fits all three choices.', stepHistory: 'How the steps came about', said: 'Said by',  asList: 'List', asBoard: 'Board by step', view: 'Show as', board: 'Dossiers by step', noStep: 'No step under way', catalogue: 'Catalogue of measures',
  body: 'Body or service', observed: 'Observed on', reported: 'Reported on', attachments: 'Attachments that belong to it',  openVerb: 'Open the dossier', noneYet: 'No dossier is open yet.', noneArrived: 'No dossier has reached this machine. Import a bundle from the secretariat.', count: (count: number) => counted(count, 'dossier'),
  reference: 'Reference', title: 'Title', marking: 'Marking', underWay: 'Under way', texts: 'Texts', lastEvent: 'Last event', circle: 'Circle', kind: 'Kind', summary: 'Summary', referenceHelp: 'As colleagues will cite it, for example HWPCI 12/31.',
  kinds: { singleActivity: 'A single activity', seriesOfActivities: 'A series of activities', persistentActor: 'A persistent actor', partnerRequest: 'A request by a partner', exercise: 'Exercise' },
  distribution: 'Distribution', distributionMeans: 'Delegations that may have this dossier.', needs: 'Reference and title are needed.', needsDistribution: 'At least one delegation must have it.', notYet: 'Not yet opened',
  events: (count: number) => `Dossier, ${counted(count, 'event')} on this machine`, fingerprint: (hash: string) => `State ${hash}`, openedOn: (day: string) => `Opened ${day} by`, distributed: (count: number) => `For ${counted(count, 'delegation')}`,
  markStep: 'Mark a step', takePosition: 'Take a position', contribute: 'Contribute', side: 'About this dossier', partsOf: 'Parts of the dossier', tabs: { timeline: 'Timeline', awareness: 'Awareness', positions: 'Positions', attachments: 'Attachments', texts: 'Texts' },
  stepsLabel: 'The nine steps: a guide, not a gate', stepStates: { notBegun: 'Not begun', begun: 'Begun', done: 'Done', reopened: 'Reopened' }, stepSaid: (state: string, delegation: string, day: string) => `${state}, ${delegation}, ${day}`,
  missing: 'Something is missing here.', missingMeans: (count: number) => `${counted(count, 'event')} here ${count === 1 ? 'builds' : 'build'} on others that have not reached this machine. They join by themselves when the gap closes: import the missing bundle, or ask its sender.`,
  setAside: (count: number) => `${counted(count, 'event')} kept without effect:`, setAsideWhy: (why: readonly SetAside[]) => `${listed(why.map((one) => setAsideWhy[one]))}.`, newer: (type: string) => `did something that needs a newer version (${type})`,
  noContributions: 'Nothing has been contributed yet.', noPositions: 'Nobody has taken a position yet.', noTexts: 'There is no text in this dossier yet.', addText: 'Add a text',
  contributionKinds: { technical: 'Technical report', intelligenceAssessment: 'Intelligence assessment', severity: 'Severity', forensic: 'Forensic finding', briefing: 'Briefing' },
  contributeTitle: 'Contribute to situational awareness', source: 'Source', words: 'What is to be shared', contributionNeeds: 'A title and some words are needed.', reliability: 'Reliability of the source', credibility: 'Credibility of the information',
  reliabilities: { none: 'Not graded', A: 'A: completely reliable', B: 'B: usually reliable', C: 'C: fairly reliable', D: 'D: not usually reliable', E: 'E: unreliable', F: 'F: cannot be judged' },
  credibilities: { none: 'Not graded', 1: '1: confirmed', 2: '2: probably true', 3: '3: possibly true', 4: '4: doubtful', 5: '5: improbable', 6: '6: cannot be judged' },
  positionTitle: 'Take a position', subject: 'On', subjectHelp: 'For example: a joint response. Positions on the same words stand together.', positionNeeds: 'Say on what.', stance: 'Position', remark: 'Remark', saidAt: 'Said',
  stances: STANCE_NAMES, positionsOn: (subject: string) => `Positions on ${subject}`,
  stepTitle: 'Mark a step', stepsGuide: 'The steps are a guide: several may be under way, and any may be reopened.', step: 'Step', stepState: 'It is', stepInputs: 'On what input', reopeningNeeds: 'Say why it is reopened.', note: 'Note', underSilence: 'Under silence',
}
