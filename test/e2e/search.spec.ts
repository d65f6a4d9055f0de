/** Finding by words in the real app: with and without accents, as a phrase, by the keyboard alone, and the commands in the same field. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Locator } from '@playwright/test'
import { atOwnCircle } from './beginnings.ts'
import { removeFolder, temporaryFolder } from './fixtures.ts'
import type { Person } from './person.ts'

const GSC = { name: 'Anneli Verbeke', delegation: 'General Secretariat', passphrase: 'copper lantern drifts over seven bridges' }
const FILLER = Array.from({ length: 40 }, (_, at) => `${at + 2}. It recalls section ${at + 2} of the report on port systems and invites Member States to continue.`)
const DRAFT = `# Draft conclusions on the protection of ports

1. The Council notes the intrusions.

${FILLER.join('\n\n')}

42. It thanks the crews in Łódź and Évora who kept ferries running by hand[^1].

[^1]: As described by the harbourmaster.
`

let stick: string
let gsc: Person

test.beforeAll(async () => {
  stick = temporaryFolder('stick')
  writeFileSync(join(stick, 'draft.md'), DRAFT)
  gsc = await atOwnCircle(GSC)
  await openDossier()
})
test.afterAll(async () => {
  await gsc.leave()
  removeFolder(stick)
})

async function openDossier(): Promise<void> {
  await gsc.openExercise('HALCYON 31', 'Ferry and port systems, northern basin')
  await gsc.press('Take a position')
  await gsc.fill('On', 'A joint statement')
  await gsc.fill('Remark', 'Provided that attribution stays out of it.')
  await gsc.inDialog('Take a position')
  await gsc.addText(join(stick, 'draft.md'), '9114/31')
  await gsc.sees('The Council notes the intrusions.')
}

const field = (): Locator => gsc.page.getByRole('combobox', { name: 'Find a text, a delegation, a command' })
const options = (): Locator => gsc.page.getByRole('option')
const paragraph = (): Locator => gsc.page.locator('[data-block]:focus')

async function find(words: string): Promise<void> {
  await gsc.page.keyboard.press('Control+k')
  await expect(field()).toBeFocused()
  await gsc.page.keyboard.type(words)
}

test('a word is found with and without its accents, and Enter goes to its paragraph', async () => {
  for (const typed of ['lodz', 'Łódź', 'EVORA']) {
    await gsc.goTo('Desk')
    await find(typed)
    await expect(options()).toHaveCount(1)
    await expect(options().locator('mark')).toHaveText(typed === 'EVORA' ? 'Évora' : 'Łódź')
    await expect(options()).toContainText('9114/31 · paragraph 42')
    await gsc.page.keyboard.press('Enter')
    await expect(paragraph()).toContainText('kept ferries running by hand')
    await expect(paragraph()).toBeInViewport()
    await expect(gsc.page.getByRole('dialog')).toHaveCount(0)
  }
  await gsc.lookInEveryLight('search-paragraph')
})

test('what was found already is gone to again, and Enter does not wait for the list', async () => {
  await gsc.page.locator('section[aria-label="Clean"]').evaluate((pane) => pane.scrollTo(0, 0))
  await find('harbourmaster')
  await gsc.page.keyboard.press('Enter')
  await expect(paragraph()).toContainText('42.')
  await expect(paragraph()).toBeInViewport()
})

test('a phrase is found only where its words follow one another', async () => {
  await gsc.goTo('Desk')
  await find('"running by hand"')
  await expect(options()).toHaveCount(1)
  await gsc.page.keyboard.press('Control+a')
  await gsc.page.keyboard.type('"hand by running"')
  await gsc.sees('Nothing found.')
  await expect(options()).toHaveCount(0)
  await gsc.look('search-nothing')
  await gsc.page.keyboard.press('Escape')
  await expect(gsc.page.getByRole('dialog')).toHaveCount(0)
})

test('what a delegation said is found on its tab of the dossier', async () => {
  await find('attribution')
  await expect(options()).toHaveCount(1)
  await gsc.page.keyboard.press('Enter')
  await expect(gsc.page.getByRole('tab', { name: /^Positions/, selected: true })).toBeVisible()
  await gsc.sees('Provided that attribution stays out of it.')
})

test('the list is walked with the arrows, and the marking of what it shows stands at the head', async () => {
  await gsc.goTo('Settings')
  await expect(gsc.page.getByRole('status', { name: 'Marking of what is on screen' })).toContainText('Nothing marked is on screen')
  await gsc.button(/^Find a text/).click()
  await expect(field()).toBeFocused()
  await gsc.lookInEveryLight('search-commands')
  await gsc.page.keyboard.type('port sy')
  await expect(options().nth(8)).toBeVisible()
  await expect(gsc.page.getByLabel('Marking of what is on screen')).toContainText('LIMITE')
  await expect(options().first()).toHaveAttribute('aria-selected', 'true')
  await gsc.page.keyboard.press('ArrowDown')
  await gsc.page.keyboard.press('ArrowDown')
  await expect(options().nth(2)).toHaveAttribute('aria-selected', 'true')
  expect(await field().getAttribute('aria-activedescendant')).toBe(await options().nth(2).getAttribute('id'))
  await gsc.page.keyboard.press('ArrowUp')
  await gsc.page.keyboard.press('ArrowUp')
  await gsc.page.keyboard.press('ArrowUp')
  await expect(options().last()).toHaveAttribute('aria-selected', 'true')
  await expect(options().last()).toBeInViewport()
  await gsc.lookInEveryLight('search-found')
  await gsc.page.keyboard.press('Escape')
  await expect(gsc.button(/^Find a text/)).toBeFocused()
  await expect(gsc.page.getByLabel('Marking of what is on screen')).toContainText('Nothing marked is on screen')
})

test('commands: a section, a delegation, the appearance, the lock', async () => {
  for (const [typed, heading] of [['regis', 'Register'], ['gsc verb', 'Directory'], ['halcyon', 'Ferry and port systems, northern basin']] as const) {
    await find(typed)
    await expect(options().first()).toBeVisible()
    await gsc.page.keyboard.press('Enter')
    await expect(gsc.page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  }
  await find('dark')
  await gsc.page.keyboard.press('Enter')
  await expect(gsc.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  const loaded = gsc.page.waitForEvent('load')
  await find('lock the')
  await gsc.page.keyboard.press('Enter')
  await loaded
  await expect(gsc.button(/^Unlock/)).toBeVisible()
  expect(gsc.desktop.violations).toEqual([])
  expect(gsc.desktop.errors).toEqual([])
})
