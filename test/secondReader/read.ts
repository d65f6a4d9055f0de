/**
 * A second reader of bundles, written from shared/bundle/FORMAT.md and shared/log/FORMAT.md alone, on other libraries than the product and
 * with none of its code. `node test/secondReader/main.ts` prints what a bundle holds.
 */
import { oracleOpen } from '../vectors/oracle.ts'
import { Refused } from './cbor.ts'
import { checkSignature, h256, readEventItem, type ReadEvent } from './events.ts'
import { readManifest, type Item, type Manifest } from './manifest.ts'
import { foldRoster, keyOf, standingIn } from './roster.ts'

export interface Reader {
  readonly installation: string
  readonly sealingSeed: Uint8Array
  /** Signing keys of cards whose safety words were compared. */
  readonly trusted: ReadonlyMap<string, Uint8Array>
}

export interface ReadBundle {
  readonly manifest: Manifest
  readonly events: readonly ReadEvent[]
  readonly contents: readonly { readonly event: string; readonly bytes: Uint8Array }[]
}

/** Throws Refused for anything that is not a sound bundle for this reader. */
export function readBundle(file: Uint8Array, reader: Reader): ReadBundle {
  checkContainer(file)
  const opened = oracleOpen(file, reader.sealingSeed)
  if (opened === null) throw new Refused('not for this reader, or altered')
  const manifest = readManifest(opened.manifest)
  const key = reader.trusted.get(manifest.sender)
  if (key === undefined) throw new Refused('the sender is unknown')
  if (!opened.isSignedWith(key)) throw new Refused('not signed by its sender')
  if (!manifest.recipients.includes(reader.installation)) throw new Refused('its sender did not make it for this reader')
  const parts = cutItems(opened.rest, manifest)
  const events = parts.flatMap(({ item, bytes }) => (item.type === 'event' ? [readEventItem(bytes)] : []))
  if (events.some(({ circle }) => circle !== manifest.circle)) throw new Refused('an event of another circle')
  checkRoster(manifest, events, reader)
  return { manifest, events, contents: parts.flatMap(({ item, bytes }) => (item.event === null ? [] : [{ event: item.event, bytes }])) }
}

/** Steps 1 to 3 of section 6. */
function checkContainer(file: Uint8Array): void {
  const magic = Buffer.from('89434842554e0d0a01', 'hex')
  if (file.length > 0xffff_ffff || file.length < 45 || Buffer.compare(file.subarray(0, 9), magic) !== 0) throw new Refused('not a bundle of suite 1')
  const stanzas = new DataView(file.buffer, file.byteOffset).getUint32(41)
  if (stanzas === 0 || stanzas > 256 || stanzas % 4 !== 0) throw new Refused('an impossible number of stanzas')
  const sealed = file.length - (45 + stanzas * 1168 + 32 + 24)
  const chunks = Math.ceil(sealed / 65_553)
  const payload = sealed - chunks * 17
  if (payload <= 68 || payload <= (chunks - 1) * 65_536 || !isPadme(payload)) throw new Refused('cut, or of a length that no bundle has')
}

function isPadme(length: number): boolean {
  const exponent = Math.floor(Math.log2(length))
  return length % 2 ** Math.max(0, exponent - (Math.floor(Math.log2(exponent)) + 1)) === 0
}

function cutItems(rest: Uint8Array, { items, padding }: Manifest): { readonly item: Item; readonly bytes: Uint8Array }[] {
  let at = 0
  const parts = items.map((item) => ({ item, bytes: rest.slice(at, (at += item.size)) }))
  if (at + padding !== rest.length) throw new Refused('the sizes do not add up')
  for (const { item, bytes } of parts) if (bytes.length !== item.size || h256(bytes) !== item.hash) throw new Refused('an item is not what was announced')
  if (rest.subarray(at).some((byte) => byte !== 0)) throw new Refused('the padding is not zero')
  return parts
}

/** Steps 13 to 17. */
function checkRoster(manifest: Manifest, events: readonly ReadEvent[], reader: Reader): void {
  const roster = foldRoster(events, (installation) => reader.trusted.has(installation))
  if (manifest.roster.epoch > roster.epoch) throw new Refused('the sender knows a later roster')
  if (manifest.roster.epoch === roster.epoch && manifest.roster.head !== roster.head) throw new Refused('two rosters for one epoch')
  const sender = standingIn(roster, manifest.sender, roster.epoch)
  if (sender === null || sender.suspended) throw new Refused('the sender does not stand in the roster')
  for (const event of events) {
    const key = keyOf(roster, event.log, event.rosterEpoch)
    if (key === null) throw new Refused('an event by somebody who never stood in the roster')
    checkSignature(event, key)
  }
}
