/** Words for how sure an analyst is. A finding names its scale, so that a reader knows what the word means; scales are never converted into one another. */

export const SCALE_IDS = ['confidence', 'likelihood'] as const
export type ScaleId = (typeof SCALE_IDS)[number]

export interface Scale {
  readonly id: ScaleId
  readonly name: string
  /** Ascending. */
  readonly words: readonly { readonly id: string; readonly name: string; readonly meaning: string }[]
  readonly source: string
}

const PRACTICE = 'Common analytic practice; not from a Council document. Agree on one scale before you compare.'

export const SCALES: readonly Scale[] = [
  {
    id: 'confidence', name: 'Confidence, in three degrees', source: PRACTICE,
    words: [
      { id: 'low', name: 'Low confidence', meaning: 'Sparse or doubtful sources; other explanations stand' },
      { id: 'moderate', name: 'Moderate confidence', meaning: 'Credible sources that agree in part; other explanations are less likely' },
      { id: 'high', name: 'High confidence', meaning: 'Several independent sources of quality that agree' },
    ],
  },
  {
    id: 'likelihood', name: 'Likelihood, in five degrees', source: PRACTICE,
    words: [
      { id: 'remote', name: 'Remote chance', meaning: 'About 5 in 100 or less' },
      { id: 'unlikely', name: 'Unlikely', meaning: 'About 10 to 35 in 100' },
      { id: 'evenChance', name: 'Even chance', meaning: 'About 40 to 60 in 100' },
      { id: 'likely', name: 'Likely', meaning: 'About 65 to 90 in 100' },
      { id: 'almostCertain', name: 'Almost certain', meaning: 'About 95 in 100 or more' },
    ],
  },
]

/** Null for a word that is not on the scale. */
export function confidenceWord(scale: ScaleId, word: string): Scale['words'][number] | null {
  return SCALES.find((one) => one.id === scale)?.words.find((one) => one.id === word) ?? null
}
