import { describe, expect, it } from 'vitest'
import type { CborValue } from '../../../shared/base/cbor.ts'
import { foldCircle, foldRoster } from '../../../shared/circle/fold.ts'
import { entryAt, presentEntries, signingKeyOf, standingAt, standingEntries, type CircleState } from '../../../shared/circle/roster.ts'
import type { TestPerson } from '../../fakes/events.ts'
import { PORTS } from '../../fakes/events.ts'
import { growRoster, newKeys, type GrowingRoster } from '../../fakes/roster.ts'

const PARTS = [{ delegation: 'CZ', roles: ['delegate'], member: true }, { delegation: 'NL', roles: ['delegate', 'drafter'], member: true }, { delegation: 'EEAS', roles: ['observer'], member: false }] as const

const id = (one: TestPerson) => one.identity.installation
const codes = (entries: readonly { readonly delegation: string }[]) => entries.map((entry) => entry.delegation).toSorted()

async function start(): Promise<{ roster: GrowingRoster; gsc: TestPerson; cz: TestPerson; nl: TestPerson }> {
  const roster = await growRoster(PARTS)
  const { stage } = roster
  return { roster, gsc: stage.person('GSC'), cz: stage.person('CZ'), nl: stage.person('NL') }
}

/** The epoch and the history moved, and nothing else. */
function withoutMeaning(roster: GrowingRoster, change: CborValue): void {
  const before = roster.state
  const after = roster.change(change)
  expect({ ...after, epoch: before.epoch, head: before.head, history: before.history }).toEqual(before)
  expect(after.history.at(-1)).toMatchObject({ epoch: before.epoch + 1, effective: false })
}

describe('a change of role', () => {
  it('counts from its epoch on; what was said before was said in the old one', async () => {
    const { roster, cz } = await start()
    const state = roster.change({ kind: 'roleChanged', installation: id(cz), roles: ['observer'], member: false, accepted: null })
    expect(entryAt(state, id(cz), 4)).toMatchObject({ roles: ['delegate'], member: true })
    expect(entryAt(state, id(cz), 5)).toMatchObject({ roles: ['observer'], member: false })
    expect(state.history.at(-1)).toMatchObject({ epoch: 5, concerns: id(cz), effective: true, change: { kind: 'roleChanged' } })
  })

  it('does not take the roster from the secretariat', async () => {
    const { roster, gsc } = await start()
    withoutMeaning(roster, { kind: 'roleChanged', installation: id(gsc), roles: ['delegate'], member: false, accepted: null })
  })

  it('names no role twice and no role that there is not', async () => {
    const { roster, cz } = await start()
    for (const roles of [['delegate', 'delegate'], ['emperor'], []]) {
      const events = [...roster.events, roster.sign({ kind: 'roleChanged', installation: id(cz), roles, member: true, accepted: null })]
      expect(foldCircle(roster.state.circle, events, PORTS)).toEqual({ ok: true, value: roster.state })
    }
  })
})

describe('a suspension', () => {
  it('leaves a person in the roster who neither speaks nor is written to, until it is lifted', async () => {
    const { roster, cz } = await start()
    const suspended = roster.change({ kind: 'suspended', installation: id(cz), reason: 'laptop lost', accepted: [] })
    expect(codes(standingEntries(suspended))).toEqual(['CZ', 'EEAS', 'GSC', 'NL'])
    expect(codes(presentEntries(suspended))).toEqual(['EEAS', 'GSC', 'NL'])
    expect([entryAt(suspended, id(cz), 5), standingAt(suspended, id(cz), 5)?.suspended]).toEqual([null, true])
    const lifted = roster.change({ kind: 'reinstated', installation: id(cz) })
    expect(entryAt(lifted, id(cz), 6)).toMatchObject({ roles: ['delegate'], member: true, suspended: false })
  })

  it('never of the secretariat, of nobody, of one suspended; and lifted only where there is one', async () => {
    const { roster, gsc, cz } = await start()
    withoutMeaning(roster, { kind: 'suspended', installation: id(gsc), reason: '', accepted: [] })
    withoutMeaning(roster, { kind: 'suspended', installation: id(roster.stage.stranger), reason: '', accepted: [] })
    withoutMeaning(roster, { kind: 'reinstated', installation: id(cz) })
    roster.change({ kind: 'suspended', installation: id(cz), reason: '', accepted: [] })
    withoutMeaning(roster, { kind: 'suspended', installation: id(cz), reason: 'again', accepted: [] })
  })
})

