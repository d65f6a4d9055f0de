/** A text between its REVs in the real app: comments, verdicts by key, who asked, what is offered again, any two texts compared, proof, and paper. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { atOwnCircle } from './beginnings.ts'
import { removeFolder, temporaryFolder } from './fixtures.ts'
import { mark } from './mark.ts'
import { pdfPages } from './pdfText.ts'
import type { Person } from './person.ts'

const GSC = { name: 'Anneli Verbeke', delegation: 'General Secretariat', passphrase: 'copper lantern drifts over seven bridges' }

const DRAFT = `# Draft conclusions on the protection of port and ferry systems

The Council adopted the following conclusions:

1. The Council notes with concern the series of intrusions which interrupted berth planning in eleven ports.

2. It considers that tampering with vessel traffic services endangers life at sea.

3. It invites Member States to exchange the technical indicators that they hold within ten working days.
`

let stick: string
let gsc: Person

test.beforeAll(async () => {
  stick = temporaryFolder('stick')
  writeFileSync(join(stick, 'draft.md'), DRAFT)
  gsc = await atOwnCircle(GSC)
  await gsc.openExercise('HALCYON 31', 'Ferry and port systems')
  await gsc.page.getByRole('tab', { name: /^Texts/ }).click()
  await gsc.press('Add a text')
  await gsc.choose(join(stick, 'draft.md'), 'Choose a file')
  await gsc.fill('Number, without REV', '9114/31')
  await gsc.press('More of the cover, and the legend')
  await gsc.lookInEveryLight('drafting-cover')
  await gsc.press('Add and issue it')
  await gsc.sees('berth planning')
})
test.afterAll(async () => {
  await gsc.leave()
  removeFolder(stick)
})

async function readText(): Promise<void> {
  await gsc.goTo('Texts')
  await gsc.page.getByRole('row', { name: /9114/ }).getByRole('button').first().click()
  await gsc.sees('berth planning')
}

async function typeAfter(words: string, typed: string): Promise<void> {
  const editor = gsc.page.getByRole('textbox', { name: /^Text of / })
  await editor.locator('p[data-block]', { hasText: words }).click()
  await gsc.page.keyboard.press('End')
  await gsc.page.keyboard.press('ArrowLeft')
  await gsc.page.keyboard.type(typed)
}

/** What the accessibility rules say of the screens on the way is told at the end, so that one fault does not hide the next. */
const faults: string[] = []

async function look(picture: string): Promise<void> {
  await gsc.look(picture).catch((fault: unknown) => faults.push(String(fault)))
}

async function lookInEveryLight(picture: string): Promise<void> {
  await look(`${picture}-light`)
  await gsc.page.emulateMedia({ colorScheme: 'dark' })
  await look(`${picture}-dark`)
  await gsc.page.emulateMedia({ colorScheme: 'light' })
}

test('a text goes from its first issue to the next REV, is read, offered again, compared, proved and put on paper', async () => {
  test.setTimeout(300_000)
  await test.step('words are commented on and reserved, answered and resolved', commented)
  await test.step('suggestions are settled by key, deferred, and taken back; the next REV bears its own cover', settled)
  await test.step('any passage shows who asked for it', whoAsked)
  await test.step('what was deferred or not taken up is offered again, and goes in as it was', offeredAgain)
  await test.step('what leaves is shown before, and is a PDF with marking and number on every page', exported)
  await test.step('any two texts are compared, and three at once; the proof is a report', compared)
  await test.step('a marked file from elsewhere is proved against its clean text, and every place where it fails is said', provedForeign)
  expect(faults).toEqual([])
  expect(gsc.desktop.violations).toEqual([])
  expect(gsc.desktop.errors).toEqual([])
})

async function commented(): Promise<void> {
  await gsc.page.getByRole('radio', { name: /^Comments/ }).click()
  await gsc.page.getByText('vessel traffic services').first().dblclick({ position: { x: 330, y: 10 } })
  await gsc.press('Comment on these words')
  await gsc.page.getByLabel('Comment', { exact: true }).fill('Which services are meant?')
  await gsc.press('Sign the comment')
  const threads = gsc.page.getByRole('list', { name: 'Comments' })
  await expect(threads.getByRole('listitem')).toHaveCount(1)
  await gsc.press('Enter a reservation')
  await mark(gsc.page.getByRole('radio', { name: 'Parliamentary scrutiny' }))
  await gsc.inDialog('Enter a reservation')
  await expect(gsc.page.getByRole('list', { name: 'Reservations' }).getByRole('listitem')).toHaveCount(1)
  await threads.getByRole('button', { name: /^Answer to/ }).click()
  await gsc.page.getByLabel('Comment', { exact: true }).fill('Those of the ports.')
  await gsc.press('Sign the comment')
  await expect(threads).toContainText('Those of the ports.')
  await lookInEveryLight('drafting-comments')
  await gsc.press('Resolve')
  await expect(threads.getByRole('listitem')).toHaveCount(0)
}

