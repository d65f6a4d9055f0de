/** What came out of a foreign file, before anybody has issued it. */
import type { Cover } from './cover.ts'
import type { TextDocument } from './document.ts'

export interface ImportedText {
  /** Words of the title, empty where the file has none. */
  readonly title: string
  /** Fields of the cover that the file states. */
  readonly cover: Partial<Cover>
  /** In canonical form, blocks named `1`, `2`, ... */
  readonly document: TextDocument
  /** What was left out or could not be told for certain, as whole sentences for the person. */
  readonly notes: readonly string[]
}

export type ImportFault = 'text-too-large' | 'text-empty'
