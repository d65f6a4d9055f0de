/** The events of one circle or dossier: found at opening, read from the vault when the first question about them comes. */
import type { EventId, InstallationId } from '../../shared/base/identifiers.ts'
import { parentsOf } from '../../shared/log/causal.ts'
import type { VerifiedEvent } from '../../shared/log/event.ts'
import type { StoredEvent } from './handlers/context.ts'

export interface PlaceMemory {
  /** There is one in the vault, under this number. Before the first question only. */
  found(place: number): void
  add(stored: StoredEvent): void
  /** The same event with its body, or without it. */
  replace(event: VerifiedEvent): void
  get(id: EventId): StoredEvent | null
  at(log: InstallationId, seq: number): EventId | null
  /** In the order of admission. */
  all(): readonly StoredEvent[]
  /** The last event of each log. */
  tips(): ReadonlyMap<InstallationId, StoredEvent>
  /** Events that no other one here builds on. */
  unfollowed(): readonly EventId[]
}

export function createPlaceMemory(read: (places: readonly number[]) => readonly StoredEvent[]): PlaceMemory {
  const unread: number[] = []
  const list: StoredEvent[] = []
  const byId = new Map<EventId, StoredEvent>()
  const byPosition = new Map<string, EventId>()
  const tips = new Map<InstallationId, StoredEvent>()
  const unfollowed = new Set<EventId>()

  const add = (item: StoredEvent): void => {
    const { header, id } = item.event
    byId.set(id, item)
    list.push(item)
    unfollowed.add(id)
    for (const parent of parentsOf(item.event)) unfollowed.delete(parent)
    const position = positionKey(header.log, header.seq)
    if (!byPosition.has(position)) byPosition.set(position, id)
    if (header.seq > (tips.get(header.log)?.event.header.seq ?? 0)) tips.set(header.log, item)
  }
  const readAll = (): void => {
    if (unread.length === 0) return
    const items = read(unread)
    unread.length = 0
    for (const item of items) add(item)
  }
  const reading = <A extends readonly unknown[], T>(answer: (...asked: A) => T) => (...asked: A): T => {
    readAll()
    return answer(...asked)
  }

  return {
    found: (place) => unread.push(place),
    add: reading(add),
    replace: reading((event: VerifiedEvent) => {
      const before = byId.get(event.id)
      if (before === undefined) throw new Error('only what is here can be replaced')
      const after = { ...before, event }
      list[list.indexOf(before)] = after
      byId.set(event.id, after)
      if (tips.get(event.header.log) === before) tips.set(event.header.log, after)
    }),
    get: reading((id: EventId) => byId.get(id) ?? null),
    at: reading((log: InstallationId, seq: number) => byPosition.get(positionKey(log, seq)) ?? null),
    all: reading(() => list),
    tips: reading(() => tips),
    unfollowed: reading(() => [...unfollowed]),
  }
}

/** Where nothing was ever said. */
export const NO_EVENTS: Omit<PlaceMemory, 'found' | 'add' | 'replace'> = createPlaceMemory(() => [])

function positionKey(log: InstallationId, seq: number): string {
  return `${log} ${seq}`
}
