import * as v from 'valibot'
import { delegationSchema } from '../base/delegations.ts'
import { hashSchema, installationIdSchema } from '../base/identifiers.ts'
import { typedLine } from '../base/words.ts'
import { sourceSchema, targetSchema, writtenFileSchema } from './files.ts'
import { reminderSettingsSchema } from '../silence/reminders.ts'
import { method } from './method.ts'
import { healthFaultSchema } from './vaultHealth.ts'

export const meSchema = v.object({
  name: v.string(),
  delegation: delegationSchema,
  installation: installationIdSchema,
  safetyWords: v.array(v.string()),
})
export type Me = v.InferOutput<typeof meSchema>

const passphrase = v.pipe(v.string(), v.maxLength(1024))

/** As printed; spaces, hyphens and case play no part. */
const recoveryCode = v.pipe(v.string(), v.maxLength(200))
/** Which key file the new passphrase asks for; `keep`: the one given with the old. */
const newKeyFile = v.variant('kind', [
  v.strictObject({ kind: v.literal('none') }),
  v.strictObject({ kind: v.literal('keep') }),
  v.strictObject({ kind: v.literal('chosen'), source: sourceSchema }),
])

/** What stands readable in the key file of the vault. */
const vaultKeysSchema = v.object({
  needsKeyFile: v.boolean(),
  hasRecoveryCode: v.boolean(),
  /** Argon2id, as measured when the passphrase was set. */
  passes: v.number(),
  memoryMib: v.number(),
})

/** Why a passphrase is weak, in one word. */
const HINTS = ['short', 'common', 'repeated', 'sequence', 'keyboard', 'date', 'name', 'own'] as const
export type Hint = (typeof HINTS)[number]

const strengthSchema = v.object({
  /** `weak` is refused. */
  level: v.picklist(['weak', 'enough', 'strong']),
  hint: v.nullable(v.picklist(HINTS)),
})
export type PassphraseStrength = v.InferOutput<typeof strengthSchema>

const OPENING_CODES = ['vault-absent', 'vault-newer', 'vault-damaged', 'passphrase-wrong', 'key-file-needed', 'key-file-empty', 'attempt-too-soon', 'file-missing', 'file-unreadable', 'file-too-large'] as const
const CHANGING_CODES = ['write-failed', 'verify-failed', 'disk-full'] as const

export const deskItemSchema = v.object({
  kind: v.picklist(['answersUncounted', 'silenceRunning', 'silenceBroken', 'silenceToClose', 'silenceToCertify', 'draftKept', 'suggestionsAwaited', 'toConsolidate', 'actionOverdue', 'nothingSentYet']),
  circle: v.string(),
  dossier: v.string(),
  text: v.nullable(v.string()),
  /** The REV that the item is about, where it is about one. */
  rev: v.nullable(v.number()),
  procedure: v.nullable(v.string()),
  title: v.string(),
  reference: v.string(),
  deadlineUtcMs: v.nullable(v.number()),
  openedUtcMs: v.nullable(v.number()),
  /** Answers that do not count, suggestions to settle or in preparation, days overdue, or events not yet sent. */
  count: v.number(),
  /** For a running silence: whether this delegation has answered. */
  answered: v.boolean(),
})

export const settingsSchema = v.object({
  appearance: v.picklist(['system', 'light', 'dark']),
  /** Of the words on screen; not of what is written, nor of the command line. */
  language: v.picklist(['system', 'en', 'fr']),
  /** Minutes without a key or pointer before the vault locks itself. */
  lockAfterMinutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120)),
  /** Minutes before a deadline at which to remind of it. */
  remindBeforeMinutes: reminderSettingsSchema.entries.beforeMinutes,
  /** Also while the vault is locked: the moments, and nothing else, are then kept outside it. */
  remindWhenLocked: reminderSettingsSchema.entries.whenLocked,
  /** Days after which a backup that was not renewed is asked for; 0 for never. */
  backupReminderDays: v.picklist([0, 1, 7, 30]),
  /** Whether single letters settle suggestions while one consolidates. */
  consolidationKeys: v.boolean(),
})
export type Settings = v.InferOutput<typeof settingsSchema>
const { entries: setting } = settingsSchema
const settingsChangeSchema = v.object({
  appearance: v.exactOptional(setting.appearance), language: v.exactOptional(setting.language), lockAfterMinutes: v.exactOptional(setting.lockAfterMinutes), backupReminderDays: v.exactOptional(setting.backupReminderDays), consolidationKeys: v.exactOptional(setting.consolidationKeys),
  remindBeforeMinutes: v.exactOptional(setting.remindBeforeMinutes), remindWhenLocked: v.exactOptional(setting.remindWhenLocked),
})

