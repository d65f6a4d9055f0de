/** Comparing and consolidating long texts, against the npm package `diff` on the same words. */
import { diffWordsWithSpace } from 'diff'
import { MEMBER_STATES } from '../shared/base/delegations.ts'
import type { Block, TextDocument } from '../shared/text/document.ts'
import { compareDocuments } from '../shared/text/compare.ts'
import { consolidate } from '../shared/text/consolidate.ts'
import { groupSuggestions, type Received } from '../shared/text/group.ts'
import { against, type Measured } from './measure.ts'

export async function benchText(): Promise<Measured[]> {
  return [await compareLong(10_000), await consolidateEvening()]
}

/** The peer's time grows with the square of the changes; at 10,000 words it is still bearable. */
async function compareLong(wordCount: number): Promise<Measured> {
  const dice = diceOf(7)
  const before = Array.from({ length: wordCount / 50 }, () => Array.from({ length: 50 }, () => `word${Math.floor(dice() ** 3 * 3000)}`))
  const after = before.map((words) => words.map((word) => (dice() < 0.02 ? 'changed' : word)))
  for (let move = 0; move < 20; move++) after.splice(Math.floor(dice() * after.length), 0, ...after.splice(Math.floor(dice() * after.length), 1))
  const [old, now] = [documentOf(before), documentOf(after)]
  const [oldText, nowText] = [plainOf(before), plainOf(after)]
  const name = `compare ${wordCount} words, 2 % changed, 20 paragraphs moved`
  return against(name, () => compareDocuments(old, now, { identifiers: 'unrelated' }), 'npm diff (diffWordsWithSpace, no moves)', () => diffWordsWithSpace(oldText, nowText), 3)
}

async function consolidateEvening(): Promise<Measured> {
  const dice = diceOf(9)
  const words = Array.from({ length: 400 }, () => Array.from({ length: 60 }, () => `word${Math.floor(dice() * 900)}`))
  const document = documentOf(words)
  const received = MEMBER_STATES.flatMap((delegation, who) => Array.from({ length: 50 }, (_, n): Received => {
    const block = String(((who * 13 + n * 17) % 400) + 1)
    const from = (who % 5) * 40
    return { id: `${String(who).padStart(64, '0')}:${n}`, delegation, suggestion: { amendments: [{ op: 'replace', block, from, to: from + 12, insert: [{ text: `${delegation} `, marks: [] }] }], reason: null } }
  }))
  const work = (): void => {
    const peaceful = new Set(groupSuggestions(document, received).filter((group) => group.collidesWith.length === 0).flatMap((group) => group.suggestions))
    const verdicts = received.map(({ id }) => ({ suggestion: id, verdict: peaceful.has(id) ? 'accepted' as const : 'notTakenUp' as const, edited: null, reason: null }))
    if (!consolidate(document, received, verdicts, 1).ok) throw new Error('not consolidated')
  }
  const marks = (): unknown => compareDocuments(document, { blocks: [...document.blocks].reverse() })
  return against('group and consolidate 27 x 50 suggestions', work, 'one comparison of the same text with its reverse', marks, 3)
}

function documentOf(paragraphs: readonly (readonly string[])[]): TextDocument {
  return { blocks: paragraphs.map((words, at): Block => ({ id: String(at + 1), kind: 'numbered', level: 1, content: [{ text: `${words.join(' ')}.`, marks: [] }] })) }
}

function plainOf(paragraphs: readonly (readonly string[])[]): string {
  return paragraphs.map((words) => `${words.join(' ')}.`).join('\n')
}

function diceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  }
}
