import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasher } from '../../electron/engine/keys/index.ts'
import { hex } from '../../shared/base/bytes.ts'
import type { Delegation } from '../../shared/base/delegations.ts'
import { foldDossier } from '../../shared/dossier/fold.ts'
import { encodeState } from '../../shared/dossier/stateHash.ts'
import type { DossierState } from '../../shared/dossier/state.ts'
import type { VerifiedEvent } from '../../shared/log/event.ts'
import { PROFILE_IDS } from '../../shared/silence/procedure.ts'
import { setStage, type Said, type Stage } from '../fakes/events.ts'
import { AFTER_DEADLINE_UTC_MS, DEADLINE, OBJECTION, PARTS, closeIntake, comment, issueRev, openDossier, openSilence, respond, suggest } from '../fakes/deliberation.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage(PARTS)
})

const SPEAKERS: readonly Delegation[] = ['GSC', 'PRES', 'CZ', 'DE', 'NL', 'COM', 'EEAS', 'SE']
const ACTS = ['step', 'contribute', 'position', 'issue', 'suggest', 'comment', 'answer', 'open', 'respond', 'extend', 'close', 'unknown'] as const

interface Move {
  readonly speaker: Delegation
  readonly act: (typeof ACTS)[number]
  /** How far back it refers, and how much of what the others said it knows. */
  readonly back: number
  readonly knows: number
}

const moves = fc.array(fc.record({
  speaker: fc.constantFrom(...SPEAKERS), act: fc.constantFrom(...ACTS), back: fc.nat(2), knows: fc.nat(7),
}), { minLength: 4, maxLength: 25 })

/** A deliberation in which everybody does anything, allowed or not, knowing some of what was said. `SE` is a stranger to the circle. */
function play(script: readonly Move[]): VerifiedEvent[] {
  const opened = openDossier(stage, stage.person('GSC'), { heads: [], after: null })
  const init = issueRev(stage, stage.person('GSC'), 0, null, { heads: [], after: opened })
  const silence = openSilence(stage, stage.person('GSC'), init, { heads: [], after: init })
  const said = [opened, init, silence]
  for (const move of script) said.push(one(move, said))
  return said
}

function one(move: Move, said: readonly VerifiedEvent[]): VerifiedEvent {
  const author = stage.person(move.speaker)
  const own = said.findLast((event) => event.header.log === author.identity.installation) ?? null
  const tips = new Map(said.slice(0, Math.max(1, said.length - move.knows)).map((event) => [event.header.log, event]))
  tips.delete(author.identity.installation)
  const how: Said = { heads: [...tips.values()], after: own }
  const recent = (type: string): VerifiedEvent => {
    const found = said.filter((event) => event.header.type === type)
    return found.at(-1 - (move.back % found.length)) ?? found[0] ?? said[0]!
  }
  switch (move.act) {
    case 'step': return stage.say(author, 'step.marked', { step: 1 + move.back, state: 'begun', note: '' }, how)
    case 'contribute': return stage.say(author, 'contribution.added', { title: 'T', kind: 'briefing', source: '', text: '', marking: { limite: true, classification: 'NONE', tlp: 'AMBER', releasableTo: [] }, reliability: null, credibility: null }, how)
    case 'position': return stage.say(author, 'position.taken', { subject: 'S', stance: 'support', remark: '' }, how)
    case 'issue': return issueRev(stage, author, 1 + move.back, recent('text.revIssued'), how)
    case 'suggest': return suggest(stage, author, recent('text.revIssued'), 'deplores', how)
    case 'comment': return comment(stage, author, recent('text.revIssued'), null, how)
    case 'answer': return comment(stage, author, recent('text.revIssued'), recent('text.commented'), how)
    case 'open': return openSilence(stage, author, recent('text.revIssued'), how)
    case 'respond': return respond(stage, author, recent('silence.opened'), OBJECTION, how)
    case 'extend': return stage.say(author, 'silence.extended', { procedure: recent('silence.opened').id, deadline: { ...DEADLINE, utcMs: DEADLINE.utcMs + 1000 * (1 + move.back) }, reason: '' }, { ...how, claimedAtUtcMs: DEADLINE.utcMs - 1 })
    case 'close': return closeIntake(stage, author, recent('silence.opened'), how)
    case 'unknown': return stage.say(author, 'vote.cast', { yes: true }, how)
  }
}

