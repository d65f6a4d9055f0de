/**
 * The vault's tables in memory. `vaultContract` holds it to the same laws as the encrypted database, so that a test on it says something
 * about the product. `reopen` gives what a second process would see: everything that was written, under a new handle.
 */
import type { CircleId, EventId, InstallationId } from '../../shared/base/identifiers.ts'
import { encodeCbor } from '../../shared/base/cbor.ts'
import type { VerifiedEvent } from '../../shared/log/event.ts'
import type { Fork } from '../../shared/log/place.ts'
import type { KeptBundle } from '../../electron/engine/vault/bundlesTable.ts'
import type { KeptCard } from '../../electron/engine/vault/cardsTable.ts'
import type { DraftHead, DraftPlace } from '../../electron/engine/vault/draftsTable.ts'
import type { AdmittedEvent } from '../../electron/engine/vault/eventsTable.ts'
import type { KeptIdentity } from '../../electron/engine/vault/identityTable.ts'
import { parseRegisterLine, REGISTER_LABEL, type RegisterRow } from '../../electron/engine/vault/registerTable.ts'
import type { Store } from '../../electron/engine/vault/store.ts'

interface Tables {
  readonly events: Map<EventId, AdmittedEvent>
  readonly waiting: Map<EventId, { readonly circle: CircleId; readonly event: VerifiedEvent }>
  readonly forks: Map<string, Fork>
  readonly cards: Map<InstallationId, KeptCard & { readonly readAtUtcMs: number }>
  readonly bundles: Map<string, KeptBundle>
  readonly register: Map<number, RegisterRow>
  readonly settings: Map<string, string>
  readonly identity: Map<'only', KeptIdentity>
  readonly drafts: Map<string, { readonly head: DraftHead; readonly content: string }>
}

export interface MemoryStore extends Store {
  /** Closes this one. */
  reopen(): MemoryStore
}

export function memoryStore(): MemoryStore {
  return storeOn({
    events: new Map(), waiting: new Map(), forks: new Map(), cards: new Map(), bundles: new Map(), register: new Map(), settings: new Map(),
    identity: new Map(), drafts: new Map(),
  })
}

function storeOn(tables: Tables): MemoryStore {
  let open = true
  const close = (): void => {
    open = false
  }
  return {
    ...guarded(tablesOn(tables), () => open),
    transaction(work) {
      const before = copied(tables)
      try {
        return work()
      } catch (error) {
        restore(tables, before)
        throw error
      }
    },
    integrityFaults: () => [],
    close,
    reopen() {
      close()
      return storeOn(tables)
    },
  }
}

type StoredTables = Omit<Store, 'transaction' | 'integrityFaults' | 'close'>

function tablesOn(tables: Tables): StoredTables {
  return { ...evidenceTables(tables), ...ownTables(tables), register: registerOn(tables.register), drafts: draftsOn(tables.drafts) }
}

/** What others signed. */
function evidenceTables({ events, waiting, forks, cards, bundles }: Tables): Pick<Store, 'events' | 'waiting' | 'forks' | 'cards' | 'bundles'> {
  return {
    events: {
      all: () => [...events.values()],
      add: (circle, event, admittedAtUtcMs) => addOnce(events, event.id, { circle, event, admittedAtUtcMs }),
    },
    waiting: {
      of: (circle) => [...waiting.values()].filter((one) => one.circle === circle).map((one) => one.event).toSorted(by((event) => event.id)),
      has: (id) => waiting.has(id),
      add(circle, event) {
        if (!waiting.has(event.id)) waiting.set(event.id, { circle, event })
      },
      remove: (id) => void waiting.delete(id),
    },
    forks: {
      all: () => [...forks.values()].toSorted(by((fork) => forkKey(fork))),
      put: (fork) => void forks.set(forkKey(fork), fork),
    },
    cards: {
      all: () => [...cards.values()].toSorted((a, b) => a.readAtUtcMs - b.readAtUtcMs || (a.installation < b.installation ? -1 : 1)).map(cardIn),
      get(installation) {
        const card = cards.get(installation)
        return card ? cardIn(card) : null
      },
      add(installation, signed, readAtUtcMs) {
        if (!cards.has(installation)) cards.set(installation, { installation, signed, trusted: false, readAtUtcMs })
      },
      trust(installation) {
        const card = cards.get(installation)
        if (card) cards.set(installation, { ...card, trusted: true })
      },
    },
    bundles: {
      all: () => [...bundles.values()],
      of: (circle) => [...bundles.values()].filter((bundle) => bundle.circle === circle),
      has: (direction, hash) => bundles.has(`${direction} ${hash}`),
      add: (bundle) => addOnce(bundles, `${bundle.direction} ${bundle.hash}`, bundle),
    },
  }
}

