/**
 * Two rosters for one epoch are a hard stop: whoever signed them showed some members another circle than others. What proves it is kept, and
 * from then on nothing of the circle comes in, goes out, or is changed here.
 */
import type { CircleId } from '../../../shared/base/identifiers.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import type { ReadEvent } from '../../../shared/log/verify.ts'
import { arrivedRoster, type CircleKnowledge } from '../intake/arrivedRoster.ts'
import type { VaultSession } from './context.ts'

/** Refuses where a conflict is known. */
export function isWhole(circle: CircleId, session: VaultSession): Result<null, Refusal> {
  const conflict = session.store.conflicts.of(circle)
  return conflict === null ? ok(null) : err(refusal('roster-conflict', { epoch: conflict.epoch }, 'chain'))
}

/** Of a bundle that was refused for it: the events that prove it, if they came with it. */
export function keepConflict(circle: CircleId, arrivals: readonly ReadEvent[], known: CircleKnowledge, session: VaultSession, nowUtcMs: number): void {
  const folded = arrivedRoster(circle, arrivals, known)
  const conflict = folded.ok ? folded.value.conflict : null
  if (conflict === null || session.store.conflicts.of(circle) !== null) return
  session.transaction(() => {
    session.store.conflicts.add({ circle, epoch: conflict.epoch, events: conflict.events.slice(0, 2).map((event) => event.signed), foundAtUtcMs: nowUtcMs })
    session.record('roster.conflict', `roster ${conflict.epoch}`, 'refused', 'roster-conflict', { details: conflict.events.map((event): [string, string] => ['event', event.id]) })
  })
}
