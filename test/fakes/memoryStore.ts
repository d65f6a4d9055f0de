/**
 * The store in memory: every table of the interface, and transactions that take back what they did. It has none of the product's SQL; the
 * contract suite holds both to the same behaviour.
 */
import type { EventId } from '../../shared/base/identifiers.ts'
import { plainLetters } from '../../electron/engine/vault/searchLetters.ts'
import type { AdmittedEvent } from '../../electron/engine/vault/eventsTable.ts'
import type { KeptAttachment } from '../../electron/engine/vault/attachmentsTable.ts'
import type { KeptBundle, SenderStatement } from '../../electron/engine/vault/bundlesTable.ts'
import type { KeptCard } from '../../electron/engine/vault/cardsTable.ts'
import type { DraftHead, DraftPlace } from '../../electron/engine/vault/draftsTable.ts'
import type { FormerIdentity } from '../../electron/engine/vault/formerIdentitiesTable.ts'
import type { KeptForm } from '../../electron/engine/vault/formsTable.ts'
import { DamagedRow, restoreEvent } from '../../electron/engine/vault/eventRow.ts'
import type { KeptImport } from '../../electron/engine/vault/importsTable.ts'
import type { KeptIdentity } from '../../electron/engine/vault/identityTable.ts'
import type { KeptKeys } from '../../electron/engine/vault/ownKeysTable.ts'
import type { KeptConflict } from '../../electron/engine/vault/rosterConflictsTable.ts'
import {
  encodeRegisterEntry, encodeRegisterHead, parseRegisterLine, REGISTER_HEAD_LABEL, REGISTER_LABEL, type SignedHead,
} from '../../electron/engine/vault/registerEntry.ts'
import type { RegisterRow } from '../../electron/engine/vault/registerTable.ts'
import type { FoundPassage, SearchTable } from '../../electron/engine/vault/searchTable.ts'
import type { Store } from '../../electron/engine/vault/store.ts'
import type { CircleId } from '../../shared/base/identifiers.ts'
import type { Fork } from '../../shared/log/place.ts'
import type { VerifiedEvent } from '../../shared/log/event.ts'

/** What the suite asks of both: the tables and the transactions, not the file beside which the blobs lie. */
export type Tables = Omit<Store, 'blobs' | 'incoming' | 'snapshots' | 'emptyLog' | 'integrityFaults' | 'migratedFrom' | 'forgetOldCopy'>

interface Held {
  events: (AdmittedEvent & { readonly place: number })[]
  waiting: { circle: CircleId; event: VerifiedEvent }[]
  forks: Fork[]
  cards: (KeptCard & { readonly readAt: number })[]
  bundles: { readonly bundle: KeptBundle; readonly statement: SenderStatement | null }[]
  imports: KeptImport[]
  register: RegisterRow[]
  head: SignedHead | null
  settings: Map<string, string>
  identity: KeptIdentity | null
  ownKeys: KeptKeys[]
  conflicts: Map<CircleId, KeptConflict>
  former: FormerIdentity[]
  headKept: boolean
  drafts: { head: DraftHead; content: string }[]
  forms: KeptForm[]
  attachments: KeptAttachment[]
  passages: FoundPassage[]
  searchMade: boolean
}

