/** A newcomer with an empty vault loads the exercise and looks at every screen of a case, in both lights and in the smallest window. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { atOwnVault } from './beginnings.ts'
import { removeFolder, temporaryFolder } from './fixtures.ts'
import { pdfPages } from './pdfText.ts'
import { mark } from './mark.ts'
import type { Person } from './person.ts'

const NEWCOMER = { name: 'Noor Hendrikse', delegation: 'Czechia', passphrase: 'nine slow barges pass the open lock' }

const TABS = ['Timeline', 'Overview', 'Awareness', 'Attribution', 'Options, measures', 'Positions', 'Decisions', 'Implementation', 'Communication', 'Partners', 'Evaluation', 'Texts', 'Attachments'] as const
/** Words that stand on the tab only if it is filled. */
const SEEN: Readonly<Record<(typeof TABS)[number], RegExp>> = {
  'Timeline': /second wave is still disputed/, 'Overview': /Council procedures, without IPCR/, 'Awareness': /Assessments that disagree/, 'Attribution': /Where the States stand/, 'Options, measures': /A quiet word, and help/, 'Positions': /Delegations and options/,
  'Decisions': /9120\/31/, 'Implementation': /Overdue by 1 day/, 'Communication': /The ports are working again/, 'Partners': /To make parallel démarches/, 'Evaluation': /The relay is silent since yesterday/, 'Texts': /Options note on the activity/, 'Attachments': /EXERCISE sailings cancelled per day\.png/,
}

/** Chapters and annexes of the case file, as they are named without spaces. */
const CHAPTERS = [
  ...['Theactivity', 'Theninesteps', 'Situationalawareness', 'Attribution', 'Optionsandmeasures', 'Positions', 'Deliberationsanddecisions', 'Implementation', 'Communication', 'Partners', 'Evaluation', 'Textsandsilenceprocedures'].map((title, at) => ({ number: `${at + 1}`, sign: '.', title })),
  ...['Attachments', 'Timeline', 'Registerreference'].map((title, at) => ({ number: `Annex${'ABC'[at] ?? ''}`, sign: ':', title })),
]

/** Every sheet is marked and numbered, and each chapter begins on the sheet that the contents name. */
function holdsWhatItsContentsSay(sheets: readonly string[]): void {
  for (const [at, sheet] of sheets.entries()) {
    expect(sheet.split('EXERCISELIMITETLP:AMBEREXERCISE').length - 1, `sheet ${at + 1}`).toBe(2)
    expect(sheet).toContain(`Page${at + 1}of${sheets.length}`)
  }
  const [first = ''] = sheets
  expect(first).toContain('Thisisanexercise.')
  // The line at the head of a sheet is drawn last.
  const contents = first.slice(first.indexOf('Contents'), first.indexOf('EXHALCYON', first.indexOf('Contents')))
  let from = 0
  for (const [at, { number, sign, title }] of CHAPTERS.entries()) {
    from = contents.indexOf(`${number}${title}`, from) + number.length + title.length
    const next = CHAPTERS[at + 1]
    const sheet = contents.slice(from, next === undefined ? undefined : contents.indexOf(`${next.number}${next.title}`, from))
    expect(sheet, title).toMatch(/^\d+$/)
    expect(sheets[Number(sheet) - 1], title).toContain(`${number}${sign}${title}`)
  }
}

/** What on the screen can be scrolled sideways, by its name. */
function scrollsSideways({ page }: Person): Promise<string[]> {
  return page.evaluate(() => [...document.querySelectorAll('main, main *')]
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(one).overflowX))
    .map((one) => one.getAttribute('aria-label') ?? one.className))
}