export const vaultMethods = {
  'vault.status': method({
    needs: 'nothing', codes: [],
    input: v.strictObject({}),
    output: v.object({
      state: v.picklist(['absent', 'locked', 'open']), me: v.nullable(meSchema),
      /** Why the open vault may only be read; null where it is sound or not open. */
      readOnly: v.nullable(healthFaultSchema),
    }),
  }),
  'vault.create': method({
    needs: 'nothing', codes: [
      'vault-exists', 'passphrase-weak', 'not-acknowledged', 'write-failed', 'recovery-code-mistyped', 'recovery-code-stale', 'key-file-empty',
      'file-missing', 'file-unreadable', 'file-too-large',
    ],
    input: v.strictObject({
      name: typedLine(120),
      delegation: delegationSchema,
      passphrase,
      /** The person has read that Chancery is not accredited for EU classified information. */
      acknowledged: v.boolean(),
      /** The code that `vault.drawRecoveryCode` gave last, once it is written down. */
      recoveryCode: v.optional(recoveryCode),
      keyFile: v.optional(sourceSchema),
    }),
    output: meSchema,
  }),
  'vault.unlock': method({
    needs: 'nothing', codes: [...OPENING_CODES, 'vault-busy'],
    input: v.strictObject({ passphrase, keyFile: v.optional(sourceSchema) }),
    output: meSchema,
  }),
  'vault.keys': method({
    needs: 'nothing', codes: ['vault-absent', 'vault-newer', 'vault-damaged'],
    input: v.strictObject({}),
    output: vaultKeysSchema,
  }),
  /** A new code to write down. It opens nothing until it is given to `vault.create` or `vault.setRecoveryCode`. */
  'vault.drawRecoveryCode': method({
    needs: 'nothing', codes: [],
    input: v.strictObject({}),
    output: v.object({ code: v.string() }),
  }),
  /** The code before it, if there was one, opens nothing any more. */
  'vault.setRecoveryCode': method({
    needs: 'vault', codes: [...OPENING_CODES, ...CHANGING_CODES, 'recovery-code-mistyped', 'recovery-code-stale'],
    input: v.strictObject({ code: recoveryCode, passphrase, keyFile: v.optional(sourceSchema) }),
    output: vaultKeysSchema,
  }),
  /** From then on the passphrase alone opens the vault. */
  'vault.removeRecoveryCode': method({
    needs: 'vault', codes: [...OPENING_CODES, ...CHANGING_CODES, 'recovery-code-absent'],
    input: v.strictObject({ passphrase, keyFile: v.optional(sourceSchema) }),
    output: vaultKeysSchema,
  }),
  /** Cut off at any moment, it leaves a vault that opens with the passphrase before or the new one. */
  'vault.changePassphrase': method({
    needs: 'vault', codes: [...OPENING_CODES, ...CHANGING_CODES, 'passphrase-weak'],
    input: v.strictObject({ passphrase, keyFile: v.optional(sourceSchema), newPassphrase: passphrase, newKeyFile }),
    output: vaultKeysSchema,
  }),
  /** A new passphrase for whoever has the printed code; opens the vault. */
  'vault.recover': method({
    needs: 'nothing',
    codes: [
      'vault-absent', 'vault-newer', 'vault-damaged', 'vault-busy', 'passphrase-weak', 'recovery-code-absent', 'recovery-code-mistyped',
      'recovery-code-wrong', 'attempt-too-soon', 'key-file-empty', 'file-missing', 'file-unreadable', 'file-too-large', ...CHANGING_CODES,
    ],
    input: v.strictObject({ code: recoveryCode, newPassphrase: passphrase, newKeyFile: v.optional(sourceSchema) }),
    output: meSchema,
  }),
  /** `about`: what others know of the person, which makes a passphrase weaker. */
  'passphrase.estimate': method({
    needs: 'nothing', codes: [],
    input: v.strictObject({ passphrase, about: v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(10)) }),
    output: strengthSchema,
  }),
  /** Writes 32 random bytes; the answer holds a grant to use the file at once. */
  'keyFile.make': method({
    needs: 'nothing', codes: ['target-exists', ...CHANGING_CODES],
    input: v.strictObject({ target: targetSchema }),
    output: v.object({ ...writtenFileSchema.entries, keyFile: sourceSchema }),
  }),
  /** Every stored event, signature, chain and register entry is checked again. */
  'vault.verify': method({
    needs: 'vault', codes: ['vault-damaged'],
    input: v.strictObject({}),
    output: v.object({ events: v.number(), registerEntries: v.number(), faults: v.array(v.string()), headsHash: hashSchema }),
  }),
  /** Makes everything anew that is derived from the events, each with how many parts it has. */
  'vault.rebuild': method({ needs: 'vault', codes: [], input: v.strictObject({}), output: v.object({ rebuilt: v.array(v.object({ name: v.string(), parts: v.number() })) }) }),
  'desk.show': method({
    needs: 'vault', codes: [],
    input: v.strictObject({}),
    output: v.object({ items: v.array(deskItemSchema), counts: v.object({ dossiers: v.number(), texts: v.number(), silences: v.number() }) }),
  }),
  'settings.show': method({ needs: 'vault', codes: [], input: v.strictObject({}), output: settingsSchema }),
  /** Those that are given; the others stay. */
  'settings.change': method({ needs: 'vault', codes: [], input: v.strictObject({ settings: settingsChangeSchema }), output: settingsSchema }),
} as const
