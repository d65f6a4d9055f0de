/**
 * STIX 2.1 (OASIS), a subset: indicators whose pattern compares single observables for equality, alone or joined by OR, and the
 * observables themselves. Patterns of any other form are left out and listed.
 */
import * as v from 'valibot'
import { err, ok, type Result } from '../base/result.ts'
import { dayOf, Gathered, leavingTitle, type ForeignIndicator, type Leaving, type ReadIndicators } from './foreignIndicators.ts'
import type { IndicatorType } from './indicator.ts'
import { endsLater, hasForm } from './stixLimits.ts'

const bundleSchema = v.object({ type: v.literal('bundle'), objects: v.pipe(v.array(v.unknown()), v.maxLength(50_000)) })
const objectSchema = v.object({ type: v.string() })
const indicatorSchema = v.object({
  pattern: v.pipe(v.string(), v.maxLength(20_000)), pattern_type: v.optional(v.string()), name: v.optional(v.string()), description: v.optional(v.string()), valid_from: v.optional(v.unknown()), valid_until: v.optional(v.unknown()),
})
const observableSchema = v.object({ value: v.optional(v.string()), name: v.optional(v.string()), hashes: v.optional(v.record(v.string(), v.string())) })

/** Object path of a pattern, and the type of observable that has the same value. */
const PATHS: Readonly<Record<string, IndicatorType>> = {
  'ipv4-addr:value': 'ipv4', 'ipv6-addr:value': 'ipv6', 'domain-name:value': 'domain', 'url:value': 'url', 'email-addr:value': 'email', 'file:name': 'fileName',
  'file:hashes.MD5': 'md5', "file:hashes.'MD5'": 'md5', "file:hashes.'SHA-1'": 'sha1', "file:hashes.'SHA-256'": 'sha256',
}
const HASHES: Readonly<Record<string, IndicatorType>> = { 'MD5': 'md5', 'SHA-1': 'sha1', 'SHA-256': 'sha256' }
const COMPARISON = /^ ?([a-z0-9-]+:[A-Za-z0-9_.'-]+) ?= ?'((?:[^'\\]|\\.){1,2000})' ?$/

/** `not-stix` for what is not a bundle of STIX objects at all. */
export function readStix(json: unknown): Result<ReadIndicators, 'not-stix'> {
  const bundle = v.safeParse(bundleSchema, json)
  if (!bundle.success) return err('not-stix')
  const gathered = new Gathered()
  let title = ''
  for (const object of bundle.output.objects) {
    const named = v.safeParse(objectSchema, object)
    if (!named.success) gathered.leave('objects without a type')
    else title = readObject(named.output.type, object, gathered) || title
  }
  return ok(gathered.result('stix', title))
}

/** The title that a report or a grouping gives to the whole; empty for every other object. */
function readObject(type: string, object: unknown, gathered: Gathered): string {
  if (type === 'report' || type === 'grouping') {
    const report = v.safeParse(v.object({ name: v.string() }), object)
    return report.success ? report.output.name : ''
  }
  if (type === 'marking-definition') gathered.leave('marking of the file')
  else if (type === 'indicator') readIndicator(object, gathered)
  else if (!readObservable(type, object, gathered)) gathered.leave(type)
  return ''
}

function readIndicator(object: unknown, gathered: Gathered): void {
  const read = v.safeParse(indicatorSchema, object)
  if (!read.success || (read.output.pattern_type ?? 'stix') !== 'stix') return gathered.leave('indicators of another pattern language')
  const { pattern, name = '', description = '', valid_from: from, valid_until: until } = read.output
  const found = comparisonsOf(pattern)
  if (found === null) return gathered.leave('indicators with a pattern that is not a list of equal values')
  for (const [type, value] of found) gathered.take(type, value, { firstSeen: dayOf(from), lastSeen: dayOf(until), note: description || name })
}

/** Null where any part of it is of another form: half a pattern would say something else. */
function comparisonsOf(pattern: string): [IndicatorType, string][] | null {
  // White space is folded first, so that nothing below has to look for the end of a long run of it again and again.
  const folded = pattern.replaceAll(/\s+/g, ' ').trim()
  if (!folded.startsWith('[') || !folded.endsWith(']')) return null
  const parts = folded.slice(1, -1).split(' OR ').map((part) => COMPARISON.exec(part))
  const read = parts.map((match): [IndicatorType, string] | null => {
    const type = match?.[1] === undefined ? undefined : PATHS[match[1]]
    return type === undefined || match?.[2] === undefined ? null : [type, match[2].replace(/\\(.)/g, '$1')]
  })
  return read.every((one) => one !== null) ? read : null
}

/** False where it is no observable of ours. */
function readObservable(type: string, object: unknown, gathered: Gathered): boolean {
  const kind = type === 'file' ? 'fileName' : PATHS[`${type}:value`]
  if (kind === undefined) return false
  const read = v.safeParse(observableSchema, object)
  if (!read.success) return false
  const { value, name, hashes = {} } = read.output
  const said = type === 'file' ? name : value
  if (said !== undefined) gathered.take(kind, said)
  for (const [algorithm, hash] of Object.entries(hashes)) {
    const of = HASHES[algorithm]
    if (of === undefined) gathered.leave(`hashes of ${algorithm}`)
    else gathered.take(of, hash)
  }
  return true
}

const PATH_OF: Readonly<Record<Exclude<IndicatorType, 'other'>, string>> = {
  ipv4: 'ipv4-addr:value', ipv6: 'ipv6-addr:value', domain: 'domain-name:value', url: 'url:value', email: 'email-addr:value', fileName: 'file:name', md5: 'file:hashes.MD5', sha1: "file:hashes.'SHA-1'", sha256: "file:hashes.'SHA-256'",
}

/** One indicator object for each; those of the type `other` have no observable and are said in a note, with their days and remarks. */
export function writeStix(title: string, indicators: readonly ForeignIndicator[], leaving: Leaving): string {
  const { exercise, marking, nowUtcMs, uuid } = leaving
  const now = new Date(nowUtcMs).toISOString()
  const markings = marking === '' ? [] : [{ type: 'marking-definition', spec_version: '2.1', id: `marking-definition--${uuid()}`, created: now, definition_type: 'statement', definition: { statement: marking } }]
  const common = { spec_version: '2.1', created: now, modified: now, ...(exercise ? { labels: ['exercise'] } : {}), ...(markings.length === 0 ? {} : { object_marking_refs: markings.map((one) => one.id) }) }
  const objects = indicators.flatMap((one) => {
    if (one.type === 'other') return []
    const path = PATH_OF[one.type]
    return [{
      type: 'indicator', id: `indicator--${uuid()}`, ...common, name: one.value, ...(one.note === '' ? {} : { description: one.note }), pattern: `[${path} = '${one.value.replace(/[\\']/g, '\\$&')}']`, pattern_type: 'stix',
      valid_from: one.firstSeen === null ? now : `${one.firstSeen}T00:00:00.000Z`, ...validUntil(one),
    }]
  })
  const others = indicators.filter((one) => !hasForm(one))
  const notes = others.length === 0 || objects.length === 0 ? [] : [{ type: 'note', id: `note--${uuid()}`, ...common, content: others.map(inWords).join('\n'), object_refs: objects.map((one) => one.id) }]
  const report = objects.length === 0 ? [] : [{ type: 'report', id: `report--${uuid()}`, ...common, name: leavingTitle(title, leaving), published: now, object_refs: objects.map((one) => one.id) }]
  return `${JSON.stringify({ type: 'bundle', id: `bundle--${uuid()}`, objects: [...markings, ...report, ...objects, ...notes] }, null, 2)}\n`
}

function inWords({ value, firstSeen, lastSeen, note }: ForeignIndicator): string {
  const more = [...(firstSeen === null ? [] : [`first seen ${firstSeen}`]), ...(lastSeen === null ? [] : [`last seen ${lastSeen}`]), ...(note === '' ? [] : [note])]
  return more.length === 0 ? value : `${value} (${more.join('; ')})`
}

function validUntil(one: ForeignIndicator): { valid_until?: string } {
  return endsLater(one) ? { valid_until: `${one.lastSeen}T00:00:00.000Z` } : {}
}
