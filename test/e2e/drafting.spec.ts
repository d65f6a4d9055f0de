/** Drafting in the real app: every change a suggestion, footnotes, levels, tables, dragging, what Word had on its clipboard, and a text of two hundred pages. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Locator } from '@playwright/test'
import { encodeDocx } from '../../shared/docx/encode.ts'
import { coverWith } from '../../shared/text/cover.ts'
import type { Block } from '../../shared/text/document.ts'
import { atOwnCircle } from './beginnings.ts'
import { keepFigure, removeFolder, temporaryFolder } from './fixtures.ts'
import type { Person } from './person.ts'
import { scriptPerKey } from './typing.ts'

const GSC = { name: 'Anneli Verbeke', delegation: 'General Secretariat', passphrase: 'copper lantern drifts over seven bridges' }

const DRAFT = `# Draft conclusions on the protection of port and ferry systems

The Council adopted the following conclusions:

1. The Council notes with concern the series of intrusions which interrupted berth planning in eleven ports[^1].

2. It considers that tampering with vessel traffic services endangers life at sea.

3. It asks the High Representative:

- to raise the matter in forthcoming dialogues;
- to report back by the end of September.

4. It invites Member States to exchange the technical indicators that they hold within ten working days.

[^1]: As described in the report of the working party.
`

let stick: string
let gsc: Person

test.beforeAll(async () => {
  stick = temporaryFolder('stick')
  writeFileSync(join(stick, 'draft.md'), DRAFT)
  gsc = await atOwnCircle(GSC)
  await gsc.openExercise('HALCYON 31', 'Ferry and port systems')
  await gsc.addText(join(stick, 'draft.md'), '9114/31')
})
test.afterAll(async () => {
  await gsc.leave()
  removeFolder(stick)
})

/** A Word file with a paragraph and a table. */
function tableFile(rows: readonly (readonly string[])[]): Uint8Array {
  const block = (id: number, kind: Block['kind'], text: string): Block => ({ id: String(id), kind, level: 1, content: [{ text, marks: [] }] })
  const cells = rows.flatMap((row, at) => row.map((text, nth) => block(10 * at + nth + 10, nth === 0 ? 'row' : 'cell', text)))
  const document = { blocks: [block(1, 'title', 'Annex'), block(2, 'numbered', 'The ports concerned are:'), ...cells] }
  const marking = { limite: true, classification: 'NONE', tlp: null } as const
  return encodeDocx({ cover: coverWith({ number: '9120/31' }), title: 'Annex', revLabel: 'INIT', comparedWith: null, marking, exercise: true, body: { version: 'clean', document } }, { dateUtc: '2031-06-12T10:00:00Z' })
}

/** From wherever one is to the suggestions on this text. */
async function suggestOn(number: string): Promise<{ editor: Locator; rail: Locator; paragraph: (words: string) => Locator }> {
  await gsc.goTo('Texts')
  await gsc.page.getByRole('row', { name: new RegExp(number) }).getByRole('button').first().click()
  await gsc.press('Suggest changes')
  const editor = gsc.page.getByRole('textbox', { name: /^Text of / })
  await expect(editor).toBeVisible()
  return { editor, rail: gsc.page.getByRole('list', { name: 'Your suggestions' }), paragraph: (words) => editor.locator('p[data-block]', { hasText: words }) }
}

test('typing, a footnote, a level, a paragraph dragged and one divided are each one suggestion, and undo takes them back', async () => {
  const { editor, rail, paragraph } = await suggestOn('9114/31')
  await paragraph('life at sea').click({ position: { x: 200, y: 10 } })
  await gsc.page.keyboard.press('End')
  await gsc.page.keyboard.press('ArrowLeft')
  await gsc.page.keyboard.type(' or the marine environment')
  await expect(rail.getByRole('listitem')).toHaveCount(1)
  await expect(rail).toContainText('or the marine environment')

  await gsc.press('Footnote')
  await gsc.page.getByRole('textbox', { name: 'Words of the footnote' }).pressSequentially('See 9115/31.')
  await gsc.press('Put it in')
  await expect(editor.locator('sup[data-footnote]')).toHaveCount(2)

  await paragraph('raise the matter').click()
  await gsc.press('Deeper')
  await expect(paragraph('raise the matter')).toHaveAttribute('data-level', '2')

  await paragraph('technical indicators').hover()
  const handle = gsc.page.locator('[class*="handle"]')
  await handle.hover()
  await gsc.page.mouse.down()
  const target = await paragraph('life at sea').boundingBox()
  await gsc.page.mouse.move((target?.x ?? 0) + 20, (target?.y ?? 0) + 2, { steps: 5 })
  await gsc.look('drafting-dragging-light')
  await gsc.page.mouse.up()
  await expect(editor.locator('p[data-number="2."]')).toContainText('technical indicators')
  await gsc.lookInEveryLight('drafting-suggest')

  const all = await rail.getByRole('listitem').count()
  expect(all).toBeGreaterThanOrEqual(3)
  await paragraph('technical indicators').click()
  await gsc.page.keyboard.press('Control+z')
  await expect(editor.locator('p[data-number="2."]')).toContainText('life at sea')
  await expect(rail.getByRole('listitem')).toHaveCount(all - 1)
})

