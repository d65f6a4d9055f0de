import * as v from 'valibot'
import { delegationSchema } from '../base/delegations.ts'
import { circleIdSchema, dossierIdSchema, eventIdSchema, installationIdSchema } from '../base/identifiers.ts'
import { typedLine } from '../base/words.ts'
import { ROLES, roleSchema } from '../circle/events.ts'
import { sourceSchema, targetSchema, writtenFileSchema } from './files.ts'
import { method } from './method.ts'

export const cardViewSchema = v.object({
  installation: installationIdSchema,
  name: v.string(),
  delegation: delegationSchema,
  /** Six words from a hash of both keys, to be compared by voice or in person. */
  safetyWords: v.array(v.string()),
  /** The safety words were compared on this machine, or the card stands in a roster. */
  trusted: v.boolean(),
})
export const rosterEntrySchema = v.object({
  installation: installationIdSchema,
  name: v.string(),
  delegation: delegationSchema,
  roles: v.array(roleSchema),
  member: v.boolean(),
  /** First epoch of its present standing. */
  admittedEpoch: v.number(),
  removed: v.boolean(),
  suspended: v.boolean(),
  /** Of the keys that it has now. */
  safetyWords: v.array(v.string()),
})

export const ROSTER_STEPS = ['founded', 'admitted', 'removed', 'roleChanged', 'suspended', 'reinstated', 'rotated', 'handedOver'] as const
const personSchema = v.object({ name: v.string(), delegation: delegationSchema })
/** One epoch of the roster: who changed what. */
export const rosterStepSchema = v.object({
  epoch: v.number(),
  event: eventIdSchema,
  kind: v.picklist(ROSTER_STEPS),
  by: personSchema,
  /** By the clock of whoever signed it. */
  claimedAtUtcMs: v.number(),
  /** Whom it concerns; null where its card is not genuine. */
  person: v.nullable(personSchema),
  roles: v.array(roleSchema),
  member: v.nullable(v.boolean()),
  reason: v.string(),
  /** False for a change without meaning: the epoch counts, and nothing else. */
  effective: v.boolean(),
})
/** New keys that somebody in the roster offered with a signature of the old ones. */
export const offeredKeysSchema = v.object({
  installation: installationIdSchema, name: v.string(), delegation: delegationSchema,
  /** Of the new keys. */
  fingerprint: installationIdSchema, safetyWords: v.array(v.string()), offeredAtUtcMs: v.number(),
})
export const circleViewSchema = v.object({
  circle: circleIdSchema,
  name: v.string(),
  kind: v.string(),
  epoch: v.number(),
  rosterHead: eventIdSchema,
  /** Under which name I stand here. */
  myInstallation: installationIdSchema,
  /** What I may do here. */
  myRoles: v.array(roleSchema),
  /** Who signs the next roster. */
  secretariat: installationIdSchema,
  /** It is I. */
  iGovern: v.boolean(),
  /** Each installation once, as it stands now or stood last. */
  entries: v.array(rosterEntrySchema),
  /** From the founding on. */
  history: v.array(rosterStepSchema),
  offers: v.array(offeredKeysSchema),
  /** Its secretariat was found to have signed two rosters that cannot both be: nothing of this circle comes in or goes out any more. */
  conflict: v.nullable(v.object({ epoch: v.number(), foundAtUtcMs: v.number() })),
})
export type CircleView = v.InferOutput<typeof circleViewSchema>

const ownKeysSchema = v.object({
  retentionDays: v.number(),
  /** Ascending; the last are the newest, those of my card. */
  generations: v.array(v.object({
    generation: v.number(),
    fingerprint: installationIdSchema,
    safetyWords: v.array(v.string()),
    madeAtUtcMs: v.number(),
    /** Circles whose roster names them for me now. */
    circles: v.array(v.string()),
    /** When the private sealing key will be deleted; null while it is in use, or newest, or deleted already. */
    sealingDeletesAtUtcMs: v.nullable(v.number()),
    sealingDeletedAtUtcMs: v.nullable(v.number()),
  })),
})

const admission = { roles: v.pipe(v.array(roleSchema), v.minLength(1), v.maxLength(ROLES.length)), member: v.boolean() }
const someone = { circle: circleIdSchema, installation: installationIdSchema }
const reason = v.pipe(v.string(), v.trim(), v.maxLength(1000))
const ROSTER_CODES = ['roster-conflict', 'circle-unknown', 'card-unknown', 'role-not-allowed', 'change-without-meaning'] as const

