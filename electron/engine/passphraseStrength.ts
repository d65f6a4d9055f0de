/** How long a passphrase would stand against guessing: a plain rule for what is obvious, and zxcvbn, which knows the lists that guessers use. */
import type { Hint, PassphraseStrength } from '../../shared/ipc/vaultMethods.ts'
import { hasFiveWords, isObvious, normalizePassphrase } from './passphrase.ts'

/** Scores of zxcvbn: 3 from 10^8 guesses, 4 from 10^10. Each guess costs about a second of a machine like this one. */
const ENOUGH_SCORE = 4
/** Five different words stand one step lower: the estimate sees the words and not that they have nothing to do with one another. */
const ENOUGH_SCORE_OF_WORDS = 3
const STRONG_GUESSES_LOG10 = 16

const HINTS: Readonly<Record<string, Hint>> = {
  straightRow: 'keyboard', keyPattern: 'keyboard', simpleRepeat: 'repeated', extendedRepeat: 'repeated', sequences: 'sequence', recentYears: 'date', dates: 'date',
  topTen: 'common', topHundred: 'common', common: 'common', similarToCommon: 'common', wordByItself: 'short', namesByThemselves: 'name', commonNames: 'name', userInputs: 'own',
}

interface Estimate {
  readonly score: number
  readonly guessesLog10: number
  readonly hint: Hint | null
}

/** `about`: what others know of the person, such as the name. Nothing of either argument is kept. */
export async function passphraseStrength(passphrase: string, about: readonly string[]): Promise<PassphraseStrength> {
  const words = about.flatMap((text) => normalizePassphrase(text).toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 2)
  const normal = normalizePassphrase(passphrase)
  const { score, guessesLog10, hint } = await estimated(normal, words)
  const enough = score >= (hasFiveWords(normal, words) ? ENOUGH_SCORE_OF_WORDS : ENOUGH_SCORE)
  if (isObvious(normal, words) || !enough) return { level: 'weak', hint: hint ?? 'short' }
  return { level: guessesLog10 >= STRONG_GUESSES_LOG10 ? 'strong' : 'enough', hint: null }
}

type Estimator = (passphrase: string, about: readonly string[]) => Estimate

let estimator: Promise<Estimator> | null = null

/** The lists take a quarter of a second to load, so they wait for the first passphrase that somebody chooses. */
async function estimated(passphrase: string, about: readonly string[]): Promise<Estimate> {
  estimator ??= loadEstimator()
  return (await estimator)(passphrase, about)
}

async function loadEstimator(): Promise<Estimator> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common'), import('@zxcvbn-ts/language-en')])
  const zxcvbn = new ZxcvbnFactory({ dictionary: { ...common.dictionary, ...english.dictionary }, graphs: common.adjacencyGraphs })
  return (passphrase, about) => {
    const { score, guessesLog10, feedback } = zxcvbn.check(passphrase, [...about])
    return { score, guessesLog10, hint: feedback.warning === null ? null : (HINTS[feedback.warning] ?? null) }
  }
}
