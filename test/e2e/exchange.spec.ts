/** Three machines and a stick: what goes and what is held back, what comes in whole, damaged, for others, out of order and twice, and the way back. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { refusalWords } from '../../shared/ipc/refusalWords.ts'
import { atDesk, found, vaultOf } from './beginnings.ts'
import { removeFolder, temporaryFolder } from './fixtures.ts'
import type { Person } from './person.ts'

const GSC = { name: 'Anneli Verbeke', delegation: 'General Secretariat', passphrase: 'copper lantern drifts over seven bridges' }
const CZECHIA = { name: 'Karel Dvořák', delegation: 'Czechia', passphrase: 'seven barges sleep under the old weir' }
const LATVIA = { name: 'Ilze Kalniņa', delegation: 'Latvia', passphrase: 'eleven herons cross the frozen harbour' }

let stick: string
let gsc: Person
let czechia: Person
let latvia: Person

test.beforeAll(() => { stick = temporaryFolder('stick') })
test.afterAll(() => removeFolder(stick))
test.setTimeout(600_000)

test('what may go goes, what may not is named with what would release it, and what came in can be taken back', async () => {
  const begun = await Promise.all([vaultOf(GSC), vaultOf(CZECHIA), vaultOf(LATVIA)])
  await found(begun[0], begun.slice(1))
  ;[gsc, czechia, latvia] = await Promise.all([atDesk(begun[0]), atDesk(begun[1]), atDesk(begun[2])])
  try {
    await test.step('an exercise for a circle of three', convene)
    await test.step('the plan names what is held back, and its originator consents', heldBack)
    await test.step('damaged, for others, twice, and with one before it missing', arrivals)
    await test.step('a whole folder comes in with one report, is taken back, and comes again', wholeFolder)
    await test.step('who has what, the history, and evidence', overviews)
    for (const { desktop } of [gsc, czechia, latvia]) {
      expect(desktop.violations).toEqual([])
      expect(desktop.errors).toEqual([])
    }
  } finally {
    for (const person of [latvia, czechia, gsc]) await person.leave()
  }
})

async function convene(): Promise<void> {
  for (const person of [gsc, czechia, latvia]) await person.makeSmall()
  await gsc.openExercise('CYBER 48', 'Ferry and port systems')
  for (const file of await gsc.send(stick)) for (const member of [czechia, latvia]) await member.receive(file)
}

/** Said as the screens say it, without their forms. */
function contribute(person: Person, title: string, marking: object): Promise<unknown> {
  return person.page.evaluate(async ([name, mark]) => {
    const dossiers = await window.chancery.methods['dossier.list']({})
    const dossier = dossiers.ok ? dossiers.value.dossiers[0] : undefined
    if (dossier === undefined) throw new Error('no dossier')
    const answer = await window.chancery.methods['dossier.contribute']({
      dossier: dossier.dossier, title: String(name), kind: 'technical', source: '', text: 'Two beacons.', marking: { ...dossier.marking, ...Object(mark) }, reliability: null, credibility: null, limitedTo: null,
    })
    if (!answer.ok) throw new Error(answer.error.code)
  }, [title, marking] as const)
}

async function heldBack(): Promise<void> {
  await contribute(czechia, 'Pilot-station logs', { tlp: 'RED' })
  await contribute(czechia, 'Assessment of 3 June', { classification: 'R-UE/EU-R', tlp: null })
  await czechia.goTo('Exchange')
  await czechia.sees('Held back, and what would release it')
  await czechia.sees('TLP:RED: only for those whom its originator named.')
  await czechia.lookInEveryLight('exchange-out-held')
  await czechia.press('Consent…')
  await czechia.look('exchange-consent')
  await czechia.fill('Reason', 'For the exercise')
  await czechia.press('Consent')
  await expect(czechia.page.getByRole('dialog')).toHaveCount(0)
  await expect(czechia.page.getByText('TLP:RED: only for those whom its originator named.')).toHaveCount(0)
  for (const file of await send(czechia)) await gsc.receive(file)
  await gsc.goTo('Exchange')
  await gsc.sees('No written consent from its originator to send it any further.')
  await gsc.lookInEveryLight('exchange-out-forwarded')
}

