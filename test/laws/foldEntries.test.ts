import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasher } from '../../electron/engine/keys/index.ts'
import { hex } from '../../shared/base/bytes.ts'
import type { Delegation } from '../../shared/base/delegations.ts'
import { foldDossier } from '../../shared/dossier/fold.ts'
import { encodeState } from '../../shared/dossier/stateHash.ts'
import type { DossierState } from '../../shared/dossier/state.ts'
import type { VerifiedEvent } from '../../shared/log/event.ts'
import { isSovereign, type EntryContent } from '../../shared/toolbox/entry.ts'
import { LONE_ENTRIES, aDecision, anAction, anOption } from '../fakes/caseEntries.ts'
import { openDossier, PARTS } from '../fakes/deliberation.ts'
import { setStage, type Said, type Stage } from '../fakes/events.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage(PARTS)
})

const SPEAKERS: readonly Delegation[] = ['GSC', 'PRES', 'CZ', 'DE', 'NL', 'COM', 'EEAS', 'SE']
const ACTS = ['add', 'addBelow', 'revise', 'withdraw'] as const
const moves = fc.array(fc.record({ speaker: fc.constantFrom(...SPEAKERS), act: fc.constantFrom(...ACTS), content: fc.nat(LONE_ENTRIES.length - 1), back: fc.nat(5), knows: fc.nat(7) }), { minLength: 3, maxLength: 24 })
type Move = (typeof moves extends fc.Arbitrary<(infer M)[]> ? M : never)

/** A case file in which everybody writes anything, allowed or not, knowing some of what was said. */
function play(script: readonly Move[]): VerifiedEvent[] {
  const said = [openDossier(stage, stage.person('GSC'), { heads: [], after: null })]
  for (const move of script) said.push(one(move, said))
  return said
}

function one({ speaker, act, content: which, back, knows }: Move, said: readonly VerifiedEvent[]): VerifiedEvent {
  const author = stage.person(speaker)
  const tips = new Map(said.slice(0, Math.max(1, said.length - knows)).map((event) => [event.header.log, event]))
  tips.delete(author.identity.installation)
  const how: Said = { heads: [...tips.values()], after: said.findLast((event) => event.header.log === author.identity.installation) ?? null }
  const target = said[Math.max(0, said.length - 1 - back)] ?? said[0]
  const content = LONE_ENTRIES[which]
  if (target === undefined || content === undefined) throw new Error('nothing said')
  const below: readonly EntryContent[] = [anOption(target.id), anOption(noteBefore(said, target).id, { proportionality: [{ dimension: 'scale', text: 'Four ports', evidence: [target.id] }] }), aDecision(target.id), anAction(target.id)]
  switch (act) {
    case 'add': return stage.say(author, 'entry.added', { content, marking: null }, how)
    case 'addBelow': return stage.say(author, 'entry.added', { content: below[which % below.length] ?? content, marking: null }, how)
    case 'revise': return stage.say(author, 'entry.revised', { entry: target.id, content, marking: null, reason: '' }, how)
    case 'withdraw': return stage.say(author, 'entry.withdrawn', { entry: target.id, reason: 'Overtaken' }, how)
  }
}

/** The last note said, so that an option is set aside for what it rests on and for nothing else. */
function noteBefore(said: readonly VerifiedEvent[], otherwise: VerifiedEvent): VerifiedEvent {
  return said.findLast(({ header, signed: { body } }) => header.type === 'entry.added' && body !== null && new TextDecoder().decode(body).includes('noteKind')) ?? otherwise
}

function folded(events: readonly VerifiedEvent[]): DossierState {
  const state = foldDossier(stage.dossier, events, stage.circle, [], hasher)
  if (state === null) throw new Error('not opened')
  return state
}
const seeded = (seed: number, numRuns = 60) => ({ seed, numRuns })

describe('the entries of a case file', () => {
  test('are the same bytes in whatever order, and however often, their events arrive', () => {
    fc.assert(fc.property(moves, fc.infiniteStream(fc.nat()), (script, dice) => {
      const events = play(script)
      const shuffled = [...events, ...events].map((event) => ({ event, rank: dice.next().value })).toSorted((a, b) => a.rank - b.rank).map(({ event }) => event)
      expect(hex(encodeState(folded(shuffled)))).toBe(hex(encodeState(folded(events))))
    }), seeded(21))
  })

  test('account for every event: applied or set aside, never both, never neither', () => {
    fc.assert(fc.property(moves, (script) => {
      const events = play(script)
      const { setAside, timeline, entries } = folded(events)
      expect([...setAside, ...timeline].map((entry) => entry.event).toSorted()).toEqual(events.map((event) => event.id).toSorted())
      const wordings = entries.flatMap((entry) => [...entry.wordings, ...(entry.withdrawn === null ? [] : [entry.withdrawn])]).map((one) => one.event)
      expect(new Set(wordings).size).toBe(wordings.length)
      expect(wordings.toSorted()).toEqual(timeline.filter((one) => one.type.startsWith('entry.')).map((one) => one.event).toSorted())
    }), seeded(22))
  })

  test('never hold a word of somebody without the right to it', () => {
    fc.assert(fc.property(moves, (script) => {
      for (const entry of folded(play(script)).entries) {
        const hands = entry.wordings.map((one) => one.delegation)
        expect(hands).not.toContain('SE')
        if (entry.content.kind === 'attribution') expect(hands.every((hand) => hand === entry.delegation && isSovereign(hand))).toBe(true)
        expect(hands.every((hand) => hand === entry.delegation || hand === 'GSC' || hand === 'PRES')).toBe(true)
      }
    }), seeded(23))
  })
})
