import { ok } from '../../../shared/base/result.ts'
import { registerNameWords } from '../../../shared/ipc/registerActions.ts'
import type { Settings } from '../../../shared/ipc/vaultMethods.ts'
import type { VaultHandler } from './context.ts'
import { readSettings } from './settingsShow.ts'

/** One line in the register for all that changed, each from what to what; none where nothing did. */
export const settingsChange: VaultHandler<'settings.change'> = async ({ settings }, session) => {
  const before = readSettings(session.store.settings)
  const after: Settings = { ...before, ...settings }
  const changes = changesBetween(before, after)
  if (changes.length === 0) return ok(after)
  session.transaction(() => {
    for (const [name, value] of Object.entries(after)) session.store.settings.set(name, String(value))
    session.record('settings.changed', changes.map(([name]) => registerNameWords(name)).join(', '), 'done', null, { details: changes })
  })
  return ok(after)
}

function changesBetween(before: Settings, after: Settings): [name: string, fromTo: string][] {
  const old = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after).flatMap(([name, value]): [string, string][] => (String(old.get(name)) === String(value) ? [] : [[name, `${String(old.get(name))} → ${String(value)}`]]))
}