/** To everybody, into a folder of its own: each file has a place where nobody looks for another. */
let folders = 0
async function send(person: Person): Promise<string[]> {
  folders += 1
  const folder = join(stick, `${folders}`)
  mkdirSync(folder)
  return person.send(folder)
}

async function arrivals(): Promise<void> {
  // One file for Czechia, which may have its own, and one for Latvia, which may not.
  const forLatvia = (await send(gsc)).at(-1) ?? ''
  const bytes = readFileSync(forLatvia)
  bytes[bytes.length - 30] = (bytes[bytes.length - 30] ?? 0) ^ 1
  const damaged = join(stick, 'damaged.chbundle')
  writeFileSync(damaged, bytes)
  await latvia.lookInside(damaged)
  await latvia.sees(refusalWords({ code: 'bundle-altered', facts: {} }).meaning)
  await latvia.look('exchange-in-damaged')
  const ownFiles = await send(latvia)
  await latvia.lookInside(ownFiles[0] ?? '')
  await latvia.sees(refusalWords({ code: 'bundle-not-for-you', facts: {} }).meaning)
  await latvia.receive(forLatvia)
  await latvia.lookInside(forLatvia)
  await latvia.sees('This bundle has been imported already.')
  await latvia.press('Put the file aside')
  const [lost = ''] = await send(czechia)
  await contribute(czechia, 'A second look', { tlp: 'AMBER' })
  const [second = ''] = await send(czechia)
  await gsc.lookInside(second)
  await gsc.sees('Gap before it')
  await gsc.lookInEveryLight('exchange-in-gap')
  await gsc.press(/^Import \d+ items?$/)
  await gsc.sees(/items? imported\./)
  await gsc.lookInside(lost)
  await gsc.sees('In order')
  await gsc.press('Put the file aside')
}

async function wholeFolder(): Promise<void> {
  const folder = join(stick, 'evening')
  mkdirSync(folder)
  for (const [at, person] of [czechia, latvia].entries()) {
    await contribute(person, `Evening report ${at}`, { tlp: 'AMBER' })
    for (const file of await send(person)) copyFileSync(file, join(folder, `from-${at}.chbundle`))
  }
  copyFileSync(join(stick, 'damaged.chbundle'), join(folder, 'damaged.chbundle'))
  await gsc.goTo('Exchange')
  await gsc.page.getByRole('tab', { name: 'In' }).click()
  await gsc.choose(folder, 'Choose a whole folder')
  await gsc.sees('3 files: what they would change together')
  await gsc.lookInEveryLight('exchange-in-batch')
  await gsc.press('Import 2 files')
  await gsc.sees(/items? imported\./)
  await gsc.look('exchange-in-imported')
  await gsc.press('Undo this import')
  await gsc.sees(/taken back\./)
  expect(await contributions(gsc)).not.toContain('Evening report 0')
  await gsc.choose(folder, 'Choose a whole folder')
  await gsc.press('Import 2 files')
  await gsc.sees(/items? imported\./)
  expect(await contributions(gsc)).toEqual(expect.arrayContaining(['Evening report 0', 'Evening report 1']))
}

function contributions(person: Person): Promise<string[]> {
  return person.page.evaluate(async () => {
    const dossiers = await window.chancery.methods['dossier.list']({})
    const [one] = dossiers.ok ? dossiers.value.dossiers : []
    const shown = one === undefined ? null : await window.chancery.methods['dossier.show']({ dossier: one.dossier })
    return shown?.ok === true ? shown.value.state.contributions.map((said) => said.title) : []
  })
}

async function overviews(): Promise<void> {
  await gsc.page.getByRole('tab', { name: 'Who has what' }).click()
  await expect(gsc.page.getByRole('table', { name: 'Who has what' }).getByText(LATVIA.name)).toBeVisible()
  await gsc.lookInEveryLight('exchange-matrix')
  await gsc.page.getByRole('tab', { name: 'History' }).click()
  await gsc.lookInEveryLight('exchange-history')
  await gsc.page.getByRole('tab', { name: 'Evidence' }).click()
  await expect(gsc.page.getByRole('heading', { name: 'What does not fit together' })).toBeVisible()
  await gsc.lookInEveryLight('exchange-evidence')
}
