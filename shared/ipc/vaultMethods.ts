import * as v from 'valibot'
import { delegationSchema } from '../base/delegations.ts'
import { hashSchema, installationIdSchema } from '../base/identifiers.ts'
import { method } from './method.ts'

export const meSchema = v.object({
  name: v.string(),
  delegation: delegationSchema,
  installation: installationIdSchema,
  safetyWords: v.array(v.string()),
})
export type Me = v.InferOutput<typeof meSchema>

const passphrase = v.pipe(v.string(), v.maxLength(1024))

export const deskItemSchema = v.object({
  kind: v.picklist(['silenceRunning', 'silenceToClose', 'silenceToCertify', 'draftKept', 'suggestionsAwaited', 'toConsolidate', 'nothingSentYet']),
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
  /** Suggestions to settle or in preparation, or events not yet sent. */
  count: v.number(),
  /** For a running silence: whether this delegation has answered. */
  answered: v.boolean(),
})

export const settingsSchema = v.object({
  appearance: v.picklist(['system', 'light', 'dark']),
  /** Minutes without a key or pointer before the vault locks itself. */
  lockAfterMinutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120)),
})
export type Settings = v.InferOutput<typeof settingsSchema>

export const vaultMethods = {
  'vault.status': method({
    needs: 'nothing', codes: [],
    input: v.strictObject({}),
    output: v.object({ state: v.picklist(['absent', 'locked', 'open']), me: v.nullable(meSchema) }),
  }),
  'vault.create': method({
    needs: 'nothing', codes: ['vault-exists', 'passphrase-weak', 'not-acknowledged', 'write-failed'],
    input: v.strictObject({
      name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)),
      delegation: delegationSchema,
      passphrase,
      /** The person has read that Chancery is not accredited for EU classified information. */
      acknowledged: v.boolean(),
    }),
    output: meSchema,
  }),
  'vault.unlock': method({
    needs: 'nothing', codes: ['vault-absent', 'vault-newer', 'vault-damaged', 'vault-busy', 'passphrase-wrong'],
    input: v.strictObject({ passphrase }),
    output: meSchema,
  }),
  /** Every stored event, signature, chain and register entry is checked again. */
  'vault.verify': method({
    needs: 'vault', codes: ['vault-damaged'],
    input: v.strictObject({}),
    output: v.object({ events: v.number(), registerEntries: v.number(), faults: v.array(v.string()), headsHash: hashSchema }),
  }),
  /** Makes everything anew that is derived from the events: the search index. */
  'vault.rebuild': method({ needs: 'vault', codes: [], input: v.strictObject({}), output: v.object({ passages: v.number() }) }),
  'desk.show': method({
    needs: 'vault', codes: [],
    input: v.strictObject({}),
    output: v.object({ items: v.array(deskItemSchema), counts: v.object({ dossiers: v.number(), texts: v.number(), silences: v.number() }) }),
  }),
  'settings.show': method({ needs: 'vault', codes: [], input: v.strictObject({}), output: settingsSchema }),
  'settings.change': method({ needs: 'vault', codes: [], input: v.strictObject({ settings: settingsSchema }), output: settingsSchema }),
} as const
