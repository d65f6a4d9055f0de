import { afterAll, beforeAll, expect, it } from 'vitest'
import { MEMBER_STATES } from '../../../shared/base/delegations.ts'
import type { DossierId } from '../../../shared/base/identifiers.ts'
import { conveneCircle, receive, send, type TestCircle } from '../../fakes/testDelegation.ts'
import { openDossier, takePosition } from '../../fakes/testDossier.ts'

let circle: TestCircle
let dossier: DossierId
let replies: string[]

beforeAll(async () => {
  circle = await conveneCircle(MEMBER_STATES)
  dossier = await openDossier(circle.secretariat, circle.circle, MEMBER_STATES)
  const [path = ''] = await send(circle.secretariat, circle.circle, circle.stick)
  replies = []
  for (const member of circle.members) {
    await receive(member, path)
    for (let at = 0; at < 30; at++) await takePosition(member, dossier, `Point ${at}`)
    replies.push(...(await send(member, circle.circle, circle.stick, [circle.secretariat])))
  }
}, 240_000)
afterAll(() => circle.dissolve())

it('of 27 replies of some dozens of events each loses none', async () => {
  for (const reply of replies) expect((await receive(circle.secretariat, reply)).admitted).toBe(31)
  const { state } = await circle.secretariat.call('dossier.show', { dossier })
  expect(state.positions).toHaveLength(27 * 30)
}, 60_000)
