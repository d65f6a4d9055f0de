/** Texts on the terminal: one block a line group, with the identifiers that suggestions refer to. */
import type { Output } from '../../shared/ipc/contract.ts'
import { columns, counted, excerpt } from './layout.ts'

type Shown = Output<'text.show'>
type TextDocument = Shown['revision']['document']
type MarkedDocument = NonNullable<Shown['marked']>
type MarkedBlock = MarkedDocument['blocks'][number]
type Group = Output<'text.consolidation'>['groups'][number]
type Proof = Output<'text.verify'>['proof']

/** Characters of unchanged text shown on either side of a change. */
const AROUND = 40

export function revWords(rev: number): string {
  return rev === 0 ? 'INIT' : `REV ${rev}`
}

export function documentLines(document: TextDocument): string[] {
  return columns(document.blocks.map((block) => [block.id, block.kind, block.content.map(inlineWords).join('')]))
}

function inlineWords(inline: TextDocument['blocks'][number]['content'][number]): string {
  return 'footnote' in inline ? ` [footnote: ${inline.footnote.map((run) => run.text).join('')}]` : inline.text
}

/** Additions as `**added**`, deletions as `~~deleted~~`: the marks of a Council document. */
export function markedLines(marked: MarkedDocument): string[] {
  return columns(marked.blocks.map((block) => (
    [block.idAfter ?? block.idBefore ?? '', block.change === 'same' ? '' : block.change, markedWords(block)])))
}

function markedWords(block: MarkedBlock): string {
  const whole = block.change === 'deleted' || block.change === 'movedFrom' ? 'deleted' : block.change === 'inserted' ? 'inserted' : 'same'
  return block.content.map((inline) => inlineMarkedWords(inline, whole)).join('')
}

function inlineMarkedWords(inline: MarkedBlock['content'][number], whole: 'same' | 'inserted' | 'deleted'): string {
  const words = 'footnote' in inline ? ` [footnote: ${inline.footnote.map((run) => run.text).join('')}]` : inline.text
  return struck(words, inline.change === 'same' ? whole : inline.change)
}

function struck(words: string, change: 'same' | 'inserted' | 'deleted'): string {
  if (change === 'same') return words
  return change === 'inserted' ? `**${words}**` : `~~${words}~~`
}

/** The changes of a block that stays, each with a few words around it. */
function passageWords(block: MarkedBlock): string {
  const last = block.content.length - 1
  return block.content.map((inline, at) => {
    if ('footnote' in inline || inline.change !== 'same' || inline.text.length <= 2 * AROUND) return inlineMarkedWords(inline, 'same')
    const before = at === 0 ? '…' : `${inline.text.slice(0, AROUND)} …`
    const after = at === last ? '' : ` ${inline.text.slice(-AROUND)}`
    return `${before}${after}`
  }).join('')
}

/** The blocks that a suggestion concerns, marked. */
export function previewLines(preview: MarkedDocument): string[] {
  return preview.blocks.map((block) => `   ${block.change === 'same' ? passageWords(block) : `[${block.change}] ${markedWords(block)}`}`)
}

export function groupLines(groups: readonly Group[]): string[] {
  return groups.flatMap((group) => {
    const collision = group.collidesWith.length === 0 ? '' : `, collides with ${group.collidesWith.join(', ')}`
    return [
      `${group.letter}  ${group.delegations.join(', ')} (${counted(group.suggestions.length, 'suggestion')})${collision}`,
      ...previewLines(group.preview),
      ...group.reasons.map(({ delegation, reason }) => `   ${delegation}: ${excerpt(reason, 200)}`),
    ]
  })
}

export function proofLines(proof: Proof): string[] {
  return [
    `Accepting every change gives the clean version: ${proof.acceptGivesClean ? 'yes' : 'NO'}`,
    `Rejecting every change gives the predecessor: ${proof.rejectGivesPredecessor ? 'yes' : 'NO'}`,
    ...proof.failures.map(({ place, expected, found }) => `  ${place}: expected "${excerpt(expected, 160)}", found "${excerpt(found, 160)}"`),
  ]
}
