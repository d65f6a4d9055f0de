import { expect, it } from 'vitest'
import { createEventMemory, type EventMemory } from '../../electron/engine/heldEvents.ts'
import { DamagedRow } from '../../electron/engine/vault/eventRow.ts'
import type { EventsTable } from '../../electron/engine/vault/eventsTable.ts'
import { causalPast } from '../../shared/log/causal.ts'
import { circleOf } from '../../shared/log/encode.ts'
import type { VerifiedEvent } from '../../shared/log/event.ts'
import { withoutBody } from '../../shared/log/verify.ts'
import { PARTS, openDossier } from '../fakes/deliberation.ts'
import { setStage, type Stage } from '../fakes/events.ts'
import { memoryStore } from '../fakes/memoryStore.ts'

interface Scene {
  readonly stage: Stage
  readonly opened: VerifiedEvent
  readonly marks: readonly VerifiedEvent[]
  readonly events: readonly VerifiedEvent[]
}

async function setScene(): Promise<Scene> {
  const stage = await setStage(PARTS)
  const opened = openDossier(stage, stage.person('GSC'), { heads: [], after: null })
  const mark = (delegation: 'CZ' | 'DE' | 'NL') => stage.say(stage.person(delegation), 'step.marked', { step: 1, state: 'begun', note: '' }, { heads: [opened], after: null })
  const marks = [mark('CZ'), mark('DE'), mark('NL')]
  return { stage, opened, marks, events: [opened, ...marks] }
}

/** A table that holds these, and says what was read of it. */
function tableOf(events: readonly VerifiedEvent[]): { readonly table: EventsTable; readonly reads: number[] } {
  const { events: table } = memoryStore()
  for (const [at, event] of events.entries()) table.add(circleOf(event), event, at)
  const reads: number[] = []
  return { reads, table: { ...table, at: (places) => (reads.push(...places), table.at(places)) } }
}

/** Every question there is, of one dossier. */
function answers(held: EventMemory, { stage, events }: Scene): unknown {
  const [circle, dossier] = [stage.circle.circle, stage.dossier]
  return {
    each: events.map(({ id }) => [held.has(id), held.lacksBody(id), held.get(id)?.event.signed, held.get(id)?.admittedAtUtcMs]),
    positions: events.map(({ header: { log, seq } }) => [held.at(log, circle, dossier, seq), held.at(log, circle, dossier, seq + 1), held.at(log, circle, null, seq)]),
    all: held.inDossier(dossier).map(({ event }) => event.id), circle: held.inCircle(circle).map(({ event }) => event.id), dossiers: held.dossiersOf(circle), circles: held.circles(),
    tips: [...held.tips(circle, dossier)].map(([log, { event }]) => [log, event.id]), unfollowed: held.unfollowed(circle, dossier), elsewhere: held.unfollowed(circle, null),
  }
}

it('whoever builds on what nobody has followed yet has everything that is held below it', async () => {
  const { stage, events, marks } = await setScene()
  const held = createEventMemory(tableOf(events).table)
  const open = held.unfollowed(stage.circle.circle, stage.dossier)
  expect(open.toSorted()).toEqual(marks.map((event) => event.id).toSorted())
  expect(new Set(open.flatMap((id) => [...causalPast(events, id)]))).toEqual(new Set(events.map((event) => event.id)))
})

it('reads what was said in a dossier when the first question about it comes, once, and answers as if all had been added one by one', async () => {
  const scene = await setScene()
  const one = createEventMemory(tableOf([]).table)
  for (const [at, event] of scene.events.entries()) one.add({ event, admittedAtUtcMs: at })
  const { table, reads } = tableOf(scene.events)
  const held = createEventMemory(table)
  expect([held.has(scene.opened.id), held.circles(), held.dossiersOf(scene.stage.circle.circle), held.inCircle(scene.stage.circle.circle)]).toEqual([true, [], [scene.stage.dossier], []])
  expect(reads).toEqual([])
  expect(answers(held, scene)).toEqual(answers(one, scene))
  expect(answers(held, scene)).toEqual(answers(one, scene))
  expect(reads).toEqual([1, 2, 3, 4])
})

it('adds to what it has not read yet, and replaces it', async () => {
  const scene = await setScene()
  const last = scene.events.at(-1) ?? scene.opened
  const one = createEventMemory(tableOf([]).table)
  for (const [at, event] of scene.events.entries()) one.add({ event: event === last ? withoutBody(event) : event, admittedAtUtcMs: at })
  const added = createEventMemory(tableOf(scene.events.slice(0, -1)).table)
  added.add({ event: withoutBody(last), admittedAtUtcMs: 3 })
  expect(answers(added, scene)).toEqual(answers(one, scene))
  const replaced = createEventMemory(tableOf(scene.events).table)
  replaced.replace(withoutBody(last))
  expect(replaced.lacksBody(last.id)).toBe(true)
  expect(answers(replaced, scene)).toEqual(answers(one, scene))
})

it('tells of an event that stands before something that it builds on, or without it', async () => {
  const { events, opened, marks } = await setScene()
  const lacks = (list: readonly VerifiedEvent[]): boolean => createEventMemory(tableOf(list).table).lacksAncestor
  expect([lacks(events), lacks(events.toReversed()), lacks(marks), lacks([opened])]).toEqual([false, true, true, false])
})

it('does not pass over an event that went missing between its finding and its reading', async () => {
  const { events, opened, stage } = await setScene()
  const { table } = tableOf(events)
  const held = createEventMemory(table)
  table.remove(opened.id)
  expect(() => held.inDossier(stage.dossier)).toThrow(DamagedRow)
  expect(() => held.inDossier(stage.dossier)).toThrow(DamagedRow)
})