test('what Word had on its clipboard comes in as paragraphs with their emphasis, and its struck words stay outside', async () => {
  const { editor, paragraph } = await suggestOn('9114/31')
  await paragraph('technical indicators').click()
  await gsc.page.keyboard.press('End')
  const html = '<p class=MsoNormal>The Council <b>deplores</b> this.</p><p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>a <del>first</del><ins>second</ins> point;</p>'
  await editor.evaluate((element, words) => {
    const data = new DataTransfer()
    data.setData('text/html', words)
    data.setData('text/plain', 'plain')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, html)
  await expect(editor.locator('strong', { hasText: 'deplores' })).toBeVisible()
  await expect(editor.locator('p[data-kind="bullet"]', { hasText: 'a second point;' })).toBeVisible()
  await expect(editor).not.toContainText('first')
  await gsc.look('drafting-pasted-light')
})

test('a table is edited cell by cell, and a new row is one suggestion', async () => {
  await gsc.goTo('Dossiers')
  await gsc.press('Ferry and port systems')
  writeFileSync(join(stick, 'table.docx'), tableFile([['Port', 'Days closed', 'Cause'], ['Riga', 'nine', 'berth planning'], ['Gdańsk', 'four', 'passenger booking']]))
  await gsc.addText(join(stick, 'table.docx'), '9120/31')
  const { editor, rail, paragraph } = await suggestOn('9120/31')
  await expect(editor.locator('p[data-kind="row"]')).toHaveCount(3)
  await paragraph('berth planning').click()
  await gsc.page.keyboard.press('End')
  await gsc.page.keyboard.type(' and pilotage')
  await gsc.press('Add a row')
  await gsc.page.keyboard.type('Tallinn')
  await expect(rail.getByRole('listitem')).toHaveCount(2)
  await expect(rail).toContainText('Tallinn')
  await expect(editor.locator('p[data-kind="row"]').nth(2)).toHaveText('Tallinn')
  await gsc.lookInEveryLight('drafting-table')
})

test('signs that nobody sees stand in the text by their code, and turn no word around', async () => {
  await gsc.goTo('Dossiers')
  await gsc.press('Ferry and port systems')
  writeFileSync(join(stick, 'turned.md'), '# Draft note\n\n1. The Council agrees to list \u202enone\u202c of the persons, and\u200bnobody else.\n')
  await gsc.addText(join(stick, 'turned.md'), '9121/31')
  const ordered = async (place: Locator): Promise<boolean> => place.evaluate((element) => {
    const range = element.ownerDocument.createRange()
    const lefts: number[] = []
    const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf('none')
      for (let letter = 0; at >= 0 && letter < 4; letter++) {
        range.setStart(node, at + letter)
        range.setEnd(node, at + letter + 1)
        lefts.push(range.getBoundingClientRect().left)
      }
    }
    return lefts.length === 4 && lefts.every((left, at) => at === 0 || left > (lefts[at - 1] ?? 0))
  })
  const read = gsc.page.locator('[data-words]', { hasText: 'of the persons' })
  await expect(read.locator('[data-sign]')).toHaveCount(3)
  expect(await read.locator('[data-sign]').evaluateAll((signs) => signs.map((sign) => sign.getAttribute('data-sign')))).toEqual(['U+202E', 'U+202C', 'U+200B'])
  expect(await ordered(read)).toBe(true)
  await gsc.lookInEveryLight('text-hidden-signs')
  await gsc.press('Suggest changes')
  const written = gsc.page.getByRole('textbox', { name: /^Text of / }).locator('p[data-block]', { hasText: 'of the persons' })
  await expect(written.locator('[data-sign]')).toHaveCount(3)
  expect(await ordered(written)).toBe(true)
  await written.click()
  await gsc.page.keyboard.press('End')
  await gsc.page.keyboard.type(' Agreed.')
  await expect(written).toContainText('nobody else. Agreed.')
  await expect(written.locator('[data-sign]')).toHaveCount(3)
  await gsc.look('drafting-hidden-signs')
})

