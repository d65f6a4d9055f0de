import * as v from 'valibot'
import { delegationSchema } from '../base/delegations.ts'
import { circleIdSchema, eventIdSchema, installationIdSchema } from '../base/identifiers.ts'
import { roleSchema } from '../circle/events.ts'
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
  admittedEpoch: v.number(),
  removed: v.boolean(),
  safetyWords: v.array(v.string()),
})
export const circleViewSchema = v.object({
  circle: circleIdSchema,
  name: v.string(),
  kind: v.string(),
  epoch: v.number(),
  rosterHead: eventIdSchema,
  /** What I may do here. */
  myRoles: v.array(roleSchema),
  entries: v.array(rosterEntrySchema),
})
export type CircleView = v.InferOutput<typeof circleViewSchema>

const admission = { roles: v.pipe(v.array(roleSchema), v.minLength(1)), member: v.boolean() }

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
    input: v.strictObject({ name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)), kind: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)) }),
    output: circleViewSchema,
  }),
  'circle.admit': method({
    needs: 'vault', codes: ['circle-unknown', 'card-unknown', 'card-known', 'safety-words-not-compared', 'role-not-allowed'],
    input: v.strictObject({ circle: circleIdSchema, installation: installationIdSchema, ...admission }),
    output: circleViewSchema,
  }),
  'circle.list': method({ needs: 'vault', codes: [], input: v.strictObject({}), output: v.object({ circles: v.array(circleViewSchema) }) }),
} as const
