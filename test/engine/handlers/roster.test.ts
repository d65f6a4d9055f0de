import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DossierId } from '../../../shared/base/identifiers.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { admit, conveneCircle, makeDelegation, send, type TestCircle, type TestDelegation } from '../../fakes/testDelegation.ts'
import { openDossier, takePosition } from '../../fakes/testDossier.ts'

const DAY_MS = 86_400_000

let circle: TestCircle
let gsc: TestDelegation
let cz: TestDelegation
let nl: TestDelegation
let dossier: DossierId
const all: TestCircle[] = []

/** Each part has a circle of its own, and goes through its tests in order. */
async function convene(): Promise<void> {
  circle = await conveneCircle(['CZ', 'NL'])
  all.push(circle)
  gsc = circle.secretariat
  cz = circle.member('CZ')
  nl = circle.member('NL')
  dossier = await openDossier(gsc, circle.circle, ['CZ', 'NL'])
  await deliver(gsc)
}
afterAll(async () => {
  for (const one of all) await one.dissolve()
})

/** To everybody who takes part, or to those who are named. */
async function deliver(from: TestDelegation, to: readonly TestDelegation[] = [gsc, cz, nl].filter((one) => one !== from)): Promise<void> {
  for (const path of await send(from, circle.circle, circle.stick, to)) {
    for (const one of to) {
      const preview = await one.engine.call('bundle.preview', { source: one.source(path) })
      if (preview.ok) await one.call('bundle.import', { preview: preview.value.preview })
    }
  }
}

async function view(of: TestDelegation): Promise<Output<'circle.list'>['circles'][number]> {
  const [found] = (await of.call('circle.list', {})).circles
  if (!found) throw new Error('no circle')
  return found
}

async function positionsAt(of: TestDelegation): Promise<string[]> {
  return (await of.call('dossier.show', { dossier })).state.positions.map((one) => `${one.delegation}: ${one.remark}`).toSorted()
}

const someone = (one: TestDelegation) => ({ circle: circle.circle, installation: one.me.installation })

describe('removing a member', () => {
  beforeAll(convene, 60_000)

  test('is previewed: its logs as they would be named, what it opened, whose silence would go unkept', async () => {
    await takePosition(cz, dossier, 'has arrived')
    await deliver(cz)
    const consequences = await gsc.call('circle.consequences', someone(cz))
    expect(consequences.logs).toContainEqual({ dossier, title: expect.stringContaining('CYBER 48'), lastSeq: 1 })
    expect(consequences.colleagues).toEqual([])
  })

  test('keeps what had arrived; what it signed besides is quarantined on every machine, whoever brings it', async () => {
    await takePosition(cz, dossier, 'was on the way')
    // NL has it from CZ, the secretariat does not.
    await deliver(cz, [nl])
    await gsc.call('circle.remove', { ...someone(cz), reason: 'recalled' })
    await deliver(gsc, [nl])
    expect(await positionsAt(nl)).toEqual(['CZ: has arrived'])
    expect((await nl.call('dossier.show', { dossier })).state.setAside).toEqual([expect.objectContaining({ author: cz.me.installation, why: 'quarantined' })])
    await deliver(nl, [gsc])
    expect(await positionsAt(gsc)).toEqual(['CZ: has arrived'])
    const [mine, theirs] = [await gsc.call('dossier.show', { dossier }), await nl.call('dossier.show', { dossier })]
    expect(mine.stateHash).toBe(theirs.stateHash)
  })

  test('means that it is neither written to nor heard as a sender, and stays in the history', async () => {
    expect((await gsc.refused('bundle.write', { circle: circle.circle, recipients: [cz.me.installation], everything: true, target: gsc.target(circle.stick) })).code).toBe('no-recipients')
    await takePosition(cz, dossier, 'too late')
    const [path = ''] = await send(cz, circle.circle, circle.stick, [gsc])
    expect(await gsc.refused('bundle.preview', { source: gsc.source(path) })).toMatchObject({ code: 'bundle-sender-unknown', stage: 'policy' })
    const { entries, history } = await view(gsc)
    expect(entries.find((entry) => entry.delegation === 'CZ')).toMatchObject({ removed: true, suspended: false })
    expect(history.at(-1)).toMatchObject({ kind: 'removed', person: { delegation: 'CZ' }, by: { delegation: 'GSC' }, reason: 'recalled', effective: true })
  })

  test('only by the secretariat, of somebody who is there, and never of itself', async () => {
    expect((await nl.refused('circle.remove', { ...someone(gsc), reason: '' })).code).toBe('role-not-allowed')
    expect((await gsc.refused('circle.remove', { ...someone(gsc), reason: '' })).code).toBe('change-without-meaning')
    expect((await gsc.refused('circle.remove', { ...someone(cz), reason: '' })).code).toBe('card-unknown')
  })
})

