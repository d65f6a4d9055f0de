/** The register as a security officer reads it: filters, what an entry says, the check, and exports that hold what was on the list. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { registerActionWords } from '../../shared/ipc/registerActions.ts'
import { NO_REGISTER_FILTER, type RegisterEntry } from '../../shared/ipc/registerMethods.ts'
import { atOwnVault } from './beginnings.ts'
import { removeFolder, temporaryFolder } from './fixtures.ts'
import { mark } from './mark.ts'
import { pdfPages } from './pdfText.ts'
import type { Person } from './person.ts'

const OFFICER = { name: 'Žofie Heronová', delegation: 'Czechia', passphrase: 'copper lantern drifts over seven bridges' }

let stick: string
let officer: Person

test.beforeAll(() => {
  stick = temporaryFolder('stick')
  writeFileSync(join(stick, 'hostile.chbundle'), 'this is no bundle')
})
test.afterAll(() => removeFolder(stick))

/** A circle, a marked dossier that was read, and so many entries that the printed register needs several pages. */
async function work(): Promise<void> {
  await officer.page.evaluate(async () => {
    const { methods } = window.chancery
    const founded = await methods['circle.found']({ name: 'Horizontal Working Party', kind: 'HWPCI' })
    if (!founded.ok) throw new Error(founded.error.code)
    const { circle } = founded.value
    const opened = await methods['dossier.open']({
      circle, reference: 'HALCYON 31', title: 'Λιμένες και пристанища', kind: 'exercise', summary: '', distribution: ['CZ'],
      marking: { limite: true, classification: 'R-UE/EU-R', tlp: 'AMBER', releasableTo: [] },
    })
    if (!opened.ok) throw new Error(opened.error.code)
    await methods['dossier.show']({ dossier: opened.value.dossier })
    for (let minutes = 2; minutes < 61; minutes++) await methods['settings.change']({ settings: { appearance: 'system', lockAfterMinutes: minutes, remindBeforeMinutes: [], remindWhenLocked: false } })
  })
}

async function listed(): Promise<readonly RegisterEntry[]> {
  return officer.page.evaluate(async (filter) => {
    const list = await window.chancery.methods['register.list']({ limit: 10_000, filter })
    return list.ok ? list.value.entries : []
  }, NO_REGISTER_FILTER)
}

test('a security officer filters, reads, checks and exports the register', async () => {
  officer = await atOwnVault(OFFICER)
  try {
    await work()
    await officer.goTo('Exchange')
    await officer.lookInside(join(stick, 'hostile.chbundle'))
    await officer.sees('not-a-bundle')
    await officer.goTo('Register')
    await test.step('filters and what an entry says', filters)
    await test.step('the check', check)
    await test.step('exports', exports)
    expect(officer.desktop.violations).toEqual([])
    expect(officer.desktop.errors).toEqual([])
  } finally {
    await officer.leave()
  }
})

async function filters(): Promise<void> {
  const total = (await listed()).length
  const { page } = officer
  const rows = page.getByRole('table', { name: 'Register' }).locator('tbody tr')
  await expect(rows).toHaveCount(total)
  await officer.sees(`${total} entries`)
  await officer.lookInEveryLight('register-all')
  await officer.fill('Words', 'hostile')
  await expect(rows).toHaveCount(1)
  await officer.sees(`1 of ${total} entries`)
  await officer.press('Bundle opened to look inside')
  const side = page.getByRole('complementary', { name: 'Details' })
  await expect(side).toContainText('hostile.chbundle')
  await expect(side).toContainText('not-a-bundle, at stage')
  await expect(side).toContainText('Žofie Heronová (CZ)')
  await officer.look('register-refused')
  await officer.fill('Words', '')
  await officer.button(/Kind$/).click()
  await page.getByRole('option', { name: 'Settings' }).click()
  await officer.sees(`60 of ${total} entries`)
  await page.getByRole('button', { name: 'Settings changed' }).first().click()
  await expect(side).toContainText('59 → 60')
  await officer.look('register-settings')
  await officer.fill('From', '2090-01-01')
  await officer.sees('No entry fits what you asked for.')
  await officer.sees(`0 of ${total} entries`)
  await officer.look('register-none')
  await officer.press('Show all entries')
  await expect(rows).toHaveCount(total)
}

async function check(): Promise<void> {
  await officer.press('Check the register')
  await officer.sees('Everything is as it was signed.')
  await officer.page.setViewportSize({ width: 1280, height: 720 })
  await officer.look('register-checked')
}

/** Presses the form in the dialog and writes; what was on the list when it was pressed, oldest first, and the file. */
async function exportAs(form: RegExp): Promise<{ entries: readonly RegisterEntry[]; file: Buffer }> {
  const entries = (await listed()).toReversed()
  await officer.press('Export')
  await mark(officer.page.getByRole('radio', { name: form }))
  await officer.look(`register-export-${form.source.slice(1, 4).toLowerCase()}`)
  await officer.choose(stick, 'Choose a folder and write')
  await officer.sees('Written, read back and verified:')
  const name = await officer.page.getByRole('dialog').getByText(/^register-cz-.*\.\w+$/).textContent()
  await officer.press('Close')
  return { entries, file: readFileSync(join(stick, name ?? '')) }
}

async function exports(): Promise<void> {
  const printed = await exportAs(/^PDF/)
  const pages = pdfPages(printed.file)
  expect(pages.length).toBeGreaterThan(1)
  writeFileSync(join(import.meta.dirname, 'artifacts', 'register.pdf'), printed.file)
  for (const [at, page] of pages.entries()) {
    expect(page.split('LIMITERESTREINTUE/EURESTRICTEDTLP:AMBER').length - 1, `page ${at + 1}`).toBeGreaterThanOrEqual(2)
    expect(page).toContain(`Page${at + 1}of${pages.length}`)
    expect(page).toContain('RegisterofŽofieHeronová(CZ)')
  }
  const whole = pages.join('')
  let from = 0
  for (const { seq, atUtcMs, action } of printed.entries) {
    const moment = new Date(atUtcMs).toISOString().slice(0, 19).replace('T', '')
    const at = whole.indexOf(`${seq}${moment}${OFFICER.name} (CZ)${registerActionWords(action)}`.replaceAll(/\s/g, ''), from)
    expect(at, `entry ${seq}`).toBeGreaterThanOrEqual(from)
    from = at
  }
  expect(whole).toContain('HALCYON31Λιμένεςκαιпристанища')
  const table = await exportAs(/^CSV/)
  expect(table.entries.length).toBe(printed.entries.length + 1)
  expect(table.file.toString('utf8').split('\r\n').filter((line) => /^\d+,/.test(line)).map((line) => Number(line.split(',')[0]))).toEqual(table.entries.map((entry) => entry.seq))
  expect((await listed())[0]).toMatchObject({ action: 'register.exported', marking: { limite: true, classification: 'R-UE/EU-R' } })
}