async function settled(): Promise<void> {
  await readText()
  await gsc.press('Suggest changes')
  await typeAfter('life at sea', ' or the marine environment')
  await typeAfter('eleven ports', ' and two straits')
  await typeAfter('ten working days', ', or sooner')
  await gsc.press(/^Hand in 3/)
  await gsc.inDialog(/^Hand in/)
  await gsc.page.evaluate(pressAsSoonAsShown, { region: 'Suggestions', key: 'a' })
  await gsc.press(/^Consolidate 3/)
  const cards = gsc.page.getByRole('region', { name: 'Suggestions' })
  await gsc.sees('1 of 3')
  await cards.focus()
  await gsc.page.keyboard.press('j')
  await gsc.page.keyboard.press('d')
  await gsc.page.keyboard.press('j')
  await gsc.page.keyboard.press('r')
  await gsc.sees('3 of 3')
  await gsc.page.keyboard.press('Control+z')
  await gsc.sees('2 of 3')
  await lookInEveryLight('drafting-consolidation')
  await gsc.press('Switch the keys off')
  await expect(gsc.button('Switch the keys on')).toBeVisible()
  await readText()
  await gsc.press(/^Consolidate 3/)
  await expect(gsc.button('Switch the keys on')).toBeVisible()
  await cards.focus()
  await gsc.page.keyboard.press('r')
  await gsc.sees('2 of 3')
  await gsc.press('Switch the keys on')
  await expect(gsc.button('Switch the keys off')).toBeVisible()
  await cards.focus()
  await gsc.page.keyboard.press('r')
  await gsc.press('Issue REV 1')
  await gsc.page.getByRole('dialog').getByLabel('Type', { exact: true }).fill('I/A ITEM NOTE')
  await look('drafting-issue-light')
  await gsc.inDialog('Issue REV 1')
  await gsc.sees('I/A ITEM NOTE')
  await gsc.sees('1 change')
}

/** In the page: no key that follows the sight of what it settles may be lost, or the next would settle something else. */
function pressAsSoonAsShown({ region, key }: { region: string; key: string }): void {
  const watch = new MutationObserver(() => {
    const shown = document.querySelector(`[aria-label="${region}"]`)
    if (shown === null) return
    watch.disconnect()
    shown.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  })
  watch.observe(document.body, { childList: true, subtree: true })
}

async function whoAsked(): Promise<void> {
  await gsc.page.getByRole('radio', { name: 'Who asked', exact: true }).first().click()
  await gsc.page.getByRole('button', { name: /and two straits/ }).click()
  await gsc.sees('in the text since REV 1')
  await expect(gsc.page.getByRole('list', { name: 'Show words of' })).toContainText('1 passage')
  await lookInEveryLight('drafting-who')
}

async function offeredAgain(): Promise<void> {
  await readText()
  await gsc.press('Suggest changes')
  const offered = gsc.page.getByRole('region', { name: /not taken up/ })
  await expect(offered.getByRole('listitem')).toHaveCount(2)
  await offered.getByRole('button', { name: /^Ask again/ }).first().click()
  await gsc.sees('1 suggestion in preparation')
  await expect(offered).toContainText('In preparation')
  await lookInEveryLight('drafting-carried')
}

async function exported(): Promise<void> {
  await readText()
  await gsc.press('Write to a folder')
  await mark(gsc.page.getByRole('radio', { name: /^Marked version/ }))
  await mark(gsc.page.getByRole('radio', { name: 'PDF' }))
  await lookInEveryLight('drafting-export')
  const out = join(stick, 'out')
  mkdirSync(out)
  await gsc.choose(out, 'Choose a folder and write')
  await gsc.sees('Written, read back and verified:')
  const [name = ''] = readdirSync(out)
  expect(name).toMatch(/-marked\.pdf$/)
  copyFileSync(join(out, name), join(import.meta.dirname, 'artifacts', 'drafting-marked.pdf'))
  const pages = pdfPages(readFileSync(join(out, name)))
  for (const [at, page] of pages.entries()) {
    expect(page).toContain('LIMITE')
    expect(page).toContain('9114/1/31REV1')
    expect(page).toContain(`Page${at + 1}of${pages.length}`)
  }
  expect(pages.join('')).toContain('I/AITEMNOTE')
  for (const [version, written] of [[/^Clean version/, /-clean\.docx$/], [/^Marked version/, /-marked\.docx$/]] as const) {
    await mark(gsc.page.getByRole('radio', { name: version }))
    await mark(gsc.page.getByRole('radio', { name: 'Word (DOCX)' }))
    await gsc.choose(stick, 'Choose a folder and write')
    await expect(gsc.page.getByText(written)).toBeVisible()
  }
  await gsc.press('Close')
}

async function compared(): Promise<void> {
  await gsc.goTo('Texts')
  await gsc.press('Compare texts')
  await gsc.sees('Choose two texts.')
  await look('drafting-compare-empty-light')
  const pick = async (label: string, option: RegExp): Promise<void> => {
    await gsc.page.getByRole('button', { name: new RegExp(`^${label}`) }).click()
    await gsc.page.getByRole('menuitem', { name: option }).first().click()
  }
  await pick('Before', /^9114\/31:/)
  await pick('After', /REV 1/)
  await gsc.sees('1 change')
  await gsc.page.keyboard.press('F8')
  await lookInEveryLight('drafting-compare')
  await gsc.press('Proof report')
  await gsc.sees('There is no place where it fails.')
  await look('drafting-proof-light')
  await gsc.press('Close')
  await gsc.desktop.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, join(stick, 'draft.md'))
  await pick('A third text', /^A file/)
  await gsc.sees(/^Changed only in/)
  await lookInEveryLight('drafting-three')
}

async function provedForeign(): Promise<void> {
  const files = readdirSync(stick)
  const marked = files.find((name) => name.endsWith('-marked.docx')) ?? ''
  const clean = files.find((name) => name.endsWith('-clean.docx')) ?? ''
  await gsc.goTo('Texts')
  await gsc.press('Prove a marked file')
  await gsc.choose(join(stick, marked), 'Choose the marked file')
  await gsc.sees(marked)
  await gsc.choose(join(stick, clean), 'Choose the clean text')
  await gsc.sees(clean)
  await gsc.choose(join(stick, clean), 'Choose the predecessor')
  await gsc.press('Prove it')
  await gsc.sees(/Accepting every mark gives/)
  await gsc.sees(/Rejecting every mark does not give/)
  await lookInEveryLight('drafting-proof-foreign')
}
