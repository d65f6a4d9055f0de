/** All machines go on counting what was taken away from a member. They agree with one another, so only the roster's own words can tell. */
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type * as quarantine from '../../shared/circle/quarantine.ts'
import type { CircleState, RosterEntry } from '../../shared/circle/roster.ts'
import { noticed } from './exchange/noticed.ts'
import { makeTemplate, type Template } from './exchange/template.ts'

const heeded = vi.hoisted(() => ({ suspensions: false }))

vi.mock('../../shared/circle/quarantine.ts', async (original) => {
  const { quarantined } = await original<typeof quarantine>()
  return { quarantined: (...[circle, events]: Parameters<typeof quarantined>) => (heeded.suspensions ? quarantined(withoutRemovals(circle), events) : new Set()) }
})

/** As if whoever was removed stood there still. */
function withoutRemovals(circle: CircleState): CircleState {
  const isRemoval = (entry: RosterEntry): boolean => entry.untilEpoch !== null && !circle.entries.some((next) => next.installation === entry.installation && next.fromEpoch === entry.untilEpoch)
  return { ...circle, entries: circle.entries.map((entry) => (isRemoval(entry) ? { ...entry, untilEpoch: null, accepted: null } : entry)) }
}

let template: Template

beforeAll(async () => {
  template = await makeTemplate()
}, 60_000)

describe('an event is noticed that counts although it was taken away from its author', () => {
  it('by a suspension or a removal', async () => {
    expect((await noticed(template)).message).toMatch(/counts [0-9a-f]{64}, which was taken away from its author/)
  }, 120_000)

  it('by a removal alone', async () => {
    heeded.suspensions = true
    expect((await noticed(template)).message).toMatch(/counts [0-9a-f]{64}, which was taken away from its author/)
  }, 120_000)
})
