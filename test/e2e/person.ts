/** A person at a screen: what they press and read, by the words on it, and a picture and an accessibility check of each screen they reach. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'
import { en } from '../../renderer/messages/en.ts'
import { fr } from '../../renderer/messages/fr.ts'
import { answerNextDialog, keepScreenshot, launchDesktop, removeFolder, temporaryFolder, type Desktop } from './fixtures.ts'
import { mark } from './mark.ts'

/** What a screen says while its content is on the way. */
const READING = new RegExp(`^(${en.common.reading}|${fr.common.reading})$`)

export interface Who {
  readonly name: string
  /** As the list of delegations reads. */
  readonly delegation: string
  readonly passphrase: string
}

export class Person {
  readonly who: Who
  readonly desktop: Desktop
  readonly page: Page
  /** The folder that holds the vault. */
  readonly profile: string

  private constructor(who: Who, desktop: Desktop, profile: string) {
    this.who = who
    this.desktop = desktop
    this.page = desktop.page
    this.profile = profile
  }

  /** `switches` of the browser stand for parts of a machine that a test machine lacks. */
  static async atNewMachine(who: Who, switches: readonly string[] = []): Promise<Person> {
    const profile = temporaryFolder('profile')
    return new Person(who, await launchDesktop(profile, {}, switches), profile)
  }

  /** At a machine that has a vault, which is locked. */
  static async atMachineOf(who: Who, profile: string, switches: readonly string[] = []): Promise<Person> {
    return new Person(who, await launchDesktop(profile, {}, switches), profile)
  }

  async leave(): Promise<void> {
    await this.desktop.close()
    removeFolder(this.profile)
  }

  /** The same person on this machine and on a second one to which the whole of it was copied; both are open. */
  async doubled(): Promise<readonly [Person, Person]> {
    await this.desktop.close()
    const copy = temporaryFolder('profile')
    cpSync(this.profile, copy, { recursive: true })
    const both = await Promise.all([Person.atMachineOf(this.who, this.profile), Person.atMachineOf(this.who, copy)])
    for (const one of both) await one.opens()
    return both
  }

  /** Picks from what the secretariat can do about somebody. */
  async actAbout(name: string, does: string): Promise<void> {
    await this.goTo('Directory')
    await this.press(new RegExp(`^What to do about ${name}`))
    await this.page.getByRole('menuitem', { name: does }).click()
  }

  /** The smallest window that every screen must serve. */
  async makeSmall(): Promise<void> {
    await this.page.setViewportSize({ width: 1280, height: 720 })
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' })
  }

  async press(name: string | RegExp): Promise<void> {
    await this.button(name).first().click()
  }

