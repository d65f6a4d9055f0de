import { expect, test } from 'vitest'
import { byProgress, stepsUnderWay } from '../../../renderer/screens/dossier/stepsUnderWay.ts'
import type { DossierSummary } from '../../../renderer/app/house.ts'

type Steps = Pick<DossierSummary, 'steps'>
const at = (states: Readonly<Record<number, DossierSummary['steps'][number]>>): Steps => ({ steps: Array.from({ length: 9 }, (_, step) => states[step + 1] ?? 'notBegun') })

test('a step is under way when it is begun or reopened, and not when it is done', () => {
  expect(stepsUnderWay(at({ 1: 'done', 2: 'reopened', 4: 'begun' }))).toEqual([2, 4])
  expect(stepsUnderWay(at({}))).toEqual([])
})

test('the board begins with what has come least far', () => {
  const [none, early, late] = [at({}), at({ 2: 'begun' }), at({ 1: 'reopened', 8: 'begun' })]
  expect([late, none, early].toSorted(byProgress)).toEqual([none, early, late])
})
