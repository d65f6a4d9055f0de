/** MISP events in JSON, a subset: attributes of the types below, alone or inside objects. Everything else is left out and listed. */
import * as v from 'valibot'
import { err, ok, type Result } from '../base/result.ts'
import { dayOf, Gathered, leavingTitle, type ForeignIndicator, type Leaving, type ReadIndicators } from './foreignIndicators.ts'
import { indicatorTypeOf, type IndicatorType } from './indicator.ts'

const list = v.optional(v.pipe(v.array(v.unknown()), v.maxLength(50_000)))
const eventSchema = v.object({ info: v.optional(v.string()), Attribute: list, Object: list })
const wholeSchema = v.union([
  v.object({ Event: eventSchema }),
  v.object({ response: v.pipe(v.array(v.object({ Event: eventSchema })), v.minLength(1), v.maxLength(1000)) }),
])
const attributeSchema = v.object({ type: v.string(), value: v.string(), comment: v.optional(v.nullable(v.string())), first_seen: v.optional(v.unknown()), last_seen: v.optional(v.unknown()) })
const objectSchema = v.object({ name: v.optional(v.string()), Attribute: list })

const TYPES: Readonly<Record<string, IndicatorType | 'ip'>> = {
  'ip-src': 'ip', 'ip-dst': 'ip', 'domain': 'domain', 'hostname': 'domain', 'url': 'url', 'uri': 'url', 'email': 'email', 'email-src': 'email', 'email-dst': 'email', 'md5': 'md5', 'sha1': 'sha1', 'sha256': 'sha256', 'filename': 'fileName',
}
/** A value of two parts with a bar between them. */
const PAIRS: Readonly<Record<string, readonly [IndicatorType | 'ip', IndicatorType | 'ip']>> = {
  'filename|md5': ['fileName', 'md5'], 'filename|sha1': ['fileName', 'sha1'], 'filename|sha256': ['fileName', 'sha256'], 'domain|ip': ['domain', 'ip'],
}

/** `not-misp` for what is no event of MISP. */
export function readMisp(json: unknown): Result<ReadIndicators, 'not-misp'> {
  const whole = v.safeParse(wholeSchema, json)
  if (!whole.success) return err('not-misp')
  const events = 'Event' in whole.output ? [whole.output.Event] : whole.output.response.map((one) => one.Event)
  const gathered = new Gathered()
  for (const event of events) {
    for (const attribute of event.Attribute ?? []) readAttribute(attribute, gathered)
    for (const object of event.Object ?? []) readObject(object, gathered)
  }
  return ok(gathered.result('misp', events.map((event) => event.info ?? '').find((info) => info !== '') ?? ''))
}

function readObject(object: unknown, gathered: Gathered): void {
  const read = v.safeParse(objectSchema, object)
  if (!read.success) return gathered.leave('objects that cannot be read')
  for (const attribute of read.output.Attribute ?? []) readAttribute(attribute, gathered)
}

function readAttribute(attribute: unknown, gathered: Gathered): void {
  const read = v.safeParse(attributeSchema, attribute)
  if (!read.success) return gathered.leave('attributes that cannot be read')
  const { type, value, comment, first_seen: first, last_seen: last } = read.output
  const more = { firstSeen: dayOf(first), lastSeen: dayOf(last), note: comment ?? '' }
  const [single, pair] = [Object.hasOwn(TYPES, type) ? TYPES[type] : undefined, Object.hasOwn(PAIRS, type) ? PAIRS[type] : undefined]
  if (single !== undefined) return gathered.take(concrete(single, value), value, more)
  if (pair === undefined) return gathered.leave(`attributes of the type ${type}`)
  const bar = value.indexOf('|')
  if (bar < 0) return gathered.leave(`attributes of the type ${type}`)
  const parts = [value.slice(0, bar), value.slice(bar + 1)] as const
  for (const at of [0, 1] as const) gathered.take(concrete(pair[at], parts[at]), parts[at], more)
}

/** MISP tells source from destination, not version 4 from 6. */
function concrete(type: IndicatorType | 'ip', value: string): IndicatorType {
  return type === 'ip' ? (indicatorTypeOf(value.trim()) === 'ipv6' ? 'ipv6' : 'ipv4') : type
}

const NAMES: Readonly<Record<IndicatorType, readonly [type: string, category: string]>> = {
  ipv4: ['ip-dst', 'Network activity'], ipv6: ['ip-dst', 'Network activity'], domain: ['domain', 'Network activity'], url: ['url', 'Network activity'], email: ['email', 'Payload delivery'], md5: ['md5', 'Payload delivery'],
  sha1: ['sha1', 'Payload delivery'], sha256: ['sha256', 'Payload delivery'], fileName: ['filename', 'Payload delivery'], other: ['text', 'Other'],
}

/** For the organisation only, and not published: who imports it decides about passing it on. */
export function writeMisp(title: string, indicators: readonly ForeignIndicator[], leaving: Leaving): string {
  const { marking, nowUtcMs, tlp, uuid } = leaving
  const Tag = [...(tlp === null ? [] : [`tlp:${tlp.toLowerCase()}`]), ...(marking === '' ? [] : [marking])].map((name) => ({ name }))
  const Attribute = indicators.map((one) => {
    const [type, category] = NAMES[one.type]
    return {
      uuid: uuid(), type, category, to_ids: false, distribution: '0', value: one.value, comment: one.note,
      ...(one.firstSeen === null ? {} : { first_seen: `${one.firstSeen}T00:00:00+00:00` }), ...(one.lastSeen === null ? {} : { last_seen: `${one.lastSeen}T00:00:00+00:00` }),
    }
  })
  return `${JSON.stringify({ Event: { uuid: uuid(), info: leavingTitle(title, leaving), date: new Date(nowUtcMs).toISOString().slice(0, 10), distribution: '0', threat_level_id: '4', analysis: '0', published: false, ...(Tag.length === 0 ? {} : { Tag }), Attribute } }, null, 2)}\n`
}
