/** The content of a case: entries, the catalogue of measures, and notes printed into texts. */
import * as v from 'valibot'
import { circleIdSchema, dossierIdSchema, eventIdSchema, hashSchema, textIdSchema } from '../base/identifiers.ts'
import { dossierEventSchemas } from '../dossier/events.ts'
import { LACKS } from '../dossier/missing.ts'
import { statementSchema } from '../dossier/state.ts'
import { coverSchema } from '../text/cover.ts'
import { markedDocumentSchema } from '../text/marked.ts'
import { indicatorSchema } from '../toolbox/entry.ts'
import { catalogueSchema, measureSchema } from '../toolbox/measure.ts'
import { BEYOND_STIX } from '../toolbox/stixLimits.ts'
import { sourceSchema, targetSchema, writtenFileSchema } from './files.ts'
import { copySchema } from './textMethods.ts'
import { method } from './method.ts'

const added = v.object({ event: eventIdSchema })
const noteRef = { dossier: dossierIdSchema, note: eventIdSchema }

export const toolboxMethods = {
  'entry.add': method({
    needs: 'vault', codes: ['dossier-unknown', 'role-not-allowed', 'event-unknown', 'refers-to-nothing', 'evidence-withdrawn', 'exercise-mixed'],
    input: v.strictObject({ dossier: dossierIdSchema, ...dossierEventSchemas['entry.added'].entries }), output: added,
  }),
  /** The whole content anew. `event-unknown` also where the kind is not that of the entry. */
  'entry.revise': method({
    needs: 'vault', codes: ['dossier-unknown', 'role-not-allowed', 'event-unknown', 'entry-withdrawn', 'refers-to-nothing', 'evidence-withdrawn', 'exercise-mixed'],
    input: v.strictObject({ dossier: dossierIdSchema, ...dossierEventSchemas['entry.revised'].entries }), output: added,
  }),
  'entry.withdraw': method({
    needs: 'vault', codes: ['dossier-unknown', 'role-not-allowed', 'event-unknown', 'entry-withdrawn'],
    input: v.strictObject({ dossier: dossierIdSchema, ...dossierEventSchemas['entry.withdrawn'].entries }), output: added,
  }),
  /** A file of indicators (STIX 2.1 or MISP), read through the door; nothing is changed. `leftOut` names what was not understood. */
  'indicators.read': method({
    needs: 'vault', codes: ['file-missing', 'file-unreadable', 'file-too-large', 'not-indicators', 'too-many-indicators'],
    input: v.strictObject({ source: sourceSchema }),
    output: v.object({
      format: v.picklist(['stix', 'misp']), title: v.string(), indicators: v.array(indicatorSchema), leftOut: v.array(v.object({ what: v.string(), count: v.number() })),
    }),
  }),
  /** In the clear: the person says that it knows. `beyond` is what the format has no form for; `nothing-for-stix` where that is all of it. */
  'indicators.write': method({
    needs: 'vault', codes: ['dossier-unknown', 'event-unknown', 'nothing-for-stix', 'clear-not-acknowledged', 'target-exists', 'write-failed', 'verify-failed', 'disk-full'],
    input: v.strictObject({ dossier: dossierIdSchema, entry: eventIdSchema, format: v.picklist(['stix', 'misp']), target: targetSchema, acknowledged: v.boolean() }),
    output: v.object({ ...writtenFileSchema.entries, beyond: v.array(v.object({ what: v.picklist(BEYOND_STIX), count: v.number() })) }),
  }),
  /** What each step still lacks, as a reminder. */
  'dossier.missing': method({
    needs: 'vault', codes: ['dossier-unknown'],
    input: v.strictObject({ dossier: dossierIdSchema }),
    output: v.object({ missing: v.array(v.object({ step: v.number(), lack: v.picklist(LACKS), count: v.number() })) }),
  }),
  /** Plays a complete invented case into this vault, in an exercise circle of its own. `exercise-here`: it has been loaded before. */
  'exercise.load': method({
    needs: 'vault', codes: ['exercise-here'], input: v.strictObject({}), output: v.object({ circle: circleIdSchema, dossier: dossierIdSchema }),
  }),
  /** The printable case file, in the clear: the person says that it knows. */
  'dossier.caseFile': method({
    needs: 'vault', codes: ['dossier-unknown', 'clear-not-acknowledged', 'copy-number-missing', 'print-unavailable', 'target-exists', 'write-failed', 'verify-failed', 'disk-full'],
    input: v.strictObject({ dossier: dossierIdSchema, format: v.picklist(['pdf', 'html']), copy: copySchema, target: targetSchema, acknowledged: v.boolean() }),
    output: writtenFileSchema,
  }),
  /** The catalogue in force, and how it came about. Version 0 is the working list that the program brings. */
  'catalogue.show': method({
    needs: 'vault', codes: ['circle-unknown'],
    input: v.strictObject({ circle: circleIdSchema }),
    output: v.object({
      version: v.number(), label: v.string(), measures: v.array(measureSchema),
      versions: v.array(v.object({ ...statementSchema.entries, version: v.number(), note: v.string(), measures: v.number() })),
      /** My role may issue the next version. */
      mayIssue: v.boolean(),
    }),
  }),
  'catalogue.issue': method({
    needs: 'vault', codes: ['circle-unknown', 'role-not-allowed', 'nothing-changed'],
    input: v.strictObject({ circle: circleIdSchema, ...v.omit(catalogueSchema, ['version']).entries }),
    output: v.object({ event: eventIdSchema, version: v.number() }),
  }),
  /** Issues the note as REV 0 of a new text, and says so in the dossier. */
  'note.print': method({
    needs: 'vault', codes: ['dossier-unknown', 'role-not-allowed', 'event-unknown', 'text-too-large'],
    input: v.strictObject({ ...noteRef, cover: v.partial(coverSchema) }),
    output: v.object({ text: textIdSchema, revision: eventIdSchema, event: eventIdSchema, documentHash: hashSchema }),
  }),
  /** The last REV of the printed text, marked against the note as it would print now: what the case file says and the text does not. Null where it was not printed. */
  'note.compare': method({
    needs: 'vault', codes: ['dossier-unknown', 'event-unknown'],
    input: v.strictObject(noteRef),
    output: v.object({
      printed: v.nullable(v.object({ text: textIdSchema, rev: v.number(), unchangedSincePrinted: v.boolean(), differs: v.boolean(), marked: markedDocumentSchema })),
    }),
  }),
} as const
