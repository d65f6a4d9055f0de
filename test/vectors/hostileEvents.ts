/** Hostile events in sound bundles: what an author, or somebody in its name, can sign that no log may hold; and rosters that do not stand. */
import { concat, utf8 } from '../../shared/base/bytes.ts'
import { encodeCbor, type CborValue } from '../../shared/base/cbor.ts'
import type { ParsedEvent, SignedEvent } from '../../shared/log/event.ts'
import { EVENT_LABEL, encodeHeader } from '../../shared/log/encode.ts'
import { hasher, signerOf } from '../../electron/engine/keys/index.ts'
import { broken, type Vector } from './bundles.ts'
import { admission, admittedInsider, circle, eventBy, genesis, insider, position, reader, rosterEvents, secretariat, stranger, type Actor } from './cast.ts'

const ID = 'ab'.repeat(32)
const OTHER = 'cd'.repeat(32)

/** A header that nobody would compose, signed for real over its exact bytes. */
function signedBytes(header: Uint8Array, author: Actor = secretariat, label: string = EVENT_LABEL): ParsedEvent {
  const signed: SignedEvent = { header, signature: signerOf(author.identity)(label, header), body: position.signed.body }
  return { ...position, signed }
}

function withoutItsBody(event: ParsedEvent): ParsedEvent {
  return { ...event, signed: { ...event.signed, body: null } }
}

function header(name: string, changes: { readonly [key: string]: CborValue | undefined }): Vector {
  return event(name, signedBytes(encodeCbor({ ...position.header, ...changes })))
}

function event(name: string, hostile: ParsedEvent): Vector {
  return broken(`event-${name}`, 'chain', 'bundle-chain', { events: [...rosterEvents, hostile] })
}

const headers: readonly Vector[] = [
  broken('event-of-version-2', 'schema', 'bundle-newer', { events: [...rosterEvents, signedBytes(encodeCbor({ ...position.header, v: 2 }))] }),
  header('version-0', { v: 0 }),
  header('with-a-field-more', { note: '' }),
  header('with-a-field-less', { claimedAtUtcMs: undefined }),
  header('seq-0', { seq: 0 }),
  header('seq-2-without-prev', { seq: 2 }),
  header('seq-1-with-prev', { prev: ID }),
  header('heads-not-ascending', { heads: [OTHER, ID] }),
  header('head-twice', { heads: [ID, ID] }),
  header('head-is-prev', { seq: 2, prev: ID, heads: [ID] }),
  header('heads-257', { heads: Array.from({ length: 257 }, (_, at) => hasher(utf8(String(at)))).toSorted() }),
  header('roster-epoch-0', { rosterEpoch: 0 }),
  header('type-in-capitals', { type: 'Position.taken' }),
  header('type-too-long', { type: `position.${'t'.repeat(60)}` }),
  header('claimed-before-time', { claimedAtUtcMs: -1 }),
  header('body-size-differs', { bodySize: position.header.bodySize + 1 }),
  header('body-beyond-limit', { bodySize: 16_777_217 }),
  event('withheld-body-beyond-limit', withoutItsBody(signedBytes(encodeCbor({ ...position.header, bodySize: 16_777_217 })))),
  header('circle-of-zeros', { circle: '0'.repeat(64) }),
  header('founds-a-circle-inside-one', { type: 'circle.founded' }),
  header('dossier-too-short', { dossier: 'ab' }),
  event('header-not-cbor', signedBytes(utf8('{"v":1}'))),
  event('header-with-a-byte-after', signedBytes(concat(encodeHeader(position.header), Uint8Array.of(0)))),
]

const authors: readonly Vector[] = [
  event('signed-by-another-member', signedBytes(position.signed.header, insider)),
  event('signed-under-the-label-of-bundles', signedBytes(position.signed.header, secretariat, 'chancery/bundle/v1/sig\0')),
  event('signature-of-zeros', { ...position, signed: { ...position.signed, signature: new Uint8Array(64) } }),
  event('with-the-body-of-nobody', { ...position, signed: { ...position.signed, body: new Uint8Array(0) } }),
]

const removed = eventBy(secretariat, 'roster.changed', {
  epoch: 4, predecessor: admittedInsider.id, change: { kind: 'removed', installation: insider.identity.installation, reason: 'example' },
}, { circle, prev: admittedInsider, rosterEpoch: 3 })

const suspended = eventBy(secretariat, 'roster.changed', {
  epoch: 4, predecessor: admittedInsider.id, change: { kind: 'suspended', installation: insider.identity.installation, reason: 'example', accepted: [] },
}, { circle, prev: admittedInsider, rosterEpoch: 3 })

/** A founding whose card is somebody else's, or does not verify. */
function founding(card: CborValue): Partial<Parameters<typeof broken>[3]> {
  const founded = eventBy(secretariat, 'circle.founded', { name: 'Example', kind: 'HWPCI', secretariat: card, nonce: new Uint8Array(16) }, { circle: genesis.header.circle })
  return { events: [founded], manifest: { circle: founded.id, roster: { epoch: 1, head: founded.id } } }
}

const rosters: readonly Vector[] = [
  broken('founding-with-another-card', 'policy', 'bundle-foreign-circle', founding({ ...insider.card })),
  broken('founding-with-an-altered-card', 'policy', 'bundle-foreign-circle', founding({ ...secretariat.card, signature: new Uint8Array(64) })),
  broken('founding-without-its-body', 'policy', 'bundle-foreign-circle', { events: [{ ...genesis, signed: { ...genesis.signed, body: null } }, ...rosterEvents.slice(1)] }),
  broken('roster-behind-by-one', 'policy', 'bundle-roster-behind', { manifest: { roster: { epoch: 4, head: ID } } }),
  broken('roster-head-unknown', 'chain', 'roster-conflict', { manifest: { roster: { epoch: 3, head: ID } } }),
  broken('roster-predecessor-differs', 'chain', 'roster-conflict', {
    events: [...rosterEvents, eventBy(secretariat, 'roster.changed', {
      epoch: 4, predecessor: genesis.id, change: { kind: 'removed', installation: insider.identity.installation, reason: 'example' },
    }, { circle, prev: admittedInsider, rosterEpoch: 3 })],
  }),
  broken('sender-removed', 'policy', 'bundle-sender-unknown', {
    signedBy: insider, events: [...rosterEvents, removed], manifest: { sender: insider.identity.installation, roster: { epoch: 4, head: removed.id } },
  }),
  broken('sender-suspended', 'policy', 'bundle-sender-suspended', {
    signedBy: insider, events: [...rosterEvents, suspended], manifest: { sender: insider.identity.installation, roster: { epoch: 4, head: suspended.id } },
  }),
  broken('roster-event-signed-by-a-member', 'chain', 'bundle-chain', { events: [...rosterEvents, signedBytes(admission(stranger, 4, admittedInsider).signed.header, reader)] }),
]

export const hostileEvents: readonly Vector[] = [...headers, ...authors, ...rosters]
