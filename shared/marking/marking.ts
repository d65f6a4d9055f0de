/** Markings are separate fields that are never derived from one another: DOMAIN facts, Council Decision 2013/488/EU for the classifications. */
import * as v from 'valibot'
import { line } from '../base/words.ts'

/** Ascending: the position is the level. `NONE` is no classification at all. */
export const CLASSIFICATIONS = ['NONE', 'R-UE/EU-R', 'C-UE/EU-C', 'S-UE/EU-S', 'TS-UE/EU-TS'] as const
/** Traffic Light Protocol 2.0 (FIRST), ascending in restriction. */
export const TLP_COLOURS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const

export const markingSchema = v.strictObject({
  /** Distribution marking of the Council, not a classification. */
  limite: v.boolean(),
  classification: v.picklist(CLASSIFICATIONS),
  tlp: v.nullable(v.picklist(TLP_COLOURS)),
  /** RELEASABLE TO: codes or names beyond the distribution list, in the originator's words. */
  releasableTo: v.pipe(v.array(line(60)), v.maxLength(50)),
})
export type Marking = v.InferOutput<typeof markingSchema>
export type Classification = Marking['classification']
export type TlpColour = (typeof TLP_COLOURS)[number]
