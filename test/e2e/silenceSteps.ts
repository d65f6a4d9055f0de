/** What people do again and again in a silence procedure: convene on one text, carry bundles, open a procedure, act on it. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { Person } from './person.ts'

/** A circle of the first person with the others, and an exercise with one text, 9114/31. The card of the first person. */
export async function conveneOnOneText(stick: string, gsc: Person, others: readonly Person[], draft: string): Promise<string> {
  for (const person of [gsc, ...others]) {
    await person.createVault()
    // One person at a time works here, and the others' machines must not lock meanwhile.
    await person.goTo('Settings')
    await person.page.getByRole('button', { name: /Lock by itself/ }).click()
    await person.page.getByRole('option', { name: 'After 60 minutes' }).click()
  }
  const setterCard = await gsc.writeCard(stick)
  await gsc.foundCircle('Horizontal Working Party on Cyber Issues')
  for (const person of others) {
    const card = await person.writeCard(stick)
    await person.compareCard(setterCard, gsc.who.name)
    await gsc.compareCard(card, person.who.name)
    await gsc.press(`Admit ${person.who.name}`)
    await inDialog(gsc, `Admit ${person.who.name}`)
  }
  await gsc.openExercise('HALCYON 31', 'Ferry and port systems')
  await gsc.page.getByRole('tab', { name: /^Texts/ }).click()
  await gsc.press('Add a text')
  writeFileSync(join(stick, 'draft.md'), draft)
  await gsc.choose(join(stick, 'draft.md'), 'Choose a file')
  await gsc.fill('Number, without REV', '9114/31')
  await gsc.press('Add and issue it')
  await expect(gsc.button('Open silence')).toBeVisible()
  return setterCard
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

export async function inDialog(person: Person, button: string): Promise<void> {
  await person.page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click()
  await expect(person.page.getByRole('dialog')).toHaveCount(0)
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
