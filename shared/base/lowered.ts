/** As it stands inside a sentence: only its first letter loses the capital, so that "Position of a State" keeps that of the State, and an acronym all of its own. */
export function lowered(name: string): string {
  return /^\p{Lu}{2}/u.test(name) ? name : `${name.charAt(0).toLowerCase()}${name.slice(1)}`
}