test('a text is drafted clean, kept through a lock, and issued as the first issue', async () => {
  await gsc.goTo('Dossiers')
  await gsc.press('Ferry and port systems')
  await gsc.page.getByRole('tab', { name: /^Texts/ }).click()
  await gsc.press('Draft a text')
  const draft = gsc.page.getByRole('textbox', { name: 'Draft' })
  await draft.locator('p[data-kind="title"]').click()
  await gsc.page.keyboard.type('Draft conclusions on locks')
  await draft.locator('p[data-kind="numbered"]').click()
  await gsc.page.keyboard.type('The Council notes the report.')
  await gsc.page.keyboard.press('Enter')
  await gsc.page.keyboard.type('It calls on all to act.')
  await expect(draft.locator('ins')).toHaveCount(0)
  await gsc.fill('Number, without REV', '9140/31')
  await gsc.lookInEveryLight('drafting-draft')
  await gsc.lock()
  await gsc.unlock()
  await gsc.goTo('Dossiers')
  await gsc.press('Ferry and port systems')
  await gsc.page.getByRole('tab', { name: /^Texts/ }).click()
  await gsc.press('Draft a text')
  await expect(draft).toContainText('It calls on all to act.')
  await gsc.press('Issue it')
  await gsc.page.getByRole('dialog').getByRole('button', { name: 'Issue it' }).click()
  await gsc.sees('9140/31: Draft conclusions on locks')
})

test('what is typed without a pause stands as it was typed, from the first letter of each paragraph', async () => {
  await gsc.goTo('Dossiers')
  await gsc.press('Ferry and port systems')
  await gsc.page.getByRole('tab', { name: /^Texts/ }).click()
  await gsc.press('Draft a text')
  const draft = gsc.page.getByRole('textbox', { name: 'Draft' })
  await draft.locator('p[data-kind="numbered"]').click()
  const typed = Array.from({ length: 60 }, (_, at) => `Item ${at} is kept`)
  for (const words of typed) {
    await gsc.page.keyboard.type(words)
    await gsc.page.keyboard.press('Enter')
  }
  await gsc.page.keyboard.type('Ast')
  // The arrow moves the cursor on the page, and the next letters follow at once.
  await gsc.page.keyboard.press('ArrowLeft')
  await gsc.page.keyboard.type('le')
  await gsc.page.keyboard.press('ArrowLeft')
  await gsc.page.keyboard.press('ArrowLeft')
  await gsc.page.keyboard.type(' p')
  await expect(draft.locator('p').nth(60)).toHaveText('Item 59 is kept')
  expect((await draft.locator('p').allTextContents()).slice(1)).toEqual([...typed, 'As plet'])
  await gsc.press('Start anew')
})

test('a text of two hundred pages takes each key in its stride', async () => {
  test.setTimeout(240_000)
  await gsc.goTo('Dossiers')
  await gsc.press('Ferry and port systems')
  const sentence = 'The Council recalls that the Union and its Member States have long promoted an open, free, global, stable and secure cyberspace in which human rights fully apply.'
  const paragraphs = Array.from({ length: 1_200 }, (_, at) => `${at % 4 === 3 ? '' : `${at - Math.floor(at / 4) + 1}. `}${sentence} ${sentence.replace('Council', `Council, in point ${at},`)}`)
  writeFileSync(join(stick, 'long.md'), `# Draft report\n\n${paragraphs.join('\n\n')}\n`)
  await gsc.addText(join(stick, 'long.md'), '9130/31')
  const long = await suggestOn('9130/31')
  await long.paragraph('in point 600,').click()
  const here = await scriptPerKey(gsc)
  await expect(long.rail.getByRole('listitem')).toHaveCount(1)
  const short = await suggestOn('9114/31')
  await short.paragraph('tampering').click()
  const onePage = await scriptPerKey(gsc)
  keepFigure('typing', `Typing in ${paragraphs.length} paragraphs, ${paragraphs.join(' ').split(' ').length} words, in suggestion mode: ${here.median.toFixed(1)} ms of script per key (median), ${here.late.toFixed(1)} ms (p99); `
    + `the same keys in a text of one page: ${onePage.median.toFixed(1)} ms, ${onePage.late.toFixed(1)} ms; ratio ${(here.median / onePage.median).toFixed(2)}`)
})

test('no policy was breached and nothing failed unseen', () => {
  expect(gsc.desktop.violations).toEqual([])
  expect(gsc.desktop.errors).toEqual([])
})
