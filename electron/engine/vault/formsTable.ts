/** Half-typed forms, so that a lock loses none: at most one at each place, by the person of this vault. */
import type { Connection } from './connection.ts'

export interface KeptForm {
  /** Which form, and on what; the window names it. */
  readonly place: string
  readonly content: string
  readonly keptAtUtcMs: number
}

export interface FormsTable {
  /** In the order of being kept, the oldest first. */
  all(): KeptForm[]
  /** In place of what was kept there before. */
  put(form: KeptForm): void
  /** Whether there was one. */
  remove(place: string): boolean
}

export function formsTable(db: Connection): FormsTable {
  const select = db.prepare<[], KeptForm>('SELECT place, content, kept_at AS keptAtUtcMs FROM forms ORDER BY kept_at, place')
  const replace = db.prepare('INSERT OR REPLACE INTO forms (place, content, kept_at) VALUES (?, ?, ?)')
  const remove = db.prepare('DELETE FROM forms WHERE place = ?')
  return {
    all: () => select.all(),
    put({ place, content, keptAtUtcMs }) {
      replace.run(place, content, keptAtUtcMs)
    },
    remove: (place) => remove.run(place).changes > 0,
  }
}
