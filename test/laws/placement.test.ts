/** Merging is a matter of sets: the same events arrive at the same state, in any order, in any parcels, any number of times. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { VerifiedEvent } from '../../shared/log/event.ts'
import { causalOrder } from '../../shared/log/causal.ts'
import { withoutFrozen } from '../../shared/log/frozen.ts'
import { placeEvents } from '../../shared/log/place.ts'
import { knownFrom } from '../fakes/knownEvents.ts'
import { setStage } from '../fakes/events.ts'

const stage = await setStage([{ delegation: 'CZ', roles: ['delegate'], member: true }, { delegation: 'NL', roles: ['delegate'], member: true }, { delegation: 'DE', roles: ['delegate'], member: true }])
const people = [stage.person('CZ'), stage.person('NL'), stage.person('DE')]

/** Three logs that take note of one another, one of them forked. */
const events = history()

function history(): VerifiedEvent[] {
  const said: VerifiedEvent[] = []
  for (let at = 0; at < 18; at++) {
    const author = people[at % people.length] ?? stage.stranger
    const heads = at % 4 === 0 ? [] : said.slice(-3).filter((event) => event.header.log !== author.identity.installation)
    said.push(stage.say(author, 'note.made', { at }, { heads }))
  }
  const [first] = said
  if (first === undefined) throw new Error('nothing said')
  return [...said, stage.say(people[0] ?? stage.stranger, 'note.made', { at: 'otherwise' }, { after: first, heads: [] })]
}

/** What a machine holds after these parcels: admitted, and what still waits. */
function receive(parcels: readonly (readonly VerifiedEvent[])[]): { admitted: VerifiedEvent[]; waiting: VerifiedEvent[]; forks: number } {
  let admitted: VerifiedEvent[] = []
  let waiting: VerifiedEvent[] = []
  let forks = 0
  for (const parcel of parcels) {
    const placed = placeEvents(knownFrom(admitted), [...waiting, ...parcel])
    admitted = [...admitted, ...placed.admitted]
    waiting = placed.waiting
    forks += placed.forks.length
  }
  return { admitted, waiting, forks }
}

const idsOf = (list: readonly VerifiedEvent[]): string[] => list.map((event) => event.id).toSorted()
const shuffled = fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length })
const parcelled = fc.tuple(shuffled, fc.array(fc.nat(events.length), { maxLength: 6 }), fc.subarray(events)).map(([order, cuts, again]) => {
  const edges = [0, ...cuts.toSorted((a, b) => a - b), order.length]
  return [...edges.slice(1).map((edge, at) => order.slice(edges[at], edge)), again]
})

it('any order, any parcels, any repetition: the same events are admitted and none waits for ever', () => {
  fc.assert(fc.property(parcelled, (parcels) => {
    const { admitted, waiting, forks } = receive(parcels)
    expect(idsOf(admitted)).toEqual(idsOf(events))
    expect(waiting).toEqual([])
    expect(forks).toBe(1)
    expect(causalOrder(admitted)).toEqual(causalOrder(events))
    expect(idsOf(withoutFrozen(admitted))).toEqual(idsOf(withoutFrozen(events)))
  }), { seed: 41, numRuns: 60 })
})

it('with parts missing, what is admitted has all its ancestors, and what waits has not', () => {
  fc.assert(fc.property(fc.shuffledSubarray(events), (some) => {
    const { admitted, waiting } = receive(some.map((event) => [event]))
    const here = new Set(admitted.map((event) => event.id))
    const complete = (event: VerifiedEvent): boolean => [event.header.prev, ...event.header.heads].every((parent) => parent === null || here.has(parent))
    expect(admitted.every(complete)).toBe(true)
    expect(waiting.some(complete)).toBe(false)
    expect(idsOf([...admitted, ...waiting])).toEqual(idsOf(some))
  }), { seed: 42, numRuns: 60 })
})

it('the order of a set is a function of the set, and every event stands after its ancestors', () => {
  fc.assert(fc.property(shuffled, (order) => {
    const sorted = causalOrder(order)
    expect(sorted).toEqual(causalOrder(events))
    const place = new Map(sorted.map((event, at) => [event.id, at]))
    for (const event of sorted) {
      for (const parent of event.header.heads) expect(place.get(parent) ?? -1).toBeLessThan(place.get(event.id) ?? -1)
    }
  }), { seed: 43, numRuns: 40 })
})