test('the exercise fills every screen of a case, marked EXERCISE on each', async () => {
  const folder = temporaryFolder('out')
  const newcomer = await atOwnVault(NEWCOMER)
  const { page } = newcomer
  try {
    await newcomer.goTo('Dossiers')
    await newcomer.press('Load the exercise')
    // Seventy events by seven people, each signed: a moment on a busy machine.
    await expect(page.getByRole('heading', { level: 1, name: 'Ferry and port systems, northern basin (EXERCISE)' })).toBeVisible({ timeout: 60_000 })
    for (const tab of TABS) {
      await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
      await expect(page.getByRole('tabpanel').getByText(SEEN[tab]).first()).toBeVisible()
      await newcomer.lookInEveryLight(`case-${tab.toLowerCase().replace(/[^a-z]+/g, '-')}`)
      await expect(page.getByText('EXERCISE', { exact: false }).first()).toBeVisible()
      await page.setViewportSize({ width: 1024, height: 700 })
      expect(await scrollsSideways(newcomer), tab).toEqual([])
      await page.setViewportSize({ width: 1280, height: 840 })
    }
    await page.setViewportSize({ width: 1280, height: 720 })
    await test.step('what was attached to a contribution is one press away, and can be looked at', async () => {
      await page.getByRole('tab', { name: /^Awareness/ }).click()
      await newcomer.press('Open the attachments: Severity across the basin')
      await page.getByRole('tabpanel').getByRole('button', { name: /^View/ }).click()
      await expect(page.getByRole('dialog').getByRole('img')).toBeVisible()
      await newcomer.look('case-picture')
      await page.keyboard.press('Escape')
    })
    await test.step('what STIX has no form for is said before indicators are written and after', async () => {
      await page.getByRole('tab', { name: /^Awareness/ }).click()
      await newcomer.press('Write as STIX or MISP')
      await newcomer.sees(/^1 indicator of the kind “Other” goes into a note as words/)
      await newcomer.tick('I know that the file is no longer protected by the vault')
      await newcomer.choose(folder, 'Choose a folder and write')
      await newcomer.sees('Written and read back:')
      await newcomer.sees(/^1 indicator of the kind “Other” goes into a note as words/)
      await newcomer.lookInEveryLight('case-indicators-write')
      await mark(page.getByRole('dialog').getByRole('radio', { name: 'MISP' }))
      await expect(page.getByText(/STIX has no form/)).toHaveCount(0)
      await page.keyboard.press('Escape')
    })
    await page.getByRole('tab', { name: /^Options/ }).click()
    await newcomer.sees('The text has changed since: see what differs')
    await test.step('a position on an option, from wherever it is taken, stands in the table of the options', async () => {
      await newcomer.press('Take a position')
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: /^On/ }).or(dialog.getByRole('button', { name: /Choose an option/ })).first().click()
      await page.getByRole('option', { name: 'A public statement, then listings' }).click()
      await mark(dialog.getByRole('radio', { name: 'needs time' }))
      await dialog.getByRole('button', { name: 'Take a position' }).click()
      await expect(dialog).toHaveCount(0)
      await page.getByRole('tab', { name: /^Positions/ }).click()
      await expect(page.getByRole('table', { name: 'Delegations and options' }).getByRole('row', { name: /^CZ/ })).toContainText('needs time')
    })
    await newcomer.look('case-options-small')
    await page.getByRole('tab', { name: /^Positions/ }).click()
    await newcomer.look('case-positions-small')
    await test.step('the case file is printed, marked on every page', async () => {
      await newcomer.press('Print the case file')
      await newcomer.tick('I know that the file is no longer protected by the vault')
      await newcomer.look('case-print')
      await newcomer.choose(folder, 'Choose a folder and write')
      await newcomer.sees('Written and read back:')
      const [file = '', ...more] = readdirSync(folder).filter((name) => name.endsWith('.pdf'))
      expect(more).toEqual([])
      holdsWhatItsContentsSay(pdfPages(readFileSync(join(folder, file))))
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    })
    await test.step('the dossier of the actor says what was linked to it and learnt for it, and leads there', async () => {
      await newcomer.goTo('Dossiers')
      await newcomer.press(/^Grey Heron/)
      await page.getByRole('tab', { name: 'Evaluation' }).click()
      await expect(page.getByRole('tabpanel').getByText('Logs of operators were asked for too late.')).toBeVisible()
      await newcomer.look('actor-lessons')
      await page.getByRole('tab', { name: 'Overview' }).click()
      await expect(page.getByRole('tabpanel').getByText('It belongs to this dossier.')).toBeVisible()
      await newcomer.look('actor-links')
      await newcomer.press('Open: Ferry and port systems, northern basin (EXERCISE)')
      await expect(page.getByRole('heading', { level: 1, name: 'Ferry and port systems, northern basin (EXERCISE)' })).toBeVisible()
    })
    await test.step('all dossiers on a board, the catalogue, and what is overdue on the desk', async () => {
      await newcomer.goTo('Dossiers')
      await newcomer.press('Board by step')
      await newcomer.lookInEveryLight('dossiers-board')
      const board = page.getByRole('table', { name: 'Dossiers by step' })
      await page.setViewportSize({ width: 1024, height: 700 })
      expect(await scrollsSideways(newcomer)).toEqual([])
      await newcomer.look('dossiers-board-small')
      await page.setViewportSize({ width: 1280, height: 720 })
      await expect(board.getByRole('row')).toHaveCount(3)
      await board.getByRole('button', { name: /^4 Deliberate/ }).click()
      await expect(board.getByRole('row')).toHaveCount(2)
      await board.getByRole('button', { name: /^1 Start/ }).click()
      await newcomer.sees('No dossier is in step 1 Start discussions.')
      await expect(page.getByRole('button', { name: 'Load the exercise' })).toHaveCount(0)
      await newcomer.press('Catalogue of measures')
      await newcomer.sees('Working list, not an official list of the Council')
      await newcomer.tick('Only what can be used without attribution')
      await expect(page.getByText('Listing under the cyber sanctions regime')).toHaveCount(0)
      await newcomer.lookInEveryLight('catalogue')
      await newcomer.goTo('Desk')
      await newcomer.sees('1 day overdue')
      await newcomer.look('desk-exercise')
    })
    expect(newcomer.desktop.violations).toEqual([])
    expect(newcomer.desktop.errors).toEqual([])
  } finally {
    await newcomer.leave()
    removeFolder(folder)
  }
})