export function memoryStore(): Tables {
  let [depth, frozen, committed] = [0, false, (): void => undefined]
  let held: Held = {
    events: [], waiting: [], forks: [], cards: [], bundles: [], imports: [], register: [], head: null, settings: new Map(), identity: null, ownKeys: [], conflicts: new Map(), former: [], headKept: false, drafts: [], forms: [], attachments: [],
    passages: [], searchMade: false,
  }
  return {
    events: {
      all: () => held.events.map(({ circle, event, admittedAtUtcMs }) => ({ circle, event, admittedAtUtcMs })),
      headers: () => held.events.map(({ place, event: { id, header } }) => ({ place, id, header })),
      at(places) {
        const found = held.events.filter((one) => places.includes(one.place))
        if (found.length !== places.length) throw new DamagedRow()
        return found.map(({ circle, event, admittedAtUtcMs }) => ({ circle, event, admittedAtUtcMs }))
      },
      add(circle, event, admittedAtUtcMs) {
        refuse(held.events.some((one) => one.event.id === event.id))
        held.events.push({ circle, event, admittedAtUtcMs, place: (held.events.at(-1)?.place ?? 0) + 1 })
      },
      setBody(id, body) {
        held.events = held.events.map((one) => (one.event.id === id ? { ...one, event: withBody(one.event, body) } : one))
      },
      remove(id) {
        held.events = held.events.filter((one) => one.event.id !== id)
      },
    },
    waiting: {
      of: (circle) => held.waiting.filter((one) => one.circle === circle).map((one) => one.event).toSorted((a, b) => compare(a.id, b.id)),
      has: (id) => held.waiting.some((one) => one.event.id === id),
      add(circle, event) {
        const kept = held.waiting.find((one) => one.event.id === event.id)
        if (kept === undefined) held.waiting.push({ circle, event })
        else if (kept.event.signed.body === null) held.waiting = held.waiting.map((one) => (one === kept ? { ...one, event: withBody(one.event, event.signed.body) } : one))
      },
      get: (id) => held.waiting.find((one) => one.event.id === id)?.event ?? null,
      clearBody(id) {
        held.waiting = held.waiting.map((one) => (one.event.id === id ? { ...one, event: withBody(one.event, null) } : one))
      },
      lacksBody: (id) => held.waiting.some((one) => one.event.id === id && one.event.signed.body === null),
      remove(id) {
        held.waiting = held.waiting.filter((one) => one.event.id !== id)
      },
    },
    forks: {
      all: () => held.forks.toSorted((a, b) => compare(forkKey(a), forkKey(b)) || a.seq - b.seq),
      put(fork) {
        held.forks = [...held.forks.filter((one) => !samePlace(one, fork)), fork]
      },
      remove(place) {
        held.forks = held.forks.filter((one) => !samePlace(one, place))
      },
    },
    cards: {
      all: () => held.cards.toSorted((a, b) => a.readAt - b.readAt || compare(a.installation, b.installation)).map(cardOf),
      get(installation) {
        const found = held.cards.find((one) => one.installation === installation)
        return found ? cardOf(found) : null
      },
      add(installation, signed, readAt) {
        if (!held.cards.some((one) => one.installation === installation)) held.cards.push({ installation, signed, trusted: false, readAt })
      },
      trust(installation) {
        held.cards = held.cards.map((one) => (one.installation === installation ? { ...one, trusted: true } : one))
      },
    },
    bundles: {
      all: () => held.bundles.map((one) => one.bundle),
      of: (circle) => held.bundles.filter((one) => one.bundle.circle === circle).map((one) => one.bundle),
      has: (direction, hash) => held.bundles.some(({ bundle }) => bundle.direction === direction && bundle.hash === hash),
      add(bundle, statement) {
        refuse(held.bundles.some((one) => one.bundle.direction === bundle.direction && one.bundle.hash === bundle.hash))
        held.bundles.push({ bundle, statement })
      },
      statement: (hash) => held.bundles.find(({ bundle }) => bundle.direction === 'in' && bundle.hash === hash)?.statement ?? null,
      remove(direction, hash) {
        held.bundles = held.bundles.filter(({ bundle }) => bundle.direction !== direction || bundle.hash !== hash)
      },
    },
    imports: {
      add(changes, atUtcMs) {
        const place = held.imports.length + 1
        held.imports.push({ place, atUtcMs, state: 'standing', changes })
        return place
      },
      get: (place) => held.imports.find((one) => one.place === place) ?? null,
      standing: () => held.imports.filter((one) => one.state === 'standing'),
      put(place, state) {
        held.imports = held.imports.map((one) => (one.place === place ? { ...one, state } : one))
      },
      change(place, changes) {
        held.imports = held.imports.map((one) => (one.place === place ? { ...one, changes } : one))
      },
    },
    register: {
      count: () => held.register.length,
      last: () => held.register.at(-1) ?? null,
      head: () => held.register.at(-1)?.hash ?? null,
      signedHead: () => held.head,
      rows: () => [...held.register],
      lines: () => held.register.flatMap(({ entry, hash }) => {
        const line = parseRegisterLine(entry)
        return line === null ? [] : [{ ...line, hash }]
      }),
      append(said, { installation, who, hash, sign }) {
        const before = held.register.at(-1)
        const seq = (before?.seq ?? 0) + 1
        const entry = encodeRegisterEntry({ seq, previous: before?.hash ?? null, installation, who }, said)
        held.register.push({ seq, entry, hash: hash(entry), signature: sign(REGISTER_LABEL, entry) })
        const statement = encodeRegisterHead({ installation, entries: seq, head: hash(entry), atUtcMs: said.atUtcMs })
        held.head = { statement, signature: sign(REGISTER_HEAD_LABEL, statement) }
      },
    },
    settings: {
      get: (name) => held.settings.get(name) ?? null,
      set(name, value) {
        held.settings.set(name, value)
      },
    },
    identity: {
      get: () => (held.identity === null ? null : copied(held.identity)),
      put(identity) {
        refuse(held.identity !== null)
        held.identity = copied(identity)
      },
    },
    conflicts: {
      of: (circle) => held.conflicts.get(circle) ?? null,
      add(conflict) {
        if (!held.conflicts.has(conflict.circle)) held.conflicts.set(conflict.circle, conflict)
      },
    },
    ownKeys: {
      all: () => [...(held.identity === null ? [] : [{ generation: 1, ...held.identity }]), ...held.ownKeys.toSorted((a, b) => a.generation - b.generation)].map(copied),
      add(keys) {
        refuse(keys.generation < 2 || held.ownKeys.some((one) => one.generation === keys.generation))
        held.ownKeys.push(copied(keys))
      },
      startAnew(first) {
        held.ownKeys = []
        if (held.identity !== null) held.identity = copied(first)
      },
      replaceSecret(generation, secret) {
        if (generation === 1 && held.identity !== null) held.identity = copied({ ...held.identity, secret })
        held.ownKeys = held.ownKeys.map((one) => (one.generation === generation ? copied({ ...one, secret }) : one))
      },
    },
    formerIdentities: {
      all: () => [...held.former],
      add(former) {
        held.former.push(former)
      },
    },
    head: {
      standing() {
        const [entry, event] = [held.register.at(-1), held.events.at(-1)]
        return { entries: entry?.seq ?? 0, head: entry?.hash ?? null, lastPlace: event?.place ?? 0, lastEvent: event?.event.id ?? null }
      },
      holds(earlier) {
        if (earlier.head !== null && held.register.find((row) => row.seq === earlier.entries)?.hash !== earlier.head) return false
        const isOlder = (held.register.at(-1)?.seq ?? 0) > earlier.entries
        return isOlder || earlier.lastEvent === null || held.events.find((one) => one.place === earlier.lastPlace)?.event.id === earlier.lastEvent
      },
      wasKept: () => held.headKept,
      noteKept() {
        held.headKept = true
      },
      forgetKept() {
        held.headKept = false
      },
    },
    drafts: {
      all: () => held.drafts.map(({ head }) => head).toSorted((a, b) => a.keptAtUtcMs - b.keptAtUtcMs || compare(draftKey(a), draftKey(b))),
      get(place) {
        const found = held.drafts.find(({ head }) => draftKey(head) === draftKey(place))
        return found ? { content: found.content, keptAtUtcMs: found.head.keptAtUtcMs } : null
      },
      put(head, content) {
        held.drafts = [...held.drafts.filter((one) => draftKey(one.head) !== draftKey(head)), { head, content }]
      },
      remove(place) {
        const before = held.drafts.length
        held.drafts = held.drafts.filter(({ head }) => draftKey(head) !== draftKey(place))
        return held.drafts.length < before
      },
    },
    forms: {
      all: () => held.forms.toSorted((a, b) => a.keptAtUtcMs - b.keptAtUtcMs || compare(a.place, b.place)),
      put(form) {
        held.forms = [...held.forms.filter((one) => one.place !== form.place), form]
      },
      remove(place) {
        const before = held.forms.length
        held.forms = held.forms.filter((one) => one.place !== place)
        return held.forms.length < before
      },
    },
    attachments: {
      get(event) {
        const kept = held.attachments.find((one) => one.event === event)
        return kept === undefined ? null : { ...kept, key: kept.key.slice() }
      },
      blobOf: (event) => held.attachments.find((one) => one.event === event)?.blob ?? null,
      blobs: () => new Set(held.attachments.map((one) => one.blob)),
      add(attachment) {
        refuse(held.attachments.some((one) => one.event === attachment.event || one.blob === attachment.blob))
        held.attachments.push({ ...attachment, key: attachment.key.slice() })
      },
      remove(event) {
        const before = held.attachments.length
        held.attachments = held.attachments.filter((one) => one.event !== event)
        return held.attachments.length < before
      },
    },
    search: searchIn(() => held),
    transaction(work) {
      if (frozen) throw new Error('nothing is written any more')
      const before = structuredClone(held)
      let done: ReturnType<typeof work>
      depth += 1
      try {
        done = work()
      } catch (error) {
        held = before
        throw error
      } finally {
        depth -= 1
      }
      if (depth === 0) committed()
      return done
    },
    onCommit(listener) {
      committed = listener
    },
    freeze() {
      frozen = true
    },
    close: () => undefined,
  }
}

