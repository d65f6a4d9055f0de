/** Where in the window one is. A place is data, so that back and forward are two lists. */
import type { CircleId, DossierId, EventId, TextId } from '../../shared/base/identifiers.ts'
import type { BlockId } from '../../shared/text/document.ts'

export const DOSSIER_TABS = ['timeline', 'overview', 'awareness', 'attribution', 'options', 'positions', 'decisions', 'implementation', 'communication', 'partners', 'evaluation', 'attachments', 'texts'] as const
export type DossierTab = (typeof DOSSIER_TABS)[number]

/** What somebody looked for and wants to see: the paragraph of a REV, or that REV. */
export interface FoundInText {
  readonly rev: number
  readonly block: BlockId | null
  /** When it was asked for: who asks for the same again is taken there again. */
  readonly askedUtcMs: number
}

export type Place =
  | { readonly at: 'desk' }
  | { readonly at: 'dossiers' }
  | { readonly at: 'dossierForm' }
  | { readonly at: 'dossier'; readonly dossier: DossierId; readonly tab?: DossierTab }
  /** `circle` null: the first one. */
  | { readonly at: 'catalogue'; readonly circle: CircleId | null }
  | { readonly at: 'textForm'; readonly dossier: DossierId }
  | { readonly at: 'draftText'; readonly dossier: DossierId }
  | { readonly at: 'texts' }
  | { readonly at: 'text'; readonly dossier: DossierId; readonly text: TextId; readonly found?: FoundInText }
  /** `rev` null: the latest. */
  | { readonly at: 'suggest'; readonly dossier: DossierId; readonly text: TextId; readonly rev: number | null }
  | { readonly at: 'consolidate'; readonly dossier: DossierId; readonly text: TextId }
  /** `text` null: nothing is chosen yet. */
  | { readonly at: 'compare'; readonly dossier: DossierId | null; readonly text: TextId | null }
  | { readonly at: 'proof' }
  | { readonly at: 'silences' }
  | { readonly at: 'silence'; readonly dossier: DossierId; readonly procedure: EventId }
  | { readonly at: 'silenceForm'; readonly dossier: DossierId; readonly text: TextId; readonly draft?: EventId }
  | { readonly at: 'silenceKinds' }
  | { readonly at: 'reservations'; readonly dossier: DossierId; readonly text: TextId }
  | { readonly at: 'certificate'; readonly dossier: DossierId; readonly procedure: EventId }
  | { readonly at: 'certificateCheck' }
  | { readonly at: 'exchange'; readonly side: 'out' | 'in' | 'codes' | 'matrix' | 'history' | 'evidence' }
  | { readonly at: 'register' }
  | { readonly at: 'directory' }
  | { readonly at: 'settings' }

export interface Journey {
  readonly past: readonly Place[]
  readonly here: Place
  readonly future: readonly Place[]
}
/** `from`: where one was when one asked to go. */
export type Move = { readonly go: Place; readonly from: Place } | { readonly step: 'back' | 'forward' }

const MOST_REMEMBERED = 50
export const START: Journey = { past: [], here: { at: 'desk' }, future: [] }

/** What took long and ends with a step elsewhere takes nobody along who has moved on meanwhile. */
export function travel(journey: Journey, move: Move): Journey {
  if ('go' in move && move.from !== journey.here) return journey
  if ('go' in move) return { past: [...journey.past, journey.here].slice(-MOST_REMEMBERED), here: move.go, future: [] }
  const [from, to] = move.step === 'back' ? [journey.past, journey.future] : [journey.future, journey.past]
  const here = move.step === 'back' ? from.at(-1) : from[0]
  if (here === undefined) return journey
  return move.step === 'back'
    ? { past: from.slice(0, -1), here, future: [journey.here, ...to] }
    : { past: [...to, journey.here], here, future: from.slice(1) }
}

/** Entries of the main navigation, in their order. */
export const SECTIONS = ['desk', 'dossiers', 'texts', 'silence', 'exchange', 'register', 'directory', 'settings'] as const
export type Section = (typeof SECTIONS)[number]

const SECTION_OF: Readonly<Record<Place['at'], Section>> = {
  desk: 'desk', dossiers: 'dossiers', dossierForm: 'dossiers', dossier: 'dossiers', catalogue: 'dossiers', textForm: 'dossiers', draftText: 'dossiers', texts: 'texts', text: 'texts', suggest: 'texts', consolidate: 'texts', compare: 'texts', proof: 'texts',
  silences: 'silence', silence: 'silence', silenceForm: 'silence', silenceKinds: 'silence', reservations: 'texts', certificate: 'silence', certificateCheck: 'silence', exchange: 'exchange', register: 'register', directory: 'directory', settings: 'settings',
}

export function sectionOf(place: Place): Section {
  return SECTION_OF[place.at]
}

const START_OF: Readonly<Record<Section, Place>> = {
  desk: { at: 'desk' }, dossiers: { at: 'dossiers' }, texts: { at: 'texts' }, silence: { at: 'silences' },
  exchange: { at: 'exchange', side: 'out' }, register: { at: 'register' }, directory: { at: 'directory' }, settings: { at: 'settings' },
}

export function startOf(section: Section): Place {
  return START_OF[section]
}
