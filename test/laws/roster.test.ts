/** The roster and what it takes away: functions of the set of events, whatever the order, the dates and the malice of whoever was removed. */
import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasher } from '../../electron/engine/keys/index.ts'
import type { CborValue } from '../../shared/base/cbor.ts'
import type { LogEnd } from '../../shared/circle/events.ts'
import { foldCircle } from '../../shared/circle/fold.ts'
import { quarantined } from '../../shared/circle/quarantine.ts'
import { standingEntries, type CircleState } from '../../shared/circle/roster.ts'
import { foldDossier } from '../../shared/dossier/fold.ts'
import type { DossierState } from '../../shared/dossier/state.ts'
import type { VerifiedEvent } from '../../shared/log/event.ts'
import { openDossier } from '../fakes/deliberation.ts'
import { PORTS, type Said, type Stage, type TestPerson } from '../fakes/events.ts'
import { endOf, growRoster, newKeys, type GrowingRoster } from '../fakes/roster.ts'

const RUNS = { numRuns: 1000 }
const PARTS = [
  { delegation: 'CZ', roles: ['delegate'], member: true }, { delegation: 'DE', roles: ['delegate'], member: true },
  { delegation: 'NL', roles: ['drafter'], member: true }, { delegation: 'PRES', roles: ['chair'], member: false },
] as const
const PEOPLE = ['GSC', 'CZ', 'DE', 'NL', 'PRES', 'SE'] as const
const KINDS = ['removed', 'roleChanged', 'suspended', 'reinstated', 'rotated', 'handedOver', 'admitted'] as const

interface Move {
  readonly kind: (typeof KINDS)[number]
  readonly whom: (typeof PEOPLE)[number]
  readonly strict: boolean
}
const move: fc.Arbitrary<Move> = fc.record({ kind: fc.constantFrom(...KINDS), whom: fc.constantFrom(...PEOPLE), strict: fc.boolean() })

function changeOf({ kind, whom, strict }: Move, stage: Stage, at: number): CborValue {
  const person = stage.person(whom)
  const { installation } = person.identity
  const accepted = strict ? [] : null
  switch (kind) {
    case 'admitted': return { kind, card: { ...person.card }, roles: ['delegate'], member: true }
    case 'removed': return { kind, installation, reason: '', accepted: [] }
    case 'roleChanged': return { kind, installation, roles: strict ? ['observer'] : ['secretariat', 'delegate'], member: strict, accepted }
    case 'suspended': return { kind, installation, reason: '', accepted: [] }
    case 'reinstated': return { kind, installation }
    case 'rotated': return { kind, installation, card: newKeys(person, 100 + at).card, accepted }
    case 'handedOver': return { kind, installation, roles: ['delegate'], accepted: [] }
  }
}

describe('any sequence of changes', () => {
  test('gives one roster whatever the order of arrival: one secretariat, nobody twice, no standing over another', async () => {
    await fc.assert(fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 8 }), fc.infiniteStream(fc.nat()), async (moves, dice) => {
      const roster = await growRoster(PARTS)
      // Keys of a secretariat are rotated elsewhere: here each signs with its first.
      for (const [at, one] of moves.entries()) if (one.kind !== 'rotated' || roster.stage.person(one.whom).identity.installation !== roster.state.secretariat) roster.change(changeOf(one, roster.stage, at))
      const shuffled = roster.events.map((event) => ({ event, at: dice.next().value ?? 0 })).toSorted((a, b) => a.at - b.at).map(({ event }) => event)
      expect(foldCircle(roster.state.circle, [...shuffled, ...shuffled.slice(0, 2)], PORTS)).toEqual({ ok: true, value: roster.state })
      expectSound(roster.state)
    }), { numRuns: 200 })
  })
})