  async fill(label: string, value: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).fill(value)
  }

  async tick(label: string | RegExp): Promise<void> {
    await mark(this.page.getByRole('checkbox', { name: label }))
  }

  async goTo(section: string): Promise<void> {
    const link = this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: new RegExp(`^${section}`) })
    await link.click()
    await expect(link).toHaveAttribute('aria-current', 'page')
  }

  /** The next dialog of the machine answers with this file or folder; goes on once it has. */
  async choose(path: string | readonly string[], press: string): Promise<void> {
    const answered = await answerNextDialog(this.desktop.app, path)
    await this.press(press)
    await expect.poll(answered).toBe(true)
  }

  async sees(words: string | RegExp): Promise<void> {
    await expect(this.page.getByText(words).first()).toBeVisible()
  }

  /** On the screen of this title: what a form shows beforehand of what will come bears the same words. */
  async atScreen(title: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible()
  }

  /** A picture for people to look at, and the accessibility rules on what stands there, once everything has been read. */
  async look(picture: string): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: READING })).toHaveCount(0)
    await keepScreenshot(this.page, picture)
    // The rules are half a megabyte of script, and stay in a window until it is loaded anew.
    const known = await this.page.evaluate(() => Reflect.has(window, 'axe'))
    const { violations } = await new AxeBuilder({ page: this.page, ...(known ? { axeSource: 'void 0' } : {}) }).setLegacyMode(true).options({ resultTypes: ['violations'] }).analyze()
    expect(violations.map((one) => `${picture}: ${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual([])
  }

  /** The size of window that every screen must serve in full. */
  async atSmallWindow(): Promise<void> {
    await this.desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((window) => window.setContentSize(1280, 720)))
    await expect.poll(() => this.page.evaluate(() => window.innerHeight)).toBe(720)
  }

  /** Both appearances of the screen that stands there now. */
  async lookInEveryLight(picture: string): Promise<void> {
    await this.look(`${picture}-light`)
    await this.page.emulateMedia({ colorScheme: 'dark' })
    await this.look(`${picture}-dark`)
    await this.page.emulateMedia({ colorScheme: 'light' })
  }

  /** The three steps of the first start; the recovery code as it stood on the screen. `look` names the picture of each step. */
  async createVault(look: string | null = null): Promise<string> {
    const lookAt = async (step: string): Promise<void> => { if (look !== null) await this.lookInEveryLight(`${look}-${step}`) }
    await lookAt('statement')
    await this.tick('I have read the statement on the left')
    await this.press('Continue')
    await this.fill('Your name, as colleagues know it', this.who.name)
    await this.button(/Delegation/).click()
    await this.page.getByRole('option', { name: this.who.delegation }).click()
    await this.fill('Passphrase', this.who.passphrase)
    await this.fill('The same again', this.who.passphrase)
    await this.sees('Strong.')
    await lookAt('passphrase')
    await this.press('Continue')
    const code = await this.readCode()
    await lookAt('recovery')
    await this.tick('I have written it down')
    await this.press('Create the vault')
    await expect(this.page.getByRole('navigation', { name: 'Main' })).toBeVisible()
    return code
  }

  async foundCircle(name: string): Promise<void> {
    await this.goTo('Directory')
    await this.press('Found a circle')
    await this.fill('Name of the working party', name)
    await this.press('Found the circle')
  }

  /** An exercise, marked as the form proposes. */
  async openExercise(reference: string, title: string): Promise<void> {
    await this.goTo('Dossiers')
    await this.press('Open a dossier')
    await this.fill('Reference', reference)
    await this.fill('Title', title)
    await mark(this.page.getByRole('radio', { name: /^Exercise/ }))
    await this.press('Open the dossier')
    // The new dossier takes the screen when it is there: nobody goes elsewhere before.
    await expect(this.page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  }

  /** Adds the file to the dossier on the screen as a text, which is then shown. */
  async addText(file: string, number: string): Promise<void> {
    await this.page.getByRole('tab', { name: /^Texts/ }).click()
    await this.press('Add a text')
    await this.choose(file, 'Choose a file')
    await this.fill('Number, without REV', number)
    await this.press('Add and issue it')
    await expect(this.page.getByText(`${number}:`).first()).toBeVisible()
  }

  /** Presses what a dialog is there for, and waits until it has been done. */
  async inDialog(button: string | RegExp): Promise<void> {
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('button', { name: button, exact: typeof button === 'string' }).click()
    await expect(dialog).toHaveCount(0)
  }

  /** The recovery code that stands on the screen. */
  async readCode(): Promise<string> {
    const groups = this.page.getByRole('list', { name: 'Recovery code' }).locator('code')
    await expect(groups).toHaveCount(9)
    return (await groups.allTextContents()).join('-')
  }

  async lock(): Promise<void> {
    const loaded = this.page.waitForEvent('load')
    await this.page.keyboard.press('Control+l')
    await loaded
    await expect(this.button(/^Unlock/)).toBeVisible()
  }

  async unlock(passphrase: string = this.who.passphrase): Promise<void> {
    await this.page.getByLabel(/^Passphrase/).fill(passphrase)
    await this.press(/^Unlock/)
  }

  /** With the passphrase that opens the vault. */
  async opens(passphrase: string = this.who.passphrase): Promise<void> {
    await this.unlock(passphrase)
    await expect(this.page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  }

  /** Writes the card; the file on the stick. */
  async writeCard(stick: string): Promise<string> {
    await this.goTo('Directory')
    await this.choose(stick, 'Write your card')
    await this.sees('Written:')
    const fileName = await this.page.getByText(/\.chcard$/).textContent()
    return join(stick, fileName ?? '')
  }

  /** A picture of the code on this screen, as a camera would take it. */
  async photograph(code: string | RegExp, path: string): Promise<string> {
    await this.page.getByRole('img', { name: code }).screenshot({ path, animations: 'disabled' })
    return path
  }

  /** From another screen: shown there as a code, read here from a picture of it, compared. */
  async compareCardOnScreen(other: Person, picture: string): Promise<void> {
    await other.goTo('Directory')
    await other.press('Show as a QR code')
    await other.photograph('Your card as a QR code', picture)
    await other.press('Close')
    await this.goTo('Directory')
    await this.press('Read from a picture')
    await this.choose(picture, 'Choose pictures')
    await this.tick(`${other.who.name} and I compared all six words`)
    await this.press('Confirm the words')
    await expect(this.page.getByRole('dialog')).toHaveCount(0)
  }

  async compareCard(card: string, name: string): Promise<void> {
    await this.goTo('Directory')
    await this.choose(card, 'Read a card')
    await this.tick(`${name} and I compared all six words`)
    await this.press('Confirm the words')
    await expect(this.page.getByRole('dialog')).toHaveCount(0)
  }

  /** Writes what everybody lacks; the files on the stick. */
  async send(stick: string): Promise<string[]> {
    // Away and back: what was written before stands on the screen no longer.
    await this.goTo('Desk')
    await this.goTo('Exchange')
    await this.page.getByRole('tab', { name: 'Out' }).click()
    await this.choose(stick, 'Choose a folder and write')
    await this.sees(/read back and verified/)
    await expect(this.page.getByText('You may take out the stick.')).toBeVisible()
    const names = await this.page.locator('code', { hasText: '.chbundle' }).allTextContents()
    return names.map((name) => join(stick, name))
  }

  async lookInside(bundle: string): Promise<void> {
    await this.goTo('Exchange')
    await this.page.getByRole('tab', { name: 'In' }).click()
    await this.choose(bundle, 'Choose bundles')
  }

  async receive(bundle: string): Promise<void> {
    await this.lookInside(bundle)
    await this.press(/^Import \d+ items?$/)
    await this.sees(/items? imported\./)
  }
}
