/** What came of a procedure, in the profile's exact words. */
import type { Delegation } from '../base/delegations.ts'
import type { ProfileRules } from './profile.ts'

export interface Outcome {
  readonly broken: boolean
  /** True until a person of the setter has closed the intake: an objection may still be with a courier. */
  readonly provisional: boolean
  readonly words: string
}

/** A withdrawn procedure ends without one. */
export const NO_OUTCOME: Outcome = { broken: false, provisional: false, words: 'no outcome: the procedure was withdrawn by its setter' }

export function outcomeOf(profile: Pick<ProfileRules, 'unbrokenWords' | 'brokenWords'>, forwardTo: string, breakers: readonly Delegation[], intakeClosed: boolean): Outcome {
  const broken = breakers.length > 0
  // Replacement as a function: words of a person are never read as a replacement pattern.
  const words = broken
    ? profile.brokenWords.replace('{delegations}', () => breakers.join(', '))
    : profile.unbrokenWords.replace('{forwardTo}', () => forwardTo)
  return { broken, provisional: !intakeClosed, words }
}
