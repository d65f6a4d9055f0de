/** Act 3: each delegation contributes, takes a position, suggests changes, and writes its reply. */
import type { Machine } from './machine.ts'
import { latestRevision, type Deliberation } from './play.ts'
import { planRequests, type Suggestion } from './requests.ts'
import { replyToSecretariat } from './travel.ts'

const STANCES = ['support', 'canAccept', 'needsTime', 'reservation'] as const

/** Paths of the replies on the stick, in the order of the delegations. */
export async function replyToAll(deliberation: Deliberation): Promise<string[]> {
  const { narrator, delegates, clock } = deliberation
  narrator.act('The delegations reply')
  const paths: string[] = []
  for (const [at, delegate] of delegates.entries()) {
    const revision = await latestRevision(delegate, deliberation)
    const suggestions = planRequests(revision.document, delegates.length)[at] ?? []
    await contribute(deliberation, delegate, at)
    await suggest(deliberation, delegate, suggestions)
    paths.push(await replyToSecretariat(deliberation, delegate))
    narrator.tell(`${delegate.delegation} contributes, takes a position (${STANCES[at % STANCES.length]}) and makes ${suggestions.length} suggestions.`)
    clock.pass(10)
  }
  return paths
}

async function contribute({ dossier }: Deliberation, delegate: Machine, at: number): Promise<void> {
  await delegate.call('dossier.contribute', {
    dossier, title: `Findings of the national response team of ${delegate.delegation}`, kind: 'technical', source: 'national response team',
    text: `Invented for the exercise: the maintenance account was used on ${at + 1} of the machines examined in ${delegate.delegation}.`,
    marking: { limite: true, classification: 'NONE', tlp: 'AMBER', releasableTo: [] }, reliability: 'B', credibility: '2', limitedTo: null,
  })
  await delegate.call('dossier.takePosition', {
    dossier, subject: 'Draft text, first issue', stance: STANCES[at % STANCES.length] ?? 'support', remark: 'For the purposes of the exercise.',
  })
}

async function suggest({ dossier, text, narrator, tally }: Deliberation, delegate: Machine, suggestions: readonly Suggestion[]): Promise<void> {
  if (suggestions.length === 0) return
  const sent = await delegate.call('text.suggest', { dossier, text, rev: 0, suggestions: [...suggestions] })
  narrator.expect(sent.suggestions.length === suggestions.length, `every suggestion of ${delegate.delegation} has an identifier`)
  tally.suggestionsSent.push(...sent.suggestions)
}
