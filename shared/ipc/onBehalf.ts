/** Suggestions that several people tracked in one file, under the delegations they speak for. Law: those of every author who has a delegation are there once, in the order of the file. */
import type { Delegation } from '../base/delegations.ts'
import type { Suggestion } from '../text/amendment.ts'

export interface AuthorAsks {
  readonly author: string
  readonly suggestions: readonly Suggestion[]
}

export function suggestionsByDelegation(authors: readonly AuthorAsks[], named: ReadonlyMap<string, Delegation>): Map<Delegation, Suggestion[]> {
  const found = new Map<Delegation, Suggestion[]>()
  for (const { author, suggestions } of authors) {
    const code = named.get(author)
    if (code !== undefined && suggestions.length > 0) found.set(code, [...(found.get(code) ?? []), ...suggestions])
  }
  return found
}

/** Those who ask for something and have no delegation yet: while there are any, nothing is handed in. */
export function namelessAuthors(authors: readonly AuthorAsks[], named: ReadonlyMap<string, Delegation>): string[] {
  return authors.filter(({ author, suggestions }) => suggestions.length > 0 && !named.has(author)).map(({ author }) => author)
}
