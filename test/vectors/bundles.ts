/** The frozen bundles: what is in each, which one rule it breaks, and the stage that must refuse it. */
import { concat, utf8 } from '../../shared/base/bytes.ts'
import { encodeCbor, type CborValue } from '../../shared/base/cbor.ts'
import { encodeEventItem } from '../../shared/log/item.ts'
import type { ParsedEvent } from '../../shared/log/event.ts'
import { choosePadding } from '../../shared/bundle/padding.ts'
import { contentSize } from '../../shared/bundle/payload.ts'
import type { Stage, RefusalCode } from '../../shared/ipc/refusal.ts'
import { hasher } from '../../electron/engine/keys/index.ts'
import {
  SEALED_UTC_MS, admittedInsider, admittedReader, circle, circleIdOf, dice, eventBy, foreignGenesis, genesis, insider, longPosition, otherEpoch3, position, reader, rosterEvents,
  rosterHead, secretariat, stranger, strangersPosition, dossier, type Actor,
} from './cast.ts'
import { oracleSeal, type Sabotage } from './oracle.ts'

export interface Expected {
  readonly stage: Stage
  readonly code: RefusalCode
}

export interface Vector {
  readonly name: string
  /** Null for a good one. */
  readonly expect: Expected | null
  readonly make: () => Uint8Array
}

export type Fields = { readonly [key: string]: CborValue }

interface Draft {
  readonly events?: readonly ParsedEvent[]
  readonly items?: readonly Uint8Array[]
  readonly sealedFor?: readonly Actor[]
  readonly signedBy?: Actor
  /** Over the true fields of the manifest. */
  readonly manifest?: Fields
  readonly encode?: (fields: Fields) => Uint8Array
  /** After the hashes were taken. */
  readonly tamperItems?: (items: Uint8Array[]) => Uint8Array[]
  readonly sabotage?: Sabotage
}

export const ALL = [...rosterEvents, position]
export const LONG = [...ALL, longPosition]

function fieldsOf(items: readonly Uint8Array[], sealedFor: readonly Actor[]): Fields {
  return {
    format: 1, circle, sender: secretariat.identity.installation, recipients: sealedFor.map((actor) => actor.identity.installation).toSorted(), counter: 1, previous: null,
    sealedAtUtcMs: SEALED_UTC_MS, roster: { ...rosterHead }, marking: { limite: true, classification: 'NONE', tlp: null, releasableTo: [] },
    frontier: [{ dossier: null, log: secretariat.identity.installation, seq: 3, event: admittedInsider.id }, { dossier, log: secretariat.identity.installation, seq: 1, event: position.id }],
    items: items.map((item) => ({ type: 'event', size: item.length, hash: hasher(item) })),
  }
}

export function seal(seed: number, draft: Draft = {}): Uint8Array {
  const items = draft.items ?? (draft.events ?? ALL).map((event) => encodeEventItem(event.signed))
  const sealedFor = draft.sealedFor ?? [reader, insider]
  const fields = { ...fieldsOf(items, sealedFor), ...draft.manifest }
  const encode = draft.encode ?? encodeCbor
  const sizes = items.map((item) => ({ size: item.length }))
  const padding = choosePadding((zeros) => contentSize(encode({ ...fields, padding: zeros }).length, sizes))
  return oracleSeal({
    dice: dice(seed), recipients: sealedFor.map((actor) => actor.identity.sealingKey), signingSeed: (draft.signedBy ?? secretariat).identity.signingSeed,
    manifest: encode({ ...fields, padding }), items: draft.tamperItems?.([...items]) ?? items, padding,
  }, draft.sabotage)
}

export function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice()
  const place = at < 0 ? copy.length + at : at
  copy[place] = (copy[place] ?? 0) ^ 1
  return copy
}

/** Byte-wise longer keys first: valid CBOR, and not the deterministic order. */
function reversedMap(fields: Fields): Uint8Array {
  const entries = Object.keys(fields).toSorted((a, b) => b.length - a.length || (a < b ? 1 : -1))
  return concat(Uint8Array.of(0xa0 + entries.length), ...entries.flatMap((key) => [encodeCbor(key), encodeCbor(fields[key] ?? null)]))
}

export function hostile(name: string, stage: Stage, code: RefusalCode, make: () => Uint8Array): Vector {
  return { name, expect: { stage, code }, make }
}

