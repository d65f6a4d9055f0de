import { expect, test } from 'vitest'
import { START, travel, type Journey, type Place } from '../../../renderer/app/place.ts'

const goFrom = (journey: Journey, place: Place): Journey => travel(journey, { go: place, from: journey.here })

test('back returns to where one was, forward undoes it, and going elsewhere forgets what lay ahead', () => {
  const there = goFrom(goFrom(START, { at: 'dossiers' }), { at: 'texts' })
  const back = travel(there, { step: 'back' })
  expect(back.here).toEqual({ at: 'dossiers' })
  expect(travel(back, { step: 'forward' })).toEqual(there)
  expect(goFrom(back, { at: 'register' }).future).toEqual([])
})

test('before the first place and after the last there is nothing to go to', () => {
  expect(travel(START, { step: 'back' })).toBe(START)
  expect(travel(START, { step: 'forward' })).toBe(START)
})

test('whoever has moved on is not taken along by what ends later', () => {
  const asked = goFrom(START, { at: 'certificateCheck' })
  const moved = goFrom(asked, { at: 'register' })
  expect(travel(moved, { go: { at: 'silences' }, from: asked.here })).toBe(moved)
  expect(travel(asked, { go: { at: 'silences' }, from: asked.here }).here).toEqual({ at: 'silences' })
})
