import { expect, it } from 'vitest'
import { createEventMemory } from '../../electron/engine/heldEvents.ts'
import { causalPast } from '../../shared/log/causal.ts'
import { PARTS, openDossier } from '../fakes/deliberation.ts'
import { setStage } from '../fakes/events.ts'

it('whoever builds on what nobody has followed yet has everything that is held below it', async () => {
  const stage = await setStage(PARTS)
  const opened = openDossier(stage, stage.person('GSC'), { heads: [], after: null })
  const mark = (delegation: 'CZ' | 'DE' | 'NL') => stage.say(stage.person(delegation), 'step.marked', { step: 1, state: 'begun', note: '' }, { heads: [opened], after: null })
  const marks = [mark('CZ'), mark('DE'), mark('NL')]
  const events = [opened, ...marks]
  const held = createEventMemory(events.map((event) => ({ event, admittedAtUtcMs: 0 })))
  const open = held.unfollowed(stage.circle.circle, stage.dossier)
  expect(open.toSorted()).toEqual(marks.map((event) => event.id).toSorted())
  expect(new Set(open.flatMap((id) => [...causalPast(events, id)]))).toEqual(new Set(events.map((event) => event.id)))
})
