/** What the delegations ask for: derived from the text, so that any text can be played. */
import type { Input } from '../../../shared/ipc/contract.ts'
import { DemoStopped } from './narrator.ts'
import { findPlaces, lengthOf, type Place, type TextDocument } from './places.ts'

export type Suggestion = Input<'text.suggest'>['suggestions'][number]
type Amendment = Suggestion['amendments'][number]
type Ask = (delegation: number, reason: string, ...amendments: Amendment[]) => void

/** Sentences that only the demo writes: the secretariat recognises them and settles them in its own way. */
export const ADDED_SENTENCE = ' A first report on this point is expected within three months.'
export const COMPROMISE_SENTENCE = ' A first report on this point is expected within six months.'

const LEAST_PLACES = 4

/**
 * One list for each of `count` delegations. The first two ask for the same change; the second and the third collide
 * (with two delegations: the second and the first); the first asks for a sentence and the last for a new paragraph, a footnote,
 * a move and a deletion; all others for words here and there.
 */
export function planRequests(document: TextDocument, count: number): Suggestion[][] {
  const places = findPlaces(document)
  const [shared, disputed, extended, sentence] = places
  if (!shared || !disputed || !extended || !sentence) {
    throw new DemoStopped(`the text is too short for a demo: it needs ${LEAST_PLACES} paragraphs of twelve words or more, it has ${places.length}`)
  }
  const requests: Suggestion[][] = Array.from({ length: count }, () => [])
  const ask: Ask = (delegation, reason, ...amendments) => {
    requests[delegation]?.push({ amendments, reason })
  }
  ask(0, 'Closer to agreed language.', reword(shared, 0))
  ask(1, 'Agreed language.', reword(shared, 0))
  ask(1, 'The present wording is too weak.', reword(disputed, 0))
  ask(count > 2 ? 2 : 0, 'The present wording could be misread.', reword(disputed, 1))
  ask(0, 'Follow-up should be foreseen.', insertAt(document, sentence.block, ADDED_SENTENCE))
  for (const suggestion of requestsOfTheLast(document, extended)) ask(count - 1, suggestion.reason ?? '', ...suggestion.amendments)
  for (let delegation = 3; delegation < count; delegation++) askHereAndThere(delegation, places, ask)
  return requests
}

/** A drafting comment on the next REV: one more word. */
export function planDraftingComment(document: TextDocument): Suggestion {
  const place = findPlaces(document).at(-1)
  if (!place) throw new DemoStopped('there is no place for a drafting comment')
  return { amendments: [reword(place, 1)], reason: 'We cannot agree to this word as it stands.' }
}

function requestsOfTheLast(document: TextDocument, extended: Place): Suggestion[] {
  const after = paragraphAfter(document, extended.block)
  const bullets = document.blocks.filter((block) => block.kind === 'bullet')
  const second = bullets.find((bullet, at) => bullets[at - 1] === document.blocks[document.blocks.indexOf(bullet) - 1])
  const first = second && bullets[bullets.indexOf(second) - 1]
  const last = bullets.at(-1)
  const paragraph: Amendment = {
    op: 'insertBlock', after, kind: 'continuation', level: 1,
    content: [{ text: 'The working party will take up this point again at its next meeting, in the light of the comments received.', marks: [] }],
  }
  const footnote: Amendment = {
    op: 'replace', block: extended.block, from: extended.to, to: extended.to,
    insert: [{ footnote: [{ text: 'To be confirmed by the legal service.', marks: [] }] }],
  }
  return [
    { amendments: [paragraph], reason: 'The discussion is not finished.' },
    { amendments: [footnote], reason: 'The legal basis should be confirmed.' },
    ...(first && second && last && last !== second ? [
      { amendments: [{ op: 'moveBlock' as const, block: first.id, after: second.id }], reason: 'The second point should come first.' },
      { amendments: [{ op: 'deleteBlock' as const, block: last.id }], reason: 'Covered elsewhere.' },
    ] : []),
  ]
}

/** Two places each, so that with many delegations some agree, some collide, and most stand alone. */
function askHereAndThere(delegation: number, places: readonly Place[], ask: Ask): void {
  const open = [...places.slice(0, 2), ...places.slice(LEAST_PLACES)]
  const first = delegation % open.length
  const second = (delegation * 7 + 3) % open.length
  for (const at of new Set([first, second])) {
    const place = open[at]
    if (place) ask(delegation, 'A matter of style.', reword(place, delegation % 2 === 0 ? 0 : 1))
  }
}

function reword(place: Place, wording: 0 | 1): Amendment {
  return { op: 'replace', block: place.block, from: place.from, to: place.to, insert: [{ text: place.wordings[wording], marks: [...place.marks] }] }
}

function insertAt(document: TextDocument, blockId: string, sentence: string): Amendment {
  const block = document.blocks.find((candidate) => candidate.id === blockId)
  if (!block) throw new DemoStopped(`there is no paragraph ${blockId}`)
  return { op: 'replace', block: block.id, from: lengthOf(block), to: lengthOf(block), insert: [{ text: sentence, marks: [] }] }
}

/** The last of the paragraphs that belong together, so that a new one does not part them. */
function paragraphAfter(document: TextDocument, blockId: string): string {
  const rest = document.blocks.slice(document.blocks.findIndex((block) => block.id === blockId))
  const belonging = rest.slice(1).findIndex((block) => block.kind !== 'continuation')
  return rest.at(belonging)?.id ?? blockId
}
