/** A large case: folding 10,000 events anew, and the case file of 300 contributions as it is opened and as it is printed. */
import { encodeCbor, decodeCbor } from '../shared/base/cbor.ts'
import type { Delegation } from '../shared/base/delegations.ts'
import { encodeCaseFile } from '../shared/dossier/caseFileHtml.ts'
import { foldDossier } from '../shared/dossier/fold.ts'
import { missingOf } from '../shared/dossier/missing.ts'
import { encodeState } from '../shared/dossier/stateHash.ts'
import type { VerifiedEvent } from '../shared/log/event.ts'
import { hasher } from '../electron/engine/keys/index.ts'
import { LONE_ENTRIES } from '../test/fakes/caseEntries.ts'
import { openDossier, PARTS } from '../test/fakes/deliberation.ts'
import { setStage, type Stage } from '../test/fakes/events.ts'
import { against, type Measured } from './measure.ts'

const EVENTS = 10_000
const CONTRIBUTIONS = 300
const SPEAKERS: readonly Delegation[] = ['CZ', 'DE', 'NL']

export async function benchCaseFile(): Promise<Measured[]> {
  const stage = await setStage(PARTS)
  const long = script(stage, EVENTS, (at) => (at % 4 === 0 ? 'entry' : 'contribution'))
  const wide = script(await setStage(PARTS, 2), CONTRIBUTIONS, () => 'contribution')
  const state = foldOf(wide.stage, wide.events)
  const bytes = encodeState(state)
  return [
    await against(`fold ${EVENTS} events of a case that are held`, () => foldOf(stage, long.events), `order of ${EVENTS} events by identifier alone`, () => long.events.toSorted((a, b) => (a.id < b.id ? -1 : 1))),
    await against(`open a case of ${CONTRIBUTIONS} contributions: fold, state hash, what lacks`, () => openCase(wide.stage, wide.events), 'decoding its state as CBOR', () => decodeCbor(bytes)),
    await against(`print a case file of ${CONTRIBUTIONS} contributions`, () => encodeCaseFile(state, STAMP), 'encoding its state as CBOR', () => encodeCbor(state)),
  ]
}

const STAMP = { madeAtUtcMs: 0, who: 'Bench (CZ)', register: { seq: 1, hash: '' }, stateHash: '' }

function script(stage: Stage, count: number, kindAt: (at: number) => 'entry' | 'contribution'): { stage: Stage; events: VerifiedEvent[] } {
  const events = [openDossier(stage, stage.person('GSC'))]
  for (let at = 1; at < count; at++) {
    const author = stage.person(SPEAKERS[at % SPEAKERS.length] ?? 'CZ')
    const content = LONE_ENTRIES[at % LONE_ENTRIES.length]
    events.push(kindAt(at) === 'entry' && content !== undefined
      ? stage.say(author, 'entry.added', { content, marking: null })
      : stage.say(author, 'contribution.added', {
          title: `Contribution ${at}`, kind: 'technical', source: 'CSIRT', text: 'Words of a report, as long as such reports are. '.repeat(20), reliability: 'B', credibility: '2',
          marking: { limite: true, classification: 'NONE', tlp: null, releasableTo: [] }, observed: '2031-05-28', reported: '2031-05-30',
        }))
  }
  return { stage, events }
}

function foldOf(stage: Stage, events: readonly VerifiedEvent[]): NonNullable<ReturnType<typeof foldDossier>> {
  const state = foldDossier(stage.dossier, events, stage.circle, [], hasher)
  if (state === null) throw new Error('not opened')
  return state
}

function openCase(stage: Stage, events: readonly VerifiedEvent[]): unknown {
  const state = foldOf(stage, events)
  return [hasher(encodeState(state)), missingOf(state)]
}