export function broken(name: string, stage: Stage, code: RefusalCode, draft: Draft): Vector {
  return hostile(name, stage, code, () => seal(name.length * 7919 + 1, draft))
}

const chunkSwap: Sabotage = { chunks: (chunks) => [...chunks.slice(1, 2), ...chunks.slice(0, 1), ...chunks.slice(2)] }
export const LONGER = [...LONG, eventBy(secretariat, 'position.taken', { subject: 'Example', stance: 'support', remark: 'A'.repeat(130_000) }, { circle, dossier, prev: longPosition, rosterEpoch: 3 })]

const good: readonly Vector[] = [
  { name: 'good-small', expect: null, make: () => seal(11) },
  { name: 'good-two-chunks', expect: null, make: () => seal(12, { events: LONG }) },
  { name: 'good-no-items', expect: null, make: () => seal(13, { events: rosterEvents, manifest: { marking: null } }) },
  { name: 'good-four-recipients', expect: null, make: () => seal(14, { sealedFor: [insider, reader, secretariat, stranger] }) },
]

const outer: readonly Vector[] = [
  broken('too-many-stanzas', 'limit', 'bundle-malformed', { sabotage: { count: 260 } }),
  broken('stanzas-beyond-all-memory', 'limit', 'bundle-malformed', { sabotage: { count: 0xffff_ffff } }),
  broken('manifest-beyond-limit', 'limit', 'bundle-malformed', { sabotage: { manifestLength: 0x7fff_ffff } }),
  hostile('empty-file', 'container', 'not-a-bundle', () => new Uint8Array(0)),
  hostile('something-else', 'container', 'not-a-bundle', () => utf8('PK\u0003\u0004 not a bundle at all')),
  broken('text-mode-transfer', 'container', 'not-a-bundle', { sabotage: { magic: Uint8Array.of(0x89, 0x43, 0x48, 0x42, 0x55, 0x4e, 0x0a, 0x0a) } }),
  broken('suite-2', 'container', 'bundle-newer', { sabotage: { suite: 2 } }),
  broken('no-stanzas', 'container', 'bundle-malformed', { sabotage: { count: 0 } }),
  broken('stanzas-not-by-fours', 'container', 'bundle-malformed', { sealedFor: [reader, insider, stranger], sabotage: { unpaddedStanzas: true } }),
  hostile('cut-in-preamble', 'container', 'bundle-cut', () => seal(21).subarray(0, 30)),
  hostile('cut-in-stanzas', 'container', 'bundle-cut', () => seal(22).subarray(0, 2000)),
  hostile('cut-before-payload', 'container', 'bundle-cut', () => seal(23).subarray(0, 45 + 4 * 1168 + 56)),
  hostile('cut-by-a-byte', 'container', 'bundle-cut', () => seal(24).subarray(0, -1)),
  hostile('a-byte-more', 'container', 'bundle-cut', () => concat(seal(25), Uint8Array.of(0))),
  broken('for-others', 'recipient', 'bundle-not-for-you', { sealedFor: [insider, stranger], manifest: {} }),
  hostile('salt-altered', 'recipient', 'bundle-not-for-you', () => flipped(seal(26), 20)),
  broken('mac-altered', 'header', 'bundle-altered', { sabotage: { mac: (mac) => flipped(mac, 0) } }),
  hostile('throw-away-stanza-altered', 'header', 'bundle-altered', () => throwAwayAltered()),
]

/** Changes a stanza that is not the reader's: only the MAC can notice. */
function throwAwayAltered(): Uint8Array {
  return seal(27, { sealedFor: [reader, insider, secretariat, stranger] }).map((byte, at) => (at === 45 + 2 * 1168 ? byte ^ 1 : byte))
}