function ownTables({ settings, identity }: Tables): Pick<Store, 'settings' | 'identity'> {
  return {
    settings: { get: (name) => settings.get(name) ?? null, set: (name, value) => void settings.set(name, value) },
    identity: { get: () => identity.get('only') ?? null, put: (kept) => addOnce(identity, 'only', kept) },
  }
}

function registerOn(rows: Tables['register']): Store['register'] {
  return {
    count: () => rows.size,
    head: () => rows.get(rows.size)?.hash ?? null,
    newest: (limit) => [...rows.values()].toReversed().slice(0, limit).flatMap((row) => parseRegisterLine(row.entry) ?? []),
    rows: () => [...rows.values()],
    append(line, hash, sign) {
      const seq = rows.size + 1
      const entry = encodeCbor({ v: 1, seq, previous: rows.get(rows.size)?.hash ?? null, ...line })
      rows.set(seq, { seq, entry, hash: hash(entry), signature: sign(REGISTER_LABEL, entry) })
    },
  }
}

function draftsOn(drafts: Tables['drafts']): Store['drafts'] {
  return {
    all: () => [...drafts.values()].map(({ head }) => head).toSorted((a, b) => a.keptAtUtcMs - b.keptAtUtcMs || (draftKey(a) < draftKey(b) ? -1 : 1)),
    get(place) {
      const draft = drafts.get(draftKey(place))
      return draft ? { content: draft.content, keptAtUtcMs: draft.head.keptAtUtcMs } : null
    },
    put: (head, content) => void drafts.set(draftKey(head), { head, content }),
    remove: (place) => drafts.delete(draftKey(place)),
  }
}

/** A closed handle answers nothing, as the driver's does. */
function guarded(tables: StoredTables, isOpen: () => boolean): StoredTables {
  const guard = <T extends object>(table: T): T => new Proxy(table, {
    get(target, name): unknown {
      if (!isOpen()) throw new TypeError('the store is closed')
      return Reflect.get(target, name)
    },
  })
  const { events, waiting, forks, cards, bundles, register, settings, identity, drafts } = tables
  return {
    events: guard(events), waiting: guard(waiting), forks: guard(forks), cards: guard(cards), bundles: guard(bundles), register: guard(register),
    settings: guard(settings), identity: guard(identity), drafts: guard(drafts),
  }
}

function copied(tables: Tables): ReadonlyMap<string, readonly (readonly [unknown, unknown])[]> {
  return new Map(Object.entries(tables).map(([name, table]: [string, Map<unknown, unknown>]) => [name, [...table]]))
}

function restore(tables: Tables, before: ReturnType<typeof copied>): void {
  for (const [name, table] of Object.entries<Map<unknown, unknown>>({ ...tables })) {
    table.clear()
    for (const [key, value] of before.get(name) ?? []) table.set(key, value)
  }
}

function addOnce<K, V>(table: Map<K, V>, key: K, value: V): void {
  if (table.has(key)) throw new Error('there already')
  table.set(key, value)
}

function cardIn({ installation, signed, trusted }: KeptCard): KeptCard {
  return { installation, signed, trusted }
}

function forkKey({ circle, dossier, log, seq }: Fork): string {
  return [circle, dossier ?? '', log, String(seq).padStart(16, '0')].join(' ')
}

function draftKey({ dossier, text, rev, kind }: DraftPlace): string {
  return [dossier, text, String(rev).padStart(16, '0'), kind].join(' ')
}

function by<T>(key: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => (key(a) < key(b) ? -1 : 1)
}
