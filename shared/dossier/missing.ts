/**
 * What each of the nine steps still lacks, as the guidelines see it: reminders, never gates. 10289/23, section 5. One code for each
 * thing that can lack; the screens own the words.
 */
import { PRINCIPLE_IDS, CONSIDERATION_IDS } from '../toolbox/yardsticks.ts'
import { consideredForAttribution, sovereignPositions, standing, type TypedEntry } from './entries.ts'
import type { DossierState } from './state.ts'

export const LACKS = [
  'description', 'interest', 'contribution', 'hwpciNotInformed', 'note', 'optionWithoutPrinciples', 'optionWithoutProportionality', 'position', 'attributionOpen', 'considerations',
  'deliberation', 'decision', 'measureUndecided', 'action', 'actionWithoutActorOrDate', 'communication', 'partnerUnanswered', 'commissionNotInformed', 'effect', 'lesson', 'reopeningWithoutReason',
] as const
export type Lack = (typeof LACKS)[number]

export interface Missing {
  /** 1 to 9. */
  readonly step: number
  readonly lack: Lack
  /** How many, where it can be counted; otherwise 1. */
  readonly count: number
}

/** In the order of the steps. */
export function missingOf(state: DossierState): Missing[] {
  return [...start(state), ...awareness(state), ...exploration(state), ...deliberation(state), ...decisions(state), ...implementation(state), ...partners(state), ...evaluation(state), ...continuation(state)]
    .filter((one) => one.count > 0)
}

function lack(step: number, what: Lack, count: number | boolean): Missing {
  return { step, lack: what, count: Number(count) }
}

function start({ entries }: DossierState): Missing[] {
  return [lack(1, 'description', standing(entries, 'description').length === 0), lack(1, 'interest', standing(entries, 'interest').length === 0)]
}

/** A briefing given elsewhere: HWPCI needs to be informed (point 17). */
function awareness({ entries, contributions }: DossierState): Missing[] {
  const briefings = standing(entries, 'briefing')
  return [
    lack(2, 'contribution', contributions.length + briefings.length === 0),
    lack(2, 'hwpciNotInformed', briefings.filter(({ content }) => content.elsewhere && content.informedOn === null).length),
  ]
}

function exploration({ entries }: DossierState): Missing[] {
  const options = standing(entries, 'option')
  return [
    lack(3, 'note', standing(entries, 'note').length === 0),
    lack(3, 'optionWithoutPrinciples', options.filter(({ content }) => content.principles.filter((one) => one.considered).length < PRINCIPLE_IDS.length).length),
    lack(3, 'optionWithoutProportionality', options.filter(({ content }) => content.proportionality.every((one) => one.text === '')).length),
  ]
}

function deliberation(state: DossierState): Missing[] {
  const { entries, positions, distribution } = state
  const options = standing(entries, 'option')
  const attributing = standing(entries, 'attribution').length > 0
  return [
    lack(4, 'position', options.filter((option) => !positions.some((one) => one.option === option.event)).length),
    lack(4, 'attributionOpen', attributing ? sovereignPositions(entries, distribution).filter(({ statement }) => statement === null).length : 0),
    lack(4, 'considerations', attributing ? CONSIDERATION_IDS.length - consideredForAttribution(entries).size : 0),
    lack(4, 'deliberation', options.length > 0 && standing(entries, 'deliberation').length === 0),
  ]
}

/** Each measure is decided by itself, also inside a strategic note. */
function decisions({ entries }: DossierState): Missing[] {
  const decided = standing(entries, 'decision')
  const options = standing(entries, 'option')
  const taken = options.filter((option) => decided.some(({ content }) => content.option === option.event))
  const undecided = taken.flatMap((option) => option.content.measures.filter(({ measure }) => (
    !decided.some(({ content }) => content.option === option.event && content.measure.measure === measure))))
  return [lack(5, 'decision', options.length > 0 && decided.length === 0), lack(5, 'measureUndecided', undecided.length)]
}

function implementation({ entries }: DossierState): Missing[] {
  const actions = standing(entries, 'action')
  const carried = standing(entries, 'decision').filter(({ content }) => content.outcome === 'agreed' || content.outcome === 'adopted')
  return [
    lack(6, 'action', carried.filter((decision) => !actions.some(({ content }) => content.decision === decision.event)).length),
    lack(6, 'actionWithoutActorOrDate', actions.filter(({ content }) => content.due === null && (content.status === 'planned' || content.status === 'underWay')).length),
    lack(6, 'communication', carried.length > 0 && standing(entries, 'communication').length === 0),
  ]
}

function partners({ entries }: DossierState): Missing[] {
  const requests = standing(entries, 'partnerRequest')
  return [
    lack(7, 'partnerUnanswered', requests.filter(({ content }) => content.status === 'open').length),
    lack(7, 'commissionNotInformed', requests.filter(({ content }) => content.direction === 'fromPartner' && !content.commissionInformed).length),
  ]
}

function evaluation({ entries }: DossierState): Missing[] {
  const done = standing(entries, 'action').some(({ content }) => content.status === 'done')
  return [lack(8, 'effect', done && standing(entries, 'effect').length === 0), lack(8, 'lesson', done && standing(entries, 'lesson').length === 0)]
}

function continuation({ steps }: DossierState): Missing[] {
  const reopenings = steps.flatMap((step) => step.history.filter((one) => one.state === 'reopened'))
  return [lack(9, 'reopeningWithoutReason', reopenings.filter((one) => one.note.trim() === '').length)]
}

/** Days overdue are counted by the caller, who has a clock. */
export function openActions({ entries }: DossierState): TypedEntry<'action'>[] {
  return standing(entries, 'action').filter(({ content }) => content.status === 'planned' || content.status === 'underWay')
}