const payload: readonly Vector[] = [
  hostile('chunk-altered', 'payload', 'bundle-altered', () => flipped(seal(31), 45 + 4 * 1168 + 56 + 40)),
  hostile('last-byte-altered', 'payload', 'bundle-altered', () => flipped(seal(32), -1)),
  hostile('stream-header-altered', 'payload', 'bundle-altered', () => flipped(seal(33), 45 + 4 * 1168 + 32)),
  hostile('cut-between-chunks', 'payload', 'bundle-cut', () => seal(34, { events: LONG }).subarray(0, 45 + 4 * 1168 + 56 + 65_536 + 17)),
  broken('no-final-tag', 'payload', 'bundle-cut', { sabotage: { tagAt: () => 0 } }),
  broken('final-tag-too-early', 'payload', 'bundle-altered', { events: LONG, sabotage: { tagAt: () => 3 } }),
  broken('push-tag', 'payload', 'bundle-altered', { events: LONG, sabotage: { tagAt: (_, last) => (last ? 3 : 1) } }),
  broken('chunks-swapped', 'payload', 'bundle-altered', { events: LONGER, sabotage: chunkSwap }),
  broken('chunk-repeated', 'payload', 'bundle-altered', { events: LONGER, sabotage: { chunks: (chunks) => [...chunks.slice(0, 1), ...chunks.slice(0, 1), ...chunks.slice(2)] } }),
]

const signed: readonly Vector[] = [
  broken('sender-unknown', 'signature', 'bundle-sender-unknown', { signedBy: stranger, manifest: { sender: stranger.identity.installation } }),
  broken('forged-by-co-recipient', 'signature', 'bundle-signature', { signedBy: insider }),
  broken('signature-altered', 'signature', 'bundle-signature', { sabotage: { signature: (signature) => flipped(signature, 10) } }),
  broken('signature-of-zeros', 'signature', 'bundle-signature', { sabotage: { signature: () => new Uint8Array(64) } }),
  broken('forwarded-to-me', 'signature', 'bundle-not-for-you', { manifest: { recipients: [insider.identity.installation] } }),
]

const inner: readonly Vector[] = [
  broken('manifest-format-2', 'schema', 'bundle-newer', { manifest: { format: 2 } }),
  broken('manifest-order', 'schema', 'bundle-malformed', { encode: reversedMap }),
  broken('manifest-unknown-field', 'schema', 'bundle-malformed', { manifest: { extra: 1 } }),
  broken('manifest-not-cbor', 'schema', 'bundle-malformed', { encode: () => utf8('{"format":1}') }),
  broken('manifest-marking-unknown', 'schema', 'bundle-malformed', { manifest: { marking: { limite: true, classification: 'COSMIC', tlp: null, releasableTo: [] } } }),
  broken('manifest-recipients-unsorted', 'schema', 'bundle-malformed', {
    manifest: { recipients: [reader, insider].map((actor) => actor.identity.installation).toSorted().toReversed() },
  }),
  broken('manifest-longer-than-payload', 'schema', 'bundle-malformed', { sabotage: { manifestLength: 1_000_000 } }),
  broken('sizes-do-not-add-up', 'schema', 'bundle-malformed', {
    encode: (fields) => encodeCbor({ ...fields, padding: Math.max(0, Number(fields['padding']) - 1) }),
  }),
  broken('padding-not-zero', 'schema', 'bundle-malformed', { sabotage: { padByte: 1 } }),
  broken('item-altered', 'schema', 'bundle-malformed', { tamperItems: (items) => items.map((item, at) => (at === 1 ? flipped(item, -5) : item)) }),
  broken('item-not-an-event', 'schema', 'bundle-malformed', { items: [utf8('not an event, but announced with its true hash')] }),
]

const unsignedPosition: ParsedEvent = { ...position, signed: { ...position.signed, signature: flipped(position.signed.signature, 3) } }
const otherBody: ParsedEvent = { ...position, signed: { ...position.signed, body: encodeCbor({ subject: 'Example', stance: 'cannotAccept', remark: '' }) } }
const elsewhere = eventBy(secretariat, 'position.taken', { subject: 'Example', stance: 'support', remark: '' }, { circle: circleIdOf(foreignGenesis), dossier })

