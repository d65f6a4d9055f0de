/** What opens the vault, in the real app: a weak passphrase is refused, wrong ones wait, the printed code sets a new one, a key file is asked for. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { refusalWords } from '../../shared/ipc/refusalWords.ts'
import { removeFolder, temporaryFolder } from './fixtures.ts'
import { mark } from './mark.ts'
import { Person } from './person.ts'

const LATVIA = { name: 'Ilze Kalniņa', delegation: 'Latvia', passphrase: 'eleven herons cross the frozen harbour' }
const NEW_PASSPHRASE = 'copper lantern drifts over seven bridges'

let stick: string
let latvia: Person

test.beforeAll(() => { stick = temporaryFolder('stick') })
test.afterAll(() => removeFolder(stick))

test('a person who forgot the passphrase sets a new one with the code on paper, and later adds a key file', async () => {
  latvia = await Person.atNewMachine(LATVIA)
  try {
    await test.step('a weak passphrase gets no further than its field', weakPassphrase)
    const code = await test.step('first start', () => latvia.createVault('first-start'))
    await test.step('wrong passphrases have to wait', wrongPassphrases)
    await test.step('the code sets a new passphrase', () => recovery(code))
    const newer = await test.step('a newer code, and a key file', security)
    await test.step('the key file is asked for', () => keyFile(code, newer))
    await test.step('the code is taken away', withoutCode)
    expect(latvia.desktop.violations).toEqual([])
    expect(latvia.desktop.errors).toEqual([])
  } finally {
    await latvia.leave()
  }
})

async function weakPassphrase(): Promise<void> {
  const step = latvia.page.getByRole('list', { name: 'Steps' }).locator('[aria-current=step]')
  await expect(step).toHaveText('1. Statement')
  await expect(latvia.button('Continue')).toBeDisabled()
  await latvia.tick('I have read the statement on the left')
  await latvia.press('Continue')
  await expect(step).toHaveText('2. You and your passphrase')
  await expect(latvia.page.getByRole('heading', { name: 'You and your passphrase' })).toBeFocused()
  await latvia.fill('Passphrase', 'Summer2024!Summer')
  await latvia.fill('The same again', 'Summer2024!Summer')
  await expect(latvia.page.getByRole('status', { name: 'Strength' })).toContainText('Weak: this could be guessed.')
  await latvia.fill('Your name, as colleagues know it', LATVIA.name)
  await latvia.button(/Delegation/).click()
  await latvia.page.getByRole('option', { name: LATVIA.delegation }).click()
  await expect(latvia.button('Continue')).toBeDisabled()
  await latvia.sees('This passphrase could be guessed.')
  await latvia.fill('The same again', 'Winter')
  await latvia.sees('The two do not agree.')
  await latvia.press('Back')
  await expect(step).toHaveText('1. Statement')
  await latvia.page.reload()
}

/** After a derivation, which takes a second on a machine that has nothing else to do. */
async function isTold(words: string | RegExp): Promise<void> {
  await expect(latvia.page.getByText(words).first()).toBeVisible()
}

async function wrongPassphrases(): Promise<void> {
  await latvia.lock()
  for (const last of ['river', 'lake', 'canal']) {
    await latvia.unlock(`eleven herons cross the frozen ${last}`)
    await isTold(refusalWords({ code: 'passphrase-wrong', facts: {} }).meaning)
    await expect(latvia.button(/^Unlock/)).toBeEnabled()
  }
  await latvia.sees(/type it again in 1 second\./)
}

async function recovery(code: string): Promise<void> {
  await latvia.press('Use the recovery code')
  await latvia.fill('Recovery code', code.slice(0, -1))
  await latvia.fill('New passphrase', NEW_PASSPHRASE)
  await latvia.fill('The same again', NEW_PASSPHRASE)
  await latvia.sees('Strong.')
  await latvia.press('Set it and unlock')
  await latvia.sees(/something in it was mistyped/)
  await latvia.lookInEveryLight('recovery')
  await latvia.fill('Recovery code', code.toLowerCase().replaceAll('-', ' '))
  await expect(latvia.page.getByText(/^Wait \d+ seconds?\.$/)).toHaveCount(0, { timeout: 10_000 })
  await latvia.press('Set it and unlock')
  await expect(latvia.page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  await latvia.lock()
  await latvia.unlock()
  await isTold(refusalWords({ code: 'passphrase-wrong', facts: {} }).meaning)
  await latvia.unlock(NEW_PASSPHRASE)
  await expect(latvia.page.getByRole('navigation', { name: 'Main' })).toBeVisible()
}

async function security(): Promise<string> {
  await latvia.goTo('Settings')
  await latvia.press('Replace the recovery code')
  const code = await latvia.readCode()
  await latvia.tick('I have written it down')
  await latvia.fill('Present passphrase', NEW_PASSPHRASE)
  await latvia.press('Set this code')
  await expect(latvia.page.getByText('Any code before it opens nothing.')).toBeVisible()
  await latvia.press('Change the passphrase')
  await latvia.fill('Present passphrase', NEW_PASSPHRASE)
  await latvia.fill('New passphrase', LATVIA.passphrase)
  await latvia.fill('The same again', LATVIA.passphrase)
  await mark(latvia.page.getByRole('radio', { name: 'Make a key file' }))
  await latvia.choose(stick, 'Choose a folder and write it')
  await latvia.sees(/^Written: key-[0-9a-f]{8}\.chkey$/)
  await latvia.sees('Strong.')
  await latvia.look('change-passphrase')
  await latvia.press('Change it')
  await expect(latvia.page.getByText('A key file is asked for at every unlocking.')).toBeVisible()
  await latvia.lookInEveryLight('settings-security')
  return code
}

/** The last word: the paper opens nothing any more, and Settings say so. */
async function withoutCode(): Promise<void> {
  const [file = ''] = readdirSync(stick)
  await latvia.goTo('Settings')
  await latvia.press('Take it away')
  await latvia.sees('The paper opens nothing from then on.')
  await latvia.fill('Present passphrase', LATVIA.passphrase)
  await latvia.choose(join(stick, file), 'Choose the key file')
  await latvia.sees(`Chosen: ${file}`)
  await latvia.look('take-code-away')
  await latvia.page.getByRole('dialog').getByRole('button', { name: 'Take it away' }).click()
  await expect(latvia.page.getByText('It opens nothing any more.').first()).toBeVisible()
  await latvia.sees('There is no recovery code')
  await latvia.lookInEveryLight('settings-without-code')
  await latvia.page.setViewportSize({ width: 1280, height: 720 })
  await latvia.look('settings-small')
  await latvia.lock()
  await expect(latvia.button('Use the recovery code')).toHaveCount(0)
}

async function keyFile(older: string, newer: string): Promise<void> {
  const [file = ''] = readdirSync(stick)
  await latvia.lock()
  await latvia.press('Use the recovery code')
  await latvia.fill('Recovery code', older)
  await latvia.fill('New passphrase', NEW_PASSPHRASE)
  await latvia.fill('The same again', NEW_PASSPHRASE)
  await latvia.sees('Strong.')
  await latvia.press('Set it and unlock')
  await isTold(/this recovery code does not open this vault/i)
  expect(newer).not.toBe(older)
  await latvia.press('Back to the passphrase')
  await latvia.choose(join(stick, file), 'Choose the key file')
  await latvia.sees(`Chosen: ${file}`)
  await latvia.lookInEveryLight('lock-key-file')
  await latvia.unlock()
  await expect(latvia.page.getByRole('navigation', { name: 'Main' })).toBeVisible()
}