function folded(events: readonly VerifiedEvent[]): DossierState {
  const state = foldDossier(stage.dossier, events, stage.circle, [], hasher)
  if (state === null) throw new Error('not opened')
  return state
}
const bytesOf = (events: readonly VerifiedEvent[]): string => hex(encodeState(folded(events)))
const seeded = (seed: number, numRuns = 40) => ({ seed, numRuns })

describe('the state of a dossier', () => {
  test('is the same bytes in whatever order its events arrive', () => {
    fc.assert(fc.property(moves, fc.infiniteStream(fc.nat()), (script, dice) => {
      const events = play(script)
      const shuffled = events.map((event) => ({ event, rank: dice.next().value })).toSorted((a, b) => a.rank - b.rank).map(({ event }) => event)
      expect(bytesOf(shuffled)).toBe(bytesOf(events))
    }), seeded(11))
  })

  test('is the same however often an event arrives', () => {
    fc.assert(fc.property(moves, (script) => {
      const events = play(script)
      expect(bytesOf([...events, ...events.toReversed()])).toBe(bytesOf(events))
    }), seeded(12))
  })

  test('accounts for every event: applied or set aside, never both, never neither', () => {
    fc.assert(fc.property(moves, (script) => {
      const events = play(script)
      const { setAside, timeline } = folded(events)
      const accounted = [...setAside, ...timeline].map((entry) => entry.event)
      expect(accounted.toSorted()).toEqual(events.map((event) => event.id).toSorted())
    }), seeded(13))
  })

  test('is changed by somebody without a role only in what is set aside', () => {
    fc.assert(fc.property(moves, fc.array(fc.record({ speaker: fc.constant<Delegation>('SE'), act: fc.constantFrom(...ACTS), back: fc.nat(2), knows: fc.constant(0) }), { minLength: 1, maxLength: 5 }), (script, strangers) => {
      const events = play(script.filter((move) => move.speaker !== 'SE'))
      const more = [...events]
      for (const move of strangers) more.push(one(move, more))
      const before = folded(events)
      const after = folded(more)
      expect(after.setAside.length).toBe(before.setAside.length + strangers.length)
      expect({ ...after, setAside: [] }).toEqual({ ...before, setAside: [] })
    }), seeded(14))
  })

  test('keeps everything that counted when something unrelated arrives: the order of what is known never changes', () => {
    fc.assert(fc.property(moves, (script) => {
      const events = play(script.filter((move) => move.act !== 'issue' && move.act !== 'close' && move.act !== 'extend'))
      const more = [...events, stage.say(stage.person('DE'), 'position.taken', { subject: 'More', stance: 'support', remark: '' },
        { heads: events.slice(0, 1), after: events.findLast((event) => event.header.log === stage.person('DE').identity.installation) ?? null })]
      const shown = new Set(folded(events).timeline.map((entry) => entry.event))
      expect(folded(more).timeline.map((entry) => entry.event).filter((event) => shown.has(event))).toEqual(folded(events).timeline.map((entry) => entry.event))
    }), seeded(15, 20))
  })
})

describe.each(PROFILE_IDS)('under the profile %s', (profile) => {
  test('an objection by a member that the setter had before it closed always shows as broken, and one that it had not never does', () => {
    fc.assert(fc.property(fc.constantFrom<Delegation>('CZ', 'DE', 'NL'), fc.constantFrom('objection', 'draftingComment', 'requestForTime', 'reservation'), fc.boolean(), fc.nat(AFTER_DEADLINE_UTC_MS), (objector, kind, arrived, claimedAtUtcMs) => {
      const opened = openDossier(stage, stage.person('GSC'), { heads: [], after: null })
      const init = issueRev(stage, stage.person('GSC'), 0, null, { heads: [], after: opened })
      const procedure = openSilence(stage, stage.person('GSC'), init, { heads: [], after: init }, { profile })
      const response = { kind, breaks: true, reservation: kind === 'reservation' ? 'scrutiny' : null, remark: '', place: null } as const
      const objection = respond(stage, stage.person(objector), procedure, response, { heads: [procedure], after: null, claimedAtUtcMs })
      const closed = closeIntake(stage, stage.person('GSC'), procedure, { heads: arrived ? [objection] : [], after: procedure })
      const [silence] = folded([opened, init, procedure, objection, closed]).silences
      expect(silence?.outcome).toMatchObject({ broken: arrived, provisional: false })
      expect(silence?.responses).toMatchObject([{ delegation: objector, late: !arrived }])
    }), seeded(16, 15))
  })
})
