import { ok } from '../../../shared/base/result.ts'
import type { VaultHandler } from './context.ts'

export const settingsChange: VaultHandler<'settings.change'> = async ({ settings }, session) => {
  session.transaction(() => {
    for (const [name, value] of Object.entries(settings)) session.store.settings.set(name, String(value))
    session.record('settings.changed', `lock after ${settings.lockAfterMinutes} minutes`, 'done', null)
  })
  return ok(settings)
}
