/** The disposition table: every suggestion on one REV, who made it, where, and what became of it. */
import { compareDelegations, type Delegation } from '../base/delegations.ts'
import type { Amendment, Verdict } from './amendment.ts'
import type { TextDocument } from './document.ts'
import type { MarkedBlock, MarkedDocument } from './marked.ts'
import type { Publication } from './publication.ts'
import { baseOf, claimsOf, type Base } from './claims.ts'
import { capitalised, EXERCISE_WORDS, markingWords, numberWords } from './coverWords.ts'
import { bundleSuggestions, type Received } from './group.ts'
import { escapeHtml, htmlPage, type SheetLines } from './html.ts'
import { escapeMarkdown } from './markdown.ts'
import { placeNames } from './place.ts'
import { previewOf } from './preview.ts'
import { stretchesOf } from './reading.ts'

/** One row: one suggestion. */
export interface DispositionRow {
  /** As in the list of groups: rows with one letter asked for the same. */
  readonly letter: string
  readonly suggestion: string
  readonly delegation: Delegation
  /** `Paragraph 3`, `Title`, `After paragraph 4`, ... */
  readonly place: string
  /** The change, marked against the REV. */
  readonly change: MarkedDocument
  /** The same on one line: `[deleted]`, `+added+`, a little of what stands around. */
  readonly words: string
  readonly verdict: Verdict['verdict'] | 'open'
  /** Words that went in instead, in the same notation; empty unless edited. */
  readonly edited: string
  readonly reason: string
}

/** Head of the table. */
export type DispositionHead = Pick<Publication, 'cover' | 'title' | 'marking' | 'exercise' | 'revLabel'> & {
  /** The REV on which the suggestions were made: `7923/1/17 REV 1`. */
  readonly comparedWith: string
}

export const VERDICT_WORDS: Readonly<Record<DispositionRow['verdict'], string>> = {
  accepted: 'accepted', edited: 'accepted, edited', notTakenUp: 'not taken up', deferred: 'deferred', open: 'open',
}

/** In reading order, one row for each suggestion, whatever became of it. */
export function dispositionRows(document: TextDocument, received: readonly (Received & { readonly verdict: Verdict | null })[]): DispositionRow[] {
  const base = baseOf(document)
  const names = placeNames(document)
  const verdicts = new Map(received.map((one) => [one.id, one.verdict]))
  return bundleSuggestions(base, received).flatMap((bundle) => {
    const change = bundle.claims === null ? { blocks: [] } : previewOf(base, bundle.amendments)
    const words = bundle.claims === null ? 'does not fit the text' : changeWords(change)
    return [...bundle.members].sort((a, b) => compareDelegations(a.delegation, b.delegation)).map((member) => {
      const verdict = verdicts.get(member.id) ?? null
      return {
        letter: bundle.letter, suggestion: member.id, delegation: member.delegation, place: placeOf(bundle.amendments[0], names), change, words,
        verdict: verdict?.verdict ?? 'open', edited: editedWords(base, verdict), reason: verdict?.reason ?? '',
      }
    })
  })
}

function editedWords(base: Base, verdict: Verdict | null): string {
  const amendments = verdict?.edited ?? []
  return amendments.length > 0 && claimsOf(base, amendments, 0) ? changeWords(previewOf(base, amendments)) : ''
}

function placeOf(amendment: Amendment | undefined, names: ReadonlyMap<string, string>): string {
  if (!amendment) return ''
  if (amendment.op !== 'insertBlock') return capitalised(names.get(amendment.block) ?? 'unknown')
  return amendment.after === null ? 'At the beginning' : `After ${names.get(amendment.after) ?? 'unknown'}`
}

/** Words shown on either side of a change. */
const CONTEXT_WORDS = 4

function changeWords(change: MarkedDocument): string {
  return change.blocks.map(blockWords).filter((words) => words !== '').join(' / ')
}

