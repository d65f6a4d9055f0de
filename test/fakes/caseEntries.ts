/** Content of entries for tests, each complete, with what matters given. */
import type { EventId } from '../../shared/base/identifiers.ts'
import type { EntryContent, EntryOf } from '../../shared/toolbox/entry.ts'

export const DEMARCHE = { measure: 'demarche', catalogue: 0, name: 'Démarche through delegations and embassies' } as const
export const SANCTIONS = { measure: 'cyber-sanctions', catalogue: 0, name: 'Listing under the cyber sanctions regime' } as const

export function aFinding(statement = 'The same loader was used'): EntryOf<'finding'> {
  return { kind: 'finding', statement, actor: 'Grey Heron', scale: 'confidence', confidence: 'moderate', basis: 'Code comparison', evidence: [] }
}

export function anAttribution(stance: EntryOf<'attribution'>['stance'] = 'attribute'): EntryOf<'attribution'> {
  return { kind: 'attribution', stance, actor: 'Grey Heron', publicity: 'private', manner: 'coordinated', text: '' }
}

export function aNote(title = 'Options note on Halcyon'): EntryOf<'note'> {
  return {
    kind: 'note', noteKind: 'options', title, actor: '', objectives: ['Stop the activity'], background: 'Ferries stood still.\n\nPorts were closed.', actorPerspective: '', risks: 'Retaliation',
    communication: '', partners: '', evidence: [],
  }
}

export function anOption(note: EventId, changes: Partial<EntryOf<'option'>> = {}): EntryOf<'option'> {
  return {
    kind: 'option', note, title: 'A quiet word', text: 'Raise the matter in private.', measures: [DEMARCHE], sequencing: 'single', gradual: '', shortTerm: 'Attention', longTerm: '', escalation: '',
    principles: [{ principle: 'law', considered: true, text: 'No obligation is touched', evidence: [] }], proportionality: [{ dimension: 'scale', text: 'Four ports' }], ...changes,
  }
}

export function aDecision(option: EventId | null, measure: EntryOf<'decision'>['measure'] = DEMARCHE): EntryOf<'decision'> {
  return { kind: 'decision', option, measure, body: 'PSC', procedure: 'meeting', on: '2031-06-20', outcome: 'agreed', legalBasis: '', documentNumber: '9200/31', text: '' }
}

export function anAction(decision: EventId | null, changes: Partial<EntryOf<'action'>> = {}): EntryOf<'action'> {
  return { kind: 'action', decision, what: 'Deliver the démarche', actor: 'EEAS', due: '2031-06-30', status: 'planned', text: '', evidence: [], ...changes }
}

/** One of each kind that points to nothing. */
export const LONE_ENTRIES: readonly EntryContent[] = [
  {
    kind: 'description', dimensions: { scope: 'Four ports', scale: '', duration: '', intensity: '', complexity: '', sophistication: '', impact: 'Ferries stood still' }, factors: [{ factor: 'disruption', text: 'Two days' }],
    affectedStates: ['CZ', 'DE'], sectors: ['Transport'], partners: ['Norway'], from: '2031-05-28', until: null,
  },
  { kind: 'interest', awareness: true, jointResponse: false, text: '' },
  { kind: 'route', route: 'ipcr', since: '2031-06-01', text: '' },
  { kind: 'briefing', subject: 'Situation', by: 'SIAC', to: 'PSC', on: '2031-06-02', way: 'oral', elsewhere: true, informedOn: null, text: '' },
  { kind: 'indicators', title: 'Loader', from: 'CERT-EU', indicators: [{ type: 'domain', value: 'heron.example', firstSeen: null, lastSeen: null, note: '' }] },
  aFinding(), anAttribution(), aNote(),
  { kind: 'consideration', consideration: 'escalation', about: null, considered: true, text: 'Low', evidence: [] },
  { kind: 'deliberation', body: 'HWPCI', on: '2031-06-10', way: 'meeting', subject: 'Options', text: '' },
  aDecision(null), anAction(null),
  { kind: 'communication', line: 'We are concerned.', audience: 'Public', products: ['Statement'], languages: ['English'], owner: 'EEAS', on: null, status: 'drafted' },
  { kind: 'partnerRequest', partner: 'Norway', direction: 'fromPartner', what: 'Joint statement', on: '2031-06-05', status: 'open', answer: '', commissionInformed: false, informedOn: null },
  { kind: 'alignment', country: 'Montenegro', decision: null, alignment: 'invited', on: null, text: '' },
  { kind: 'effect', objective: 'Stop the activity', decision: null, horizon: 'short', achievement: 'partly', text: '', evidence: [] },
  { kind: 'lesson', text: 'Share earlier.', forNote: null, forDossier: null },
]
