/** A case from step 1 to 9 by three people on three machines: described, shared, an options note printed, negotiated and decided, carried out and evaluated. */
import { expect, test } from '@playwright/test'
import { atDesk, found, vaultOf } from './beginnings.ts'
import { removeFolder, temporaryFolder } from './fixtures.ts'
import { mark } from './mark.ts'
import type { Person } from './person.ts'
import { replaceWord } from './typing.ts'

const GSC = { name: 'Anneli Verbeke', delegation: 'General Secretariat', passphrase: 'copper lantern drifts over seven bridges' }
const LATVIA = { name: 'Ilze Kalniņa', delegation: 'Latvia', passphrase: 'eleven herons cross the frozen harbour' }
const CZECHIA = { name: 'Radovan Hruskovec', delegation: 'Czechia', passphrase: 'nine slow barges pass the open lock' }
const CASE = 'Ferry and port systems'
const NOTE = 'Options note on ferry and port systems'

let stick: string
let gsc: Person
let latvia: Person
let czechia: Person

test.setTimeout(420_000)
test.beforeAll(() => { stick = temporaryFolder('stick') })
test.afterAll(() => removeFolder(stick))

test('three delegations take a case through the nine steps', async () => {
  const begun = await Promise.all([vaultOf(GSC), vaultOf(LATVIA), vaultOf(CZECHIA)])
  await found(begun[0], begun.slice(1))
  ;[gsc, latvia, czechia] = await Promise.all([atDesk(begun[0]), atDesk(begun[1]), atDesk(begun[2])])
  try {
    await test.step('1: the activity is described', description)
    await test.step('2: both delegations contribute', awareness)
    await test.step('3: an options note with one option is printed into a text', note)
    await test.step('4: positions, a State’s own attribution, and other words for the note', deliberation)
    await test.step('5: the measure is decided', decision)
    await test.step('6 to 9: carried out, with a partner, evaluated, and a step reopened', rest)
    await test.step('all three see the same case', sameCase)
    for (const { desktop } of [gsc, latvia, czechia]) {
      expect(desktop.violations).toEqual([])
      expect(desktop.errors).toEqual([])
    }
  } finally {
    for (const person of [czechia, latvia, gsc]) await person.leave()
  }
})

async function openTab(person: Person, tab: string): Promise<void> {
  await person.goTo('Dossiers')
  await person.press(CASE)
  await person.page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
}

async function sign(person: Person): Promise<void> {
  await person.inDialog('Sign and add')
}

async function markStep(step: string, state: 'Reopened' | 'Begun' | 'Done', words: string): Promise<void> {
  await openTab(gsc, 'Timeline')
  await gsc.press('Mark a step')
  const dialog = gsc.page.getByRole('dialog')
  await dialog.getByRole('button', { name: /Step/ }).click()
  await gsc.page.getByRole('option', { name: new RegExp(step) }).click()
  await mark(dialog.getByRole('radio', { name: state }))
  await dialog.getByRole('textbox', { name: 'Note' }).fill(words)
  await dialog.getByRole('button', { name: 'Mark a step' }).click()
  await expect(dialog).toHaveCount(0)
}

/** From the secretariat to both, or from both to the secretariat. */
async function goesOut(): Promise<void> {
  const [bundle = ''] = await gsc.send(stick)
  for (const person of [latvia, czechia]) await person.receive(bundle)
}
async function comesBack(): Promise<void> {
  for (const person of [latvia, czechia]) {
    const [bundle = ''] = await person.send(stick)
    await gsc.receive(bundle)
  }
}

async function description(): Promise<void> {
  await gsc.openExercise('HALCYON 31', CASE)
  await expect(gsc.page.getByRole('heading', { name: CASE })).toBeVisible()
  await markStep('Start discussions', 'Begun', 'Raised in the working party.')
  await openTab(gsc, 'Overview')
  await gsc.press('Describe the activity')
  await gsc.fill('Scope', 'Four ports')
  await gsc.fill('Impact', 'Ferries stood still for two days')
  await gsc.look('case-describe')
  await sign(gsc)
  await gsc.sees('Scope: Four ports')
  await goesOut()
}

async function awareness(): Promise<void> {
  for (const person of [latvia, czechia]) {
    await openTab(person, 'Awareness')
    await person.press('Contribute')
    await person.fill('Title', `Traces in ${person.who.delegation}`)
    await person.fill('What is to be shared', 'The loader came with an update.')
    await person.inDialog('Contribute')
  }
  await openTab(latvia, 'Attribution')
  await latvia.press('State your position')
  await mark(latvia.page.getByRole('radio', { name: 'Attributes' }))
  await latvia.fill('Actor or cluster', 'Grey Heron')
  await sign(latvia)
  await comesBack()
  await markStep('Share situational awareness', 'Done', 'Two contributions.')
  await openTab(gsc, 'Awareness')
  await gsc.sees('Traces in Latvia')
  await gsc.sees('Traces in Czechia')
  await openTab(gsc, 'Attribution')
  await expect(gsc.button('State your position')).toHaveCount(0)
  await gsc.sees('Grey Heron')
}

