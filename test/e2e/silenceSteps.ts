/** What people do again and again in a silence procedure: open a text, carry bundles, open a procedure, act on it. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { Person } from './person.ts'

/** An exercise with one text, 9114/31. */
export async function openOneText(stick: string, gsc: Person, draft: string): Promise<void> {
  writeFileSync(join(stick, 'draft.md'), draft)
  await gsc.openExercise('HALCYON 31', 'Ferry and port systems')
  await gsc.addText(join(stick, 'draft.md'), '9114/31')
  await expect(gsc.button('Open silence')).toBeVisible()
}

/** What they lack, from one to the others. */
export async function carryToAll(stick: string, from: Person, to: readonly Person[]): Promise<void> {
  for (const bundle of await from.send(stick)) for (const person of to) await person.receive(bundle)
}

/** The newest procedure in the list. */
export async function openProcedure(person: Person, number: string): Promise<void> {
  await person.goTo('Silence')
  await person.press(`Open the silence procedure on ${number}`)
}

export async function more(person: Person, act: string): Promise<void> {
  await person.press('More')
  await person.page.getByRole('menuitem', { name: act, exact: true }).click()
}

/** Words of the paragraph that a dialog shows, from the keyboard. */
export async function selectWords(person: Person, words: string): Promise<void> {
  const field = person.page.getByRole('dialog').getByLabel('Its words')
  const from = (await field.inputValue()).indexOf(words)
  await field.focus()
  await person.page.keyboard.press('Control+Home')
  for (let at = 0; at < from; at++) await person.page.keyboard.press('ArrowRight')
  for (let at = 0; at < words.length; at++) await person.page.keyboard.press('Shift+ArrowRight')
  await expect(person.page.getByRole('dialog').locator('q', { hasText: words })).toBeVisible()
}
