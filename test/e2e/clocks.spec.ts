/** What a person sees of a colleague's clock that cannot be right: before the import, in the answer to silence, and at no place a correction. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { fixedClock } from '../fakes/fixedClock.ts'
import { admit, makeDelegation, PASSPHRASE, receive, send } from '../fakes/testDelegation.ts'
import { openDossier, takePosition } from '../fakes/testDossier.ts'
import { temporaryFolder } from './fixtures.ts'
import { Person } from './person.ts'
import { openProcedure } from './silenceSteps.ts'

const DAY_MS = 86_400_000

test('a clock that runs ahead and one that was set back are named before the import and beside the answer', async () => {
  test.setTimeout(180_000)
  const root = temporaryFolder('clocks')
  const profile = join(root, 'profile')
  mkdirSync(profile)
  const bundle = await objectionUnderWrongClocks(root, profile)
  const person = await Person.atMachineOf({ name: 'Person of GSC', delegation: 'General Secretariat', passphrase: PASSPHRASE }, profile)
  try {
    await person.atSmallWindow()
    await person.unlock()
    await person.lookInside(bundle)
    await person.sees('Clocks that cannot be right')
    await person.sees(/^1 statement claims an earlier time than the one before in the same log\.$/)
    await person.sees(/claims? a time that is still to come here:/)
    await person.lookInEveryLight('exchange-in-clocks')
    await person.press(/^Import \d+ items?$/)
    await person.sees(/items? imported\./)
    await openProcedure(person, '9114/31')
    await person.sees(/clock contradicted/)
    await person.sees('It claims an earlier time than the statement before it in its own log.')
    await person.sees('It claims a time before the procedure was opened.')
    // Silence is broken all the same: what counts is the admission here.
    await person.sees(/broken/i)
    await person.lookInEveryLight('silence-clocks')
    expect(person.desktop.violations).toEqual([])
  } finally {
    await person.desktop.close()
    rmSync(root, { recursive: true, force: true })
  }
})

/** The vault of the secretariat in `profile`, with a procedure under way; the file with which Germany objects to it. */
async function objectionUnderWrongClocks(root: string, profile: string): Promise<string> {
  const stick = join(root, 'stick')
  mkdirSync(stick)
  const [right, wrong] = [fixedClock(Date.now() - DAY_MS), fixedClock(Date.now() - DAY_MS)]
  const gsc = await makeDelegation({ folder: join(root, 'gsc'), delegation: 'GSC', clock: right })
  const de = await makeDelegation({ folder: join(root, 'de'), delegation: 'DE', clock: wrong })
  const { circle } = await gsc.call('circle.found', { name: 'Horizontal Working Party on Cyber Issues', kind: 'HWPCI' })
  await admit(gsc, de, circle, stick)
  const dossier = await openDossier(gsc, circle, ['DE'])
  writeFileSync(join(stick, 'draft.md'), '# Conclusions\n\n1. The Council welcomes herons.\n')
  const { text } = await gsc.call('text.add', { dossier, source: gsc.source(join(stick, 'draft.md')), cover: { number: '9114/31' }, title: null })
  const { event: procedure } = await gsc.call('silence.open', { dossier, text, rev: 0, profile: 'working-party', wallTime: '2099-06-12T17:00', zone: 'Europe/Brussels', forwardTo: 'PSC', notice: '' })
  for (const path of await send(gsc, circle, stick)) await receive(de, path)
  wrong.advance(4 * DAY_MS)
  await takePosition(de, dossier, 'From a clock that runs ahead.')
  wrong.advance(-6 * DAY_MS)
  await de.call('silence.respond', { dossier, procedure, response: { kind: 'objection', breaks: true, reservation: null, remark: 'Herons are not welcome.' } })
  const [bundle = ''] = await send(de, circle, stick, [gsc])
  await de.close()
  await gsc.close()
  renameSync(gsc.folder, join(profile, 'vault'))
  return bundle
}
