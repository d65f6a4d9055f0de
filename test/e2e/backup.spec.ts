/** A vault lost and restored, in the real app: backed up from Settings, restored on another machine, and one that was put back opens for reading only. */
import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { refusalWords } from '../../shared/ipc/refusalWords.ts'
import { removeFolder, temporaryFolder } from './fixtures.ts'
import { mark } from './mark.ts'
import { Person } from './person.ts'

const ESTONIA = { name: 'Kadri Tamm', delegation: 'Estonia', passphrase: 'twelve lanterns hang over the quiet ferry' }
const NEXT = 'nine barges wait beneath the old weir'
const TITLE = 'Outage at the northern ferry terminal'
const DATABASE = ['vault.db', 'vault.db-wal']

let stick: string
let kept: string
let estonia: Person
let code: string
let again: Person | null = null

test.beforeAll(() => {
  stick = temporaryFolder('stick')
  kept = temporaryFolder('kept')
})
test.afterAll(() => [stick, kept].forEach(removeFolder))

test('a vault is backed up, restored on another machine, and opens for reading only where an older one was put back', async () => {
  estonia = await Person.atNewMachine(ESTONIA)
  try {
    code = await estonia.createVault()
    await estonia.foundCircle('Working Party on Ferries')
    await estonia.openExercise('FERRY 7', TITLE)
    await expect(estonia.page.getByRole('heading', { name: TITLE, level: 1 })).toBeVisible()
    const backup = await test.step('backed up from Settings', backUp)
    await test.step('restored on another machine', () => restore(backup))
    await test.step('put back', putBack)
    expect(estonia.desktop.violations).toEqual([])
    expect(estonia.desktop.errors).toEqual([])
  } finally {
    await again?.leave()
    await estonia.leave()
  }
})

async function backUp(): Promise<string> {
  await estonia.goTo('Settings')
  await estonia.sees('There is no backup of this vault yet.')
  await estonia.choose(stick, 'Back up now')
  await estonia.sees(/^Written, read back and opened whole: chancery-\d{8}\.chbackup/)
  await estonia.sees(/^The last backup was written and verified today/)
  await estonia.lookInEveryLight('backup-settings')
  const [name = ''] = readdirSync(stick)
  return join(stick, name)
}

async function restore(backup: string): Promise<void> {
  again = await Person.atNewMachine(ESTONIA)
  await again.press('Restore a backup')
  await again.lookInEveryLight('backup-restore')
  await again.choose(backup, 'Choose the backup')
  await again.fill('Passphrase of the backup', 'twelve lanterns hang over the noisy ferry')
  await again.press('Restore')
  await expect(again.page.getByText(refusalWords({ code: 'passphrase-wrong', facts: { of: 'backup' } }).meaning)).toBeVisible()
  await mark(again.page.getByRole('radio', { name: 'the recovery code' }))
  await again.fill('Recovery code', code)
  await again.fill('New passphrase', NEXT)
  await again.fill('The same again', NEXT)
  await again.sees('Strong.')
  await again.lookInEveryLight('backup-restore-code')
  await again.press('Restore')
  await expect(again.page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  await again.sees('This vault was restored')
  await again.lookInEveryLight('backup-restored-desk')
  await again.goTo('Dossiers')
  await again.sees(TITLE)
  expect(again.desktop.violations).toEqual([])
  expect(again.desktop.errors).toEqual([])
}

async function putBack(): Promise<void> {
  const vault = join(estonia.profile, 'vault')
  await estonia.lock()
  for (const name of DATABASE) if (existsSync(join(vault, name))) copyFileSync(join(vault, name), join(kept, name))
  await estonia.unlock()
  await expect(estonia.page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  await estonia.foundCircle('Working Party on Tunnels')
  await estonia.sees('Working Party on Tunnels')
  await estonia.lock()
  await estonia.press('Restore a backup')
  await estonia.lookInEveryLight('backup-lock-screen')
  await estonia.press('Back')
  for (const name of DATABASE) {
    rmSync(join(vault, name), { force: true })
    if (existsSync(join(kept, name))) copyFileSync(join(kept, name), join(vault, name))
  }
  await estonia.unlock()
  await expect(estonia.page.getByRole('alert', { name: 'This vault is older than it was' })).toBeVisible()
  await estonia.lookInEveryLight('backup-read-only')
  await estonia.goTo('Dossiers')
  await estonia.sees(TITLE)
  await estonia.foundCircle('Working Party on Bridges')
  await estonia.sees(refusalWords({ code: 'vault-read-only', facts: {} }).meaning)
}
