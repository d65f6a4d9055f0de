/** Files in a dossier, in the real app: dropped and chosen, viewed, exported, destroyed. */
import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { crc32 } from '../../shared/base/crc32.ts'
import { atOwnCircle } from './beginnings.ts'
import { answerNextDialog, removeFolder, temporaryFolder } from './fixtures.ts'
import type { Person } from './person.ts'

const GSC = { name: 'Anneli Verbeke', delegation: 'General Secretariat', passphrase: 'copper lantern drifts over seven bridges' }

let stick: string
let gsc: Person

test.beforeAll(() => {
  stick = temporaryFolder('stick')
  mkdirSync(join(stick, 'out'))
  writeFileSync(join(stick, 'disk image of berth 4.bin'), longContent())
  writeFileSync(join(stick, 'screen of the planner.png'), picture(320, 200))
})
test.afterAll(() => removeFolder(stick))

/** 5 MiB and a little, so that the last chunk is not full. */
function longContent(): Buffer {
  const content = Buffer.alloc(5 * 1024 * 1024 + 77)
  for (let at = 0; at < content.length; at += 4) content.writeUInt32LE(Math.imul(at, 2654435761) >>> 0, Math.min(at, content.length - 4))
  return content
}

/** A PNG of two fields of colour. */
function picture(width: number, height: number): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows.set(x < width / 2 ? [40, 90, 150] : [230, 200, 120], y * (1 + width * 3) + 1 + x * 3)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body) >>> 0)
  return Buffer.concat([length, body, sum])
}

function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

/** As a person drops a file from the machine's own file manager: a `File` that has a path, in a drop event. */
async function drop(path: string): Promise<void> {
  const { page } = gsc
  await page.evaluate(() => {
    const field = Object.assign(document.createElement('input'), { type: 'file', id: 'from-the-machine', ariaLabel: 'from the machine' })
    document.body.append(field)
  })
  await page.locator('#from-the-machine').setInputFiles(path)
  await page.getByRole('region', { name: 'Place for files' }).evaluate((zone) => {
    const field = document.querySelector<HTMLInputElement>('#from-the-machine')
    const data = new DataTransfer()
    for (const file of field?.files ?? []) data.items.add(file)
    field?.remove()
    zone.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }))
  })
}

test('files are attached by dialog and by drop, viewed, exported byte for byte, and destroyed', async () => {
  gsc = await atOwnCircle(GSC)
  try {
    await test.step('a dossier with nothing attached', emptyDossier)
    await test.step('a file of 5 MiB by the dialog', byDialog)
    await test.step('a picture by drop, and a look at it', byDrop)
    await test.step('what the page made itself is no file of this machine', forged)
    await test.step('out again, after a warning', exportIt)
    await test.step('destroyed', destroyIt)
    expect(gsc.desktop.violations).toEqual([])
    expect(gsc.desktop.errors).toEqual([])
  } finally {
    await gsc.leave()
  }
})

async function emptyDossier(): Promise<void> {
  await gsc.goTo('Dossiers')
  await gsc.press('Open a dossier')
  await gsc.fill('Reference', 'HWPCI 12/31')
  await gsc.fill('Title', 'Intrusions into port systems')
  await gsc.press('Open the dossier')
  await gsc.page.getByRole('tab', { name: /^Attachments/ }).click()
  await gsc.sees('Nothing is attached to this dossier yet.')
  await gsc.look('attachments-empty')
  // Who has a dossier of its own may still want to try things out in the exercise.
  await gsc.goTo('Dossiers')
  await expect(gsc.button('Load the exercise')).toBeVisible()
  await gsc.press('Intrusions into port systems')
  await gsc.page.getByRole('tab', { name: /^Attachments/ }).click()
}

async function byDialog(): Promise<void> {
  await gsc.choose(join(stick, 'disk image of berth 4.bin'), 'Choose a file')
  await gsc.sees('Attach this file?')
  await gsc.look('attachments-add')
  await gsc.press('Attach')
  await expect(gsc.page.getByRole('dialog')).toHaveCount(0)
  const row = gsc.page.getByRole('row', { name: /disk image of berth 4\.bin/ })
  await expect(row).toContainText('5.0 MiB')
  await expect(row.getByRole('button', { name: /^View/ })).toHaveCount(0)
}

async function byDrop(): Promise<void> {
  await drop(join(stick, 'screen of the planner.png'))
  await gsc.press('Attach')
  await expect(gsc.page.getByRole('dialog')).toHaveCount(0)
  await gsc.lookInEveryLight('attachments')
  await gsc.press('View screen of the planner.png')
  const shown = gsc.page.getByRole('img', { name: 'Picture: screen of the planner.png' })
  await expect(shown).toBeVisible()
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => [image.complete, image.naturalWidth, image.naturalHeight])).toEqual([true, 320, 200])
  expect(await shown.getAttribute('src')).toMatch(/^blob:app:\/\/chancery\//)
  await gsc.look('attachments-picture')
  await gsc.press('Close')
}

async function forged(): Promise<void> {
  await gsc.page.getByRole('region', { name: 'Place for files' }).evaluate((zone) => {
    const data = new DataTransfer()
    data.items.add(new File(['made by the page'], '/etc/passwd'))
    zone.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }))
  })
  await gsc.sees('What was dropped is not a file of this machine.')
  await expect(gsc.page.getByRole('dialog')).toHaveCount(0)
}

async function exportIt(): Promise<void> {
  await gsc.press('Export disk image of berth 4.bin')
  await gsc.sees('Confirm that you know this.')
  await gsc.tick('I know that the file is then no longer protected by the vault')
  await gsc.look('attachments-export')
  await answerNextDialog(gsc.desktop.app, join(stick, 'out'))
  await gsc.press('Choose a folder and export')
  await gsc.sees(/was written to out, read back and verified/)
  expect(readdirSync(join(stick, 'out'))).toEqual(['disk image of berth 4.bin'])
  expect(digest(join(stick, 'out', 'disk image of berth 4.bin'))).toBe(digest(join(stick, 'disk image of berth 4.bin')))
}

async function destroyIt(): Promise<void> {
  await gsc.press('Destroy disk image of berth 4.bin')
  await gsc.fill('Reason', 'End of the case')
  await gsc.look('attachments-destroy')
  await gsc.press('Destroy the content')
  await expect(gsc.page.getByRole('dialog')).toHaveCount(0)
  await gsc.sees('Destroyed here')
  await gsc.look('attachments-destroyed')
  await gsc.page.getByRole('tab', { name: 'Timeline' }).click()
  await gsc.sees('destroyed a copy of disk image of berth 4.bin')
}
