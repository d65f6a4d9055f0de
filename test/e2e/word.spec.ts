/** A Word file with the tracked changes of several people, taken in by the secretariat in the real app as the suggestions of their delegations. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { encodeDocx } from '../../shared/docx/encode.ts'
import type { TextDocument } from '../../shared/text/document.ts'
import { parseMarkdownText } from '../../shared/text/parseMarkdown.ts'
import { cleanOf, STAMP } from '../shared/docx/publications.ts'
import { trackedBy } from '../shared/docx/trackedBy.ts'
import { atOwnCircle } from './beginnings.ts'
import { removeFolder, temporaryFolder } from './fixtures.ts'
import type { Person } from './person.ts'

const GSC = { name: 'Anneli Verbeke', delegation: 'General Secretariat', passphrase: 'copper lantern drifts over seven bridges' }

const DRAFT = `# Draft conclusions on the protection of port and ferry systems

The Council adopted the following conclusions:

1. The Council notes with concern the series of intrusions which interrupted berth planning in eleven ports.

2. It considers that tampering with vessel traffic services endangers life at sea.

3. It invites Member States to exchange the technical indicators that they hold within ten working days.

4. It will return to the matter in October.
`

function read(source: string): TextDocument {
  const text = parseMarkdownText(source)
  if (!text.ok) throw new Error(text.error)
  return text.value.document
}

let stick: string
let gsc: Person

test.beforeAll(async () => {
  stick = temporaryFolder('stick')
  writeFileSync(join(stick, 'draft.md'), DRAFT)
  writeFileSync(join(stick, 'unchanged.docx'), encodeDocx(cleanOf(read(DRAFT)), STAMP))
  // Somebody also changed the month, and did not track it.
  writeFileSync(join(stick, 'comments.docx'), trackedBy(read(DRAFT.replace('October', 'November')), [
    ['Jeanne Moulin', 'notes with concern', 'strongly condemns'],
    ['Jeanne Moulin', 'ten working days', 'five working days'],
    ['Karl Weber', 'life at sea', 'life at sea and the marine environment'],
    ['CZ', 'that they hold within', 'that they hold or receive within'],
  ]))
  gsc = await atOwnCircle(GSC)
  await gsc.openExercise('HALCYON 31', 'Ferry and port systems')
  await gsc.addText(join(stick, 'draft.md'), '9114/31')
  await gsc.sees('berth planning')
})
test.afterAll(async () => {
  await gsc.leave()
  removeFolder(stick)
})

async function nameDelegation(author: string, delegation: string): Promise<void> {
  await gsc.page.getByRole('button', { name: new RegExp(`Delegation of ${author}`) }).click()
  await gsc.page.getByRole('option', { name: delegation }).click()
}

test('every author of a Word file is given a delegation before the suggestions of all are signed, once, on their behalf', async () => {
  test.setTimeout(120_000)
  await gsc.press('Take in a Word file')
  const dialog = gsc.page.getByRole('dialog')
  await gsc.choose(join(stick, 'unchanged.docx'), 'Choose a Word file')
  await expect(dialog.getByRole('alert')).toContainText('nothing-changed')
  await gsc.choose(join(stick, 'comments.docx'), 'Choose a Word file')
  const authors = dialog.getByRole('list', { name: 'Authors' }).locator('> li')
  await expect(authors).toHaveCount(3)
  await expect(authors.filter({ hasText: 'Jeanne Moulin' })).toContainText('2 suggestions')
  await expect(authors.filter({ hasText: 'Karl Weber' })).toContainText('and the marine environment')
  await expect(dialog).toContainText('differs from the REV in 1 place')
  await expect(authors.filter({ hasText: 'November' })).toHaveCount(0)

  const handIn = dialog.getByRole('button', { name: /^Hand in 4/ })
  await expect(dialog).toContainText('No delegation yet for Jeanne Moulin and Karl Weber')
  await gsc.lookInEveryLight('word-authors')
  await nameDelegation('Jeanne Moulin', 'France')
  await expect(handIn).toHaveAttribute('aria-disabled', 'true')
  await handIn.click({ force: true })
  await expect(dialog.getByRole('status').filter({ hasText: 'handed in' })).toHaveCount(0)
  await nameDelegation('Karl Weber', 'Germany')
  await expect(handIn).not.toHaveAttribute('aria-disabled', 'true')
  await handIn.click()
  await expect(dialog.getByRole('status').filter({ hasText: '4 suggestions handed in' })).toContainText(/CZ.*DE.*FR/)
  await gsc.lookInEveryLight('word-handed-in')
  await dialog.getByRole('button', { name: 'Close' }).click()

  await gsc.press(/^Consolidate 4/)
  const cards = gsc.page.getByRole('region', { name: 'Suggestions' })
  for (const code of ['FR', 'DE', 'CZ']) await expect(cards.getByText(code, { exact: true }).first()).toBeVisible()
  await gsc.look('word-consolidation-light')
  expect(gsc.desktop.violations).toEqual([])
  expect(gsc.desktop.errors).toEqual([])
})
