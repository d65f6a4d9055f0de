/** A piece of what was said that can be found by its words. Made from an event by passages.ts. */
export const PASSAGE_KINDS = ['dossier', 'text', 'paragraph', 'suggestion', 'comment', 'contribution', 'position', 'answer', 'reservation', 'entry'] as const
export type PassageKind = (typeof PASSAGE_KINDS)[number]

export interface Passage {
  readonly kind: PassageKind
  /** The block of a paragraph, the place of a suggestion in its event; empty for what an event says once. */
  readonly part: string
  /** The name of the thing, where it has one: what is found here weighs more. */
  readonly heading: string
  readonly words: string
}
