/** One and the same window in English and in French: at the door, at work with a case that fills every screen, and locked. */
import { expect, test, type Page } from '@playwright/test'
import { DOSSIER_TABS } from '../../renderer/app/place.ts'
import { en } from '../../renderer/messages/en.ts'
import { fr } from '../../renderer/messages/fr.ts'
import { Person } from './person.ts'

const READER = { name: 'Amélie Roche', delegation: 'Belgium', passphrase: 'nine slow barges pass the open lock' }
const SECTIONS = ['desk', 'dossiers', 'texts', 'silence', 'exchange', 'register', 'directory', 'settings'] as const

async function open(page: Page, section: (typeof SECTIONS)[number]): Promise<void> {
  const link = page.getByRole('navigation', { name: fr.frame.navigation }).getByRole('link', { name: new RegExp(`^${fr.frame.sections[section]}`) })
  await link.click()
  await expect(link).toHaveAttribute('aria-current', 'page')
}

test('Chancery speaks English and French', async () => {
  const reader = await Person.atNewMachine(READER)
  const { page } = reader
  const heading = page.getByRole('heading', { level: 1 })
  const language = page.locator('html')
  try {
    await test.step('before there is a vault, the other language is one press away', async () => {
      await expect(heading).toHaveText(en.start.statementTitle)
      await reader.press('Français')
      await expect(heading).toHaveText(fr.start.statementTitle)
      await expect(language).toHaveAttribute('lang', 'fr-FR')
      await reader.lookInEveryLight('french-first-start')
      await reader.press('English')
      await expect(language).toHaveAttribute('lang', 'en-GB')
    })
    await reader.createVault()
    await reader.goTo('Dossiers')
    await reader.press('Load the exercise')
    await expect(page.getByText('Ferry and port systems, northern basin (EXERCISE)').first()).toBeVisible({ timeout: 60_000 })
    await test.step('the setting changes every screen at once, and the person stays where they are', async () => {
      await reader.goTo('Settings')
      await page.getByRole('radiogroup', { name: en.settings.language }).getByText('Français').click()
      await expect(heading).toHaveText(fr.frame.sections.settings)
      await expect(language).toHaveAttribute('lang', 'fr-FR')
      for (const section of SECTIONS) {
        await open(page, section)
        await expect(heading.first()).toBeVisible()
        await reader.look(`french-${section}`)
      }
      await open(page, 'dossiers')
      await page.getByText('Ferry and port systems, northern basin').first().click()
      await expect(page.getByRole('tab')).toHaveCount(DOSSIER_TABS.length)
      for (const [at, tab] of (await page.getByRole('tab').all()).entries()) {
        await tab.click()
        await reader.look(`french-case-${at}`)
      }
    })
    await test.step('it holds over a lock, whose screen is in French too', async () => {
      await page.keyboard.press('Control+l')
      await expect(heading).toHaveText(fr.start.locked)
      await reader.look('french-locked')
      await page.getByLabel(fr.start.passphrase, { exact: true }).fill('not the passphrase')
      await page.getByRole('button', { name: new RegExp(`^${fr.start.unlock}`) }).click()
      await expect(page.getByText(fr.said.refusal({ code: 'passphrase-wrong', facts: {} }).meaning)).toBeVisible()
      await page.getByLabel(fr.start.passphrase, { exact: true }).fill(READER.passphrase)
      await page.getByRole('button', { name: new RegExp(`^${fr.start.unlock}`) }).click()
      await expect(page.getByRole('navigation', { name: fr.frame.navigation })).toBeVisible()
    })
    await test.step('and back, to the language of the machine', async () => {
      await open(page, 'settings')
      await page.getByRole('radiogroup', { name: fr.settings.language }).getByText(fr.settings.languages.system).click()
      await expect(heading).toHaveText(en.frame.sections.settings)
    })
    expect(reader.desktop.violations).toEqual([])
    expect(reader.desktop.errors).toEqual([])
  } finally {
    await reader.leave()
  }
})
