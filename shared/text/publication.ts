/** One version of one REV, ready to be written as Markdown, HTML or DOCX. */
import type { Marking } from '../marking/marking.ts'
import type { Cover } from './cover.ts'
import type { TextDocument } from './document.ts'
import type { MarkedDocument } from './marked.ts'
import type { ReservedNote } from './reserved.ts'

export interface Publication {
  readonly cover: Cover
  readonly title: string
  /** `INIT`, `REV 1`, ... */
  readonly revLabel: string
  /** `7923/1/17 REV 1`, or null for a clean version. */
  readonly comparedWith: string | null
  readonly marking: Pick<Marking, 'limite' | 'classification' | 'tlp'>
  readonly exercise: boolean
  /** Which copy of how many this is, where copies are numbered. */
  readonly copy?: { readonly number: number; readonly of: number } | null
  /** Footnotes of their own, in a marked version; no part of the words. */
  readonly reserved?: readonly ReservedNote[]
  readonly body: { readonly version: 'clean'; readonly document: TextDocument } | { readonly version: 'marked'; readonly document: MarkedDocument }
}
