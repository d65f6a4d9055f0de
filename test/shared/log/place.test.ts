import { describe, expect, it } from 'vitest'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { causalOrder, causalPast } from '../../../shared/log/causal.ts'
import { withoutFrozen } from '../../../shared/log/frozen.ts'
import { placeEvents, type KnownEvents } from '../../../shared/log/place.ts'
import { knownFrom } from '../../fakes/knownEvents.ts'
import { setStage } from '../../fakes/events.ts'

const stage = await setStage([{ delegation: 'CZ', roles: ['delegate'], member: true }, { delegation: 'NL', roles: ['delegate'], member: true }])
const [cz, nl] = [stage.person('CZ'), stage.person('NL')]
const a1 = stage.say(cz, 'note.made', { text: 'a1' })
const b1 = stage.say(nl, 'note.made', { text: 'b1' })
const a2 = stage.say(cz, 'note.made', { text: 'a2' })
const b2 = stage.say(nl, 'note.made', { text: 'b2' })
const a2other = stage.say(cz, 'note.made', { text: 'a2, otherwise' }, { after: a1, heads: [] })
const b3OnOther = stage.say(nl, 'note.made', { text: 'b3' }, { heads: [a2other] })
const nothing: KnownEvents = { has: () => false, at: () => null, lacksBody: () => false }
const ids = (events: readonly VerifiedEvent[]) => events.map((event) => event.id)

describe('placeEvents', () => {
  it('admits in causal order, whatever the order of arrival', () => {
    expect(ids(placeEvents(nothing, [b2, a2, b1, a1]).admitted)).toEqual(ids([a1, b1, a2, b2]))
  })

  it('reports what is here already, and what comes twice at once, as duplicates', () => {
    const placed = placeEvents(knownFrom([a1]), [a1, b1, b1])
    expect(placed.duplicates).toEqual([a1.id, b1.id])
    expect(ids(placed.admitted)).toEqual([b1.id])
  })

  it('lets an event wait until its predecessor and all its heads are here', () => {
    const placed = placeEvents(nothing, [a1, b2, a2])
    expect(ids(placed.admitted)).toEqual([a1.id])
    expect(new Set(ids(placed.waiting))).toEqual(new Set([a2.id, b2.id]))
    const later = placeEvents(knownFrom(placed.admitted), [b1, ...placed.waiting])
    expect(ids(later.admitted)).toEqual(ids([b1, a2, b2]))
    expect(later.waiting).toEqual([])
  })

  it('admits both branches of a fork and names them, come they together or one after the other', () => {
    const place = { log: cz.identity.installation, circle: stage.circle.circle, dossier: a1.header.dossier, seq: 2 }
    const together = placeEvents(nothing, [a1, b1, a2, a2other])
    expect(together.forks.map((fork) => ({ ...fork, events: new Set(fork.events) }))).toEqual([{ ...place, events: new Set([a2.id, a2other.id]) }])
    const after = placeEvents(knownFrom([a1, b1, a2]), [a2other])
    expect(after.forks).toEqual([{ ...place, events: [a2.id, a2other.id] }])
    expect(ids(after.admitted)).toEqual([a2other.id])
  })

  it('finds a fork of the log that founded the circle', () => {
    const [genesis, second] = stage.circleEvents
    if (!genesis || !second) throw new Error('no circle')
    const other = stage.say(stage.person('GSC'), 'note.made', {}, { dossier: null, after: genesis, heads: [] })
    expect(placeEvents(knownFrom([genesis, second]), [other]).forks).toMatchObject([{ circle: stage.circle.circle, seq: 2, events: [second.id, other.id] }])
  })
})

describe('withoutFrozen', () => {
  it('keeps whole logs', () => {
    expect(ids(withoutFrozen([a1, a2, b1, b2]))).toEqual(ids([a1, a2, b1, b2]))
  })

  it('leaves out a log from where its author said two things, and no other log', () => {
    const a3 = stage.say(cz, 'note.made', {}, { after: a2, heads: [] })
    expect(ids(withoutFrozen([a3, a2other, a1, a2, b1, b2, b3OnOther]))).toEqual(ids([a1, b1, b2, b3OnOther]))
  })

  it('leaves out a log from where it names a predecessor that is not its own', () => {
    const crossed = stage.say(cz, 'note.made', { text: 'crossed' }, { after: b1, heads: [] })
    expect(crossed.header.prev).toBe(b1.id)
    expect(ids(withoutFrozen([a1, b1, crossed]))).toEqual(ids([a1, b1]))
  })
})

describe('causality', () => {
  it('runs along predecessors and heads', () => {
    expect(causalPast([a1, b1, a2, b2], a2.id)).toEqual(new Set([a2.id, a1.id, b1.id]))
    expect(causalPast([a1, b1, a2, b2], b1.id)).toEqual(new Set([b1.id, a1.id]))
    expect(causalPast([a1], b1.id)).toEqual(new Set())
  })

  it('never looks at clocks', () => {
    const early = stage.say(nl, 'note.made', {}, { claimedAtUtcMs: 0, after: b2, heads: [a2] })
    expect(ids(causalOrder([early, a1, b1, a2, b2])).at(-1)).toBe(early.id)
  })

  it('orders a chain longer than any call stack', () => {
    const chain = Array.from({ length: 50_000 }, (_, at) => link(at))
    expect(ids(causalOrder(chain.toReversed()))).toEqual(ids(chain))
    expect(causalPast(chain, chain.at(-1)?.id ?? a1.id).size).toBe(chain.length)
  })
})

/** For order only the links matter. */
function link(at: number): VerifiedEvent {
  const id = (seq: number) => seq.toString(16).padStart(64, '0') as VerifiedEvent['id']
  return { ...a1, id: id(at + 1), header: { ...a1.header, seq: at + 1, prev: at === 0 ? null : id(at), heads: [] } }
}
