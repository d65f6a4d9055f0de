/** An evening of the secretariat in the real app: twenty-seven delegations, three hundred suggestions, settled from the keyboard. */
import { expect, test } from '@playwright/test'
import { MEMBER_STATES } from '../../shared/base/delegations.ts'
import { atDesk } from './beginnings.ts'
import { keepFigure, keepScreenshot } from './fixtures.ts'
import { manyDelegations, type ManySuggestions } from './manyDelegations.ts'
import { mark } from './mark.ts'
import type { Person } from './person.ts'
import { scriptOf } from './typing.ts'

let many: ManySuggestions
let gsc: Person

test.beforeAll(async () => {
  test.setTimeout(180_000)
  many = await manyDelegations({ name: 'Anneli Verbeke', delegation: 'General Secretariat', passphrase: 'copper lantern drifts over seven bridges' })
  gsc = await atDesk(many.begun)
  await gsc.goTo('Texts')
  await gsc.page.getByRole('row', { name: /9114/ }).getByRole('button').first().click()
})
test.afterAll(() => gsc.leave())

async function picture(name: string, colorScheme: 'light' | 'dark'): Promise<void> {
  await gsc.page.emulateMedia({ colorScheme })
  await keepScreenshot(gsc.page, name)
  await gsc.page.emulateMedia({ colorScheme: 'light' })
}

test('three hundred suggestions of twenty-seven delegations stand grouped, with supporters and collisions, and are settled by key', async () => {
  test.setTimeout(300_000)
  expect(many.suggestions).toBeGreaterThanOrEqual(290)
  const cards = gsc.page.getByRole('region', { name: 'Suggestions' })
  const opening = await scriptOf(gsc, async () => {
    await gsc.press(new RegExp(`^Consolidate ${many.suggestions}`))
    await expect(cards.getByRole('article').first()).toBeVisible()
  })
  await gsc.sees(`0 of ${many.suggestions}`)
  await test.step('identical ones are one card with all their supporters; collisions are enclosed and named', async () => {
    const count = await cards.getByRole('article').count()
    expect(count).toBeLessThan(many.suggestions)
    const supporters = await cards.getByRole('article').evaluateAll((all) => all.map((one) => one.querySelectorAll('header [data-dlg]').length))
    expect(Math.max(...supporters)).toBeGreaterThanOrEqual(6)
    expect(supporters.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(MEMBER_STATES.length)
    await expect(cards.getByRole('region', { name: /collision/i }).first()).toContainText('At most one')
  })
  await test.step('every delegation has its code in words and a colour of its own', async () => {
    const shown = await cards.evaluate((element) => [...element.querySelectorAll<HTMLElement>('[data-dlg]')].map((one) => [one.dataset['dlg'], one.textContent, getComputedStyle(one, '::before').backgroundColor] as const))
    const colours = new Map(shown.map(([code, , colour]) => [code, colour]))
    expect(shown.every(([code, words]) => words === code)).toBe(true)
    expect([...colours.keys()].sort()).toEqual([...MEMBER_STATES].sort())
    expect(new Set(colours.values()).size).toBe(MEMBER_STATES.length)
  })
  // The accessibility rules go through three hundred cards in their own time: once is enough, the other pictures are for people.
  await gsc.look('many-opened-light')
  await picture('many-opened-dark', 'dark')
  await cards.focus()
  const spent: number[] = []
  for (const key of 'ajajrjdj'.repeat(5)) spent.push(await scriptOf(gsc, () => gsc.page.keyboard.press(key)))
  const settled = gsc.page.getByRole('status').filter({ hasText: ` of ${many.suggestions}` })
  await expect.poll(async () => Number.parseInt(await settled.textContent() ?? '', 10)).toBeGreaterThanOrEqual(20)
  await picture('many-under-way-light', 'light')
  await picture('many-under-way-dark', 'dark')
  await test.step('one that consists of two changes is taken up in part', async () => {
    const twofold = cards.getByRole('article').filter({ hasText: 'Both belong together.' }).filter({ has: gsc.page.getByRole('button', { name: /^Do not take up/ }) }).first()
    await twofold.click({ position: { x: 20, y: 12 } })
    await twofold.getByRole('button', { name: /in part/i }).click()
    const dialog = gsc.page.getByRole('dialog')
    await mark(dialog.getByRole('checkbox').first())
    await picture('many-in-part-light', 'light')
    await dialog.getByRole('button', { name: /^Take up/ }).click()
    await expect(dialog).toHaveCount(0)
  })
  await test.step('other words are written for one, from the keyboard', async () => {
    await cards.focus()
    for (const key of 'jjj') await gsc.page.keyboard.press(key)
    await gsc.page.keyboard.press('e')
    const dialog = gsc.page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Wording' }).click()
    await gsc.page.keyboard.press('End')
    await gsc.page.keyboard.type(' as appropriate')
    await picture('many-edit-light', 'light')
    await dialog.getByRole('button', { name: /^Take up/ }).click()
    await expect(dialog).toHaveCount(0)
  })
  const sorted = spent.toSorted((a, b) => a - b)
  keepFigure('consolidating', `Consolidation of ${many.suggestions} suggestions by ${MEMBER_STATES.length} delegations: opened with ${opening.toFixed(0)} ms of script; a verdict or a step by key ${(sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(1)} ms (median), ${(sorted.at(-1) ?? 0).toFixed(1)} ms (most)`)
  expect(gsc.desktop.violations).toEqual([])
  expect(gsc.desktop.errors).toEqual([])
})
