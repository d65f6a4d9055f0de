/** An objection that lies on the setter’s machine and counts for nothing is seen before the import, in the procedure, and before the intake is closed over it. */
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import { AGREEMENT, OBJECTION } from '../../fakes/deliberation.ts'
import { sealLast, type LastSealed } from '../../fakes/sealLast.ts'
import { conveneCircle, receive, send, type TestCircle, type TestDelegation } from '../../fakes/testDelegation.ts'
import { openDossier, takePosition } from '../../fakes/testDossier.ts'
import { copyVault } from '../../fakes/vaultFiles.ts'

const HOUR_MS = 3_600_000

let circle: TestCircle
let gsc: TestDelegation
let cz: TestDelegation
let com: TestDelegation
let made = 0
beforeAll(async () => {
  circle = await conveneCircle(['CZ', 'COM'])
  gsc = circle.secretariat
  cz = circle.member('CZ')
  com = circle.member('COM')
})
afterAll(() => circle.dissolve())

let procedure: { readonly dossier: DossierId; readonly procedure: EventId }
beforeEach(async () => {
  const dossier = await openDossier(gsc, circle.circle, ['CZ', 'COM'])
  const path = join(circle.stick, 'draft.md')
  writeFileSync(path, '# Draft conclusions\n\n1. The Council notes the intrusions.\n')
  const { text } = await gsc.call('text.add', { dossier, source: gsc.source(path), cover: { number: '9114/31' }, title: null })
  const wallTime = new Date(circle.clock.now() + 7 * HOUR_MS).toISOString().slice(0, 16)
  const { event } = await gsc.call('silence.open', { dossier, text, rev: 0, profile: 'working-party', wallTime, zone: 'Europe/Brussels', forwardTo: 'PSC', notice: '' })
  procedure = { dossier, procedure: event }
  for (const file of await send(gsc, circle.circle, circle.stick, [cz, com])) for (const one of [cz, com]) await receive(one, file)
})

/** A genuine bundle with the last event of one of them in this dossier and nothing that came before it. */
async function onlyTheLast(change?: LastSealed['change'], of = cz): Promise<string> {
  const path = join(circle.stick, `last-${++made}.chbundle`)
  await sealLast(of, path, { circle: circle.circle, dossier: procedure.dossier, to: gsc.me.installation, counter: 500 + made, now: circle.clock.now, ...(change === undefined ? {} : { change }) })
  await of.reopen()
  return path
}
const answer = (response: object = OBJECTION, by = cz): Promise<unknown> => by.call('silence.respond', { ...procedure, response })
const shown = () => gsc.call('silence.show', procedure)
/** On paper too. */
async function overview(): Promise<string> {
  const target = mkdtempSync(join(circle.root, 'paper-'))
  const { fileName } = await gsc.call('silence.print', { ...procedure, format: 'html', target: gsc.target(target) })
  return readFileSync(join(target, fileName), 'utf8')
}
const close = (more: object = {}) => ({ ...procedure, note: '', ...more })

describe('an objection whose ancestors have not come', () => {
  beforeEach(() => takePosition(cz, procedure.dossier, 'Said before, and not yet delivered'))

  test('is the first line of the preview, stands in the procedure, holds up its closing, and counts once the rest has come', async () => {
    await answer()
    const { preview, ...effect } = await gsc.call('bundle.preview', { source: gsc.source(await onlyTheLast()) })
    expect(effect).toMatchObject({ addedEvents: 0, objections: [{ delegation: 'CZ', kind: 'objection', breaks: true, waits: true, running: true, subject: expect.stringContaining('9114/31') }] })
    await gsc.call('bundle.import', { preview })
    expect(await shown()).toMatchObject({ silence: { outcome: { broken: false } }, uncounted: [{ delegation: 'CZ', response: { kind: 'objection', breaks: true }, why: 'waits', mayBreak: true }] })
    expect((await gsc.call('desk.show', {})).items[0]).toMatchObject({ kind: 'answersUncounted', procedure: procedure.procedure, count: 1 })
    expect(await overview()).toContain('Does not count, CZ: Objection, which would break silence. What it builds on has not arrived.')
    circle.clock.advance(6 * HOUR_MS)
    for (const more of [{}, { note: 'Receipts of all delegations seen.' }, { despiteUncounted: true, note: ' ' }]) {
      expect(await gsc.refused('silence.closeIntake', close(more))).toMatchObject({ code: 'answers-uncounted', facts: { count: 1 } })
    }
    for (const file of await send(cz, circle.circle, circle.stick, [gsc])) await receive(gsc, file)
    expect(await shown()).toMatchObject({ silence: { outcome: { broken: true } }, uncounted: [] })
    expect((await gsc.call('desk.show', {})).items.map(({ kind }) => kind)).not.toContain('answersUncounted')
    await gsc.call('silence.closeIntake', close())
  })

  test('is left out only knowingly and with the reason, and is then a late one', async () => {
    await answer()
    await receive(gsc, await onlyTheLast())
    circle.clock.advance(6 * HOUR_MS)
    await gsc.call('silence.closeIntake', close({ despiteUncounted: true, note: 'CZ withdrew it by telephone' }))
    expect((await shown()).silence).toMatchObject({ outcome: { broken: false, provisional: false }, intakeClosed: { note: 'CZ withdrew it by telephone' } })
    for (const file of await send(cz, circle.circle, circle.stick, [gsc])) await receive(gsc, file)
    expect(await shown()).toMatchObject({ uncounted: [], silence: { outcome: { broken: false }, responses: [{ delegation: 'CZ', late: true }] } })
  })

  test('and agreement that waits holds up nothing', async () => {
    await answer(AGREEMENT)
    const { preview, objections } = await gsc.call('bundle.preview', { source: gsc.source(await onlyTheLast()) })
    expect(objections).toEqual([])
    await gsc.call('bundle.import', { preview })
    circle.clock.advance(6 * HOUR_MS)
    expect((await shown()).uncounted).toEqual([])
    await gsc.call('silence.closeIntake', close())
  })
})

