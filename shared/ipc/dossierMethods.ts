import * as v from 'valibot'
import { circleIdSchema, dossierIdSchema, eventIdSchema, hashSchema } from '../base/identifiers.ts'
import { typedLine } from '../base/words.ts'
import { dossierEventSchemas } from '../dossier/events.ts'
import { namedBySchema } from '../dossier/namedBy.ts'
import { dossierStateSchema, stepSchema } from '../dossier/state.ts'
import { markingSchema } from '../marking/marking.ts'
import { DOSSIER_KINDS } from '../dossier/events.ts'
import { method } from './method.ts'

export const dossierSummarySchema = v.object({
  circle: circleIdSchema,
  circleName: v.string(),
  dossier: dossierIdSchema,
  reference: v.string(),
  title: v.string(),
  kind: v.picklist(DOSSIER_KINDS),
  exercise: v.boolean(),
  marking: markingSchema,
  openedAtUtcMs: v.number(),
  texts: v.number(),
  runningSilences: v.number(),
  /** Where each of the nine steps stands, in their order. */
  steps: v.array(stepSchema.entries.state),
  lastEventUtcMs: v.number(),
})

const dossierRef = { dossier: dossierIdSchema }
const added = v.object({ event: eventIdSchema })

export const dossierMethods = {
  /** Names that cannot be seen are refused here; of others, `line` in base/words.ts makes one that can. */
  'dossier.open': method({
    needs: 'vault', codes: ['circle-unknown', 'role-not-allowed'],
    input: v.strictObject({ circle: circleIdSchema, ...v.omit(dossierEventSchemas['dossier.opened'], ['nonce']).entries, reference: typedLine(60), title: typedLine(300) }),
    output: v.object({ dossier: dossierIdSchema, event: eventIdSchema }),
  }),
  'dossier.list': method({ needs: 'vault', codes: [], input: v.strictObject({}), output: v.object({ dossiers: v.array(dossierSummarySchema) }) }),
  'dossier.show': method({
    needs: 'vault', codes: ['dossier-unknown'],
    input: v.strictObject(dossierRef),
    output: v.object({
      state: dossierStateSchema,
      /** Equal on any two machines that hold the same events. */
      stateHash: hashSchema,
      events: v.number(),
      /** What other dossiers of the circle say to this one, as far as they are on this machine: links to it, and lessons for it. */
      namedBy: v.array(namedBySchema),
      /** Events whose ancestors have not arrived. */
      pending: v.number(),
    }),
  }),
  /** What two machines compare to know that they see the same: equal wherever the same events are held with their bodies. */
  'dossier.hashes': method({
    needs: 'vault', codes: [], input: v.strictObject({}),
    output: v.object({ dossiers: v.array(v.object({ dossier: dossierIdSchema, reference: v.string(), title: v.string(), marking: markingSchema, exercise: v.boolean(), events: v.number(), stateHash: hashSchema })) }),
  }),
  'dossier.markStep': method({
    needs: 'vault', codes: ['dossier-unknown', 'role-not-allowed', 'reason-needed'],
    input: v.strictObject({ ...dossierRef, ...dossierEventSchemas['step.marked'].entries }), output: added,
  }),
  'dossier.contribute': method({
    needs: 'vault', codes: ['dossier-unknown', 'role-not-allowed'],
    input: v.strictObject({ ...dossierRef, ...dossierEventSchemas['contribution.added'].entries, title: typedLine(300) }), output: added,
  }),
  'dossier.takePosition': method({
    needs: 'vault', codes: ['dossier-unknown', 'role-not-allowed', 'event-unknown'],
    input: v.strictObject({ ...dossierRef, ...dossierEventSchemas['position.taken'].entries, subject: typedLine(300) }), output: added,
  }),
} as const
