/** What the whole case says in its entries: one of every kind. In full here, so that nothing that changes elsewhere changes a frozen file. */
import type { CborValue } from '../../shared/base/cbor.ts'

type Content = { readonly [key: string]: CborValue }

interface Pointers {
  /** Another dossier. */
  readonly dossier: string
  /** A contribution. */
  readonly contribution: string
  readonly text: string
  readonly revision: string
  readonly textHash: string
  /** The entries said before, by kind. */
  entry(kind: string): string
}

const DEMARCHE = { measure: 'demarche', catalogue: 1, name: 'Démarche through delegations and embassies' }
const EMPTY = { scale: '', duration: '', intensity: '', complexity: '', sophistication: '' }

const awareness: readonly ((to: Pointers) => Content)[] = [
  () => ({
    kind: 'description', dimensions: { ...EMPTY, scope: 'Four ports', impact: 'Ferries stood still for two days' }, factors: [{ factor: 'disruption', text: 'Two days' }],
    affectedStates: ['CZ', 'NL'], sectors: ['Transport'], partners: ['Norway'], from: '2031-02-28', until: null,
  }),
  ({ dossier }) => ({ kind: 'link', to: dossier, relation: 'related', title: 'An earlier activity', note: 'The same ports' }),
  () => ({ kind: 'interest', awareness: true, jointResponse: false, text: 'Our operators are concerned' }),
  () => ({ kind: 'route', route: 'ipcr', since: '2031-03-01', text: 'Information sharing mode' }),
  () => ({ kind: 'briefing', subject: 'Situation', by: 'SIAC', to: 'PSC', on: '2031-03-02', way: 'oral', elsewhere: true, informedOn: '2031-03-03', text: 'In short' }),
  () => ({ kind: 'indicators', title: 'Loader', from: 'CERT-EU', indicators: [{ type: 'domain', value: 'heron.example', firstSeen: '2031-02-27', lastSeen: null, note: '' }] }),
  ({ contribution }) => ({ kind: 'finding', statement: 'The same loader was used', actor: 'Grey Heron', scale: 'confidence', confidence: 'moderate', basis: 'Code comparison', evidence: [contribution] }),
  () => ({ kind: 'attribution', stance: 'undecided', actor: 'Grey Heron', publicity: 'private', manner: 'coordinated', text: 'Our services go on working' }),
  ({ contribution }) => ({ kind: 'consideration', consideration: 'escalation', about: null, considered: true, text: 'Low', evidence: [contribution] }),
]

const response: readonly ((to: Pointers) => Content)[] = [
  ({ contribution }) => ({
    kind: 'note', noteKind: 'options', title: 'Options on the ports', actor: 'Grey Heron', objectives: ['Stop the activity'], background: 'Ferries stood still.\n\nPorts were closed.',
    actorPerspective: '', risks: 'Retaliation', communication: '', partners: 'Norway', evidence: [contribution],
  }),
  ({ entry }) => ({
    kind: 'option', note: entry('note'), title: 'A quiet word', text: 'Raise the matter in private.', measures: [DEMARCHE], sequencing: 'single', gradual: '', shortTerm: 'Attention', longTerm: '',
    escalation: '', principles: [{ principle: 'law', considered: true, text: 'No obligation is touched', evidence: [] }], proportionality: [{ dimension: 'scale', text: 'Four ports' }],
  }),
  ({ entry, revision, text, textHash }) => ({ kind: 'printed', note: entry('note'), text, revision, documentHash: textHash }),
  () => ({ kind: 'deliberation', body: 'HWPCI', on: '2031-03-10', way: 'meeting', subject: 'Options', text: 'The first option found most support' }),
  ({ entry }) => ({
    kind: 'decision', option: entry('option'), measure: DEMARCHE, body: 'PSC', procedure: 'silenceProcedure', on: '2031-03-20', outcome: 'agreed', legalBasis: 'Article 29 TEU', documentNumber: '9200/31', text: '',
  }),
  ({ entry }) => ({ kind: 'action', decision: entry('decision'), what: 'Deliver the démarche', actor: 'EEAS', due: '2031-03-30', status: 'planned', text: '', evidence: [] }),
  () => ({ kind: 'communication', line: 'We are concerned.', audience: 'Public', products: ['Statement'], languages: ['English'], owner: 'EEAS', on: null, status: 'drafted' }),
  () => ({ kind: 'partnerRequest', partner: 'Norway', direction: 'fromPartner', what: 'Joint statement', on: '2031-03-05', status: 'open', answer: '', commissionInformed: true, informedOn: '2031-03-06' }),
  ({ entry }) => ({ kind: 'alignment', country: 'Montenegro', decision: entry('decision'), alignment: 'invited', on: null, text: '' }),
  ({ entry }) => ({ kind: 'effect', objective: 'Stop the activity', decision: entry('decision'), horizon: 'short', achievement: 'partly', text: 'Less than before', evidence: [] }),
  ({ dossier, entry }) => ({ kind: 'lesson', text: 'Share earlier.', forNote: entry('note'), forDossier: dossier }),
]

/** In an order in which each points only to what was said before. */
export const wholeCaseEntries = [...awareness, ...response]