export const circleMethods = {
  /** Writes my card into a folder, under a name of its own. */
  'card.write': method({
    needs: 'vault', codes: ['write-failed', 'target-exists'],
    input: v.strictObject({ target: targetSchema }),
    output: v.object({ ...writtenFileSchema.entries, safetyWords: v.array(v.string()) }),
  }),
  /** Reads a card and keeps it, untrusted until the safety words have been compared. */
  'card.read': method({
    needs: 'vault', codes: ['file-missing', 'file-unreadable', 'file-too-large', 'not-a-card', 'card-altered'],
    input: v.strictObject({ source: sourceSchema }),
    output: cardViewSchema,
  }),
  /** The person says that the words were compared. A delegation does this for the secretariat's card before the first import. */
  'card.trust': method({
    needs: 'vault', codes: ['card-unknown', 'safety-words-not-compared'],
    input: v.strictObject({ installation: installationIdSchema, safetyWordsCompared: v.boolean() }),
    output: cardViewSchema,
  }),
  'card.list': method({ needs: 'vault', codes: [], input: v.strictObject({}), output: v.object({ cards: v.array(cardViewSchema) }) }),
  'circle.found': method({
    needs: 'vault', codes: [],
    input: v.strictObject({ name: typedLine(120), kind: typedLine(60) }),
    output: circleViewSchema,
  }),
  'circle.admit': method({
    needs: 'vault', codes: ['circle-unknown', 'card-unknown', 'card-known', 'safety-words-not-compared', 'role-not-allowed'],
    input: v.strictObject({ circle: circleIdSchema, installation: installationIdSchema, ...admission }),
    output: circleViewSchema,
  }),
  /** `strict`: what the person signed under the role before, and has not arrived, does not count any more. */
  'circle.changeRole': method({
    needs: 'vault', codes: ROSTER_CODES, input: v.strictObject({ ...someone, ...admission, strict: v.boolean() }), output: circleViewSchema,
  }),
  /** From the next epoch on the person is neither heard nor written to. What is here of it by now is accepted, and nothing else of before. */
  'circle.suspend': method({ needs: 'vault', codes: ROSTER_CODES, input: v.strictObject({ ...someone, reason }), output: circleViewSchema }),
  'circle.reinstate': method({ needs: 'vault', codes: ROSTER_CODES, input: v.strictObject(someone), output: circleViewSchema }),
  /** Names the last accepted event of each of its logs, as it is here. */
  'circle.remove': method({ needs: 'vault', codes: ROSTER_CODES, input: v.strictObject({ ...someone, reason }), output: circleViewSchema }),
  /** The person signs the next roster; I keep `roles` and cannot take it back. */
  'circle.handOver': method({
    needs: 'vault', codes: ROSTER_CODES, input: v.strictObject({ ...someone, roles: admission.roles }), output: circleViewSchema,
  }),
  /** Takes offered keys into the roster, once their safety words have been compared. `strict` as for a change of role: for keys that were stolen. */
  'circle.takeKeys': method({
    needs: 'vault', codes: [...ROSTER_CODES, 'safety-words-not-compared'],
    input: v.strictObject({ ...someone, fingerprint: installationIdSchema, safetyWordsCompared: v.boolean(), strict: v.boolean() }), output: circleViewSchema,
  }),
  /** What suspending or removing somebody would mean, as far as this machine knows. */
  'circle.consequences': method({
    needs: 'vault', codes: ['circle-unknown', 'card-unknown'], input: v.strictObject(someone),
    output: v.object({
      /** Its logs as they would be named: everything after is quarantined. `title` is empty for the circle itself. */
      logs: v.array(v.object({ dossier: v.nullable(dossierIdSchema), title: v.string(), lastSeq: v.number() })),
      /** Dossiers that it opened. They stay. */
      opened: v.array(v.object({ dossier: dossierIdSchema, title: v.string() })),
      /** Running silence procedures in which its delegation has not spoken and nobody else of it stands in the roster. */
      unanswered: v.array(v.object({ procedure: eventIdSchema, dossier: dossierIdSchema, title: v.string() })),
      /** Others of the same delegation who stay in the roster. */
      colleagues: v.array(v.string()),
    }),
  }),
  'circle.list': method({ needs: 'vault', codes: [], input: v.strictObject({}), output: v.object({ circles: v.array(circleViewSchema) }) }),
  /** My keys, those of before included. A private sealing key that no circle uses any more is deleted when its retention ends. */
  'keys.list': method({ needs: 'vault', codes: [], input: v.strictObject({}), output: ownKeysSchema }),
  /**
   * Makes new keys, and offers them to the secretariat of every circle in which I stand; where I am it, they are in the roster at once.
   * Until a roster names them, the old ones stay in use there.
   */
  'keys.rotate': method({ needs: 'vault', codes: [], input: v.strictObject({ which: v.picklist(['both', 'sealing']) }), output: ownKeysSchema }),
} as const
