/** What a drafter does in the editor. */
import type { Person } from './person.ts'

/** Double-clicks a word in the editor and types over it, as a drafter does. */
export async function replaceWord(person: Person, word: string, other: string): Promise<void> {
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
  await person.page.mouse.dblclick(box.x, box.y)
  await person.page.keyboard.type(other)
}