describe('a suspension', () => {
  beforeAll(convene, 60_000)

  test('stops a member from being heard and written to until it is lifted', async () => {
    await gsc.call('circle.suspend', { ...someone(cz), reason: 'laptop lost' })
    await takePosition(cz, dossier, 'meanwhile')
    const [path = ''] = await send(cz, circle.circle, circle.stick, [gsc])
    expect(await gsc.refused('bundle.preview', { source: gsc.source(path) })).toMatchObject({ code: 'bundle-sender-suspended', facts: { name: cz.me.name } })
    expect((await view(gsc)).entries.find((entry) => entry.delegation === 'CZ')).toMatchObject({ suspended: true, removed: false })
    await gsc.call('circle.reinstate', someone(cz))
    await deliver(gsc, [cz])
    await takePosition(cz, dossier, 'and then')
    await deliver(cz, [gsc])
    expect(await positionsAt(gsc)).toEqual(['CZ: and then'])
  })
})

describe('a change of role', () => {
  beforeAll(convene, 60_000)

  test('makes an observer of a delegate: it opens no dossier any more', async () => {
    await gsc.call('circle.changeRole', { ...someone(cz), roles: ['observer'], member: false, strict: false })
    await deliver(gsc, [cz])
    const marking = { limite: true, classification: 'NONE', tlp: null, releasableTo: [] }
    const opening = { circle: circle.circle, reference: 'X', title: 'X', kind: 'exercise', summary: '', marking, distribution: ['CZ'] }
    expect((await cz.refused('dossier.open', opening)).code).toBe('role-not-allowed')
    expect((await view(cz)).myRoles).toEqual(['observer'])
  })
})

describe('several persons of one delegation', () => {
  beforeAll(convene, 60_000)

  test('stand in the roster each for themselves; when one leaves the other goes on', async () => {
    const second = await makeDelegation({ folder: join(circle.root, 'second'), delegation: 'CZ', name: 'Second Person', clock: circle.clock, seed: 4711 })
    await admit(gsc, second, circle.circle, circle.stick)
    expect((await gsc.call('circle.consequences', someone(cz))).colleagues).toEqual(['Second Person'])
    await gsc.call('circle.remove', { ...someone(cz), reason: 'moved on' })
    await deliver(gsc, [second, nl])
    await takePosition(second, dossier, 'goes on')
    await deliver(second, [gsc])
    expect(await positionsAt(gsc)).toEqual(['CZ: goes on'])
    await second.close()
  })
})

describe('a hand-over of the secretariat', () => {
  beforeAll(convene, 60_000)

  test('lets the new one admit and remove, and the old one no more', async () => {
    await gsc.call('circle.handOver', { ...someone(nl), roles: ['delegate'] })
    expect((await view(gsc)).iGovern).toBe(false)
    expect((await gsc.refused('circle.remove', { ...someone(cz), reason: '' })).code).toBe('role-not-allowed')
    await deliver(gsc)
    expect(await view(nl)).toMatchObject({ iGovern: true, myRoles: ['secretariat', 'delegate'] })
    await nl.call('circle.suspend', { ...someone(cz), reason: '' })
    await deliver(nl, [gsc])
    expect((await view(gsc)).entries.find((entry) => entry.delegation === 'CZ')?.suspended).toBe(true)
    expect((await view(gsc)).epoch).toBe(5)
  })
})

