/** Writes the logs of one circle for a frozen bundle: each event knows of the one before it, and an hour has passed since. */
import type { CborValue } from '../../shared/base/cbor.ts'
import type { DossierId, EventId, InstallationId } from '../../shared/base/identifiers.ts'
import { composeEvent } from '../../shared/log/encode.ts'
import type { ParsedEvent } from '../../shared/log/event.ts'
import { hasher, signerOf } from '../../electron/engine/keys/index.ts'
import { circle, type Actor } from './cast.ts'

const HOUR_MS = 3_600_000

export interface CaseLog {
  readonly events: readonly ParsedEvent[]
  readonly head: { readonly epoch: number; readonly head: EventId }
  say(author: Actor, dossier: DossierId | null, type: string, body: CborValue): ParsedEvent
  change(author: Actor, change: CborValue): ParsedEvent
  /** The end of one log, as a roster event names it. */
  end(log: InstallationId, dossier: DossierId | null): { dossier: DossierId | null; seq: number; event: EventId }
  /** From the next event on at least this. */
  waitUntil(utcMs: number): void
}

/** Goes on from the roster events that there are already. */
export function continueLog(past: readonly ParsedEvent[], from: { readonly epoch: number; readonly head: EventId }, startUtcMs: number): CaseLog {
  const events = [...past]
  let head = from
  let now = startUtcMs
  const lastOf = (log: InstallationId, dossier: DossierId | null): ParsedEvent | undefined => events.findLast(({ header }) => header.log === log && header.dossier === dossier)
  const say: CaseLog['say'] = ({ identity }, dossier, type, body) => {
    now += HOUR_MS
    const prev = lastOf(identity.installation, dossier)
    const known = events.findLast(({ header }) => header.dossier === dossier)
    const event = composeEvent({
      circle, dossier, log: identity.installation, seq: (prev?.header.seq ?? 0) + 1, prev: prev?.id ?? null, heads: known === undefined ? [] : [known.id],
      rosterEpoch: head.epoch, type, claimedAtUtcMs: now,
    }, body, hasher, signerOf(identity))
    events.push(event)
    return event
  }
  return {
    events, say,
    get head() {
      return head
    },
    change(author, change) {
      const event = say(author, null, 'roster.changed', { epoch: head.epoch + 1, predecessor: head.head, change })
      head = { epoch: head.epoch + 1, head: event.id }
      return event
    },
    end(log, dossier) {
      const last = lastOf(log, dossier)
      if (last === undefined) throw new Error('a log without events has no end')
      return { dossier, seq: last.header.seq, event: last.id }
    },
    waitUntil(utcMs) {
      now = Math.max(now, utcMs)
    },
  }
}
