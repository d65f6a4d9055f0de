/** How a marked version shows its changes. The legend differs from document to document: it is data, chosen with the cover and printed on it. */
import * as v from 'valibot'

export const LEGEND_CHOICES = {
  inserted: ['bold', 'boldUnderline', 'underline', 'colour'],
  /** `brackets`: `[...]` stands for words that went, which are then no longer to be read. */
  deleted: ['strikethrough', 'brackets'],
  /** A paragraph that has moved, where it stands now: underlined twice, or like words inserted. */
  moved: ['doubleUnderline', 'likeInserted'],
} as const

export const legendSchema = v.strictObject({
  inserted: v.picklist(LEGEND_CHOICES.inserted),
  deleted: v.picklist(LEGEND_CHOICES.deleted),
  moved: v.picklist(LEGEND_CHOICES.moved),
})
export type Legend = v.InferOutput<typeof legendSchema>

export const USUAL_LEGEND: Legend = { inserted: 'boldUnderline', deleted: 'strikethrough', moved: 'doubleUnderline' }

const INSERTED_WORDS: Readonly<Record<Legend['inserted'], string>> = {
  bold: 'in bold', boldUnderline: 'in bold and underlined', underline: 'underlined', colour: 'in colour',
}
const DELETED_WORDS: Readonly<Record<Legend['deleted'], string>> = { strikethrough: 'struck through', brackets: 'replaced by [...]' }
const MOVED_WORDS: Readonly<Record<Legend['moved'], string>> = { doubleUnderline: 'underlined twice', likeInserted: 'marked like additions' }

export interface LegendLine {
  readonly sign: 'inserted' | 'deleted' | 'moved'
  readonly words: string
}

/** One line for each kind of change, as printed on the cover. */
export function legendLines(legend: Legend): LegendLine[] {
  return [
    { sign: 'inserted', words: `Additions are ${INSERTED_WORDS[legend.inserted]}.` },
    { sign: 'deleted', words: `Deletions are ${DELETED_WORDS[legend.deleted]}.` },
    { sign: 'moved', words: `Text that has moved is ${MOVED_WORDS[legend.moved]} where it stands now.` },
  ]
}