describe('a rotation of keys', () => {
  beforeAll(convene, 60_000)

  const offered = async () => {
    const [offer] = (await view(gsc)).offers
    if (!offer) throw new Error('no offer')
    return { circle: circle.circle, installation: offer.installation, fingerprint: offer.fingerprint }
  }

  test('is offered under the old keys, and not taken up before the safety words were compared', async () => {
    await cz.call('keys.rotate', { which: 'both' })
    await deliver(cz, [gsc])
    expect((await gsc.refused('circle.takeKeys', { ...await offered(), safetyWordsCompared: false, strict: false })).code).toBe('safety-words-not-compared')
    expect((await gsc.refused('circle.takeKeys', { ...await offered(), fingerprint: nl.me.installation, safetyWordsCompared: true, strict: false })).code).toBe('card-unknown')
  })

  let late = ''

  test('taken up by the secretariat it is used from then on, under the name of before', async () => {
    await takePosition(gsc, dossier, 'sealed to the old key')
    ;[late = ''] = await send(gsc, circle.circle, circle.stick, [cz])
    await gsc.call('circle.takeKeys', { ...await offered(), safetyWordsCompared: true, strict: false })
    await deliver(gsc)
    const entry = (await view(nl)).entries.find((one) => one.delegation === 'CZ')
    const [first, newest] = (await cz.call('keys.list', {})).generations
    expect(entry).toMatchObject({ installation: first?.fingerprint, safetyWords: newest?.safetyWords })
    await takePosition(cz, dossier, 'under new keys')
    await deliver(cz)
    expect(await positionsAt(nl)).toEqual(['CZ: under new keys', 'GSC: sealed to the old key'])
    expect((await gsc.call('vault.verify', {})).faults).toEqual([])
    expect((await view(gsc)).offers).toEqual([])
  })

  test('keeps the old private sealing key for its retention, opens with it what was sealed before, and then deletes it', async () => {
    await cz.call('bundle.preview', { source: cz.source(late) })
    const [old, next] = (await cz.call('keys.list', {})).generations
    expect(old).toMatchObject({ circles: [], sealingDeletesAtUtcMs: circle.clock.now() + 30 * DAY_MS, sealingDeletedAtUtcMs: null })
    expect(next).toMatchObject({ circles: ['Working Party on Herons'], sealingDeletesAtUtcMs: null })
    circle.clock.advance(30 * DAY_MS)
    await cz.reopen()
    expect((await cz.call('keys.list', {})).generations[0]).toMatchObject({ sealingDeletesAtUtcMs: null, sealingDeletedAtUtcMs: circle.clock.now() })
    expect(await cz.refused('bundle.preview', { source: cz.source(late) })).toMatchObject({ code: 'bundle-not-for-you' })
    const { entries } = await cz.call('register.list', { limit: 1000 })
    expect(entries.filter((entry) => entry.action === 'keys.deleted').map((entry) => entry.subject)).toEqual(['private sealing key 1'])
  })

  test('of the secretariat itself reaches members who only know its old key: the bundle brings the roster that says so', async () => {
    const { epoch } = await view(cz)
    await gsc.call('keys.rotate', { which: 'both' })
    await deliver(gsc)
    expect((await view(cz)).epoch).toBe(epoch + 1)
    await gsc.call('circle.suspend', { ...someone(nl), reason: '' })
    await deliver(gsc, [cz])
    expect((await view(cz)).entries.find((entry) => entry.delegation === 'NL')?.suspended).toBe(true)
  })

  test('gives a new circle the new name', async () => {
    const { circle: second } = await cz.call('circle.found', { name: 'Second', kind: 'PSC' })
    const found = (await cz.call('circle.list', {})).circles.find((one) => one.circle === second)
    expect(found).toMatchObject({ iGovern: true, myRoles: ['secretariat'] })
    expect(found?.myInstallation).not.toBe((await view(cz)).myInstallation)
    await openDossier(cz, second, ['CZ'])
    expect((await cz.call('vault.verify', {})).faults).toEqual([])
  })
})
