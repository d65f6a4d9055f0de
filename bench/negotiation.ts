/** Between two REVs: what is carried forward, who asked for which words, and what a consolidation of 27 delegations shows. Beside one comparison of the same texts. */
import { MEMBER_STATES } from '../shared/base/delegations.ts'
import { carryForward, passageBetween } from '../shared/text/carry.ts'
import { compareDocuments } from '../shared/text/compare.ts'
import type { Block, TextDocument } from '../shared/text/document.ts'
import { groupSuggestions, type Received } from '../shared/text/group.ts'
import { provenanceOf, type AskedRevision } from '../shared/text/provenance.ts'
import { enclosures, settledFrom, tallyOf } from '../renderer/screens/consolidation/verdicts.ts'
import { against, type Measured } from './measure.ts'

const PARAGRAPHS = 400
const PEER = 'one comparison of two REVs of it'

export async function benchNegotiation(): Promise<Measured[]> {
  const before = textOf(0)
  const after = textOf(1)
  const compare = (): unknown => compareDocuments(before, after)
  const received = suggestionsOn(before)
  const carry = (): void => {
    const passage = passageBetween(before, after)
    for (const { suggestion } of received.slice(0, 300)) carryForward(passage, suggestion.amendments)
  }
  const revisions = Array.from({ length: 10 }, (_, rev): AskedRevision => ({
    rev, document: textOf(rev), suggestions: received.map(({ id, suggestion }) => ({ id, suggestion, verdict: { suggestion: id, verdict: 'accepted', edited: null, reason: null } })),
  }))
  const show = (): void => {
    const groups = groupSuggestions(before, received).map((group) => ({ ...group, preview: { blocks: [] } }))
    const { verdicts } = settledFrom(groups, [])
    enclosures(groups)
    tallyOf(groups, verdicts, received.length)
  }
  return [
    await against(`carry 300 suggestions forward over ${PARAGRAPHS} paragraphs`, carry, PEER, compare, 3),
    await against(`who asked for which words over 10 REVs with ${received.length} suggestions each`, () => provenanceOf(revisions), PEER, compare, 3),
    await against('what the consolidation of 27 x 50 suggestions shows: groups, collisions, enclosures, counts', show, PEER, compare, 3),
  ]
}

/** Each REV changes one word in ten paragraphs more. */
function textOf(rev: number): TextDocument {
  const words = (at: number): string => Array.from({ length: 60 }, (_, n) => `w${at}x${n}${n === 30 && at % 40 < rev ? `r${rev}` : ''}`).join(' ')
  return { blocks: Array.from({ length: PARAGRAPHS }, (_, at): Block => ({ id: String(at + 1), kind: 'numbered', level: 1, content: [{ text: `${words(at)}.`, marks: [] }] })) }
}

function suggestionsOn({ blocks }: TextDocument): Received[] {
  return MEMBER_STATES.flatMap((delegation, who) => Array.from({ length: 50 }, (_, n): Received => {
    const block = blocks[(who * 13 + n * 17) % PARAGRAPHS]
    const text = block?.content[0] && 'text' in block.content[0] ? block.content[0].text : ''
    const from = text.indexOf(` w`, 5 + (who % 9) * 40)
    return { id: `${String(who).padStart(64, '0')}:${n}`, delegation, suggestion: { amendments: [{ op: 'replace', block: block?.id ?? '', from, to: from, insert: [{ text: ` of ${delegation}`, marks: [] }] }], reason: null } }
  }))
}