const chains: readonly Vector[] = [
  broken('event-signature-altered', 'chain', 'bundle-chain', { events: [...rosterEvents, unsignedPosition] }),
  broken('event-body-exchanged', 'chain', 'bundle-chain', { events: [...rosterEvents, otherBody] }),
  broken('event-by-a-stranger', 'chain', 'bundle-chain', { events: [...rosterEvents, strangersPosition] }),
  broken('event-of-another-circle', 'chain', 'bundle-chain', { events: [...rosterEvents, elsewhere] }),
  broken('two-rosters', 'chain', 'roster-conflict', { events: [...rosterEvents, otherEpoch3] }),
  broken('roster-head-differs', 'chain', 'roster-conflict', { manifest: { roster: { epoch: 3, head: otherEpoch3.id } } }),
  broken('founded-by-a-stranger', 'policy', 'bundle-foreign-circle', {
    events: [foreignGenesis], manifest: { circle: circleIdOf(foreignGenesis), roster: { epoch: 1, head: foreignGenesis.id } },
  }),
  broken('genesis-missing', 'policy', 'bundle-foreign-circle', { events: [position] }),
  broken('roster-behind', 'policy', 'bundle-roster-behind', { events: [genesis, admittedReader] }),
  broken('sender-not-in-roster', 'policy', 'bundle-sender-unknown', { signedBy: insider, manifest: { sender: insider.identity.installation, roster: { epoch: 2, head: admittedReader.id } }, events: [genesis, admittedReader] }),
]

/** Format 3: contents of attachments after the events, and what the sender lacks. */
interface Carrying {
  readonly contents?: readonly Uint8Array[]
  readonly entries?: (entries: readonly Fields[]) => readonly Fields[]
  readonly manifest?: Fields
}

const CONTENT = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 7) % 251)
const attached = eventBy(secretariat, 'attachment.added', {
  name: 'traces.bin', sizeBytes: CONTENT.length, hash: hasher(CONTENT), mediaType: 'application/octet-stream',
  marking: { limite: true, classification: 'NONE', tlp: null, releasableTo: [] }, limitedTo: null,
}, { circle, dossier, prev: position, rosterEpoch: 3 })
const LACKING: Fields = { format: 3, withoutBody: [], withoutContent: [] }

/** The entries are true unless they are changed, whatever the contents. */
function carrying({ contents = [CONTENT], entries = (list) => list, manifest = {} }: Carrying): Draft {
  const events = [...ALL, attached].map((event) => encodeEventItem(event.signed))
  const listed: readonly Fields[] = [
    ...events.map((item) => ({ type: 'event', size: item.length, hash: hasher(item) })),
    ...contents.map((content) => ({ type: 'attachment', event: attached.id, size: content.length, hash: hasher(content) })),
  ]
  return { items: [...events, ...contents], manifest: { ...LACKING, items: entries(listed).map((entry) => ({ ...entry })), ...manifest } }
}

const carried: readonly Vector[] = [
  { name: 'good-format-3', expect: null, make: () => seal(41, { manifest: LACKING }) },
  { name: 'good-attachment', expect: null, make: () => seal(42, carrying({})) },
  { name: 'good-lacking', expect: null, make: () => seal(43, carrying({ contents: [], manifest: { withoutBody: [position.id], withoutContent: [attached.id] } })) },
  broken('attachment-altered', 'schema', 'bundle-malformed', { ...carrying({}), tamperItems: (items) => items.map((item, at) => (at === items.length - 1 ? flipped(item, 3) : item)) }),
  broken('attachment-before-events', 'schema', 'bundle-malformed', { ...carrying({ entries: (list) => [...list.slice(-1), ...list.slice(0, -1)] }), tamperItems: (items) => [...items.slice(-1), ...items.slice(0, -1)] }),
  broken('attachment-twice', 'schema', 'bundle-malformed', carrying({ contents: [CONTENT, CONTENT] })),
  broken('attachment-in-format-1', 'schema', 'bundle-malformed', { ...carrying({}), encode: ({ withoutBody: _body, withoutContent: _content, ...fields }) => encodeCbor({ ...fields, format: 1 }) }),
  broken('attachment-size-beyond-limit', 'schema', 'bundle-malformed', carrying({ entries: (list) => list.map((entry) => (entry['type'] === 'attachment' ? { ...entry, size: 2 ** 31 + 1 } : entry)) })),
  broken('without-not-ascending', 'schema', 'bundle-malformed', carrying({ manifest: { withoutBody: [position.id, attached.id].toSorted().toReversed() } })),
  broken('without-fields-missing', 'schema', 'bundle-malformed', { encode: (fields) => encodeCbor({ ...fields, format: 3 }) }),
  broken('manifest-format-4', 'schema', 'bundle-newer', { manifest: { ...LACKING, format: 4 } }),
]

export const vectors: readonly Vector[] = [...good, ...outer, ...payload, ...signed, ...inner, ...chains, ...carried]
