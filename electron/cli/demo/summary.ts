/** What a demo leaves, as one object for scripts and as lines for people. */
import { inBrussels } from '../brusselsTime.ts'
import { columns } from '../layout.ts'
import type { PlayedCertificate } from './certify.ts'
import type { PlayedSilence } from './keepSilence.ts'
import type { IssuedRev } from './nextRev.ts'
import { passphraseOf } from './machine.ts'
import type { SearchResult } from './plaintextSearch.ts'
import type { Deliberation, Tally } from './play.ts'

interface Played {
  readonly deliberation: Deliberation
  readonly firstIssueHash: string
  readonly revs: readonly IssuedRev[]
  readonly silences: readonly PlayedSilence[]
  readonly certificate: PlayedCertificate
  readonly stateHash: string
  readonly search: SearchResult
  readonly papers: readonly string[]
  readonly seconds: number
}

export interface DemoSummary {
  readonly folder: string
  readonly delegations: readonly string[]
  readonly passphraseCost: 'floor'
  readonly clock: 'simulated'
  readonly checks: number
  readonly seconds: number
  readonly firstIssueHash: string
  readonly revs: readonly IssuedRev[]
  readonly silences: readonly PlayedSilence[]
  readonly certificate: PlayedCertificate
  readonly bundles: { readonly written: number; readonly imported: number; readonly twice: number }
  readonly refused: Tally['refused']
  readonly suggestionsSent: number
  readonly machinesWithSameState: number
  readonly stateHash: string
  readonly plaintextSearch: SearchResult
  readonly papers: readonly string[]
}

export function summarise({ deliberation, ...played }: Played): DemoSummary {
  const { tally, folder, delegates, narrator } = deliberation
  return {
    folder: folder.root,
    delegations: delegates.map((delegate) => delegate.delegation),
    passphraseCost: 'floor',
    clock: 'simulated',
    checks: narrator.checks(),
    seconds: Math.round(played.seconds * 10) / 10,
    firstIssueHash: played.firstIssueHash,
    revs: played.revs,
    silences: played.silences,
    certificate: played.certificate,
    bundles: { written: tally.bundlesWritten, imported: tally.bundlesImported, twice: tally.duplicates },
    refused: tally.refused,
    suggestionsSent: tally.suggestionsSent.length,
    machinesWithSameState: delegates.length + 1,
    stateHash: played.stateHash,
    plaintextSearch: played.search,
    papers: played.papers,
  }
}

export function summaryLines(summary: DemoSummary): string[] {
  const { written, imported, twice } = summary.bundles
  return [
    '',
    `All as it should be: ${summary.checks} checks in ${summary.seconds} s.`,
    ...columns([
      ['Delegations', `${summary.delegations.length}: ${summary.delegations.join(', ')}`],
      ['Suggestions', `${summary.suggestionsSent} sent, all with a verdict`],
      ...summary.revs.map((rev) => (
        [`REV ${rev.rev}`, `${rev.accepted} accepted, ${rev.edited} edited, ${rev.notTakenUp} not taken up; text hash ${rev.textHash}`])),
      ...summary.silences.map((silence) => (
        [`Silence on REV ${silence.rev}`, `${silence.broken ? 'broken' : 'kept'}; deadline ${inBrussels(silence.deadline.utcMs)}`])),
      ['Bundles', `${written} written, ${imported} imports, ${twice} twice, 1 damaged and refused`],
      ['Same state', `on ${summary.machinesWithSameState} machines: ${summary.stateHash}`],
      ['Plaintext', `none in ${summary.plaintextSearch.files} vault and bundle files (${summary.plaintextSearch.words} words looked for)`],
    ]),
    '',
    `Left in ${summary.folder}:`,
    `  vaults/  one vault per machine; the passphrase of each is "${passphraseOf('CODE')}", with its own CODE`,
    '  stick/   cards (public, not encrypted) and bundles, the damaged one among them',
    '  papers/',
    ...summary.papers.map((name) => `    ${name}`),
  ]
}
