import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cardOf, conveneCircle, makeDelegation, receive, send, trust, type TestCircle, type TestDelegation } from '../../fakes/testDelegation.ts'
import { TITLE, openDossier, takePosition } from '../../fakes/testDossier.ts'

let circle: TestCircle
let cz: TestDelegation
beforeAll(async () => {
  circle = await conveneCircle(['CZ', 'DE'])
  cz = circle.member('CZ')
})
afterAll(() => circle.dissolve())

async function carry(from: TestDelegation, to: TestDelegation): Promise<void> {
  for (const path of await send(from, circle.circle, circle.stick, [to])) await receive(to, path)
}
const CONTRIBUTION = { title: 'First traces', kind: 'technical', source: 'CSIRT', text: 'Words', marking: { limite: true, classification: 'NONE', tlp: 'RED', releasableTo: [] }, reliability: 'B', credibility: '2', limitedTo: ['GSC'] }

describe('a dossier', () => {
  test('always lists the opener’s own delegation, once, in protocol order', async () => {
    const dossier = await openDossier(circle.secretariat, circle.circle, ['DE', 'CZ', 'DE'])
    expect((await circle.secretariat.call('dossier.show', { dossier })).state.distribution).toEqual(['CZ', 'DE', 'GSC'])
  })

  test('is opened by a delegate as well, and only in a circle that is here', async () => {
    await carry(circle.secretariat, cz)
    await openDossier(cz, circle.circle, ['DE'])
    const refused = await cz.refused('dossier.open', { circle: '00'.repeat(32), reference: 'R', title: 'T', kind: 'exercise', summary: '', marking: CONTRIBUTION.marking, distribution: ['DE'] })
    expect(refused.code).toBe('circle-unknown')
  })

  test('takes steps, contributions and positions, and shows the same on two machines', async () => {
    const dossier = await openDossier(circle.secretariat, circle.circle, ['CZ', 'DE'])
    await carry(circle.secretariat, cz)
    await cz.call('dossier.markStep', { dossier, step: 2, state: 'begun', note: 'Traces found' })
    await cz.call('dossier.contribute', { dossier, ...CONTRIBUTION })
    await takePosition(cz, dossier, 'In favour')
    await carry(cz, circle.secretariat)
    const { state, pending } = await circle.secretariat.call('dossier.show', { dossier })
    expect(pending).toBe(0)
    expect(state).toMatchObject({ title: TITLE, marking: { tlp: 'RED' }, contributions: [{ delegation: 'CZ' }], positions: [{ delegation: 'CZ', remark: 'In favour' }], setAside: [] })
    const summary = (await circle.secretariat.call('dossier.list', {})).dossiers.find((one) => one.dossier === dossier)
    expect(summary).toMatchObject({ steps: ['notBegun', 'begun', 'notBegun', 'notBegun', 'notBegun', 'notBegun', 'notBegun', 'notBegun', 'notBegun'], texts: 0, runningSilences: 0, exercise: false })
    expect((await cz.call('dossier.show', { dossier })).state.timeline).toEqual(state.timeline)
  })

  test('reopens a step only with a reason', async () => {
    const dossier = await openDossier(circle.secretariat, circle.circle, ['CZ'])
    expect((await circle.secretariat.refused('dossier.markStep', { dossier, step: 2, state: 'reopened', note: ' ' })).code).toBe('reason-needed')
    const { event } = await circle.secretariat.call('dossier.contribute', { dossier, ...CONTRIBUTION })
    await circle.secretariat.call('dossier.markStep', { dossier, step: 2, state: 'reopened', note: 'New logs', inputs: [event] })
    expect((await circle.secretariat.call('dossier.show', { dossier })).state.steps[1]).toMatchObject({ state: 'reopened', history: [{ note: 'New logs', inputs: [event] }] })
  })

  test('is for an observer to read and to contribute to, not to open or to steer', async () => {
    const observer = await makeDelegation({ folder: join(circle.root, 'eeas'), delegation: 'EEAS', clock: circle.clock })
    await trust(observer, await cardOf(circle.secretariat, circle.stick))
    await trust(circle.secretariat, await cardOf(observer, circle.stick))
    await circle.secretariat.call('circle.admit', { circle: circle.circle, installation: observer.me.installation, roles: ['observer'], member: false })
    const dossier = await openDossier(circle.secretariat, circle.circle, ['EEAS'])
    await carry(circle.secretariat, observer)
    expect((await observer.refused('dossier.markStep', { dossier, step: 1, state: 'begun', note: '' })).code).toBe('role-not-allowed')
    const opening = { circle: circle.circle, reference: 'R', title: 'T', kind: 'exercise', summary: '', marking: CONTRIBUTION.marking, distribution: ['DE'] }
    expect((await observer.refused('dossier.open', opening)).code).toBe('role-not-allowed')
    await observer.call('dossier.contribute', { dossier, ...CONTRIBUTION })
    await observer.close()
  })

  test('that is not here is refused, whatever is asked of it', async () => {
    const dossier = '00'.repeat(32)
    for (const [method, input] of [['dossier.show', {}], ['dossier.markStep', { step: 1, state: 'begun', note: '' }], ['dossier.contribute', CONTRIBUTION], ['dossier.takePosition', { subject: 'S', stance: 'support', remark: '' }]] as const) {
      expect((await cz.refused(method, { dossier, ...input })).code).toBe('dossier-unknown')
    }
  })
})
