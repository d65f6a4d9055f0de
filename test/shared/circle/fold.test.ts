import { describe, expect, it } from 'vitest'
import type { CborValue } from '../../../shared/base/cbor.ts'
import type { CircleId } from '../../../shared/base/identifiers.ts'
import { foldCircle } from '../../../shared/circle/fold.ts'
import { entryAt, signingKeyOf, type CircleState } from '../../../shared/circle/roster.ts'
import { NO_CIRCLE, composeEvent } from '../../../shared/log/encode.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { verifyEvent } from '../../../shared/log/verify.ts'
import { signerOf } from '../../../electron/engine/keys/index.ts'
import { PORTS, setStage, type Stage, type TestPerson } from '../../fakes/events.ts'

const PARTS = [{ delegation: 'CZ', roles: ['delegate'], member: true }, { delegation: 'EEAS', roles: ['observer'], member: false }] as const

interface Roster {
  readonly stage: Stage
  /** Adds an event by the secretariat, after the last one of its log. */
  readonly change: (epoch: number, predecessor: VerifiedEvent, change: CborValue, by?: TestPerson) => VerifiedEvent
}

async function roster(): Promise<Roster> {
  const stage = await setStage(PARTS)
  const change: Roster['change'] = (epoch, predecessor, body, by = stage.person('GSC')) => (
    stage.say(by, 'roster.changed', { epoch, predecessor: predecessor.id, change: body }, { dossier: null, heads: [], rosterEpoch: epoch - 1 })
  )
  return { stage, change }
}

function fold(stage: Stage, ...more: readonly VerifiedEvent[]): CircleState | string {
  const folded = foldCircle(stage.circle.circle, [...stage.circleEvents, ...more], PORTS)
  return folded.ok ? folded.value : folded.error
}

const last = (stage: Stage): VerifiedEvent => {
  const event = stage.circleEvents.at(-1)
  if (event === undefined) throw new Error('no events')
  return event
}
const admitted = (person: TestPerson): CborValue => ({ kind: 'admitted', card: { ...person.card }, roles: ['delegate'], member: true })
const removed = (person: TestPerson): CborValue => ({ kind: 'removed', installation: person.identity.installation, reason: 'left' })

describe('foldCircle', () => {
  it('starts with its founder as secretariat and admits one epoch after another', async () => {
    const { stage } = await roster()
    expect(stage.circle).toMatchObject({ epoch: 3, name: 'Horizontal Working Party', kind: 'HWPCI', head: last(stage).id, secretariat: stage.person('GSC').identity.installation })
    expect(stage.circle.entries.map(({ delegation, roles, member, fromEpoch }) => [delegation, roles, member, fromEpoch])).toEqual([
      ['GSC', ['secretariat'], false, 1], ['CZ', ['delegate'], true, 2], ['EEAS', ['observer'], false, 3],
    ])
  })

  it('is the same whatever the order of arrival, and however often', async () => {
    const { stage } = await roster()
    expect(foldCircle(stage.circle.circle, [...stage.circleEvents.toReversed(), ...stage.circleEvents], PORTS)).toEqual({ ok: true, value: stage.circle })
  })

  it('without the founding event there is no circle', async () => {
    const { stage } = await roster()
    expect(foldCircle(stage.circle.circle, stage.circleEvents.slice(1), PORTS)).toEqual({ ok: false, error: 'no-genesis' })
    expect(foldCircle('00'.repeat(32) as CircleId, stage.circleEvents, PORTS)).toEqual({ ok: false, error: 'no-genesis' })
  })

  it('two rosters for one epoch are a conflict, even beyond a gap', async () => {
    const { stage, change } = await roster()
    const one = change(4, last(stage), removed(stage.person('CZ')))
    const other = change(4, last(stage), removed(stage.person('EEAS')))
    expect(fold(stage, one, other)).toBe('roster-conflict')
    const [genesis, second] = stage.circleEvents
    expect(foldCircle(stage.circle.circle, [genesis, second, one, other].flatMap((event) => event ?? []), PORTS)).toEqual({ ok: false, error: 'roster-conflict' })
  })

  it('a roster that does not follow the one before is a conflict', async () => {
    const { stage, change } = await roster()
    const [genesis] = stage.circleEvents
    if (genesis === undefined) throw new Error('no genesis')
    expect(fold(stage, change(4, genesis, removed(stage.person('CZ'))))).toBe('roster-conflict')
  })

  it('stops before an epoch that has not come', async () => {
    const { stage, change } = await roster()
    expect(fold(stage, change(5, last(stage), removed(stage.person('CZ'))))).toEqual(stage.circle)
  })

  it('listens to nobody but the secretariat', async () => {
    const { stage, change } = await roster()
    expect(fold(stage, change(4, last(stage), admitted(stage.stranger), stage.person('CZ')))).toEqual(stage.circle)
  })

  it('a removed installation is out from that epoch on, and its key still known', async () => {
    const { stage, change } = await roster()
    const cz = stage.person('CZ')
    const after = fold(stage, change(4, last(stage), removed(cz)))
    if (typeof after === 'string') throw new Error(after)
    expect(entryAt(after, cz.identity.installation, 1)).toBeNull()
    expect(entryAt(after, cz.identity.installation, 3)?.delegation).toBe('CZ')
    expect(entryAt(after, cz.identity.installation, 4)).toBeNull()
    expect(signingKeyOf(after, cz.identity.installation, 4)).toEqual(new Uint8Array(cz.identity.signingKey))
    expect(signingKeyOf(after, stage.stranger.identity.installation, 4)).toBeNull()
  })

  it('one removed and admitted again stands in the roster in both times', async () => {
    const { stage, change } = await roster()
    const cz = stage.person('CZ')
    const out = change(4, last(stage), removed(cz))
    const state = fold(stage, out, change(5, out, admitted(cz)))
    if (typeof state === 'string') throw new Error(state)
    expect([3, 4, 5].map((epoch) => entryAt(state, cz.identity.installation, epoch)?.fromEpoch ?? null)).toEqual([2, null, 5])
  })

  it('a change without meaning moves the epoch and nothing else: a card that is not genuine, one who is in, the secretariat itself', async () => {
    for (const content of [
      (stage: Stage) => ({ kind: 'admitted', card: { ...stage.stranger.card, signature: new Uint8Array(64) }, roles: ['delegate'], member: true }),
      (stage: Stage) => admitted(stage.person('CZ')),
      (stage: Stage) => removed(stage.person('GSC')),
    ]) {
      const { stage, change } = await roster()
      const event = change(4, last(stage), content(stage))
      expect(fold(stage, event)).toEqual({ ...stage.circle, epoch: 4, head: event.id, history: [...stage.circle.history, expect.objectContaining({ epoch: 4, event: event.id, effective: false })] })
    }
  })

  it('is not founded with the card of somebody else', async () => {
    const { stage } = await roster()
    const thief = stage.stranger.identity
    const composed = composeEvent({
      circle: NO_CIRCLE, dossier: null, log: thief.installation, seq: 1, prev: null, heads: [], rosterEpoch: 1, type: 'circle.founded', claimedAtUtcMs: 1,
    }, { name: 'x', kind: 'x', secretariat: { ...stage.person('GSC').card }, nonce: new Uint8Array(16) }, PORTS.hash, signerOf(thief))
    const verified = verifyEvent(composed.signed, { ...PORTS, keyOf: () => thief.signingKey })
    if (!verified.ok) throw new Error(verified.error)
    const founded = verified.value
    expect(foldCircle(founded.id as string as CircleId, [founded], PORTS)).toEqual({ ok: false, error: 'no-genesis' })
  })
})
