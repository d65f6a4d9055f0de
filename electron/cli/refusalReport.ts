/** A refusal as the command line shows it: the words come from shared/ipc/refusalWords.ts, the same for screens and scripts. */
import type { Refusal } from '../../shared/ipc/refusal.ts'
import { refusalWords } from '../../shared/ipc/refusalWords.ts'

export function refusalLines(refusal: Refusal): string[] {
  const { meaning, remedy } = refusalWords(refusal)
  const stage = refusal.stage === null ? '' : ` at stage ${refusal.stage}`
  return [`refused: ${refusal.code}${stage}`, meaning, `What to do: ${remedy}`]
}

export function refusalObject(refusal: Refusal): object {
  return { ...refusal, ...refusalWords(refusal) }
}
