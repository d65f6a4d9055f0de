/** Who plays. All persons are invented. */
import { MEMBER_STATES, type Delegation } from '../../../shared/base/delegations.ts'

export interface Player {
  readonly delegation: Delegation
  readonly name: string
}

export const LEAST_DELEGATIONS = 2
export const MOST_DELEGATIONS = MEMBER_STATES.length

export const SECRETARIAT: Player = { delegation: 'GSC', name: 'Johanna Lindqvist-Moreau' }

/** The first three of the default cast, then all others in protocol order. */
const FIRST = ['CZ', 'DE', 'NL'] as const

const NAMES: Readonly<Record<(typeof MEMBER_STATES)[number], string>> = {
  BE: 'Margaux Delvaulx', BG: 'Stoyanka Petrunova', CZ: 'Radovan Hruskovec', DK: 'Frederikke Sondergard', DE: 'Leonhard Brinkmeier',
  EE: 'Kaisa-Liis Tammsalu', IE: 'Fergus MacAlinden', EL: 'Aristea Kalomiris', ES: 'Inmaculada Torrealba', FR: 'Guillemette Fontvieille',
  HR: 'Zvonimir Barbaric', IT: 'Ludovica Montesarchio', CY: 'Andronikos Paphitis', LV: 'Daumants Krastenieks', LT: 'Gintaras Vaitekonis',
  LU: 'Josephine Wagenknecht', HU: 'Boglarka Szentgali', MT: 'Carmenu Zammitello', NL: 'Wilhelmijn Oosterveld', AT: 'Ferdinanda Achleitner',
  PL: 'Krzesimir Walczynski', PT: 'Bernardina Figueiral', RO: 'Octaviana Dragulescu', SI: 'Matjaz Kobilsek', SK: 'Ctibor Zahradnicek',
  FI: 'Aleksanteri Virtasalo', SE: 'Torbjorn Hammarsten',
}

export function delegationsOf(count: number): Player[] {
  const codes = [...FIRST, ...MEMBER_STATES.filter((code) => !FIRST.some((first) => first === code))]
  return codes.slice(0, count).map((code) => ({ delegation: code, name: NAMES[code] }))
}
