import * as v from 'valibot'
import { delegationSchema } from '../base/delegations.ts'
import { circleIdSchema, dossierIdSchema, eventIdSchema, textIdSchema } from '../base/identifiers.ts'
import { PASSAGE_KINDS } from '../dossier/passage.ts'
import { markingSchema } from '../marking/marking.ts'
import { blockIdSchema } from '../text/document.ts'
import { ENTRY_KINDS } from '../toolbox/entry.ts'
import { method } from './method.ts'

/** Words, and the stretches of them [from, to), in UTF-16 units, that were looked for. */
const markedWordsSchema = v.object({ text: v.string(), found: v.array(v.tuple([v.number(), v.number()])) })
export type MarkedWords = v.InferOutput<typeof markedWordsSchema>

export const searchHitSchema = v.object({
  kind: v.picklist(PASSAGE_KINDS),
  circle: circleIdSchema,
  dossier: dossierIdSchema,
  dossierTitle: v.string(),
  reference: v.string(),
  marking: markingSchema,
  exercise: v.boolean(),
  /** Who said it, and when by their own clock. */
  event: eventIdSchema,
  delegation: delegationSchema,
  claimedAtUtcMs: v.number(),
  /** Where it lies in a text: for texts, paragraphs and suggestions, and for silence answers and reservations the text that they are about. */
  text: v.nullable(v.object({
    text: textIdSchema,
    title: v.string(),
    number: v.string(),
    rev: v.number(),
    /** Other REVs in which this paragraph has the very same words, the latest first. */
    alsoIn: v.array(v.number()),
    block: v.nullable(blockIdSchema),
    /** In the words of a drafter: `paragraph 5, bullet 2`; empty where it is about the whole text. */
    place: v.string(),
  })),
  /** The kind of the entry, where it lies in one. */
  about: v.nullable(v.picklist(ENTRY_KINDS)),
  /** The silence procedure that was answered. */
  procedure: v.nullable(eventIdSchema),
  heading: markedWordsSchema,
  excerpt: markedWordsSchema,
})
export type SearchHit = v.InferOutput<typeof searchHitSchema>

export const searchMethods = {
  /**
   * Full text over all dossiers of this vault, without regard to capitals and diacritics. Words in quotation marks are a phrase, the last
   * word outside of them is a beginning, every other character is literal. Best first; only what counts is found, nothing that is set aside.
   */
  'search.find': method({
    needs: 'vault', codes: [],
    input: v.strictObject({
      query: v.pipe(v.string(), v.maxLength(300)),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
      offset: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
    }),
    output: v.object({ hits: v.array(searchHitSchema), more: v.boolean() }),
  }),
} as const
