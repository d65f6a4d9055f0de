/** When another procedure may be opened on the text of one. */
import type { SilenceState } from '../../../shared/dossier/state.ts'

/** Ended by its setter, or broken: a broken one leads to the next REV at once, whether or not its intake has been closed. */
export function silenceEnded({ intakeClosed, outcome, withdrawn }: SilenceState): boolean {
  return intakeClosed !== null || withdrawn !== null || outcome.broken
}
