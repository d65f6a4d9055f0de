import * as v from 'valibot'
import { ok } from '../../../shared/base/result.ts'
import { settingsSchema, type Settings } from '../../../shared/ipc/vaultMethods.ts'
import type { SettingsTable } from '../vault/settingsTable.ts'
import type { VaultHandler } from './context.ts'

const DEFAULTS: Settings = { appearance: 'system', language: 'system', lockAfterMinutes: 5, backupReminderDays: 7, remindBeforeMinutes: [60, 1440], remindWhenLocked: false, consolidationKeys: true }

export const settingsShow: VaultHandler<'settings.show'> = async (_input, session) => ok(readSettings(session.store.settings))

/** A setting that is not there, or that this version does not know, has its default. */
export function readSettings(table: SettingsTable): Settings {
  const appearance = v.safeParse(settingsSchema.entries.appearance, table.get('appearance'))
  const language = v.safeParse(settingsSchema.entries.language, table.get('language'))
  const minutes = v.safeParse(settingsSchema.entries.lockAfterMinutes, Number(table.get('lockAfterMinutes') ?? Number.NaN))
  const remind = v.safeParse(settingsSchema.entries.remindBeforeMinutes, table.get('remindBeforeMinutes')?.split(',').filter((part) => part !== '').map(Number))
  const days = v.safeParse(settingsSchema.entries.backupReminderDays, Number(table.get('backupReminderDays') ?? Number.NaN))
  return {
    backupReminderDays: days.success ? days.output : DEFAULTS.backupReminderDays,
    appearance: appearance.success ? appearance.output : DEFAULTS.appearance,
    language: language.success ? language.output : DEFAULTS.language,
    lockAfterMinutes: minutes.success ? minutes.output : DEFAULTS.lockAfterMinutes,
    remindBeforeMinutes: remind.success ? remind.output : DEFAULTS.remindBeforeMinutes,
    remindWhenLocked: table.get('remindWhenLocked') === 'true',
    consolidationKeys: table.get('consolidationKeys') !== 'false',
  }
}
