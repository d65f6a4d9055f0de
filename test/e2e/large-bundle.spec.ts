/** A bundle that takes its time: how far it is, how fast, how long yet; stopped, it leaves nothing on the stick; written again, it is whole. And a content that no longer opens is named. */
import { closeSync, openSync, readdirSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { atDesk, found, vaultOf } from './beginnings.ts'
import { answerNextDialog, enginePids, removeFolder, temporaryFolder } from './fixtures.ts'

const GSC = { name: 'Anneli Verbeke', delegation: 'General Secretariat', passphrase: 'copper lantern drifts over seven bridges' }
const CZ = { name: 'Karel Dvořák', delegation: 'Czechia', passphrase: 'nine slow barges pass the open lock' }
const SIZE_BYTES = 512 * 1024 * 1024

/** One byte of a sealed content, as a worn disk might give it back. */
function spoil(path: string): void {
  const file = openSync(path, 'r+')
  writeSync(file, 'x', 1_000_000)
  closeSync(file)
}

test('a large bundle shows how far it is, can be stopped, and leaves out by name what does not open any more', async () => {
  const stick = temporaryFolder('stick')
  const image = join(stick, 'disk image.bin')
  writeFileSync(image, '')
  truncateSync(image, SIZE_BYTES)
  const bundles = (): string[] => readdirSync(stick).filter((name) => /chbundle|part/.test(name))
  const [begun, other] = await Promise.all([vaultOf(GSC), vaultOf(CZ)])
  await found(begun, [other])
  await other.engine.close()
  removeFolder(other.profile)
  const gsc = await atDesk(begun)
  const { page } = gsc
  try {
    await gsc.openExercise('EX FERRY', 'Ferry and port systems')
    await page.getByRole('tab', { name: /^Attachments/ }).click()
    await gsc.choose(image, 'Choose a file')
    await gsc.press('Attach')
    await expect(page.getByRole('row', { name: /disk image\.bin/ })).toContainText('512.0 MiB', { timeout: 60_000 })

    await test.step('size, speed and time left; stopped, nothing is left on the stick', async () => {
      await gsc.goTo('Exchange')
      await answerNextDialog(gsc.desktop.app, stick)
      await gsc.press('Choose a folder and write')
      const far = page.getByRole('progressbar', { name: 'Sealing and writing…' })
      await expect(far).toBeVisible()
      await expect(page.getByRole('status').filter({ hasText: /Writing: .* of 5\d\d\.\d MB, .* a second, .*(second|minute)/ })).toBeVisible()
      // The engine halts while it is looked at: a fast one would be done meanwhile.
      const [engine] = await enginePids(gsc.desktop.app)
      if (engine === undefined) throw new Error('no engine runs')
      process.kill(engine, 'SIGSTOP')
      await gsc.look('large-writing')
      await gsc.press('Stop')
      process.kill(engine, 'SIGCONT')
      await gsc.sees('This was stopped before it was done.')
      expect(bundles()).toEqual([])
      await gsc.look('large-stopped')
    })

    await test.step('written again, it is whole', async () => {
      await answerNextDialog(gsc.desktop.app, stick)
      await gsc.press('Choose a folder and write')
      await expect(page.getByText(/^Written to .*, read back and verified/)).toBeVisible({ timeout: 60_000 })
      expect(bundles()).toHaveLength(1)
      await gsc.look('large-written')
    })

    await test.step('a content that does not open any more is left out by name, and the rest goes', async () => {
      const blobs = join(gsc.profile, 'vault', 'blobs')
      for (const name of readdirSync(blobs)) spoil(join(blobs, name))
      await gsc.tick('Send everything, also what they are known to have')
      await answerNextDialog(gsc.desktop.app, stick)
      await gsc.press('Choose a folder and write')
      await expect(page.getByText('Left out, because the content does not open any more on this machine: disk image.bin.')).toBeVisible({ timeout: 60_000 })
      expect(bundles()).toHaveLength(2)
      await gsc.look('large-left-out')
    })
    expect(gsc.desktop.violations).toEqual([])
    expect(gsc.desktop.errors).toEqual([])
  } finally {
    await gsc.leave()
    removeFolder(stick)
  }
})
