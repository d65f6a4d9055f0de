/** Tick boxes and choices, as people work them. */
import { expect, type Locator } from '@playwright/test'

/**
 * Presses the words beside a tick box or a choice until it stands as asked. The real box lies unseen under the drawn one, so what is
 * pressed is its label, once it has stopped moving and nothing lies over it: a press where the box was a moment before would do nothing.
 */
export async function mark(box: Locator, on = true): Promise<void> {
  if (await box.isChecked() === on) return
  await box.locator('xpath=ancestor::label[1]').click()
  await expect(box).toBeChecked({ checked: on })
}
