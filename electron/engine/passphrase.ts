/** Whether a passphrase can stand against guessing: a plain rule that refuses the obvious, and never praises. */

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

export function isWeakPassphrase(passphrase: string): boolean {
  const own = normalizePassphrase(passphrase).toLowerCase().replace(OBVIOUS, ' ').trim()
  const words = own.split(/\s+/u).filter((word) => word.length > 1)
  const different = [...new Set(words)].join(' ')
  if (differentCharacters(different) < FEWEST_DIFFERENT_CHARACTERS) return true
  if (words.length >= FEWEST_WORDS && new Set(words).size >= FEWEST_DIFFERENT_WORDS) return false
  return different.length < FEWEST_CHARACTERS || differentSteps(different) < FEWEST_DIFFERENT_STEPS
}

function differentCharacters(text: string): number {
  return new Set(text).size
}

function differentSteps(text: string): number {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0)
  return new Set(codes.slice(1).map((code, at) => code - (codes[at] ?? 0))).size
}
