/** A preview says which clocks cannot be right, of whom, and changes nothing for it. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DossierId } from '../../../shared/base/identifiers.ts'
import { fixedClock } from '../../fakes/fixedClock.ts'
import { admit, conveneCircle, makeDelegation, receive, send, type TestCircle, type TestDelegation } from '../../fakes/testDelegation.ts'
import { openDossier, takePosition } from '../../fakes/testDossier.ts'

const HOUR_MS = 3_600_000

/** Of DE alone. */
const clock = fixedClock()
let circle: TestCircle
let gsc: TestDelegation
let de: TestDelegation
let dossier: DossierId

beforeAll(async () => {
  circle = await conveneCircle(['CZ'])
  gsc = circle.secretariat
  de = await makeDelegation({ folder: join(circle.root, 'de'), delegation: 'DE', clock })
  await admit(gsc, de, circle.circle, circle.stick)
  dossier = await openDossier(gsc, circle.circle, ['CZ', 'DE'])
  for (const path of await send(gsc, circle.circle, circle.stick, [de])) await receive(de, path)
}, 60_000)
afterAll(async () => {
  await de.close()
  await circle.dissolve()
})

it('none while all clocks agree, and two that differ by minutes agree', async () => {
  clock.advance(4 * 60_000)
  await takePosition(de, dossier, 'on time')
  const [path = ''] = await send(de, circle.circle, circle.stick, [gsc])
  expect((await gsc.call('bundle.preview', { source: gsc.source(path) })).clocks).toEqual([])
  await receive(gsc, path)
})

it('a clock that runs ahead, of the statements and of the file', async () => {
  clock.advance(48 * HOUR_MS)
  await takePosition(de, dossier, 'from the day after tomorrow')
  const [path = ''] = await send(de, circle.circle, circle.stick, [gsc])
  const { addedEvents, clocks } = await gsc.call('bundle.preview', { source: gsc.source(path) })
  expect(clocks).toEqual([
    { delegation: 'DE', finding: 'ahead', count: addedEvents, latestUtcMs: clock.now() }, { delegation: 'DE', finding: 'sealedAhead', count: 1, latestUtcMs: clock.now() },
  ])
  await receive(gsc, path)
  expect((await gsc.call('dossier.show', { dossier })).state.positions.map((one) => one.remark)).toContain('from the day after tomorrow')
})

it('and one that was set back behind what it had claimed before, also where that came with an earlier file', async () => {
  clock.advance(-50 * HOUR_MS)
  await takePosition(de, dossier, 'from the day before')
  const [path = ''] = await send(de, circle.circle, circle.stick, [gsc])
  const { clocks } = await gsc.call('bundle.preview', { source: gsc.source(path) })
  expect(clocks).toEqual([{ delegation: 'DE', finding: 'setBack', count: 1, latestUtcMs: clock.now() }])
  const together = await gsc.call('bundle.previewAll', { sources: [gsc.source(path)] })
  expect(together.together.clocks).toEqual(clocks)
})