function blockWords(block: MarkedBlock): string {
  if (block.change === 'movedFrom') return ''
  if (block.change === 'movedTo') return `moved: ${plain(block.content).slice(0, 80)}`
  const kind = block.before && block.after && (block.before.kind !== block.after.kind || block.before.level !== block.after.level)
    ? `(${block.before.kind} becomes ${block.after.kind}, level ${block.after.level}) ` : ''
  const stretches = stretchesOf(block.content)
  return kind + stretches.map(({ change, pieces }, at) => {
    const words = plain(pieces)
    if (change === 'inserted') return `+${words}+`
    if (change === 'deleted') return `[${words}]`
    return around(words, at === 0, at === stretches.length - 1)
  }).join('').trim()
}

function plain(content: MarkedBlock['content']): string {
  return content.map((inline) => ('footnote' in inline ? `{footnote: ${inline.footnote.map((run) => run.text).join('')}}` : inline.text)).join('')
}

function around(words: string, first: boolean, last: boolean): string {
  const parts = words.split(/(?<=\s)(?=\S)/)
  if (parts.length <= CONTEXT_WORDS * (first || last ? 1 : 2)) return words
  const head = first ? '' : parts.slice(0, CONTEXT_WORDS).join('')
  const tail = last ? '' : parts.slice(-CONTEXT_WORDS).join('')
  return `${head}... ${tail}`
}

const COLUMNS = ['Group', 'Delegation', 'Place', 'Proposed', 'Outcome', 'Reason'] as const

function cells(row: DispositionRow): string[] {
  const outcome = row.edited === '' ? VERDICT_WORDS[row.verdict] : `${VERDICT_WORDS[row.verdict]}: ${row.edited}`
  return [row.letter, row.delegation, row.place, row.words, outcome, row.reason]
}

function headline(head: DispositionHead): string {
  return `Disposition table: what became of the suggestions on ${head.comparedWith} in ${numberWords(head)}`
}

export function encodeDispositionMarkdown(rows: readonly DispositionRow[], head: DispositionHead): string {
  const line = (values: readonly string[]): string => `| ${values.join(' | ')} |`
  const cell = (text: string): string => escapeMarkdown(text).replaceAll('|', '\\|')
  return [
    ...(head.exercise ? [EXERCISE_WORDS, ''] : []), ...markingWords(head.marking).flatMap((words) => [words, '']),
    `# ${escapeMarkdown(headline(head))}`, '', escapeMarkdown(head.title), '', `${countWords(rows)} Proposed words: +added+, [deleted].`, '',
    line(COLUMNS), line(COLUMNS.map(() => '---')), ...rows.map((row) => line(cells(row).map(cell))), '',
  ].join('\n')
}

export function encodeDispositionHtml(rows: readonly DispositionRow[], head: DispositionHead, lines: SheetLines = 'margins'): string {
  const body = rows.map((row) => `<tr>${cells(row).map((text) => `<td>${escapeHtml(text)}</td>`).join('')}</tr>`).join('\n')
  const columns = COLUMNS.map((name) => `<th scope="col">${name}</th>`).join('')
  const main = `<h1>${escapeHtml(headline(head))}</h1>\n<p>${escapeHtml(head.title)}</p>
<p>${escapeHtml(countWords(rows))} Proposed words: +added+, [deleted].</p>
<table>\n<thead><tr>${columns}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`
  return htmlPage({ title: headline(head), publication: head, main, lines })
}

function countWords(rows: readonly DispositionRow[]): string {
  const count = (verdict: DispositionRow['verdict']): number => rows.filter((row) => row.verdict === verdict).length
  const parts = (['accepted', 'edited', 'notTakenUp', 'deferred', 'open'] as const).filter((verdict) => verdict !== 'deferred' || count(verdict) > 0).map((verdict) => `${count(verdict)} ${VERDICT_WORDS[verdict]}`)
  return `${rows.length} received: ${parts.join('; ')}.`
}