async function note(): Promise<void> {
  await openTab(gsc, 'Options')
  await gsc.press('Begin a note')
  await gsc.fill('Title', NOTE)
  await gsc.fill('Background', 'The systems of four ports have failed in three waves.')
  await sign(gsc)
  await gsc.press('Add an option')
  await gsc.fill('Title', 'A quiet word')
  await gsc.press('Add Démarche through delegations and embassies')
  const proportion = gsc.page.getByRole('dialog').getByRole('group', { name: 'Proportion to the activity' })
  await proportion.getByLabel('Scale', { exact: true }).fill('Four ports')
  await proportion.getByText('What it rests on').click()
  await mark(proportion.getByRole('checkbox', { name: 'CZ: Traces in Czechia' }))
  await expect(proportion.getByText('Rests on 1 source')).toBeVisible()
  await gsc.lookInEveryLight('case-option-form')
  await sign(gsc)
  await gsc.sees('to be tailored to the degree of attribution')
  await gsc.sees('Scale: Four ports (rests on CZ: Traces in Czechia)')
  await gsc.press('Print into a text')
  await gsc.fill('Number of the document', '9300/31')
  await gsc.inDialog('Print into a text')
  await gsc.sees('The systems of four ports have failed in three waves.')
  await markStep('Explore a joint response', 'Done', 'An options note.')
  await goesOut()
}

async function deliberation(): Promise<void> {
  for (const person of [latvia, czechia]) {
    await openTab(person, 'Options')
    await person.page.getByRole('tabpanel').getByRole('button', { name: 'Take a position' }).first().click()
    const dialog = person.page.getByRole('dialog')
    await mark(dialog.getByRole('radio', { name: person === latvia ? 'supports' : 'needs time' }))
    if (person === czechia) await dialog.getByLabel('What it would take').fill('A later date')
    await dialog.getByRole('button', { name: 'Take a position' }).click()
    await expect(dialog).toHaveCount(0)
  }
  await latvia.goTo('Texts')
  await latvia.press(new RegExp(NOTE))
  await latvia.press('Suggest changes')
  await replaceWord(latvia, 'waves', 'attacks')
  await latvia.page.keyboard.press('Escape')
  await latvia.press('Hand in 1 suggestion')
  await latvia.inDialog('Hand in 1 suggestion')
  await comesBack()
  await openTab(gsc, 'Positions')
  await gsc.sees('A later date')
  await gsc.look('case-heat')
  await gsc.goTo('Texts')
  await gsc.press(new RegExp(NOTE))
  await gsc.press('Consolidate 1 suggestion')
  await gsc.press(/^Accept A/)
  await gsc.press('Issue REV 1')
  await gsc.inDialog('Issue REV 1')
  await openTab(gsc, 'Options')
  await gsc.press('The text has changed since: see what differs')
  await expect(gsc.page.getByRole('dialog').locator('ins', { hasText: 'attacks' }).first()).toBeVisible()
  await gsc.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
}

async function decision(): Promise<void> {
  await gsc.press('Record a decision')
  await gsc.fill('Body', 'PSC')
  await gsc.fill('Document', '9301/31')
  await sign(gsc)
  await markStep('Decide', 'Done', 'Agreed.')
  await openTab(gsc, 'Decisions')
  await gsc.sees('9301/31')
  await gsc.sees('Agreed')
}

async function rest(): Promise<void> {
  await openTab(gsc, 'Implementation')
  await gsc.press('Add an action')
  await gsc.fill('What is to be done', 'Make the démarche')
  await gsc.fill('Who acts', 'EEAS')
  await gsc.fill('Due', '2020-01-31')
  await sign(gsc)
  await gsc.sees(/^Overdue by/)
  await openTab(gsc, 'Partners')
  await gsc.press('Record a request')
  await gsc.fill('Partner', 'Norway')
  await gsc.fill('What is asked', 'Parallel démarches')
  await sign(gsc)
  await openTab(gsc, 'Evaluation')
  await gsc.press('Add a lesson')
  await gsc.fill('The lesson', 'Ask operators for their logs on the first day.')
  await sign(gsc)
  for (const step of ['Implement', 'Involve partners', 'Evaluate impact']) await markStep(step, 'Begun', 'Under way.')
  await markStep('Share situational awareness', 'Reopened', 'New logs have arrived.')
  await markStep('Continue', 'Begun', 'The second wave is still open.')
  await openTab(gsc, 'Timeline')
  await gsc.lookInEveryLight('case-whole')
  await goesOut()
}

async function sameCase(): Promise<void> {
  const states: (string | null)[] = []
  for (const person of [gsc, latvia, czechia]) {
    await openTab(person, 'Evaluation')
    await person.sees('Ask operators for their logs on the first day.')
    states.push(await person.page.getByText(/^State [0-9a-f]{16}$/).first().textContent())
  }
  expect(new Set(states).size).toBe(1)
}
