/** A plain rule that refuses the obvious passphrase, and never praises. What it lets through is then estimated: passphraseStrength.ts. */

const FEWEST_WORDS = 5
const FEWEST_DIFFERENT_WORDS = 4
const FEWEST_CHARACTERS = 16
const FEWEST_DIFFERENT_CHARACTERS = 10
/** Steps between neighbouring characters: runs (`abcd`, `1234`) and repetitions have few. */
const FEWEST_DIFFERENT_STEPS = 8
/** What every list of guesses begins with. */
const OBVIOUS = /pass(?:word|phrase)?|qwert[yz]?|asdfg?h?|1234567?8?9?0?|letmein|welcome|admin|secret|chancery/g

/** One form for every keyboard and system: the same for making and opening a vault. */
export function normalizePassphrase(passphrase: string): string {
  return passphrase.normalize('NFKC')
}

/** `about`: words that others know of the person, in lower case; they count for nothing. */
export function isObvious(passphrase: string, about: readonly string[]): boolean {
  const different = [...new Set(ownWords(passphrase, about))].join(' ')
  if (differentCharacters(different) < FEWEST_DIFFERENT_CHARACTERS) return true
  if (hasFiveWords(passphrase, about)) return false
  return different.length < FEWEST_CHARACTERS || differentSteps(different) < FEWEST_DIFFERENT_STEPS
}

export function hasFiveWords(passphrase: string, about: readonly string[]): boolean {
  const words = ownWords(passphrase, about)
  return words.length >= FEWEST_WORDS && new Set(words).size >= FEWEST_DIFFERENT_WORDS
}

function ownWords(passphrase: string, about: readonly string[]): string[] {
  const words = normalizePassphrase(passphrase).toLowerCase().replace(OBVIOUS, ' ').split(/\s+/u)
  return words.filter((word) => word.length > 1 && !about.includes(word))
}

function differentCharacters(text: string): number {
  return new Set(text).size
}

function differentSteps(text: string): number {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0)
  return new Set(codes.slice(1).map((code, at) => code - (codes[at] ?? 0))).size
}
