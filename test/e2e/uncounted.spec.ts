/** What the secretariat sees of an objection that lies on its machine and does not count: before the import, in the procedure, and before the intake is closed over it. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { OBJECTION } from '../fakes/deliberation.ts'
import { fixedClock } from '../fakes/fixedClock.ts'
import { sealLast } from '../fakes/sealLast.ts'
import { admit, makeDelegation, PASSPHRASE, receive, send } from '../fakes/testDelegation.ts'
import { openDossier, takePosition } from '../fakes/testDossier.ts'
import { temporaryFolder } from './fixtures.ts'
import { mark } from './mark.ts'
import { Person } from './person.ts'

const HOUR_MS = 3_600_000

test('an objection that came before what it builds on is named before the import, in the procedure, and before the intake is closed over it', async () => {
  test.setTimeout(180_000)
  const root = temporaryFolder('uncounted')
  const profile = join(root, 'profile')
  mkdirSync(profile)
  const bundle = await objectionAlone(root, profile)
  const person = await Person.atMachineOf({ name: 'Person of GSC', delegation: 'General Secretariat', passphrase: PASSPHRASE }, profile)
  try {
    await person.atSmallWindow()
    await person.unlock()
    await person.lookInside(bundle)
    await person.sees('Would break silence, and does not count yet:')
    await person.lookInEveryLight('exchange-in-waits')
    await person.press('Keep 1 item that waits')
    await person.sees(/1 wait for what has not arrived/)
    await person.goTo('Desk')
    await person.sees(/On this machine, and not counted/)
    await person.lookInEveryLight('desk-uncounted')
    await person.press(/^Open the procedure/)
    await person.sees('1 answer lies here and does not count.')
    await person.lookInEveryLight('silence-uncounted')
    await person.press('Close the intake')
    const dialog = person.page.getByRole('dialog')
    const close = dialog.getByRole('button', { name: 'Close the intake' })
    await expect(dialog).toContainText('Objection, which would break silence.')
    await expect(close).toHaveAttribute('aria-disabled', 'true')
    await mark(dialog.getByRole('checkbox', { name: 'I know of these answers, and close without them' }))
    await expect(close).toHaveAttribute('aria-disabled', 'true')
    await person.fill('Note', 'Germany withdrew it by telephone')
    await person.lookInEveryLight('silence-close-uncounted')
    await person.inDialog('Close the intake')
    await person.sees(/^Closed by Person of GSC/)
    await person.sees('Germany withdrew it by telephone')
    expect(person.desktop.violations).toEqual([])
  } finally {
    await person.desktop.close()
    rmSync(root, { recursive: true, force: true })
  }
})

/** The vault of the secretariat in `profile`, with a procedure whose deadline is over; Germany’s objection in time, without what Germany had signed before. */
async function objectionAlone(root: string, profile: string): Promise<string> {
  const stick = join(root, 'stick')
  mkdirSync(stick)
  const clock = fixedClock(Date.now() - 24 * HOUR_MS)
  const gsc = await makeDelegation({ folder: join(root, 'gsc'), delegation: 'GSC', clock })
  const de = await makeDelegation({ folder: join(root, 'de'), delegation: 'DE', clock })
  const { circle } = await gsc.call('circle.found', { name: 'Horizontal Working Party on Cyber Issues', kind: 'HWPCI' })
  await admit(gsc, de, circle, stick)
  const dossier = await openDossier(gsc, circle, ['DE'])
  writeFileSync(join(stick, 'draft.md'), '# Conclusions\n\n1. The Council welcomes herons.\n')
  const { text } = await gsc.call('text.add', { dossier, source: gsc.source(join(stick, 'draft.md')), cover: { number: '9114/31' }, title: null })
  const wallTime = new Date(clock.now() + 12 * HOUR_MS).toISOString().slice(0, 16)
  const { event: procedure } = await gsc.call('silence.open', { dossier, text, rev: 0, profile: 'working-party', wallTime, zone: 'UTC', forwardTo: 'PSC', notice: '' })
  for (const path of await send(gsc, circle, stick)) await receive(de, path)
  await takePosition(de, dossier, 'Said before, and not yet delivered')
  await de.call('silence.respond', { dossier, procedure, response: OBJECTION })
  const bundle = join(stick, 'objection.chbundle')
  await sealLast(de, bundle, { circle, dossier, to: gsc.me.installation, counter: 7, now: clock.now })
  await gsc.close()
  renameSync(gsc.folder, join(profile, 'vault'))
  return bundle
}
