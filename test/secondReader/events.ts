/** Events and cards of log/FORMAT.md sections 2 to 4. */
import { blake2b } from '@noble/hashes/blake2.js'
import { ed25519Verify } from '../vectors/oracle.ts'
import { readCbor, Refused, type Cbor } from './cbor.ts'
import { ascending, bytesOf, identifier, integer, list, mapWith, oneOf, orNull, text } from './fields.ts'

const HEADER = ['v', 'circle', 'dossier', 'log', 'seq', 'prev', 'heads', 'rosterEpoch', 'type', 'claimedAtUtcMs', 'bodyHash', 'bodySize']
const CARD = ['v', 'name', 'delegation', 'signingKey', 'sealingKey', 'madeAtUtcMs']
const DELEGATIONS = 'BE BG CZ DK DE EE IE EL ES FR HR IT CY LV LT LU HU MT NL AT PL PT RO SI SK FI SE EEAS COM GSC PRES'.split(' ')
const NO_CIRCLE = '0'.repeat(64)

export interface ReadEvent {
  readonly id: string
  readonly circle: string
  readonly dossier: string | null
  readonly log: string
  readonly seq: number
  readonly rosterEpoch: number
  readonly type: string
  readonly header: Uint8Array
  readonly signature: Uint8Array
  /** Null where it was withheld. */
  readonly body: Cbor | null
}

export const h256 = (...parts: readonly Uint8Array[]): string => Buffer.from(blake2b(joined(...parts), { dkLen: 32 })).toString('hex')
export const ascii = (value: string): Uint8Array => new TextEncoder().encode(value)

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

export function readEventItem(item: Uint8Array): ReadEvent {
  const fields = mapWith(readCbor(item), ['header', 'signature', 'body'], 'event')
  const header = bytesOf(fields.get('header'), 24_576, 'event.header')
  const signature = bytesOf(fields.get('signature'), 64, 'event.signature')
  if (signature.length !== 64) throw new Refused('event.signature: not 64 bytes')
  const body = orNull(fields.get('body'), (one) => bytesOf(one, 16_777_216, 'event.body'))
  return readHeader(header, signature, body)
}

function readHeader(header: Uint8Array, signature: Uint8Array, body: Uint8Array | null): ReadEvent {
  const fields = mapWith(readCbor(header), HEADER, 'header')
  const at = (name: string): Cbor | undefined => fields.get(name)
  if (at('v') !== 1) throw new Refused('header: a version that this reader does not know')
  const id = h256(ascii('chancery/event/v1/id\0'), header)
  const [named, dossier, log] = [identifier(at('circle'), 'circle'), orNull(at('dossier'), (one) => identifier(one, 'dossier')), identifier(at('log'), 'log')]
  const [seq, rosterEpoch] = [integer(at('seq'), 1, 'seq'), integer(at('rosterEpoch'), 1, 'rosterEpoch')]
  const prev = orNull(at('prev'), (one) => identifier(one, 'prev'))
  const heads = ascending(list(at('heads'), 256, 'heads').map((one) => identifier(one, 'heads')), 'heads')
  const type = text(at('type'), 60, 'type')
  if (!/^[a-z]+\.[a-zA-Z]+$/.test(type)) throw new Refused('type: not as the format has it')
  integer(at('claimedAtUtcMs'), 0, 'claimedAtUtcMs')
  checkLinks({ seq, prev, heads, founds: type === 'circle.founded', nowhere: named === NO_CIRCLE, first: dossier === null && seq === 1 && heads.length === 0 && rosterEpoch === 1 })
  const size = integer(at('bodySize'), 0, 'bodySize', 16_777_216)
  const hash = identifier(at('bodyHash'), 'bodyHash')
  if (body !== null && (body.length !== size || h256(ascii('chancery/event/v1/body\0'), body) !== hash)) throw new Refused('body: not the one that was signed')
  return { id, circle: named === NO_CIRCLE ? id : named, dossier, log, seq, rosterEpoch, type, header, signature, body: body === null ? null : bodyOf(body) }
}

interface Links {
  readonly seq: number
  readonly prev: string | null
  readonly heads: readonly string[]
  readonly founds: boolean
  readonly nowhere: boolean
  readonly first: boolean
}

function checkLinks({ seq, prev, heads, founds, nowhere, first }: Links): void {
  if ((seq === 1) !== (prev === null)) throw new Refused('links: the first of a log has no predecessor, every other has')
  if (prev !== null && heads.includes(prev)) throw new Refused('links: the predecessor among the heads')
  if (founds !== nowhere || (nowhere && !first)) throw new Refused('links: a founding event, and no other, stands in no circle')
}

/** A body that is no CBOR says nothing; the chain verifies all the same. */
function bodyOf(bytes: Uint8Array): Cbor | null {
  try {
    return readCbor(bytes)
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}

export function checkSignature({ header, signature, id }: ReadEvent, key: Uint8Array): void {
  if (!ed25519Verify(key, joined(ascii('chancery/event/v1/sig\0'), header), signature)) throw new Refused(`event ${id}: the signature is not its author's`)
}

export interface Card {
  readonly installation: string
  readonly delegation: string
  readonly name: string
  readonly signingKey: Uint8Array
}

/** Null where the card does not verify. */
export function readSignedCard(value: Cbor | undefined): Card | null {
  try {
    const outer = mapWith(value, ['card', 'signature'], 'signed card')
    const card = bytesOf(outer.get('card'), 4096, 'card')
    const fields = mapWith(readCbor(card), CARD, 'card')
    if (fields.get('v') !== 1) return null
    integer(fields.get('madeAtUtcMs'), 0, 'madeAtUtcMs')
    const [signingKey, sealingKey] = [bytesOf(fields.get('signingKey'), 32, 'signingKey'), bytesOf(fields.get('sealingKey'), 1216, 'sealingKey')]
    const good = signingKey.length === 32 && sealingKey.length === 1216
      && ed25519Verify(signingKey, joined(ascii('chancery/card/v1/sig\0'), card), bytesOf(outer.get('signature'), 64, 'signature'))
    const [name, delegation] = [text(fields.get('name'), 120, 'name'), oneOf(fields.get('delegation'), DELEGATIONS, 'delegation')]
    return good ? { installation: h256(ascii('chancery/installation/v1/id\0'), signingKey, sealingKey), delegation, name, signingKey } : null
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}
