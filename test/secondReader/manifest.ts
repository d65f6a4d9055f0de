/** The manifest of bundle/FORMAT.md section 5. */
import { readCbor, Refused, type Cbor } from './cbor.ts'
import { ascending, flag, identifier, integer, list, mapWith, oneOf, orNull, text } from './fields.ts'

const COMMON = ['format', 'circle', 'sender', 'recipients', 'counter', 'previous', 'sealedAtUtcMs', 'roster', 'frontier', 'marking', 'items', 'padding']

export interface Item {
  readonly type: 'event' | 'attachment'
  readonly event: string | null
  readonly size: number
  readonly hash: string
}

export interface Manifest {
  readonly format: number
  readonly circle: string
  readonly sender: string
  readonly recipients: readonly string[]
  readonly counter: number
  readonly roster: { readonly epoch: number; readonly head: string }
  readonly items: readonly Item[]
  readonly padding: number
}

export function readManifest(bytes: Uint8Array): Manifest {
  const value = readCbor(bytes)
  const format = value instanceof Map ? integer(value.get('format'), 1, 'format') : 0
  if (format !== 1 && format !== 3) throw new Refused('manifest: a format that this reader does not know')
  const fields = mapWith(value, format === 1 ? COMMON : [...COMMON, 'withoutBody', 'withoutContent'], 'manifest')
  const at = (name: string): Cbor | undefined => fields.get(name)
  if (format === 3) for (const name of ['withoutBody', 'withoutContent']) identifiers(at(name), 100_000, name)
  orNull(at('previous'), (one) => identifier(one, 'previous'))
  integer(at('sealedAtUtcMs'), 0, 'sealedAtUtcMs')
  readFrontier(at('frontier'))
  orNull(at('marking'), readMarking)
  const roster = mapWith(at('roster'), ['epoch', 'head'], 'roster')
  const recipients = identifiers(at('recipients'), 256, 'recipients')
  if (recipients.length === 0) throw new Refused('recipients: none')
  return {
    format, recipients, circle: identifier(at('circle'), 'circle'), sender: identifier(at('sender'), 'sender'), counter: integer(at('counter'), 1, 'counter'),
    roster: { epoch: integer(roster.get('epoch'), 1, 'roster.epoch'), head: identifier(roster.get('head'), 'roster.head') },
    items: readItems(at('items'), format), padding: integer(at('padding'), 0, 'padding'),
  }
}

function identifiers(value: Cbor | undefined, most: number, what: string): readonly string[] {
  return ascending(list(value, most, what).map((one) => identifier(one, what)), what)
}

/** By dossier, `null` first, then log. */
function readFrontier(value: Cbor | undefined): void {
  const places = list(value, 20_000, 'frontier').map((entry) => {
    const fields = mapWith(entry, ['dossier', 'log', 'seq', 'event'], 'frontier')
    integer(fields.get('seq'), 1, 'frontier.seq')
    identifier(fields.get('event'), 'frontier.event')
    return `${orNull(fields.get('dossier'), (one) => identifier(one, 'frontier.dossier')) ?? ''} ${identifier(fields.get('log'), 'frontier.log')}`
  })
  ascending(places, 'frontier')
}

function readMarking(value: Cbor | undefined): void {
  const fields = mapWith(value, ['limite', 'classification', 'tlp', 'releasableTo'], 'marking')
  flag(fields.get('limite'), 'limite')
  oneOf(fields.get('classification'), ['NONE', 'R-UE/EU-R', 'C-UE/EU-C', 'S-UE/EU-S', 'TS-UE/EU-TS'], 'classification')
  orNull(fields.get('tlp'), (one) => oneOf(one, ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'], 'tlp'))
  for (const one of list(fields.get('releasableTo'), 50, 'releasableTo')) text(one, 60, 'releasableTo')
}

function readItems(value: Cbor | undefined, format: number): readonly Item[] {
  const items = list(value, 100_000, 'items').map((entry) => readItem(entry, format))
  if (items.reduce((sum, item) => sum + (item.type === 'event' ? item.size : 0), 0) > 2 ** 30) throw new Refused('items: events of more than 1 GiB')
  const contents = items.flatMap((item) => item.event ?? [])
  if (new Set(contents).size !== contents.length) throw new Refused('items: one content twice')
  if (items.some((item, at) => item.type === 'event' && items[at - 1]?.type === 'attachment')) throw new Refused('items: an event after a content')
  return items
}

function readItem(entry: Cbor, format: number): Item {
  const isContent = format === 3 && entry instanceof Map && entry.get('type') === 'attachment'
  const fields = mapWith(entry, isContent ? ['type', 'event', 'size', 'hash'] : ['type', 'size', 'hash'], 'item')
  const type = oneOf(fields.get('type'), [isContent ? 'attachment' : 'event'], 'item.type')
  const size = isContent ? integer(fields.get('size'), 0, 'item.size', 2 ** 31) : integer(fields.get('size'), 1, 'item.size', 16_793_600)
  return { type: type === 'event' ? 'event' : 'attachment', event: isContent ? identifier(fields.get('event'), 'item.event') : null, size, hash: identifier(fields.get('hash'), 'item.hash') }
}