function expectSound({ entries, epoch, history, secretariat }: CircleState): void {
  const standing = entries.filter((entry) => entry.untilEpoch === null)
  expect(standing.find((entry) => entry.installation === secretariat)?.roles).toContain('secretariat')
  expect(new Set(standing.map((entry) => entry.installation)).size).toBe(standing.length)
  expect(history.map((step) => step.epoch)).toEqual(Array.from({ length: history.length }, (_, at) => at + 1))
  expect(history.length).toBeLessThanOrEqual(epoch)
  for (const own of Map.groupBy(entries, (entry) => entry.installation).values()) {
    for (const [at, entry] of own.entries()) {
      const next = own[at + 1]
      expect(entry.untilEpoch ?? Infinity).toBeGreaterThan(entry.fromEpoch)
      if (next) expect(entry.untilEpoch).toBeLessThanOrEqual(next.fromEpoch)
    }
  }
}

/** What somebody signs who wants to undo its removal: anything, at any place of its log, naming any epoch, with any date. */
interface Trick {
  readonly after: number
  readonly epoch: number
  readonly claimedAtUtcMs: number
}
const tricks = fc.array(fc.record({ after: fc.nat(9), epoch: fc.integer({ min: 1, max: 9 }), claimedAtUtcMs: fc.nat(2 ** 41) }), { minLength: 1, maxLength: 4 })

describe('one who was removed', () => {
  let roster: GrowingRoster
  let opening: VerifiedEvent
  /** What the secretariat had of it, and what it had accepted. */
  let honest: VerifiedEvent[]
  let left: CircleState
  let de: VerifiedEvent

  beforeAll(async () => {
    roster = await growRoster(PARTS)
    const { stage } = roster
    opening = openDossier(stage, stage.person('GSC'))
    const cz = stage.person('CZ')
    honest = [1, 2, 3].map((nth) => stage.say(cz, 'position.taken', { subject: `S${nth}`, stance: 'support', remark: '' }))
    de = stage.say(stage.person('DE'), 'position.taken', { subject: 'S1', stance: 'support', remark: '' })
    left = roster.change({ kind: 'removed', installation: cz.identity.installation, reason: '', accepted: honest.slice(1, 2).map((event): CborValue => ({ ...endOf(event) })) })
  })

  const foldWith = (state: CircleState, events: readonly VerifiedEvent[]): DossierState | null => foldDossier(roster.stage.dossier, events, state, roster.events, hasher)
  const played = (script: readonly Trick[]): VerifiedEvent[] => {
    const own: VerifiedEvent[] = [...honest]
    for (const { after, epoch, claimedAtUtcMs } of script) {
      const how: Said = { heads: [], after: after === 0 ? null : own[after % own.length] ?? null, rosterEpoch: epoch, claimedAtUtcMs }
      own.push(roster.stage.say(roster.stage.person('CZ'), 'position.taken', { subject: 'Changed my mind', stance: 'cannotAccept', remark: '' }, how))
    }
    return own.slice(honest.length)
  }

  test('changes nothing any more with whatever it signs: what was accepted stays, what was not does not come in', () => {
    const before = foldWith(left, [opening, de, ...honest.slice(0, 2)])
    expect(before?.positions.map((one) => `${one.delegation} ${one.subject}`).toSorted()).toEqual(['CZ S1', 'CZ S2', 'DE S1'])
    fc.assert(fc.property(tricks, (script) => {
      const more = [...honest.slice(2), ...played(script)]
      const after = foldWith(left, [...more.toReversed(), de, opening, ...honest])
      expect(new Set(after?.positions.map((one) => one.event))).toEqual(new Set(before?.positions.map((one) => one.event)))
      const aside = new Map(after?.setAside.map((one) => [one.event, one.why]))
      for (const event of more) expect(aside.get(event.id)).toBe('quarantined')
    }), RUNS)
  })

  test('is heard as far as it was accepted, whichever part of its log has arrived, and nothing else comes to count as more arrives', () => {
    fc.assert(fc.property(fc.subarray([0, 1, 2]), tricks, (arrived, script) => {
      const events = [opening, ...arrived.flatMap((at) => honest[at] ?? []), ...played(script)]
      const aside = quarantined(left, events)
      expect(aside.has(honest[2]?.id ?? opening.id)).toBe(arrived.includes(2))
      expect(honest.slice(0, 2).filter((event) => aside.has(event.id))).toEqual([])
    }), RUNS)
  })

  test('is heard again from a new admission on, and only with what it says then', async () => {
    const { stage } = roster
    const cz = stage.person('CZ')
    const back = roster.change({ kind: 'admitted', card: { ...cz.card }, roles: ['delegate'], member: true })
    const again = stage.say(cz, 'position.taken', { subject: 'Back', stance: 'support', remark: '' }, { after: honest[2] ?? null, rosterEpoch: back.epoch })
    const folded = foldWith(back, [opening, ...honest, again])
    expect(folded?.positions.map((one) => one.subject).toSorted()).toEqual(['Back', 'S1', 'S2'])
    expect(folded?.setAside).toEqual([expect.objectContaining({ event: honest[2]?.id, why: 'quarantined' })])
  })
})

