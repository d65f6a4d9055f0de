/** Texts, their REVs and the suggestions on each. A REV counts if it is the causally first of its number on the REV that counts before it. */
import { revLabel } from '../text/revision.ts'
import { foldComments } from './foldComments.ts'
import type { Ledger, Reading } from './ledger.ts'
import { askedBy, type Distribution } from './permissions.ts'
import type { ReceivedSuggestion, Revision, TextState } from './state.ts'

type Issue = Reading<'text.revIssued'>
type Amendment = Reading<'text.amended'>

export function foldTexts(ledger: Ledger, distribution: Distribution): TextState[] {
  const issuesByText = Map.groupBy(ledger.read('text.revIssued', distribution), (issue) => issue.body.text)
  const amended = Map.groupBy(ledger.read('text.amended', distribution), (amendment) => amendment.body.against)
  const texts: Omit<TextState, 'comments'>[] = []
  for (const [text, issues] of issuesByText) {
    const chain = chainOf(issues)
    setAsideOutside(ledger, chain, issues)
    const revisions = chain.map((issue, rev) => {
      const made = (amended.get(issue.event.id) ?? []).filter((amendment) => amendment.body.text === text)
      return revisionOf(ledger, issue, made, chain[rev + 1])
    })
    if (revisions.length > 0) texts.push({ text, revisions })
  }
  setAsideStray(ledger, texts, [...amended.values()].flat())
  return foldComments(ledger, distribution, texts)
}

/** The REVs that count, from the first issue up: issues stand in causal order, so the first that fits is the causally first. */
function chainOf(issues: readonly Issue[]): Issue[] {
  const byRev = Map.groupBy(issues, (issue) => issue.body.rev)
  const chain: Issue[] = []
  for (;;) {
    const next = (byRev.get(chain.length) ?? []).find((issue) => follows(issue, chain.at(-1)))
    if (next === undefined) return chain
    chain.push(next)
  }
}

function follows(issue: Issue, predecessor: Issue | undefined): boolean {
  return (issue.body.basis?.predecessor ?? null) === (predecessor?.event.id ?? null)
}

function setAsideOutside(ledger: Ledger, chain: readonly Issue[], issues: readonly Issue[]): void {
  for (const issue of issues) {
    const counted = chain[issue.body.rev]
    if (counted === issue) continue
    const rival = counted !== undefined && follows(issue, chain[issue.body.rev - 1])
    ledger.setAside(issue.event, rival ? 'duplicate' : 'refersToNothing')
  }
}

function revisionOf(ledger: Ledger, issue: Issue, amendments: readonly Amendment[], next: Issue | undefined): Revision {
  const { rev, title, cover, document, textHash, basis } = issue.body
  const subject = `${title}, ${revLabel(rev)}`
  ledger.apply(issue, subject)
  for (const amendment of amendments) ledger.apply(amendment, subject)
  return {
    ...issue.statement, rev, title, cover, document, textHash,
    predecessor: basis?.predecessor ?? null, suggestions: suggestionsOf(amendments, next),
  }
}

/** Verdicts stand in the REV that followed; a suggestion that it does not name is still open. */
function suggestionsOf(amendments: readonly Amendment[], next: Issue | undefined): ReceivedSuggestion[] {
  const verdicts = new Map((next?.body.basis?.verdicts ?? []).map((verdict) => [verdict.suggestion, verdict]))
  return amendments.flatMap(({ statement, body }) => body.suggestions.map((suggestion, at) => {
    const id = `${statement.event}:${at}`
    return { ...statement, delegation: askedBy(statement, body), id, suggestion, verdict: verdicts.get(id) ?? null }
  }))
}

function setAsideStray(ledger: Ledger, texts: readonly Omit<TextState, 'comments'>[], amendments: readonly Amendment[]): void {
  const textOf = new Map(texts.flatMap(({ text, revisions }) => revisions.map((revision) => [revision.event, text] as const)))
  for (const { event, body } of amendments) {
    if (textOf.get(body.against) !== body.text) ledger.setAside(event, 'refersToNothing')
  }
}
