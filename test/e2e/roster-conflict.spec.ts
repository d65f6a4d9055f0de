/** A secretariat that shows some members another roster than others: the circle stops, says so wherever one would go on, and the proof can leave. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { atDesk, found, vaultOf } from './beginnings.ts'
import { answerNextDialog, removeFolder, runCommand, temporaryFolder } from './fixtures.ts'
import type { Person } from './person.ts'

const GSC = { name: 'Anneli Verbeke', delegation: 'General Secretariat', passphrase: 'copper lantern drifts over seven bridges' }
const CZECHIA = { name: 'Karel Dvořák', delegation: 'Czechia', passphrase: 'seven barges sleep under the old weir' }
const LATVIA = { name: 'Ilze Kalniņa', delegation: 'Latvia', passphrase: 'eleven herons cross the frozen harbour' }

const STOPPED = /two different rosters claim to be number \d+: the secretariat showed/i

let stick: string

test.beforeAll(() => { stick = temporaryFolder('stick') })
test.afterAll(() => removeFolder(stick))
test.setTimeout(480_000)

test('two rosters under one number stop the circle, in words on every screen where it would go on', async () => {
  const begun = await Promise.all([vaultOf(GSC), vaultOf(CZECHIA), vaultOf(LATVIA)])
  await found(begun[0], begun.slice(1))
  const [secretariat, czechia, latvia] = await Promise.all([atDesk(begun[0]), atDesk(begun[1]), atDesk(begun[2])])
  let present: readonly Person[] = [secretariat, czechia, latvia]
  try {
    for (const file of await secretariat.send(stick)) await czechia.receive(file)
    const [gsc, twin] = await secretariat.doubled()
    present = [gsc, twin, czechia, latvia]
    const [told, otherwise] = [await tell(gsc, 'Suspend'), await tell(twin, 'Remove from the circle')]
    await czechia.makeSmall()
    await czechia.receive(told)
    await test.step('the other roster is refused', () => refused(czechia, otherwise))
    await test.step('the directory says what happened and what to do', () => notice(czechia))
    await test.step('nothing goes out', () => nothingOut(czechia))
    await test.step('the proof leaves, and holds without a vault', () => proof(czechia))
    for (const { desktop } of [gsc, twin, czechia]) expect([desktop.violations, desktop.errors]).toEqual([[], []])
  } finally {
    for (const person of present) await person.leave()
  }
})

/** Decides about Latvia, and writes it for everybody; the file for Czechia. */
async function tell(by: Person, decision: string): Promise<string> {
  await by.actAbout(LATVIA.name, decision)
  await by.fill('Reason', 'Laptop lost on the train')
  await by.page.getByRole('dialog').getByRole('button', { name: new RegExp(`^(Suspend|Remove) ${LATVIA.name}`) }).click()
  await expect(by.page.getByRole('dialog')).toHaveCount(0)
  const [file = ''] = await by.send(temporaryIn(decision))
  return file
}

/** A folder of its own on the stick: each of the two writes under the same number. */
function temporaryIn(name: string): string {
  const folder = join(stick, name)
  if (!existsSync(folder)) mkdirSync(folder)
  return folder
}

async function refused(czechia: Person, file: string): Promise<void> {
  await czechia.lookInside(file)
  await czechia.sees(STOPPED)
  await czechia.lookInEveryLight('conflict-in')
}

async function notice(czechia: Person): Promise<void> {
  await czechia.goTo('Directory')
  await czechia.sees(/^Two rosters claim to be number \d+\.$/)
  await czechia.sees(/Nothing of this circle is taken in or sent any more/)
  await czechia.lookInEveryLight('conflict-directory')
  await czechia.press('Go to the evidence')
  await expect(czechia.page.getByRole('heading', { name: 'What does not fit together' })).toBeVisible()
  await czechia.lookInEveryLight('conflict-evidence')
}

async function nothingOut(czechia: Person): Promise<void> {
  await czechia.page.getByRole('tab', { name: 'Out' }).click()
  await czechia.sees(STOPPED)
  await expect(czechia.button('Choose a folder and write')).toBeDisabled()
  await expect(czechia.page.getByText('There is nothing to write.')).toHaveCount(0)
  await czechia.lookInEveryLight('conflict-out')
}

async function proof(czechia: Person): Promise<void> {
  const folder = temporaryIn('proof')
  await czechia.page.getByRole('tab', { name: 'Evidence' }).click()
  await answerNextDialog(czechia.desktop.app, folder)
  await czechia.press('Write to a file')
  await czechia.sees(/\.chevidence/)
  const [file = ''] = readdirSync(folder)
  const verified = runCommand(['evidence', 'verify', join(folder, file)])
  expect([verified.code, verified.out]).toEqual([0, expect.stringContaining('signed two rosters that cannot both be')])
}
