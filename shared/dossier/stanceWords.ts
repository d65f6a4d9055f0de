import type { STANCES } from './events.ts'

/** Positions in words, said after the delegation. */
export const STANCE_NAMES: Readonly<Record<(typeof STANCES)[number], string>> = {
  support: 'supports', canAccept: 'can accept', needsTime: 'needs time', reservation: 'has a reservation', cannotAccept: 'cannot accept',
}
