/** What each author of a marked file asks of a REV. Law: where the file was made from the REV itself, an author's suggestions applied give the text with exactly that author's changes. */
import { equalBytes } from '../base/bytes.ts'
import { adoptIdentifiers } from './adopt.ts'
import type { Suggestion } from './amendment.ts'
import { canonicalText } from './canonical.ts'
import { carryPlace } from './carryPassage.ts'
import { baseOf } from './claims.ts'
import type { TextDocument } from './document.ts'
import type { TextPlace } from './place.ts'
import { effectKey } from './minimal.ts'
import { suggestionsBetween } from './suggestions.ts'

export interface AuthorText {
  readonly author: string
  /** The text if only this author's changes were accepted. */
  readonly document: TextDocument
}

/** A place in the file without its changes, on the REV it was made from; null where its words are not there. */
export function placeInRevision(revision: TextDocument, before: TextDocument, place: TextPlace | null): TextPlace | null {
  const at = before.blocks.findIndex((block) => block.id === place?.block)
  const [old, id] = [before.blocks[at], adoptIdentifiers(revision, before).blocks[at]?.id]
  const now = revision.blocks.find((block) => block.id === id)
  const followed = place === null || old === undefined || now === undefined ? null : carryPlace(old.content, now.content, place)
  return followed === null || now === undefined ? null : { ...followed, block: now.id }
}

export interface AuthorSuggestions {
  readonly authors: readonly { readonly author: string; readonly suggestions: readonly Suggestion[] }[]
  /** How the file without any of its changes differs from the REV: nobody has signed for that, and it is nobody's suggestion. */
  readonly untracked: number
}

export function suggestionsByAuthor(revision: TextDocument, before: TextDocument, texts: readonly AuthorText[]): AuthorSuggestions {
  const base = baseOf(revision)
  const against = (document: TextDocument): Suggestion[] => suggestionsBetween(revision, adoptIdentifiers(revision, document))
  const untracked = equalBytes(canonicalText(revision), canonicalText(before)) ? [] : against(before)
  const known = new Set(untracked.map(({ amendments }) => effectKey(base, amendments)))
  return {
    authors: texts.map(({ author, document }) => ({ author, suggestions: against(document).filter(({ amendments }) => !known.has(effectKey(base, amendments))) })),
    untracked: untracked.length,
  }
}
