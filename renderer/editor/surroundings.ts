/** What a paragraph shows beyond its words. It follows from the whole text. */
import type { CellWidth } from '../../shared/text/cellWidths.ts'

export interface Surroundings {
  readonly label: string | null
  readonly change: 'inserted' | 'moved' | 'retyped' | null
  /** Footnotes before it. */
  readonly notes: number
  /** Of a cell. */
  readonly width: CellWidth | null
}
