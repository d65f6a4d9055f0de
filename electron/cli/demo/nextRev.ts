/** Acts 5 and 7: consolidation into the next REV, clean and marked, with a disposition table. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brusselsDate } from '../brusselsTime.ts'
import { counted } from '../layout.ts'
import type { Deliberation } from './play.ts'
import { settle, type Settlement } from './settlement.ts'

const FORMATS = ['docx', 'html', 'md'] as const

export interface IssuedRev {
  readonly rev: number
  readonly textHash: string
  readonly received: number
  readonly groups: number
  readonly collisions: number
  readonly accepted: number
  readonly edited: number
  readonly notTakenUp: number
}

export async function issueNextRev(deliberation: Deliberation): Promise<IssuedRev> {
  const { narrator, secretariat, dossier, text, clock } = deliberation
  const consolidation = await secretariat.call('text.consolidation', { dossier, text })
  const { groups, received } = consolidation
  narrator.expect(consolidation.canIssue, 'the secretariat may issue the next REV')
  narrator.expect(groups.reduce((sum, group) => sum + group.suggestions.length, 0) === received, 'every suggestion stands in one group')
  const collisions = groups.filter((group) => group.collidesWith.length > 0).length
  const bySeveral = groups.filter((group) => group.delegations.length > 1)
  const size = `${counted(received, 'suggestion')} in ${counted(groups.length, 'group')}`
  narrator.tell(`${size}, ${bySeveral.length} asked for by several, ${collisions} in collision.`)
  for (const group of bySeveral.slice(0, 3)) narrator.tell(`  ${group.letter}: the same change by ${group.delegations.join(', ')}`)
  const settlement = settle(groups)
  await refuseOpenSuggestion(deliberation, settlement.verdicts)
  const issued = await secretariat.call('text.issue', { dossier, text, verdicts: settlement.verdicts, date: brusselsDate(clock.now()), cover: {} })
  const { acceptGivesClean, rejectGivesPredecessor, failures } = issued.proof
  narrator.expect(acceptGivesClean && rejectGivesPredecessor && failures.length === 0, `the marked version of REV ${issued.rev} proves both ways`)
  const { accepted, edited, notTakenUp } = settlement
  narrator.tell(`REV ${issued.rev}: ${accepted} accepted, ${edited} edited, ${notTakenUp} not taken up; accept and reject proven.`)
  return { rev: issued.rev, textHash: issued.textHash, received, groups: groups.length, collisions, accepted, edited, notTakenUp }
}

/** Nothing is dropped in silence: with one verdict left out, the engine refuses to issue. */
async function refuseOpenSuggestion(deliberation: Deliberation, verdicts: Settlement['verdicts']): Promise<void> {
  const { narrator, secretariat, dossier, text, clock } = deliberation
  const refusal = await secretariat.refusalOf('text.issue', { dossier, text, verdicts: verdicts.slice(1), date: brusselsDate(clock.now()), cover: {} })
  narrator.expect(refusal.code === 'suggestion-open', 'a REV with an open suggestion is refused')
}

/** Clean and marked version and disposition table in each format; the first issue has no predecessor, so only the clean version. */
export async function writePapers(deliberation: Deliberation, rev: number): Promise<void> {
  const { narrator, secretariat, dossier, text, folder } = deliberation
  for (const version of rev === 0 ? (['clean'] as const) : (['clean', 'marked', 'disposition'] as const)) {
    for (const format of FORMATS) {
      const target = secretariat.target(folder.papers)
      const { fileName, sizeBytes } = await secretariat.call('text.write', { dossier, text, rev, version, format, copy: null, target })
      narrator.expect(statSync(join(folder.papers, fileName)).size === sizeBytes && sizeBytes > 0, `${fileName} is written whole`)
      if (version === 'marked' && format === 'md') {
        narrator.expect(/\*\*|~~/.test(readFileSync(join(folder.papers, fileName), 'utf8')), 'the marked version shows its changes')
      }
    }
  }
  narrator.tell(`Written: ${rev === 0 ? 'INIT clean' : `REV ${rev} clean, marked and disposition table`} as ${FORMATS.join(', ')}.`)
}

/** Every suggestion that a delegation sent has a verdict in the dossier. */
export async function expectAllSettled({ narrator, secretariat, dossier, text, tally }: Deliberation, lastRev: number): Promise<void> {
  const settled = new Set<string>()
  for (let rev = 1; rev <= lastRev; rev++) {
    const shown = await secretariat.call('text.show', { dossier, text, rev, comparedWith: null })
    for (const received of shown.settled) if (received.verdict !== null) settled.add(received.id)
  }
  narrator.expect(tally.suggestionsSent.every((id) => settled.has(id)), 'every suggestion that was sent has a verdict')
  narrator.expect(settled.size === tally.suggestionsSent.length, 'no verdict answers a suggestion that nobody sent')
}
