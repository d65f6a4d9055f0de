/** When to remind of a deadline. What leaves the vault for that are moments and nothing else. */
import * as v from 'valibot'

/** Minutes before a deadline. */
export const REMINDER_CHOICES = [15, 60, 180, 1440, 2880] as const

export const reminderSettingsSchema = v.strictObject({
  beforeMinutes: v.pipe(v.array(v.picklist(REMINDER_CHOICES)), v.maxLength(REMINDER_CHOICES.length), v.check((list) => new Set(list).size === list.length)),
  /** Also while the vault is locked: then the moments, and nothing else, are kept outside it. */
  whenLocked: v.boolean(),
})
export type ReminderSettings = v.InferOutput<typeof reminderSettingsSchema>

/** More than this many moments are never kept. */
export const MOST_REMINDERS = 200

export const reminderTimesSchema = v.object({
  atUtcMs: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.maxLength(MOST_REMINDERS)),
  whenLocked: v.boolean(),
})
export type ReminderTimes = v.InferOutput<typeof reminderTimesSchema>

/** The moments that are still to come, each once, soonest first. */
export function reminderTimes(deadlinesUtcMs: readonly number[], { beforeMinutes }: Pick<ReminderSettings, 'beforeMinutes'>, nowUtcMs: number): number[] {
  const moments = deadlinesUtcMs.flatMap((deadline) => beforeMinutes.map((minutes) => deadline - minutes * 60_000))
  return [...new Set(moments)].filter((at) => at > nowUtcMs).sort((a, b) => a - b).slice(0, MOST_REMINDERS)
}
