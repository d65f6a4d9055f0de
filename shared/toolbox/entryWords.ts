/** The words for what stands in a case file: on screens, on the command line and in print alike. Another language brings its own. */
import { MONTHS } from '../base/months.ts'
import type { EntryKind } from './entry.ts'

export const KIND_NAMES: Readonly<Record<EntryKind, string>> = {
  description: 'Description of the activity',
  link: 'Link to another dossier',
  interest: 'Interest',
  route: 'Route',
  briefing: 'Briefing',
  indicators: 'Indicators',
  finding: 'Technical finding',
  attribution: 'Position of a State',
  consideration: 'Consideration',
  note: 'Note',
  option: 'Option',
  printed: 'Printed text',
  deliberation: 'Deliberation',
  decision: 'Decision',
  action: 'Action',
  communication: 'Line to take',
  partnerRequest: 'Request',
  alignment: 'Alignment',
  effect: 'Effect',
  lesson: 'Lesson',
}

/** By the name of a field, wherever it stands; a kind may call it otherwise. */
export const FIELD_NAMES: Readonly<Record<string, string>> = {
  dimensions: 'Along the seven dimensions', factors: 'What speaks for a significant effect', affectedStates: 'Affected States', sectors: 'Affected sectors', partners: 'Partners', from: 'From', until: 'Until', to: 'Dossier', relation: 'This dossier', note: 'Note', title: 'Title',
  awareness: 'Interested in exchanging situational awareness', jointResponse: 'Interested in exploring a joint response', text: 'In words', route: 'Route', since: 'Since', subject: 'Subject', by: 'Given by', on: 'On', way: 'How', elsewhere: 'It was given in another format than HWPCI', informedOn: 'HWPCI informed on',
  indicators: 'Indicators', statement: 'What was found', actor: 'Actor or cluster', scale: 'Scale', confidence: 'Confidence', basis: 'Basis', evidence: 'Rests on', stance: 'Position', publicity: 'In private or in public', manner: 'Alone or with others', consideration: 'Consideration', about: 'About',
  considered: 'Considered', noteKind: 'Kind of note', objectives: 'Objectives', background: 'Background', actorPerspective: 'The perspective of the actor', risks: 'Risks and escalation', communication: 'Communication', option: 'Option', measures: 'Measures', sequencing: 'How they are used', gradual: 'Gradual use',
  shortTerm: 'Effect in the short term', longTerm: 'Effect in the longer term', escalation: 'Escalation', principles: 'The six principles', proportionality: 'Proportion to the activity', measure: 'Measure', body: 'Body', procedure: 'Procedure', outcome: 'Outcome', legalBasis: 'Legal basis', documentNumber: 'Document',
  decision: 'Decision', what: 'What is to be done', due: 'Due', status: 'Status', line: 'The line', audience: 'For whom', products: 'Products', languages: 'Languages', owner: 'Who speaks', partner: 'Partner', direction: 'Who asks', answer: 'Answer', commissionInformed: 'The Commission has been informed', country: 'Country',
  alignment: 'Alignment', objective: 'Objective', horizon: 'Horizon', achievement: 'What was achieved', forNote: 'For the note', forDossier: 'For the dossier of the actor',
}

export const KIND_FIELD_NAMES: Readonly<Partial<Record<EntryKind, Readonly<Record<string, string>>>>> = {
  action: { actor: 'Who acts', decision: 'By the decision' }, link: { title: 'Linked as', note: 'Remark' }, briefing: { to: 'Given to', on: 'Given on', text: 'What was said' }, indicators: { from: 'Where they come from' }, option: { text: 'The option in words' }, partnerRequest: { what: 'What is asked', on: 'Asked on', informedOn: 'HWPCI informed on' },
  communication: { on: 'Not before', status: 'Status' }, deliberation: { text: 'Record', body: 'Where', on: 'Held on' }, decision: { on: 'Decided on' }, lesson: { text: 'The lesson' }, effect: { text: 'What was observed', decision: 'Of the decision' }, finding: { basis: 'How it was found' }, alignment: { on: 'Since' }, description: { from: 'First seen', until: 'Last seen' },
}

