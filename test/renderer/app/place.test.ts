import { expect, test } from 'vitest'
import { START, travel, type Place } from '../../../renderer/app/place.ts'

const go = (place: Place) => ({ go: place })

test('back returns to where one was, forward undoes it, and going elsewhere forgets what lay ahead', () => {
  const there = [go({ at: 'dossiers' }), go({ at: 'texts' })].reduce(travel, START)
  const back = travel(there, { step: 'back' })
  expect(back.here).toEqual({ at: 'dossiers' })
  expect(travel(back, { step: 'forward' })).toEqual(there)
  expect(travel(back, go({ at: 'register' })).future).toEqual([])
})

test('before the first place and after the last there is nothing to go to', () => {
  expect(travel(START, { step: 'back' })).toBe(START)
  expect(travel(START, { step: 'forward' })).toBe(START)
})
