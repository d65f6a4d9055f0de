/** Suggestions that several people tracked in one file, under the delegations they speak for. Law: those of every author who has a delegation are there once, in the order of the file. */
import type { Delegation } from '../base/delegations.ts'
import type { Suggestion } from '../text/amendment.ts'
import type { TextPlace } from '../text/place.ts'

export interface AuthorAsks {
  readonly author: string
  readonly suggestions: readonly Suggestion[]
  readonly comments: readonly WordComment[]
}

export interface WordComment {
  readonly words: string
  readonly place: TextPlace
}

/** Comments of those who have a delegation, each under its delegation, in the order of the file. */
export function commentsByDelegation(authors: readonly AuthorAsks[], named: ReadonlyMap<string, Delegation>): (readonly [Delegation, WordComment])[] {
  return authors.flatMap(({ author, comments }) => {
    const code = named.get(author)
    return code === undefined ? [] : comments.map((comment) => [code, comment] as const)
  })
}

export function suggestionsByDelegation(authors: readonly AuthorAsks[], named: ReadonlyMap<string, Delegation>): Map<Delegation, Suggestion[]> {
  const found = new Map<Delegation, Suggestion[]>()
  for (const { author, suggestions } of authors) {
    const code = named.get(author)
    if (code !== undefined && suggestions.length > 0) found.set(code, [...(found.get(code) ?? []), ...suggestions])
  }
  return found
}

/** Those who ask for or say something and have no delegation yet: while there are any, nothing is handed in. */
export function namelessAuthors(authors: readonly AuthorAsks[], named: ReadonlyMap<string, Delegation>): string[] {
  return authors.filter(({ author, suggestions, comments }) => suggestions.length + comments.length > 0 && !named.has(author)).map(({ author }) => author)
}