/** As a database does it: what was put in or taken out is the caller's to overwrite. */
function copied<T extends { readonly secret: Uint8Array }>(kept: T): T {
  return { ...kept, secret: kept.secret.slice() }
}

/** A reading of words by other means than SQLite's; the latest first, as where nothing tells the passages apart. */
function searchIn(held: () => Held): SearchTable {
  const add: SearchTable['add'] = (event, dossier, passages) => {
    for (const passage of passages.toReversed()) held().passages.push({ ...passage, event, dossier, place: (held().passages.at(-1)?.place ?? 0) + 1 })
  }
  return {
    add,
    remove(event) {
      held().passages = held().passages.filter((one) => one.event !== event)
    },
    *find(typed) {
      const wanted = wordsOf(typed)
      if (wanted.length === 0) return
      for (const passage of held().passages.toReversed()) if (holdsAll(wordsOf(`${passage.heading} ${passage.words}`), wanted)) yield passage
    },
    excerpts(typed, places) {
      const found = held().passages.filter(({ place }) => wordsOf(typed).length > 0 && places.includes(place))
      return new Map(found.map((one) => [one.place, { heading: { text: one.heading, found: [] }, excerpt: { text: one.words, found: [] } }]))
    },
    isCurrent: () => held().searchMade,
    remake(fill) {
      held().passages = []
      fill(add)
      held().searchMade = true
    },
    contents: () => held().passages.map(({ event, dossier, kind, part, heading, words }) => ({ event, dossier, kind, part, heading, words }))
      .toSorted((a, b) => compare(a.event, b.event) || compare(a.kind, b.kind) || compare(a.part, b.part)),
  }
}

/** The last word may still be typed. */
function holdsAll(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((one, at) => words.some((word) => (at === wanted.length - 1 ? word.startsWith(one) : word === one)))
}

function wordsOf(text: string): string[] {
  return plainLetters(text).toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}

function cardOf({ installation, signed, trusted }: KeptCard): KeptCard {
  return { installation, signed, trusted }
}

function samePlace(a: Omit<Fork, 'events'>, b: Omit<Fork, 'events'>): boolean {
  return forkKey(a) === forkKey(b) && a.seq === b.seq
}

/** As its table gives it back: the same event, with these bytes for a body. */
function withBody({ id, signed }: VerifiedEvent, body: Uint8Array | null): VerifiedEvent {
  return restoreEvent({ id, header: signed.header, signature: signed.signature, body })
}

function forkKey({ circle, dossier, log }: Omit<Fork, 'events'>): string {
  return `${circle} ${dossier ?? ''} ${log}`
}

function draftKey({ dossier, text, rev, kind }: DraftPlace): string {
  return `${dossier} ${text} ${String(rev).padStart(6, '0')} ${kind}`
}

function compare(a: EventId | string, b: EventId | string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function refuse(twice: boolean): void {
  if (twice) throw new Error('there is one already')
}