describe('every other right that is taken away', () => {
  const TAKEN: readonly (readonly [string, (who: TestPerson, accepted: readonly LogEnd[]) => CborValue, boolean])[] = [
    ['a suspension', ({ identity }, accepted) => ({ kind: 'suspended', installation: identity.installation, reason: '', accepted: ends(accepted) }), true],
    ['a strict change of role', ({ identity }, accepted) => ({ kind: 'roleChanged', installation: identity.installation, roles: ['observer'], member: false, accepted: ends(accepted) }), true],
    ['a strict rotation', (who, accepted) => ({ kind: 'rotated', installation: who.identity.installation, card: newKeys(who, 5).card, accepted: ends(accepted) }), true],
    ['a change of role that names nothing', ({ identity }) => ({ kind: 'roleChanged', installation: identity.installation, roles: ['observer'], member: false, accepted: null }), false],
    ['a rotation that names nothing', (who) => ({ kind: 'rotated', installation: who.identity.installation, card: newKeys(who, 5).card, accepted: null }), false],
  ]

  test.each(TAKEN)('%s', async (_name, change, strict) => {
    const roster = await growRoster(PARTS)
    const { stage } = roster
    const nl = stage.person('NL')
    const opening = openDossier(stage, stage.person('GSC'))
    const known = stage.say(nl, 'position.taken', { subject: 'known', stance: 'support', remark: '' })
    const onTheWay = stage.say(nl, 'position.taken', { subject: 'on the way', stance: 'support', remark: '' })
    const after = roster.change(change(nl, [endOf(known)]))
    const folded = foldDossier(stage.dossier, [opening, known, onTheWay], after, roster.events, hasher)
    expect(folded?.positions.map((one) => one.subject).toSorted()).toEqual(strict ? ['known'] : ['known', 'on the way'])
  })

  test('a suspension that is lifted gives back no more than what is said afterwards', async () => {
    const roster = await growRoster(PARTS)
    const { stage } = roster
    const nl = stage.person('NL')
    const opening = openDossier(stage, stage.person('GSC'))
    roster.change({ kind: 'suspended', installation: nl.identity.installation, reason: '', accepted: [] })
    const meanwhile = [5, 6].map((rosterEpoch) => stage.say(nl, 'position.taken', { subject: `in epoch ${rosterEpoch}`, stance: 'support', remark: '' }, { rosterEpoch }))
    const lifted = roster.change({ kind: 'reinstated', installation: nl.identity.installation })
    const then = stage.say(nl, 'position.taken', { subject: 'then', stance: 'support', remark: '' }, { rosterEpoch: lifted.epoch })
    const folded = foldDossier(stage.dossier, [opening, ...meanwhile, then], lifted, roster.events, hasher)
    expect(folded?.positions.map((one) => one.subject)).toEqual(['then'])
    expect(folded?.setAside.map((one) => one.why)).toEqual(['quarantined', 'quarantined'])
    expect(standingEntries(lifted)).toHaveLength(5)
  })
})

function ends(accepted: readonly LogEnd[]): CborValue {
  return accepted.map((end): CborValue => ({ ...end }))
}
