/** A Word file in which several people tracked changes, made from any text. */
import { encodeDocx } from '../../../shared/docx/encode.ts'
import type { Amendment } from '../../../shared/text/amendment.ts'
import { applyAmendments } from '../../../shared/text/apply.ts'
import { attributed } from '../../../shared/text/attribution.ts'
import { compareDocuments } from '../../../shared/text/compare.ts'
import { contentWords } from '../../../shared/text/content.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { publicationOf, STAMP } from './publications.ts'

/** The words that somebody wants in place of others. */
export type Wish = readonly [author: string, old: string, now: string]

export function trackedBy(document: TextDocument, wishes: readonly Wish[]): Uint8Array {
  const asked = wishes.map(([author, old, now]) => ({ names: [author], amendments: [inPlaceOf(document, old, now)] }))
  const after = applyAmendments(document, 1, asked.map(({ amendments }) => amendments))
  if (!after.ok) throw new Error(after.error.code)
  return encodeDocx(publicationOf({ version: 'marked', document: attributed(compareDocuments(document, after.value), asked) }), STAMP)
}

/** The first place where these words stand. */
export function inPlaceOf(document: TextDocument, old: string, now: string): Amendment {
  const block = document.blocks.find((one) => contentWords(one.content).includes(old))
  const from = contentWords(block?.content ?? []).indexOf(old)
  return { op: 'replace', block: block?.id ?? '', from, to: from + old.length, insert: [{ text: now, marks: [] }] }
}
