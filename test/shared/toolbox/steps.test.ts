import { describe, expect, test } from 'vitest'
import { dossierEventSchemas } from '../../../shared/dossier/events.ts'
import { STEPS, suggestedStep } from '../../../shared/toolbox/steps.ts'

describe('the nine steps', () => {
  test('are numbered 1 to 9 in order, each with its source', () => {
    expect(STEPS.map((step) => step.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    for (const step of STEPS) expect(step.source).toMatch(new RegExp(`10289/23, .*step ${step.number}$`))
  })

  test('carry the names of the stepper', () => {
    expect(STEPS.map((step) => step.name)).toEqual([
      'Start discussions', 'Share situational awareness', 'Explore a joint response', 'Deliberate', 'Decide', 'Implement', 'Involve partners', 'Evaluate impact', 'Continue',
    ])
  })

  test('every type of event has its place, but for the mark of a step, which names its own, and entries, whose kind does', () => {
    expect(Object.keys(dossierEventSchemas).filter((type) => suggestedStep(type) === null)).toEqual(['step.marked', 'entry.added', 'entry.revised', 'entry.withdrawn'])
  })

  test.each([['contribution.added', 2], ['position.taken', 4], ['dossier.opened', 1]])('%s belongs to step %i', (type, step) => expect(suggestedStep(type)).toBe(step))
  test('an unknown type, also one that objects inherit, belongs to none', () => {
    expect(suggestedStep('vote.cast')).toBeNull()
    expect(suggestedStep('constructor')).toBeNull()
  })
})