describe('a rotation of keys', () => {
  it('keeps the installation, and tells which key it had when', async () => {
    const { roster, cz } = await start()
    const { keys, card } = newKeys(cz, 77)
    const state = roster.change({ kind: 'rotated', installation: id(cz), card, accepted: null })
    expect(entryAt(state, id(cz), 5)).toMatchObject({ installation: id(cz), fingerprint: keys.installation, roles: ['delegate'], member: true })
    expect([4, 5, 9].map((epoch) => signingKeyOf(state, id(cz), epoch))).toEqual([cz.identity.signingKey, keys.signingKey, keys.signingKey].map((key) => new Uint8Array(key)))
    expect(entryAt(state, id(cz), 5)?.sealingKey).toEqual(new Uint8Array(keys.sealingKey))
  })

  it('is without meaning under a card that is not genuine, of another delegation, or whose keys stand in the roster', async () => {
    const { roster, cz, nl } = await start()
    const { card } = newKeys(cz, 77)
    withoutMeaning(roster, { kind: 'rotated', installation: id(cz), card: { ...(card as { card: Uint8Array }), signature: new Uint8Array(64) }, accepted: null })
    withoutMeaning(roster, { kind: 'rotated', installation: id(cz), card: newKeys({ name: 'x', delegation: 'SE' }, 78).card, accepted: null })
    withoutMeaning(roster, { kind: 'rotated', installation: id(cz), card: { ...nl.card }, accepted: null })
    roster.change({ kind: 'rotated', installation: id(cz), card, accepted: null })
    withoutMeaning(roster, { kind: 'admitted', card, roles: ['delegate'], member: true })
  })

  it('of the secretariat: the roster after it is signed with the new key, and the old one signs none any more', async () => {
    const { roster, gsc, cz } = await start()
    const { keys, card } = newKeys(gsc, 79)
    roster.change({ kind: 'rotated', installation: id(gsc), card, accepted: null })
    const byOldKey = roster.sign({ kind: 'suspended', installation: id(cz), reason: '', accepted: [] }, { rosterEpoch: 4 })
    expect(foldCircle(roster.state.circle, [...roster.events, byOldKey], PORTS)).toEqual({ ok: true, value: roster.state })
    const after = roster.change({ kind: 'suspended', installation: id(cz), reason: '', accepted: [] }, { signedWith: keys })
    expect(after.epoch).toBe(6)
    expect(codes(presentEntries(after))).toEqual(['EEAS', 'GSC', 'NL'])
  })
})

describe('a hand-over', () => {
  const handOver = (to: TestPerson): CborValue => ({ kind: 'handedOver', installation: id(to), roles: ['delegate'], accepted: [] })

  it('makes the new one sign from the next epoch on, and the old one not at all', async () => {
    const { roster, gsc, cz, nl } = await start()
    const state = roster.change(handOver(nl))
    expect(state.secretariat).toBe(id(nl))
    expect(entryAt(state, id(gsc), 5)?.roles).toEqual(['delegate'])
    expect(entryAt(state, id(nl), 5)?.roles).toEqual(['secretariat', 'delegate', 'drafter'])
    const late = roster.sign({ kind: 'removed', installation: id(cz), reason: '', accepted: [] }, { by: gsc })
    expect(foldCircle(state.circle, [...roster.events, late], PORTS)).toEqual({ ok: true, value: state })
    expect(codes(presentEntries(roster.change({ kind: 'removed', installation: id(cz), reason: '', accepted: [] })))).toEqual(['EEAS', 'GSC', 'NL'])
  })

  it('lets the new secretariat remove the old one', async () => {
    const { roster, gsc, nl } = await start()
    roster.change(handOver(nl))
    expect(codes(presentEntries(roster.change({ kind: 'removed', installation: id(gsc), reason: 'left', accepted: [] })))).toEqual(['CZ', 'EEAS', 'NL'])
  })

  it('is without meaning to oneself, to a stranger, to one suspended', async () => {
    const { roster, gsc, cz } = await start()
    withoutMeaning(roster, handOver(gsc))
    withoutMeaning(roster, handOver(roster.stage.stranger))
    roster.change({ kind: 'suspended', installation: id(cz), reason: '', accepted: [] })
    withoutMeaning(roster, handOver(cz))
  })

  it('leaves the old one no role of the secretariat', async () => {
    const { roster, nl } = await start()
    withoutMeaning(roster, { kind: 'handedOver', installation: id(nl), roles: ['secretariat'], accepted: [] })
  })
})

describe('a conflict of rosters', () => {
  it('is proved by the two events, and leaves the roster as it was before them', async () => {
    const { roster, cz, nl } = await start()
    const before: CircleState = roster.state
    const one = roster.sign({ kind: 'removed', installation: id(cz), reason: '', accepted: [] })
    const other = roster.sign({ kind: 'removed', installation: id(nl), reason: '', accepted: [] }, { after: roster.events.at(-1) ?? null })
    const folded = foldRoster(before.circle, [...roster.events, other, one], PORTS)
    expect(folded?.state).toEqual(before)
    expect(folded?.conflict).toEqual({ epoch: 5, events: [one, other].toSorted((a, b) => (a.id < b.id ? -1 : 1)) })
  })

  it('of a roster that does not follow is proved by it and by the one that it passes over', async () => {
    const { roster, cz } = await start()
    const [, second] = roster.events
    const astray = roster.sign({ kind: 'removed', installation: id(cz), reason: '', accepted: [] }, { predecessor: second?.id ?? roster.state.head })
    expect(foldRoster(roster.state.circle, [...roster.events, astray], PORTS)?.conflict?.events.map((event) => event.id)).toEqual([roster.state.head, astray.id].toSorted())
  })

  it('is none where the second is by one who was not the secretariat then', async () => {
    const { roster, cz, nl } = await start()
    const theirs = roster.sign({ kind: 'removed', installation: id(cz), reason: '', accepted: [] }, { by: nl })
    expect(foldCircle(roster.state.circle, [...roster.events, theirs], PORTS)).toEqual({ ok: true, value: roster.state })
  })
})
