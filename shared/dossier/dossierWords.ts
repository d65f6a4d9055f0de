/** The English words for what happened in a dossier, for its timeline on screens and on paper alike. Another language brings its own. */
import type { CONTRIBUTION_KINDS } from './events.ts'
import type { SetAside, StepState } from './state.ts'

/** What an author did, said after its code. */
export const TIMELINE_WORDS: Readonly<Record<string, (subject: string) => string>> = {
  'dossier.opened': (subject) => `opened the dossier ${subject}`.trim(), 'step.marked': (subject) => `marked a step${after(subject)}`, 'contribution.added': (subject) => `contributed${quoted(subject)}`,
  'attachment.added': (subject) => `attached ${subject}`, 'attachment.destroyed': (subject) => `destroyed a copy of ${subject}`, 'release.consented': (subject) => `consented to release to ${subject}`,
  'entry.added': (subject) => `added an entry${quoted(subject)}`, 'entry.revised': (subject) => `reworded an entry${quoted(subject)}`, 'entry.withdrawn': (subject) => `withdrew an entry${quoted(subject)}`,
  'position.taken': (subject) => `took a position${subject === '' ? '' : ` on “${subject}”`}`, 'text.revIssued': (subject) => `issued ${subject}`, 'text.amended': (subject) => `suggested changes to ${subject}`, 'text.commented': (subject) => `commented on ${subject}`,
  'silence.opened': (subject) => `opened silence on ${subject}`, 'silence.responded': (subject) => `answered the silence procedure on ${subject}`, 'silence.extended': (subject) => `extended the silence procedure on ${subject}`,
  'silence.intakeClosed': (subject) => `closed the intake on ${subject}`, 'silence.certified': (subject) => `certified the outcome on ${subject}`,
  'silence.drafted': (subject) => `prepared a silence procedure on ${subject}`, 'silence.useStated': (subject) => `spoke on the use of the silence procedure on ${subject}`, 'silence.served': (subject) => `recorded who was served with ${subject}`,
  'silence.answerWithdrawn': (subject) => `withdrew an answer on ${subject}`, 'silence.suspended': (subject) => `suspended the silence procedure on ${subject}`, 'silence.resumed': (subject) => `resumed the silence procedure on ${subject}`,
  'silence.withdrawn': (subject) => `withdrew the silence procedure on ${subject}`, 'silence.forwarded': (subject) => `took the outcome on ${subject} further`, 'reservation.entered': (subject) => `entered a reservation on ${subject}`,
  'reservation.lifted': () => 'lifted a reservation',
}

/** What was done to an entry, by its kind. */
export const ENTRY_TIMELINE_WORDS: Readonly<Record<string, (kind: string, subject: string) => string>> = {
  'entry.added': (kind, subject) => `${kind} added${quoted(subject)}`, 'entry.revised': (kind, subject) => `${kind} reworded${quoted(subject)}`, 'entry.withdrawn': (kind, subject) => `${kind} withdrawn${quoted(subject)}`,
}

/** Said of another dossier that is linked with this one. */
export const LINKED_AS = { belongsTo: 'It belongs to this dossier.', related: 'It is related to this dossier.', continues: 'It continues this dossier.' } as const

/** Why they have no effect. */
export const SET_ASIDE_WORDS: Readonly<Record<SetAside['why'], string>> = {
  role: 'their author’s role does not allow them', unknownType: 'they need a newer version of Chancery', bodyMissing: 'their words were withheld', bodyMalformed: 'their words cannot be read',
  notItsOpener: 'not by whoever opened this dossier', notItsOriginator: 'their author may not release what another delegation said', refersToNothing: 'they refer to something that is not here', tooLate: 'they came too late', tooEarly: 'they came before their time', forked: 'their author said two things under one number', quarantined: 'their author had been suspended or removed, or had lost a right or a key', duplicate: 'they say again what was said before', suspended: 'no deadline ran when they were made', profile: 'the kind of procedure does not provide for them', exerciseMixed: 'they would link an exercise with a real case',
}

export const CONTRIBUTION_KIND_NAMES: Readonly<Record<(typeof CONTRIBUTION_KINDS)[number], string>> = {
  technical: 'Technical report', intelligenceAssessment: 'Intelligence assessment', severity: 'Severity', forensic: 'Forensic finding', briefing: 'Briefing',
}

export const STEP_STATE_NAMES: Readonly<Record<StepState['state'], string>> = { notBegun: 'Not begun', begun: 'Begun', done: 'Done', reopened: 'Reopened' }

/** Said of a step, which is named beside it. */
export function stepMarkedWords(state: string, note: string): string {
  return `marked the step as ${state.toLowerCase()}${after(note)}`
}

function after(subject: string): string {
  return subject === '' ? '' : `: ${subject}`
}

function quoted(subject: string): string {
  return subject === '' ? '' : `: “${subject}”`
}
