/** A text on paper: warned before, marked and numbered on every sheet, in the register after; and nothing of it outlives a lock. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { atOwnCircle } from './beginnings.ts'
import { removeFolder, temporaryFolder, windowCount } from './fixtures.ts'
import { pdfPages } from './pdfText.ts'
import type { Person } from './person.ts'

const GSC = { name: 'Anneli Verbeke', delegation: 'General Secretariat', passphrase: 'copper lantern drifts over seven bridges' }
const PARAGRAPHS = Array.from({ length: 60 }, (_, at) => `${at + 1}. It recalls section ${at + 1} of the report on port systems and invites Member States to continue with their work.`)

let stick: string
let gsc: Person

test.beforeAll(async () => {
  stick = temporaryFolder('stick')
  writeFileSync(join(stick, 'draft.md'), `# Draft conclusions on ports\n\n${PARAGRAPHS.join('\n\n')}\n`)
  gsc = await atOwnCircle(GSC)
  await gsc.openExercise('HALCYON 31', 'Ferry and port systems')
  await gsc.addText(join(stick, 'draft.md'), '9114/31')
  await gsc.sees('It recalls section 1 of the report')
})
test.afterAll(async () => {
  await gsc.leave()
  removeFolder(stick)
})

/** What the machine's dialog and printer do with the next page: put it on paper (a file here), or come to nothing with this reason. */
async function nextPrint(paper: string, reason: string | null): Promise<void> {
  await gsc.desktop.app.evaluate(({ app }, { path, why }) => {
    app.once('web-contents-created', (_event, contents) => {
      contents.print = ({ footer } = {}, done) => {
        const { writeFileSync: write } = process.getBuiltinModule('node:fs')
        // What a real one sets on every sheet: title of the page, the line for the foot, the number.
        const lines = { headerTemplate: '<span class="title" style="font-size: 9px"></span>', footerTemplate: `<span style="font-size: 9px">${footer} <span class="pageNumber"></span>/<span class="totalPages"></span></span>` }
        const took = why !== null ? Promise.resolve() : contents.printToPDF({ preferCSSPageSize: true, displayHeaderFooter: true, ...lines }).then((pdf) => write(path, pdf))
        void took.then(() => done?.(why === null, why ?? ''))
      }
    })
  }, { path: paper, why: reason })
}

/** The printer's dialog stays open for ever. */
async function openDialogForEver(): Promise<void> {
  await gsc.desktop.app.evaluate(({ app }) => {
    app.once('web-contents-created', (_event, contents) => {
      contents.print = () => undefined
    })
  })
}

test('is printed after a warning, with marking and number on every sheet, and stands in the register', async () => {
  const paper = join(stick, 'paper.pdf')
  await nextPrint(paper, null)
  await gsc.page.keyboard.press('Control+p')
  await gsc.sees('What is on paper is in the clear')
  await gsc.lookInEveryLight('print-dialog')
  await gsc.press('Choose a printer and print')
  await gsc.sees('The printer has taken it.')
  const sheets = pdfPages(readFileSync(paper))
  expect(sheets.length).toBeGreaterThan(2)
  for (const [at, sheet] of sheets.entries()) {
    expect(sheet.split('EXERCISELIMITEEXERCISE').length - 1, `sheet ${at + 1}`).toBeGreaterThanOrEqual(2)
    expect(sheet).toContain(`${at + 1}/${sheets.length}`)
    expect(sheet).toContain('9114/31')
  }
  expect(sheets.join('')).toContain(PARAGRAPHS[59]?.replaceAll(/\s/g, '').replace(/^60\./, ''))
  await gsc.press('Cancel')
})

test('that the person gave up is said to be so, on the screen and in the register', async () => {
  await nextPrint('', 'Print job canceled')
  await gsc.press('Print')
  await gsc.press('Choose a printer and print')
  await gsc.sees('Nothing was printed: the printer’s dialog was closed.')
  await gsc.press('Cancel')
  await gsc.goTo('Register')
  await gsc.fill('Words', 'clean')
  await expect(gsc.page.getByRole('table', { name: 'Register' }).getByRole('button', { name: 'Text printed' })).toHaveCount(2)
  await gsc.fill('Words', 'print-cancelled')
  await expect(gsc.page.getByRole('table', { name: 'Register' }).locator('tbody tr')).toHaveCount(1)
})

test('is gone from the printing window when the vault is locked while the dialog is open', async () => {
  await gsc.goTo('Texts')
  await gsc.press(/^Draft conclusions on/)
  await gsc.sees('It recalls section 1 of the report')
  await openDialogForEver()
  await gsc.press('Print')
  await gsc.press('Choose a printer and print')
  await expect.poll(() => windowCount(gsc.desktop.app)).toBe(2)
  await gsc.lock()
  await expect.poll(() => windowCount(gsc.desktop.app)).toBe(1)
  expect(gsc.desktop.violations).toEqual([])
})
