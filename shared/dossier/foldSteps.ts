/** The nine steps as they have been marked. The last mark in causal order says where a step stands. */
import { STEPS } from '../toolbox/steps.ts'
import type { Ledger } from './ledger.ts'
import type { Distribution } from './permissions.ts'
import type { StepState } from './state.ts'

export function foldSteps(ledger: Ledger, distribution: Distribution): StepState[] {
  const marks = ledger.read('step.marked', distribution)
  for (const mark of marks) ledger.apply(mark, mark.body.note, mark.body.step)
  return STEPS.map(({ number }) => {
    const history = marks.filter((mark) => mark.body.step === number).map(({ statement, body }) => ({ ...statement, state: body.state, note: body.note, ...(body.inputs === undefined ? {} : { inputs: body.inputs }) }))
    return { step: number, state: history.at(-1)?.state ?? 'notBegun', history }
  })
}
