/** What a drafter does in the editor. */
import { expect } from '@playwright/test'
import type { Person } from './person.ts'

/** Two double clicks within this time would be taken for a triple one, which chooses the paragraph. */
const LONGER_THAN_A_DOUBLE_CLICK_MS = 1_000

/** Double-clicks a word in the editor and types over it, as a drafter does. */
export async function replaceWord(person: Person, word: string, other: string): Promise<void> {
  const { keyboard, mouse } = person.page
  // Before the first frame is drawn each paragraph stands where its estimated height puts it, and a click there falls elsewhere in the next
  // frame. Nobody types before they see that their word is chosen: where it is not, they click again.
  await expect(async () => {
    const { x, y } = await placeOf(person, word)
    await mouse.dblclick(x, y)
    expect(await person.page.evaluate(() => getSelection()?.toString())).toBe(word)
  }).toPass({ intervals: [LONGER_THAN_A_DOUBLE_CLICK_MS], timeout: 30_000 })
  await keyboard.type(other)
}

/** The middle of a word in the editor. */
async function placeOf(person: Person, word: string): Promise<{ x: number; y: number }> {
  const editor = person.page.getByRole('textbox', { name: /^Text of/ })
  const box = await editor.evaluate((element, sought) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(sought) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + sought.length)
      const { x, y, width, height } = range.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    }
    return null
  }, word)
  if (box === null) throw new Error(`“${word}” is not on screen`)
  return box
}

const MEASURED = 'and stresses that no State should order, carry out or tolerate operations against the services on which ports depend, '.repeat(2)

/** Processor time that the page's script takes for something, up to the frame after it, in milliseconds. */
export async function scriptOf(person: Person, act: () => Promise<unknown>): Promise<number> {
  const [spent = Number.NaN] = await scriptOfEach(person, [act])
  return spent
}

async function scriptOfEach({ page }: Person, acts: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const script = async (): Promise<number> => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return 1000 * (metrics.find((one) => one.name === 'ScriptDuration')?.value ?? 0)
  }
  const spent: number[] = []
  for (const act of acts) {
    const before = await script()
    await act()
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => setTimeout(done, 0)) }))
    spent.push((await script()) - before)
  }
  await cdp.detach()
  return spent
}

/** Half of the keys take less than `median`, one in a hundred more than `late`. */
export async function scriptPerKey(person: Person): Promise<{ readonly median: number; readonly late: number }> {
  await person.page.keyboard.type('warming the machine ')
  const spent = await scriptOfEach(person, [...MEASURED].map((letter) => () => person.page.keyboard.press(letter === ' ' ? 'Space' : letter)))
  const sorted = spent.toSorted((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, late: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN }
}
