import { CONTRIBUTION_KIND_NAMES, ENTRY_TIMELINE_WORDS, SET_ASIDE_WORDS, STEP_STATE_NAMES, stepMarkedWords, TIMELINE_WORDS } from '../../../shared/dossier/dossierWords.ts'
import type { SetAside } from '../../../shared/dossier/state.ts'
import { STANCE_NAMES } from '../../../shared/dossier/stanceWords.ts'
import { counted, listed } from './plural.ts'

/** 10289/23, section 5. */
export const steps: Readonly<Record<number, { readonly name: string; readonly short: string }>> = {
  1: { name: 'Start discussions', short: 'Start' }, 2: { name: 'Share situational awareness', short: 'Awareness' }, 3: { name: 'Explore a joint response', short: 'Explore' },
  4: { name: 'Deliberate', short: 'Deliberate' }, 5: { name: 'Decide', short: 'Decide' }, 6: { name: 'Implement', short: 'Implement' },
  7: { name: 'Involve partners', short: 'Partners' }, 8: { name: 'Evaluate impact', short: 'Evaluate' }, 9: { name: 'Continue', short: 'Continue' },
}

export { TIMELINE_WORDS as timeline, ENTRY_TIMELINE_WORDS as entryTimeline }

export const dossier = {
  openOne: 'Open a dossier', filter: 'What is shown of the timeline', any: 'All', nothingFits: 'Nothing here fits all three choices.', stepHistory: 'How the steps came about', said: 'Said by',  asList: 'List', asBoard: 'Board by step', view: 'Show as', board: 'Dossiers by step', boardDossier: 'Dossier', underWayIn: (count: number) => (count === 0 ? 'none' : counted(count, 'dossier')), noneInStep: (step: string) => `No dossier is in step ${step}.`, catalogue: 'Catalogue of measures',
  body: 'Body or service', observed: 'Observed on', reported: 'Reported on', attachments: 'Attachments that belong to it',  openVerb: 'Open the dossier', noneYet: 'No dossier is open yet.', noneArrived: 'No dossier has reached this machine. Import a bundle from the secretariat.', count: (count: number) => counted(count, 'dossier'),
  reference: 'Reference', title: 'Title', marking: 'Marking', underWay: 'Under way', texts: 'Texts', lastEvent: 'Last event', circle: 'Circle', kind: 'Kind', summary: 'Summary', referenceHelp: 'As colleagues will cite it, for example HWPCI 12/31.',
  kinds: { singleActivity: 'A single activity', seriesOfActivities: 'A series of activities', persistentActor: 'A persistent actor', partnerRequest: 'A request by a partner', exercise: 'Exercise' },
  distribution: 'Distribution', distributionMeans: 'Delegations that may have this dossier.', needs: 'Reference and title are needed.', needsDistribution: 'At least one delegation must have it.', notYet: 'Not yet opened',
  events: (count: number) => `Dossier, ${counted(count, 'event')} on this machine`, fingerprint: (hash: string) => `State ${hash}`, openedOn: (day: string) => `Opened ${day} by`, distributed: (count: number) => `For ${counted(count, 'delegation')}`,
  markStep: 'Mark a step', takePosition: 'Take a position', contribute: 'Contribute', side: 'About this dossier', partsOf: 'Parts of the dossier', tabs: { timeline: 'Timeline', awareness: 'Awareness', positions: 'Positions', attachments: 'Attachments', texts: 'Texts' },
  stepsLabel: 'The nine steps: a guide, not a gate', stepStates: STEP_STATE_NAMES, stepMarked: stepMarkedWords, stepSaid: (state: string, delegation: string, day: string) => `${state}, ${delegation}, ${day}`,
  missing: 'Something is missing here.', missingMeans: (count: number) => `${counted(count, 'event')} here ${count === 1 ? 'builds' : 'build'} on others that have not reached this machine. They join by themselves when the gap closes: import the missing bundle, or ask its sender.`,
  setAside: (count: number) => `${counted(count, 'event')} kept without effect:`, setAsideWhy: (why: readonly SetAside['why'][]) => `${listed(why.map((one) => SET_ASIDE_WORDS[one]))}.`, newer: (type: string) => `did something that needs a newer version (${type})`,
  noContributions: 'Nothing has been contributed yet.', noPositions: 'Nobody has taken a position yet.', noTexts: 'There is no text in this dossier yet.', addText: 'Add a text',
  contributionKinds: CONTRIBUTION_KIND_NAMES,
  contributeTitle: 'Contribute to situational awareness', source: 'Source', words: 'What is to be shared', contributionNeeds: 'A title and some words are needed.', reliability: 'Reliability of the source', credibility: 'Credibility of the information',
  reliabilities: { none: 'Not graded', A: 'A: completely reliable', B: 'B: usually reliable', C: 'C: fairly reliable', D: 'D: not usually reliable', E: 'E: unreliable', F: 'F: cannot be judged' },
  credibilities: { none: 'Not graded', 1: '1: confirmed', 2: '2: probably true', 3: '3: possibly true', 4: '4: doubtful', 5: '5: improbable', 6: '6: cannot be judged' },
  positionTitle: 'Take a position', subject: 'On', subjectNone: 'Choose an option', subjectOther: 'Another matter', subjectWords: 'On what', subjectHelp: 'For example: a joint response. Positions on the same words stand together.', positionNeeds: 'Say on what.', stance: 'Position', remark: 'Remark', saidAt: 'Said',
  stances: STANCE_NAMES, positionsOn: (subject: string) => `Positions on “${subject}”`,
  stepTitle: 'Mark a step', stepsGuide: 'The steps are a guide: several may be under way, and any may be reopened.', step: 'Step', stepState: 'It is', stepInputs: 'On what input', reopeningNeeds: 'Say why it is reopened.', note: 'Note', underSilence: 'Under silence',
}
