/** What came of a procedure, in the profile's exact words. */
import type { Delegation } from '../base/delegations.ts'
import type { Profile } from './profiles.ts'

export interface Outcome {
  readonly broken: boolean
  /** True until a person of the setter has closed the intake: an objection may still be with a courier. */
  readonly provisional: boolean
  readonly words: string
}

export function outcomeOf(profile: Profile, forwardTo: string, breakers: readonly Delegation[], intakeClosed: boolean): Outcome {
  const broken = breakers.length > 0
  // Replacement as a function: words of a person are never read as a replacement pattern.
  const words = broken
    ? profile.brokenWords.replace('{delegations}', () => breakers.join(', '))
    : profile.unbrokenWords.replace('{forwardTo}', () => forwardTo)
  return { broken, provisional: !intakeClosed, words }
}
