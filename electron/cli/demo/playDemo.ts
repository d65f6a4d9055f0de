/** The main job from beginning to end. Stops with DemoStopped at the first thing that is not as it should be. */
import { readdirSync } from 'node:fs'
import { assemble } from './assemble.ts'
import { certify } from './certify.ts'
import { prepareDemoFolder } from './demoFolder.ts'
import { breakSilence, closeIntake, keepSilence, openSilence } from './keepSilence.ts'
import { expectNoPlaintext, expectSameState, wordsToLookFor } from './lastLook.ts'
import { playCase } from './theCase.ts'
import { createNarrator } from './narrator.ts'
import { expectAllSettled, issueNextRev, writePapers, type IssuedRev } from './nextRev.ts'
import { openDossier } from './openDossier.ts'
import { latestRevision, type Assembly, type Deliberation, type Scene } from './play.ts'
import { receiveAll } from './receive.ts'
import { replyToAll } from './reply.ts'
import { createSimulatedClock } from './simulatedClock.ts'
import { summarise, type DemoSummary } from './summary.ts'

export interface DemoRequest {
  readonly folder: string
  readonly delegations: number
  /** Null: the text of our own. */
  readonly textFile: string | null
  readonly say: (line: string) => void
}

/** The clocks go forward between the two. */
const FIRST_DEADLINE = '2026-03-27T17:00'
const SECOND_DEADLINE = '2026-03-31T17:00'

export async function playDemo(request: DemoRequest): Promise<DemoSummary> {
  const begunAtMs = performance.now()
  const narrator = createNarrator(request.say)
  const folder = prepareDemoFolder(request.folder)
  const tally = { bundlesWritten: 0, bundlesImported: 0, duplicates: 0, refused: [], suggestionsSent: [] }
  const scene: Scene = { folder, narrator, clock: createSimulatedClock(), tally }
  request.say('EXERCISE. The demo plays on a simulated clock, so that deadlines pass without waiting; its vaults are throw-away,')
  request.say('with the least passphrase cost that a vault may have. Machines meet only through files in the stick folder.')
  const assembly = await assemble(scene, request.delegations)
  const played = await closingAfter(assembly, () => playFromDossier(assembly, request.textFile))
  const search = expectNoPlaintext(played.deliberation, played.words, 'closed')
  return summarise({ ...played, search, papers: readdirSync(folder.papers).toSorted(), seconds: (performance.now() - begunAtMs) / 1000 })
}

async function closingAfter<T>({ secretariat, delegates }: Assembly, play: () => Promise<T>): Promise<T> {
  try {
    return await play()
  } finally {
    for (const machine of [secretariat, ...delegates]) await machine.close()
  }
}

async function playFromDossier(assembly: Assembly, textFile: string | null) {
  const { narrator } = assembly
  const deliberation = await openDossier(assembly, textFile)
  await writePapers(deliberation, 0)
  const firstIssue = await latestRevision(assembly.secretariat, deliberation)
  await receiveAll(deliberation, await replyToAll(deliberation))
  narrator.act('Consolidation: REV 1')
  const rev1 = await issueNextRev(deliberation)
  expectPlannedRequests(deliberation, rev1)
  await writePapers(deliberation, rev1.rev)
  narrator.act('Silence procedure on REV 1')
  const first = await openSilence(deliberation, rev1.rev, FIRST_DEADLINE)
  await breakSilence(deliberation, first, rev1.rev)
  const broken = await closeIntake(deliberation, first, true)
  narrator.act('Consolidation: REV 2')
  const rev2 = await issueNextRev(deliberation)
  await writePapers(deliberation, rev2.rev)
  await expectAllSettled(deliberation, rev2.rev)
  narrator.act('Silence procedure on REV 2')
  const second = await openSilence(deliberation, rev2.rev, SECOND_DEADLINE)
  await keepSilence(deliberation, second)
  const kept = await closeIntake(deliberation, second, false)
  const certificate = await certify(deliberation, second, rev2.textHash)
  await playCase(assembly)
  narrator.act('The same state everywhere, and no plaintext')
  const stateHash = await expectSameState(deliberation)
  const words = await wordsToLookFor(deliberation, rev2.rev)
  expectNoPlaintext(deliberation, words, 'open')
  return { deliberation, firstIssueHash: firstIssue.textHash, revs: [rev1, rev2], silences: [broken, kept], certificate, stateHash, words }
}

/** The planned agreement, collision and compromise are all there. */
function expectPlannedRequests({ narrator, tally }: Deliberation, rev: IssuedRev): void {
  narrator.expect(rev.received === tally.suggestionsSent.length, 'every suggestion that was sent has arrived')
  narrator.expect(rev.groups < rev.received, 'the same change by two delegations stands in one group')
  narrator.expect(rev.collisions >= 2, 'the colliding changes are named')
  narrator.expect(rev.edited >= 1 && rev.notTakenUp >= 1, 'some are edited and some are not taken up')
}
