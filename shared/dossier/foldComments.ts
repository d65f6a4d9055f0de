/** Comments on the REVs of a text, gathered into threads. */
import { isPlaceIn } from '../text/place.ts'
import { revLabel } from '../text/revision.ts'
import type { Ledger, Reading } from './ledger.ts'
import { askedBy, type Distribution } from './permissions.ts'
import type { TextState, Thread } from './state.ts'

type Comment = Reading<'text.commented'>

/** A comment counts if its REV does, and its place lies in it; an answer if its thread does. */
export function foldComments(ledger: Ledger, distribution: Distribution, texts: readonly Omit<TextState, 'comments'>[]): TextState[] {
  const commented = Map.groupBy(ledger.read('text.commented', distribution), (comment) => comment.body.text)
  const known = new Set<string>(texts.map(({ text }) => text))
  for (const [text, strays] of commented) if (!known.has(text)) for (const { event } of strays) ledger.setAside(event, 'refersToNothing')
  return texts.map((text) => {
    const here = commented.get(text.text) ?? []
    const comments = here.flatMap((comment) => openThread(ledger, text, comment) ?? [])
    const threads = new Map<string, Thread>(comments.map((thread) => [thread.event, thread]))
    for (const comment of here) if (comment.body.thread !== null) answer(ledger, text, comment, threads)
    return { ...text, comments }
  })
}

function openThread(ledger: Ledger, text: Omit<TextState, 'comments'>, comment: Comment): Thread | null {
  const { body, statement, event } = comment
  if (body.thread !== null) return null
  const revision = text.revisions.find((one) => one.event === body.against)
  if (revision === undefined || body.act !== 'said' || (body.place !== null && !isPlaceIn(revision.document, body.place))) {
    ledger.setAside(event, 'refersToNothing')
    return null
  }
  ledger.apply(comment, `${revision.title}, ${revLabel(revision.rev)}`)
  return { ...statement, delegation: askedBy(statement, body), rev: revision.rev, place: body.place, words: body.words, answers: [], resolved: false }
}

function answer(ledger: Ledger, text: Omit<TextState, 'comments'>, comment: Comment, threads: ReadonlyMap<string, Thread>): void {
  const { body, statement, event } = comment
  const thread = threads.get(body.thread ?? '')
  const revision = text.revisions.find((one) => one.event === body.against)
  if (thread === undefined || revision === undefined) {
    ledger.setAside(event, 'refersToNothing')
    return
  }
  ledger.apply(comment, `${revision.title}, ${revLabel(revision.rev)}`)
  thread.answers.push({ ...statement, delegation: askedBy(statement, body), act: body.act, words: body.words })
  if (body.act !== 'said') thread.resolved = body.act === 'resolved'
}