test('an objection that waits, of somebody who cannot break silence, is shown as that and holds up nothing', async () => {
  await takePosition(com, procedure.dossier, 'Said before, and not yet delivered')
  await answer(OBJECTION, com)
  const { preview, objections } = await gsc.call('bundle.preview', { source: gsc.source(await onlyTheLast(undefined, com)) })
  expect(objections).toMatchObject([{ delegation: 'COM', breaks: false, waits: true }])
  await gsc.call('bundle.import', { preview })
  expect((await shown()).uncounted).toMatchObject([{ delegation: 'COM', mayBreak: false }])
  expect(await overview()).toContain('Does not count, COM: Objection. What it builds on has not arrived.')
  expect((await gsc.call('desk.show', {})).items.map(({ kind }) => kind)).not.toContain('answersUncounted')
  circle.clock.advance(6 * HOUR_MS)
  await gsc.call('silence.closeIntake', close())
})

test('an answer whose words were held back concerns no procedure that its author did not know', async () => {
  await answer()
  const held = await onlyTheLast((event) => ({ ...event, body: null }))
  circle.clock.advance(6 * HOUR_MS)
  await gsc.call('silence.closeIntake', close())
  await receive(gsc, held)
  expect((await shown()).uncounted).toEqual([])
  const { silence } = await shown()
  const { event } = await gsc.call('silence.open', {
    dossier: procedure.dossier, text: silence.text, rev: 0, profile: 'working-party', wallTime: new Date(circle.clock.now() + 7 * HOUR_MS).toISOString().slice(0, 16), zone: 'Europe/Brussels', forwardTo: 'PSC', notice: '',
  })
  expect((await gsc.call('silence.show', { dossier: procedure.dossier, procedure: event })).uncounted).toEqual([])
})

test('an objection behind a contradiction in its author’s own log is shown, and holds up the closing', async () => {
  const spare = join(circle.root, `spare-${made}`)
  await cz.close()
  copyVault(cz.folder, spare)
  await cz.reopen()
  await takePosition(cz, procedure.dossier, 'On one machine')
  for (const file of await send(cz, circle.circle, circle.stick, [gsc])) await receive(gsc, file)
  // The same vault a second time, as after a copy was put back.
  await cz.close()
  rmSync(cz.folder, { recursive: true })
  renameSync(spare, cz.folder)
  await cz.reopen()
  circle.clock.advance(1_000)
  await takePosition(cz, procedure.dossier, 'On another')
  await answer()
  for (const file of await send(cz, circle.circle, circle.stick, [gsc])) await receive(gsc, file)
  expect(await shown()).toMatchObject({ silence: { outcome: { broken: false } }, uncounted: [{ delegation: 'CZ', response: { kind: 'objection' }, why: 'forked' }] })
  circle.clock.advance(6 * HOUR_MS)
  expect((await gsc.refused('silence.closeIntake', close({ note: 'All receipts seen' }))).code).toBe('answers-uncounted')
  await gsc.call('silence.closeIntake', close({ despiteUncounted: true, note: 'CZ confirmed by telephone that it agrees' }))
})

test('an answer whose words were held back might break silence, and holds up the closing until they are here', async () => {
  await answer()
  await receive(gsc, await onlyTheLast((event) => ({ ...event, body: null })))
  expect(await shown()).toMatchObject({ silence: { responses: [], outcome: { broken: false } }, uncounted: [{ delegation: 'CZ', response: null, why: 'unread' }] })
  circle.clock.advance(6 * HOUR_MS)
  expect((await gsc.refused('silence.closeIntake', close())).code).toBe('answers-uncounted')
  for (const file of await send(cz, circle.circle, circle.stick, [gsc])) await receive(gsc, file)
  expect(await shown()).toMatchObject({ silence: { outcome: { broken: true } }, uncounted: [] })
})
