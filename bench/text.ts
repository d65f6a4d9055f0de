/** Comparing and consolidating long texts, against `wdiff` and the npm package `diff` on the same words; and how well the comparison finds what was done. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diffWordsWithSpace } from 'diff'
import { MEMBER_STATES } from '../shared/base/delegations.ts'
import type { Block, TextDocument } from '../shared/text/document.ts'
import { compareDocuments } from '../shared/text/compare.ts'
import { consolidate } from '../shared/text/consolidate.ts'
import { groupSuggestions, type Received } from '../shared/text/group.ts'
import { diceOf } from './knownEdits.ts'
import { against, once, type Measured } from './measure.ts'
import { scoreLines, scoreOf } from './textScore.ts'

export async function benchText(): Promise<Measured[]> {
  for (const line of scoreLines(scoreOf(7, 27))) console.log(line)
  return [...await compareLong(), await consolidateEvening()]
}

const WORDS = 50_000
/** Between the 67 of draft conclusions and the 156 of guidelines, on average. */
const PARAGRAPH_WORDS = 100
/** The npm package's time grows with the square of the changes: many rounds at this length, one at the full. */
const FEWER_WORDS = 10_000

async function compareLong(): Promise<Measured[]> {
  const long = longTexts(WORDS)
  const compare = (): unknown => compareDocuments(long.before, long.after, { identifiers: 'unrelated' })
  const name = `compare ${WORDS} words, 2 % changed, 20 paragraphs moved`
  const short = longTexts(FEWER_WORDS)
  const npmDiff = await against(`compare ${FEWER_WORDS} words, 2 % changed, 20 paragraphs moved`, () => compareDocuments(short.before, short.after, { identifiers: 'unrelated' }),
    'npm diff (diffWordsWithSpace, no moves)', () => diffWordsWithSpace(short.beforeText, short.afterText), 3)
  const atFullLength = (): Promise<Measured> => once(name, compare, 'npm diff (diffWordsWithSpace, no moves), one round', () => diffWordsWithSpace(long.beforeText, long.afterText))
  if (spawnSync('wdiff', ['--version']).status !== 0) {
    console.log(`${name}: not measured against wdiff, which is absent`)
    return [npmDiff, await atFullLength()]
  }
  const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'))
  const [old, now] = [join(folder, 'old.txt'), join(folder, 'new.txt')]
  writeFileSync(old, long.beforeText)
  writeFileSync(now, long.afterText)
  const wdiff = await against(name, compare, 'wdiff (C, as a process, no moves)', () => spawnSync('wdiff', [old, now], { maxBuffer: 64 * 1024 * 1024 }), 9)
  rmSync(folder, { recursive: true })
  return [wdiff, npmDiff, await atFullLength()]
}

function longTexts(wordCount: number): { before: TextDocument; after: TextDocument; beforeText: string; afterText: string } {
  const dice = diceOf(7)
  const before = Array.from({ length: wordCount / PARAGRAPH_WORDS }, () => Array.from({ length: PARAGRAPH_WORDS }, () => `word${Math.floor(dice() ** 3 * 3000)}`))
  const after = before.map((words) => words.map((word) => (dice() < 0.02 ? 'changed' : word)))
  for (let move = 0; move < 20; move++) after.splice(Math.floor(dice() * after.length), 0, ...after.splice(Math.floor(dice() * after.length), 1))
  return { before: documentOf(before), after: documentOf(after), beforeText: plainOf(before), afterText: plainOf(after) }
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
