/** Actions whose day has passed. Days are calendar days as they were written down; today is given by the caller, who has a clock and a zone. */
import type { Entry } from './state.ts'
import type { EntryOf } from '../toolbox/entry.ts'

const DAY_MS = 86_400_000

/** Of what was withdrawn nothing is overdue. */
export function overdueOf({ content, withdrawn }: Pick<Entry, 'withdrawn'> & { readonly content: Pick<EntryOf<'action'>, 'due' | 'status'> }, today: string): number {
  return withdrawn === null ? daysOverdue(content, today) : 0
}

/** Whole days since it was due; 0 where it is not due, has no day, or needs nothing more. `today` as `2031-06-12`. */
export function daysOverdue({ due, status }: Pick<EntryOf<'action'>, 'due' | 'status'>, today: string): number {
  if (due === null || status === 'done' || status === 'dropped') return 0
  return Math.max(0, Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${due}T00:00:00Z`)) / DAY_MS))
}
