/** The cover of a Council document, and what goes with it on every page. */
import * as v from 'valibot'
import { freeLine } from '../base/words.ts'
import { legendSchema, USUAL_LEGEND } from './legend.ts'

/** Fields that covers signed before they existed do not have: they read as empty. */
const later = (most: number) => v.optional(freeLine(most), '')
const laterLines = (most: number, length: number) => v.optional(v.pipe(v.array(freeLine(length)), v.maxLength(most)), [])

/** The number is `7923/17`; INIT, REV n, ADD n and COR n are added by the revision. */
export const coverSchema = v.strictObject({
  number: freeLine(40),
  place: freeLine(80),
  /** As printed, for example `16 May 2017`. */
  date: freeLine(40),
  codes: v.pipe(v.array(freeLine(40)), v.maxLength(40)),
  /** NOTE, I/A ITEM NOTE, ... */
  type: freeLine(60),
  from: freeLine(200),
  to: freeLine(200),
  subject: freeLine(1000),
  /** `Council of the European Union`. */
  institution: later(120),
  /** `en` is printed as `(OR. en)`. */
  originalLanguage: later(20),
  /** `No. prev. doc.`: the document of which this one is the sequel. */
  previousDocument: later(200),
  /** The dash lines under the subject: `approval of the final text`. */
  purposes: laterLines(10, 300),
  /** Between the cover and the text: `Delegations will find in annex ...`. */
  sentences: laterLines(40, 4000),
  /** Foot of the page: initials of the drafter, and the department. */
  initials: later(40),
  department: later(80),
  /** How the marked version shows its changes. */
  legend: v.optional(legendSchema, USUAL_LEGEND),
})
export type Cover = v.InferOutput<typeof coverSchema>

/** Whatever is not said is empty, and the legend the usual one. */
export function coverWith(fields: Partial<Cover>): Cover {
  const empty: Cover = {
    number: '', place: '', date: '', codes: [], type: '', from: '', to: '', subject: '', institution: '', originalLanguage: '', previousDocument: '',
    purposes: [], sentences: [], initials: '', department: '', legend: USUAL_LEGEND,
  }
  return { ...empty, ...fields }
}