/** Choices, by field. The first is what a new entry begins with. */
export const CHOICE_NAMES = {
  relation: { belongsTo: 'belongs to it', related: 'is related to it', continues: 'continues it' },
  route: { ipcr: 'IPCR has been activated', council: 'Council procedures, without IPCR' },
  way: { oral: 'Oral', written: 'Written', meeting: 'In a meeting', coreu: 'By COREU/CORTESY', writtenProcedure: 'In a written procedure' },
  stance: { undecided: 'Undecided', attribute: 'Attributes', doNotAttribute: 'Does not attribute' },
  publicity: { open: 'Not decided yet', private: 'In private', public: 'In public' },
  manner: { open: 'Not decided yet', alone: 'Alone', coordinated: 'Coordinated at EU level', withPartners: 'Together with partners' },
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

export type ChoiceName = keyof typeof CHOICE_NAMES

/** What a language must have to say what an entry says. */
export interface EntryWords {
  readonly kindNames: Readonly<Record<EntryKind, string>>
  readonly fields: Readonly<Record<string, string>>
  readonly kindFields: Readonly<Partial<Record<EntryKind, Readonly<Record<string, string>>>>>
  readonly choices: { readonly [Name in ChoiceName]: Readonly<Record<keyof (typeof CHOICE_NAMES)[Name], string>> }
  readonly ticked: { readonly yes: string; readonly no: string }
  /** A day as people write it; `YYYY-MM-DD` is given. */
  readonly day: (day: string) => string
  /** A word of a scale of confidence, and which scale it is of. */
  readonly onScale: (word: string, scale: string) => string
  readonly labelled: (label: string, words: string) => string
  /** Yardsticks and scales, which are named as their source names them. */
  readonly quoted: (name: string) => string
  /** What something rests on, by name. */
  readonly restsOn: (names: readonly string[]) => string
  /** The name of an entry that its author took back. */
  readonly withdrawn: (name: string) => string
  /** On which days something was seen, of which one at least is given. */
  readonly seen: (first: string | null, last: string | null) => string
  /** Something signed that is not here. */
  readonly elsewhere: (id: string) => string
}

export const ENGLISH: EntryWords = {
  kindNames: KIND_NAMES, fields: FIELD_NAMES, kindFields: KIND_FIELD_NAMES, choices: CHOICE_NAMES, ticked: { yes: 'Yes', no: 'No' }, day: (day) => dayIn(day, MONTHS),
  onScale: (word, scale) => `${word} (scale: ${scale.toLowerCase()})`, labelled: (label, words) => `${label}: ${words}`, quoted: (name) => name, elsewhere: (id) => `Event ${id}`,
  restsOn: (names) => `rests on ${names.join('; ')}`, withdrawn: (name) => `${name} (withdrawn)`, seen: (first, last) => (first === null ? `last seen ${last}` : last === null ? `first seen ${first}` : `seen from ${first} to ${last}`),
}

/** `26 November 2031`; what is no such day stays as it is. */
export function dayIn(day: string, months: readonly string[]): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  const name = months[Number(month) - 1]
  return name === undefined ? day : `${Number(date)} ${name} ${year}`
}

export function fieldName({ fields, kindFields }: Pick<EntryWords, 'fields' | 'kindFields'>, kind: EntryKind, key: string): string {
  return kindFields[kind]?.[key] ?? fields[key] ?? key
}

/** A choice that this version does not know is named as it is. */
export function choiceName({ choices }: Pick<EntryWords, 'choices'>, from: ChoiceName, id: string): string {
  return new Map<string, string>(Object.entries(choices[from])).get(id) ?? id
}
