/** How the secretariat of the demo settles what it received: a verdict for every suggestion. */
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import { ADDED_SENTENCE, COMPROMISE_SENTENCE } from './requests.ts'

type Group = Output<'text.consolidation'>['groups'][number]
type Verdict = Input<'text.issue'>['verdicts'][number]
type Amendments = NonNullable<Verdict['edited']>

export interface Settlement {
  readonly verdicts: Verdict[]
  readonly accepted: number
  readonly edited: number
  readonly notTakenUp: number
}

/** In reading order: what collides with something taken up before, and every deletion, is not taken up; one request is met half-way. */
export function settle(groups: readonly Group[]): Settlement {
  const takenUp = new Set<string>()
  const verdicts: Verdict[] = []
  for (const group of groups) {
    const decided = decide(group, takenUp)
    if (decided.verdict !== 'notTakenUp') takenUp.add(group.letter)
    verdicts.push(...group.suggestions.map((suggestion) => ({ suggestion, ...decided })))
  }
  const countOf = (verdict: Verdict['verdict']) => verdicts.filter((one) => one.verdict === verdict).length
  return { verdicts, accepted: countOf('accepted'), edited: countOf('edited'), notTakenUp: countOf('notTakenUp') }
}

function decide(group: Group, takenUp: ReadonlySet<string>): Omit<Verdict, 'suggestion'> {
  const rival = group.collidesWith.find((letter) => takenUp.has(letter))
  if (rival !== undefined) {
    return { verdict: 'notTakenUp', edited: null, reason: `Another wording for the same words was taken up (suggestion ${rival}).` }
  }
  if (group.amendments.some((amendment) => amendment.op === 'deleteBlock')) {
    return { verdict: 'notTakenUp', edited: null, reason: 'Other delegations wish to keep this point.' }
  }
  const compromise = halfWay(group.amendments)
  if (compromise) return { verdict: 'edited', edited: compromise, reason: 'A longer period gives delegations time to contribute.' }
  return { verdict: 'accepted', edited: null, reason: null }
}

function halfWay(amendments: Amendments): Amendments | null {
  const [amendment] = amendments
  if (amendment?.op !== 'replace') return null
  const [run] = amendment.insert
  if (run === undefined || 'footnote' in run || run.text.trim() !== ADDED_SENTENCE.trim()) return null
  return [{ ...amendment, insert: [{ ...run, text: run.text.replace(ADDED_SENTENCE.trim(), COMPROMISE_SENTENCE.trim()) }] }]
}
