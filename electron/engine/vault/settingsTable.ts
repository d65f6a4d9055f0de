/** Choices of the person at this machine: names and values as text. */
import type { Connection } from './connection.ts'

export interface SettingsTable {
  get(name: string): string | null
  set(name: string, value: string): void
}

export function settingsTable(db: Connection): SettingsTable {
  const find = db.prepare<[string], { value: string }>('SELECT value FROM settings WHERE name = ?')
  const upsert = db.prepare('INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
  return {
    get: (name) => find.get(name)?.value ?? null,
    set(name, value) {
      upsert.run(name, value)
    },
  }
}
