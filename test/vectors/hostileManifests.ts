/** Hostile manifests and items: signed by the true sender, sealed as they should be, and with one thing in them that the format does not have. */
import { concat, utf8 } from '../../shared/base/bytes.ts'
import { encodeCbor, type CborValue } from '../../shared/base/cbor.ts'
import { encodeEventItem } from '../../shared/log/item.ts'
import { broken, type Fields, type Vector } from './bundles.ts'
import { circle, insider, position, reader, rosterEvents, rosterHead, secretariat } from './cast.ts'

const ID = 'ab'.repeat(32)
const FRONTIER = { dossier: null, log: secretariat.identity.installation, seq: 3, event: rosterHead.head }
const MARKING = { limite: true, classification: 'NONE', tlp: null, releasableTo: [] }

function field(name: string, manifest: Fields): Vector {
  return broken(`manifest-${name}`, 'schema', 'bundle-malformed', { manifest })
}

/** Another encoding of what the fields say. */
function encoded(name: string, encode: (fields: Fields) => Uint8Array): Vector {
  return broken(`manifest-${name}`, 'schema', 'bundle-malformed', { encode })
}

/** The encoded map with one field's value replaced by bytes that our own encoder would never write. */
function withRaw(key: string, raw: Uint8Array): (fields: Fields) => Uint8Array {
  return (fields) => mapOf(fields, (name) => (name === key ? raw : null))
}

function mapOf(fields: Fields, rawOf: (name: string) => Uint8Array | null): Uint8Array {
  const keys = Object.keys(fields).toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))
  return concat(Uint8Array.of(0xa0 + keys.length), ...keys.flatMap((name) => [encodeCbor(name), rawOf(name) ?? encodeCbor(fields[name] ?? null)]))
}

function nested(depth: number): CborValue {
  return depth === 0 ? [] : [nested(depth - 1)]
}

const values: readonly Vector[] = [
  field('format-0', { format: 0 }),
  field('format-as-text', { format: '1' }),
  field('circle-too-short', { circle: circle.slice(2) }),
  field('circle-in-capitals', { circle: circle.toUpperCase() }),
  field('no-recipients', { recipients: [] }),
  field('recipient-twice', { recipients: [reader, reader, insider].map((actor) => actor.identity.installation).toSorted() }),
  field('counter-0', { counter: 0 }),
  field('counter-negative', { counter: -1 }),
  field('previous-of-another-length', { previous: 'ab' }),
  field('sealed-before-time', { sealedAtUtcMs: -1 }),
  field('roster-epoch-0', { roster: { ...rosterHead, epoch: 0 } }),
  field('roster-without-head', { roster: { epoch: 3 } }),
  field('frontier-twice', { frontier: [FRONTIER, FRONTIER] }),
  field('frontier-not-ascending', { frontier: [{ ...FRONTIER, dossier: ID }, FRONTIER] }),
  field('frontier-seq-0', { frontier: [{ ...FRONTIER, seq: 0 }] }),
  field('marking-with-more', { marking: { ...MARKING, caveat: 'none' } }),
  field('marking-colour-unknown', { marking: { ...MARKING, tlp: 'PURPLE' } }),
  field('too-deep', { marking: { ...MARKING, releasableTo: nested(30) } }),
  broken('manifest-items-not-a-list', 'schema', 'bundle-malformed', { manifest: { items: 'all of them' } }),
]

const encodings: readonly Vector[] = [
  encoded('field-missing', (fields) => encodeCbor({ ...fields, previous: undefined })),
  encoded('padding-negative', (fields) => encodeCbor({ ...fields, padding: -1 })),
  encoded('counter-as-float', withRaw('counter', Uint8Array.of(0xf9, 0x3c, 0x00))),
  encoded('counter-not-shortest', withRaw('counter', Uint8Array.of(0x18, 0x01))),
  encoded('counter-beyond-2-53', withRaw('counter', Uint8Array.of(0x1b, 0, 0x20, 0, 0, 0, 0, 0, 1))),
  encoded('counter-tagged', withRaw('counter', Uint8Array.of(0xc1, 0x01))),
  encoded('value-undefined', withRaw('previous', Uint8Array.of(0xf7))),
  encoded('text-not-nfc', withRaw('marking', encodeRawMarking('e\u0301'))),
  encoded('list-of-unknown-length', withRaw('frontier', Uint8Array.of(0x9f, 0xff))),
  encoded('list-claims-four-billion', withRaw('frontier', Uint8Array.of(0x9a, 0xff, 0xff, 0xff, 0xff))),
  encoded('text-claims-more-than-there-is', withRaw('circle', Uint8Array.of(0x7a, 0x7f, 0xff, 0xff, 0xff))),
  encoded('key-twice', (fields) => {
    const bytes = mapOf(fields, () => null)
    return concat(Uint8Array.of((bytes[0] ?? 0) + 1), bytes.subarray(1), encodeCbor('sealedAtUtcMs'), encodeCbor(5))
  }),
  encoded('key-a-number', (fields) => {
    const bytes = mapOf(fields, () => null)
    return concat(Uint8Array.of((bytes[0] ?? 0) + 1, 0x01, 0x01), bytes.subarray(1))
  }),
  encoded('a-byte-after', (fields) => concat(encodeCbor(fields), Uint8Array.of(0))),
  broken('manifest-length-0', 'schema', 'bundle-malformed', { sabotage: { manifestLength: 0 } }),
]

function encodeRawMarking(releasable: string): Uint8Array {
  const text = utf8(releasable)
  return mapOf({ limite: true, classification: 'NONE', tlp: null, releasableTo: [] }, (name) => (name === 'releasableTo' ? concat(Uint8Array.of(0x81, 0x60 + text.length), text) : null))
}

const announced = [...rosterEvents, position].map((event) => encodeEventItem(event.signed))
const { header, signature, body } = position.signed

function item(name: string, content: Uint8Array): Vector {
  return broken(`item-${name}`, 'schema', 'bundle-malformed', { items: [...announced.slice(0, 3), content] })
}

const items: readonly Vector[] = [
  broken('items-exchanged', 'schema', 'bundle-malformed', { tamperItems: ([first, second, ...rest]) => [second ?? new Uint8Array(), first ?? new Uint8Array(), ...rest] }),
  broken('item-of-unknown-type', 'schema', 'bundle-malformed', { encode: (fields) => encodeCbor({ ...fields, items: [{ type: 'note', size: 1, hash: ID }] }) }),
  broken('item-size-0', 'schema', 'bundle-malformed', { encode: (fields) => encodeCbor({ ...fields, items: [{ type: 'event', size: 0, hash: ID }] }) }),
  broken('item-size-beyond-limit', 'schema', 'bundle-malformed', { encode: (fields) => encodeCbor({ ...fields, items: [{ type: 'event', size: 16_793_601, hash: ID }] }) }),
  item('with-more', encodeCbor({ header, signature, body, note: '' })),
  item('without-signature', encodeCbor({ header, body })),
  item('signature-too-short', encodeCbor({ header, signature: signature.subarray(1), body })),
  item('header-beyond-limit', encodeCbor({ header: new Uint8Array(24_577), signature, body })),
  item('header-as-text', encodeCbor({ header: 'header', signature, body })),
  item('a-byte-after', concat(encodeEventItem(position.signed), Uint8Array.of(0))),
]

export const hostileManifests: readonly Vector[] = [...values, ...encodings, ...items]
