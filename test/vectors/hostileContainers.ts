/** Hostile files whose fault lies outside the manifest: container, recipient, header, payload and signature. */
import { concat, fromHex, utf8 } from '../../shared/base/bytes.ts'
import { LONG, LONGER, broken, flipped, hostile, seal, type Vector } from './bundles.ts'
import { insider, reader, secretariat, stranger } from './cast.ts'

/** Places in a file for four keys. */
const STANZA = 1168
const STANZAS_AT = 45
const MAC_AT = STANZAS_AT + 4 * STANZA
const STREAM_HEADER_AT = MAC_AT + 32
const CHUNKS_AT = STREAM_HEADER_AT + 24
const CHUNK = 65_536 + 17
/** The group order of Ed25519, little-endian. */
const ORDER = fromHex('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010')

/** One stretch of a file exchanged for other bytes of the same length. */
function patched(file: Uint8Array, at: number, bytes: Uint8Array): Uint8Array {
  const copy = file.slice()
  copy.set(bytes, at)
  return copy
}

function without(file: Uint8Array, from: number, to: number): Uint8Array {
  return concat(file.subarray(0, from), file.subarray(to))
}

/** Two keys of the reader's file in one another's place: only the MAC knows their order. */
function stanzasExchanged(): Uint8Array {
  const file = seal(201, { sealedFor: [reader, insider, secretariat, stranger] })
  const [second, third] = [1, 2].map((at) => file.slice(STANZAS_AT + at * STANZA, STANZAS_AT + (at + 1) * STANZA))
  return concat(file.subarray(0, STANZAS_AT + STANZA), third ?? new Uint8Array(), second ?? new Uint8Array(), file.subarray(STANZAS_AT + 3 * STANZA))
}

/** A signature that the sender once gave, under the very same manifest, in another file: what a co-recipient can make of one that it opened. */
function resealed(): Uint8Array {
  let genuine = new Uint8Array(64)
  seal(202, { sabotage: { signature: (signature) => (genuine = signature.slice()) } })
  return seal(203, { sabotage: { signature: () => genuine } })
}

/** S of the signature grown by the group order: another encoding of the same number. */
function sBeyondOrder(signature: Uint8Array): Uint8Array {
  const grown = signature.slice()
  let carry = 0
  for (let at = 0; at < 32; at++) {
    const sum = (signature[32 + at] ?? 0) + (ORDER[at] ?? 0) + carry
    grown[32 + at] = sum & 255
    carry = sum >>> 8
  }
  return grown
}

const containers: readonly Vector[] = [
  hostile('magic-only', 'container', 'bundle-cut', () => seal(210).subarray(0, 8)),
  hostile('first-byte-altered', 'container', 'not-a-bundle', () => flipped(seal(211), 0)),
  hostile('a-byte-before', 'container', 'not-a-bundle', () => concat(Uint8Array.of(0), seal(212))),
  broken('suite-0', 'container', 'bundle-newer', { sabotage: { suite: 0 } }),
  broken('one-stanza', 'container', 'bundle-malformed', { sabotage: { count: 1 } }),
  hostile('head-cut-by-a-byte', 'container', 'bundle-cut', () => seal(213).subarray(0, CHUNKS_AT - 1)),
  hostile('last-chunk-without-content', 'container', 'bundle-cut', () => seal(214).subarray(0, CHUNKS_AT + 17)),
  hostile('another-bundle-appended', 'container', 'bundle-cut', () => concat(seal(216), seal(217))),
]

const heads: readonly Vector[] = [
  hostile('kem-ciphertext-altered', 'recipient', 'bundle-not-for-you', () => flipped(seal(220), STANZAS_AT + 100)),
  hostile('kem-share-of-small-order', 'recipient', 'bundle-not-for-you', () => patched(seal(221), STANZAS_AT + 1088, new Uint8Array(32))),
  hostile('wrapped-key-altered', 'recipient', 'bundle-not-for-you', () => flipped(seal(222), STANZAS_AT + 1120 + 5)),
  hostile('stanza-of-another-bundle', 'recipient', 'bundle-not-for-you', () => patched(seal(223), STANZAS_AT, seal(224).slice(STANZAS_AT, STANZAS_AT + STANZA))),
  hostile('stanza-count-lowered', 'container', 'bundle-cut', () => patched(seal(225, { sealedFor: [reader, insider, secretariat, stranger, insider] }), 44, Uint8Array.of(4))),
  hostile('stanzas-exchanged', 'header', 'bundle-altered', stanzasExchanged),
  hostile('mac-of-another-bundle', 'header', 'bundle-altered', () => patched(seal(226), MAC_AT, seal(227).slice(MAC_AT, STREAM_HEADER_AT))),
  hostile('mac-of-zeros', 'header', 'bundle-altered', () => patched(seal(228), MAC_AT, new Uint8Array(32))),
]

const payloads: readonly Vector[] = [
  hostile('chunk-dropped', 'payload', 'bundle-altered', () => without(seal(215, { events: LONGER }), CHUNKS_AT, CHUNKS_AT + CHUNK)),
  hostile('payload-of-another-bundle', 'payload', 'bundle-altered', () => concat(seal(230).subarray(0, CHUNKS_AT), seal(231).subarray(CHUNKS_AT))),
  hostile('stream-header-of-zeros', 'payload', 'bundle-altered', () => patched(seal(232), STREAM_HEADER_AT, new Uint8Array(24))),
  hostile('chunk-tag-altered', 'payload', 'bundle-altered', () => flipped(seal(233), CHUNKS_AT)),
  hostile('last-chunk-of-another-bundle', 'payload', 'bundle-altered', () => {
    const at = CHUNKS_AT + CHUNK
    return concat(seal(234, { events: LONG }).subarray(0, at), seal(235, { events: LONG }).subarray(at))
  }),
  broken('rekey-tag', 'payload', 'bundle-altered', { events: LONG, sabotage: { tagAt: (_, last) => (last ? 3 : 2) } }),
  broken('tag-that-does-not-exist', 'payload', 'bundle-altered', { events: LONG, sabotage: { tagAt: (_, last) => (last ? 3 : 4) } }),
]

const signatures: readonly Vector[] = [
  hostile('resealed-by-co-recipient', 'signature', 'bundle-signature', resealed),
  broken('signed-under-the-label-of-events', 'signature', 'bundle-signature', { sabotage: { signLabel: utf8('chancery/event/v1/sig\0') } }),
  broken('signature-s-beyond-order', 'signature', 'bundle-signature', { sabotage: { signature: sBeyondOrder } }),
  broken('signature-r-of-small-order', 'signature', 'bundle-signature', { sabotage: { signature: () => patched(new Uint8Array(64), 0, Uint8Array.of(1)) } }),
  broken('forged-with-an-altered-item', 'signature', 'bundle-signature', { signedBy: insider, tamperItems: (items) => items.map((item) => flipped(item, -1)) }),
  broken('own-bundle-reflected', 'signature', 'bundle-sender-unknown', { signedBy: reader, manifest: { sender: reader.identity.installation, recipients: [insider.identity.installation] } }),
]

export const hostileContainers: readonly Vector[] = [...containers, ...heads, ...payloads, ...signatures]
