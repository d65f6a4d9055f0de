/** Where an indexed passage lies in the folded dossier. What the fold has set aside lies nowhere. */
import { paragraphWords } from '../../../shared/dossier/passages.ts'
import type { ReceivedSuggestion, Revision, Statement, TextState } from '../../../shared/dossier/state.ts'
import type { SearchHit } from '../../../shared/ipc/searchMethods.ts'
import type { BlockId, TextDocument } from '../../../shared/text/document.ts'
import { placeNames } from '../../../shared/text/place.ts'
import { documentNumber } from '../../../shared/text/revision.ts'
import type { IndexedPassage } from '../vault/searchTable.ts'
import type { FoldedDossier } from './context.ts'

export interface Located {
  readonly hit: Omit<SearchHit, 'heading' | 'excerpt'>
  /** Equal for passages that are shown as one. */
  readonly identity: string
}
type InText = NonNullable<SearchHit['text']>

export function locatePassage(folded: FoldedDossier, passage: IndexedPassage): Located | null {
  const { state } = folded
  const said = <T extends Statement>(list: readonly T[]): T | undefined => list.find((one) => one.event === passage.event)
  switch (passage.kind) {
    case 'dossier': return state.opened.event === passage.event ? located(folded, passage, state.opened) : null
    case 'contribution': return whereSaid(folded, passage, said(state.contributions))
    case 'position': return whereSaid(folded, passage, said(state.positions))
    case 'text': return inRevision(folded, passage, null)
    case 'paragraph': return inRevision(folded, passage, passage.part)
    case 'suggestion': return asSuggestion(folded, passage)
    case 'comment': return asComment(folded, passage)
    case 'answer': return asAnswer(folded, passage)
    case 'reservation': return asReservation(folded, passage)
    case 'entry': return asEntry(folded, passage)
  }
}

function whereSaid(folded: FoldedDossier, passage: IndexedPassage, statement: Statement | undefined): Located | null {
  return statement === undefined ? null : located(folded, passage, statement)
}

function located(
  { circle, state }: FoldedDossier, { kind, event, part }: IndexedPassage, { delegation, claimedAtUtcMs }: Statement,
  lies: Partial<Pick<SearchHit, 'text' | 'procedure' | 'about'>> = {}, identity = `${event} ${part}`,
): Located {
  return {
    hit: {
      kind, circle: circle.circle, dossier: state.dossier, dossierTitle: state.title, reference: state.reference, marking: state.marking,
      exercise: state.exercise, event, delegation, claimedAtUtcMs, text: null, procedure: null, about: null, ...lies,
    },
    identity: `${kind} ${identity}`,
  }
}

/** The latest REV with these very words stands for all of them. */
function inRevision(folded: FoldedDossier, passage: IndexedPassage, block: BlockId | null): Located | null {
  for (const text of folded.state.texts) {
    const own = text.revisions.find((one) => one.event === passage.event)
    if (own === undefined) continue
    const alike = block === null ? text.revisions.filter((one) => one.title === own.title) : text.revisions.filter((one) => wordsOf(one.document).get(block) === passage.words)
    const [latest = own, ...others] = alike.toReversed()
    const where = inText(text, latest, block, others.map((one) => one.rev))
    return located(folded, passage, latest, { text: where }, `${text.text} ${block ?? ''} ${latest.event}`)
  }
  return null
}

function asSuggestion(folded: FoldedDossier, passage: IndexedPassage): Located | null {
  for (const text of folded.state.texts) {
    for (const revision of text.revisions) {
      const suggestion = revision.suggestions.find((one) => one.id === `${passage.event}:${passage.part}`)
      if (suggestion) return located(folded, passage, suggestion, { text: inText(text, revision, blockOf(suggestion), []) })
    }
  }
  return null
}

function asComment(folded: FoldedDossier, passage: IndexedPassage): Located | null {
  for (const text of folded.state.texts) {
    const thread = text.comments.find((one) => one.event === passage.event || one.answers.some((answer) => answer.event === passage.event))
    const revision = text.revisions.find((one) => one.rev === thread?.rev)
    const said = thread?.event === passage.event ? thread : thread?.answers.find((answer) => answer.event === passage.event)
    if (thread && said && revision) return located(folded, passage, said, { text: inText(text, revision, thread.place?.block ?? null, []) })
  }
  return null
}

function asAnswer(folded: FoldedDossier, passage: IndexedPassage): Located | null {
  for (const silence of folded.state.silences) {
    const response = silence.responses.find((one) => one.event === passage.event)
    const text = folded.state.texts.find((one) => one.text === silence.text)
    const revision = text?.revisions.find((one) => one.event === silence.revision)
    if (response && text && revision) return located(folded, passage, response, { text: inText(text, revision, null, []), procedure: silence.procedure })
  }
  return null
}

/** What was said when it was entered, or when it was lifted, on the REV on which it was entered. */
function asReservation(folded: FoldedDossier, passage: IndexedPassage): Located | null {
  for (const reservation of folded.state.reservations) {
    const { event, lifted, place, revision: on } = reservation
    const said = event === passage.event ? reservation : lifted?.event === passage.event ? lifted : null
    const text = said && folded.state.texts.find((one) => one.text === reservation.text)
    const revision = text?.revisions.find((one) => one.event === on)
    if (said && text && revision) return located(folded, passage, said, { text: inText(text, revision, place?.block ?? null, []) })
  }
  return null
}

/** Only the wording that stands; earlier ones are read in the entry itself. */
function asEntry(folded: FoldedDossier, passage: IndexedPassage): Located | null {
  const entry = folded.state.entries.find((one) => one.wordings.at(-1)?.event === passage.event)
  return entry === undefined ? null : located(folded, passage, entry, { about: entry.content.kind })
}

function inText({ text }: TextState, { title, cover, rev, document }: Revision, block: BlockId | null, alsoIn: number[]): InText {
  return { text, title, number: documentNumber(cover, rev), rev, alsoIn, block, place: block === null ? '' : placesOf(document).get(block) ?? '' }
}

/** Where the first change of a suggestion is made; a new block stands after an old one. */
function blockOf({ suggestion }: ReceivedSuggestion): BlockId | null {
  const [first] = suggestion.amendments
  return first === undefined ? null : first.op === 'insertBlock' ? first.after : first.block
}

const wordsOf = remembered((document) => new Map(document.blocks.map((block) => [block.id, paragraphWords(block.content)])))
const placesOf = remembered(placeNames)

/** Documents of the fold never change; typing asks for the same ones again and again. */
function remembered<T extends object>(compute: (document: TextDocument) => T): (document: TextDocument) => T {
  const known = new WeakMap<TextDocument, T>()
  return (document) => {
    const kept = known.get(document) ?? compute(document)
    known.set(document, kept)
    return kept
  }
}
