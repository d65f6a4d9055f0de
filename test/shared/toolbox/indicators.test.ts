import { describe, expect, test } from 'vitest'
import { utf8 } from '../../../shared/base/bytes.ts'
import type { ForeignIndicator, Leaving, ReadIndicators } from '../../../shared/toolbox/foreignIndicators.ts'
import { indicatorTypeOf } from '../../../shared/toolbox/indicator.ts'
import { writeMisp } from '../../../shared/toolbox/misp.ts'
import { BEYOND_STIX_WORDS } from '../../../shared/ipc/beyondStixWords.ts'
import { beyondStix } from '../../../shared/toolbox/stixLimits.ts'
import { writeStix } from '../../../shared/toolbox/stix.ts'
import { parseIndicators } from '../../../electron/engine/intake/readIndicators.ts'

const NOW = Date.UTC(2031, 5, 12, 10)
const stamp = (more: Partial<Leaving> = {}): Leaving => {
  let next = 0
  return { uuid: () => `00000000-0000-4000-8000-${String(next++).padStart(12, '0')}`, nowUtcMs: NOW, marking: '', tlp: null, exercise: false, ...more }
}
const read = (json: unknown) => parseIndicators(utf8(JSON.stringify(json)))
function taken(json: unknown): ReadIndicators {
  const result = read(json)
  if (!result.ok) throw new Error(result.error)
  return result.value
}
const stixIndicator = (pattern: string, more: object = {}) => ({ type: 'indicator', pattern, pattern_type: 'stix', ...more })
const bundle = (...objects: readonly object[]) => ({ type: 'bundle', id: 'bundle--1', objects })
const values = ({ indicators }: ReadIndicators) => indicators.map((one) => [one.type, one.value])

const EVERY_KIND: readonly ForeignIndicator[] = [
  { type: 'ipv4', value: '192.0.2.7', firstSeen: '2031-05-28', lastSeen: '2031-06-02', note: 'Relay' }, { type: 'ipv6', value: '2001:db8::7', firstSeen: null, lastSeen: null, note: '' },
  { type: 'domain', value: 'heron.example', firstSeen: null, lastSeen: null, note: '' }, { type: 'url', value: "https://heron.example/it's?a=1", firstSeen: null, lastSeen: null, note: '' },
  { type: 'email', value: 'grey@heron.example', firstSeen: null, lastSeen: null, note: '' }, { type: 'md5', value: 'ab'.repeat(16), firstSeen: null, lastSeen: null, note: '' },
  { type: 'sha1', value: 'ab'.repeat(20), firstSeen: null, lastSeen: null, note: '' }, { type: 'sha256', value: 'ab'.repeat(32), firstSeen: null, lastSeen: null, note: '' },
  { type: 'fileName', value: 'C:\\heron\\loader.dll', firstSeen: null, lastSeen: null, note: '' },
]

describe('a file of STIX 2.1', () => {
  test('gives equal values, alone or joined by OR, with their days and remarks', () => {
    const found = taken(bundle(stixIndicator("[domain-name:value = 'a.example' OR ipv4-addr:value='192.0.2.1']", { description: 'Seen', valid_from: '2031-05-28T09:00:00Z' }), stixIndicator("[file:hashes.'SHA-256' = '" + 'cd'.repeat(32) + "']")))
    expect(values(found)).toEqual([['ipv4', '192.0.2.1'], ['domain', 'a.example'], ['sha256', 'cd'.repeat(32)]])
    expect(found.indicators[0]).toMatchObject({ firstSeen: '2031-05-28', note: 'Seen' })
  })

  test('lists what it holds beyond that, and takes no half of a pattern', () => {
    const found = taken(bundle(stixIndicator("[ipv4-addr:value = '192.0.2.1' AND domain-name:value = 'a.example']"), stixIndicator('alert tcp any', { pattern_type: 'snort' }), { type: 'threat-actor', name: 'Grey Heron' }, { type: 'threat-actor', name: 'Bittern' }))
    expect(found.indicators).toEqual([])
    expect(found.leftOut).toEqual([
      { what: 'indicators with a pattern that is not a list of equal values', count: 1 }, { what: 'indicators of another pattern language', count: 1 }, { what: 'threat-actor', count: 2 },
    ])
  })

  test('gives the observables themselves, and the name of its report', () => {
    const found = taken(bundle({ type: 'report', name: 'Loader' }, { type: 'ipv6-addr', value: '2001:db8::1' }, { type: 'file', name: 'x.dll', hashes: { 'MD5': 'ef'.repeat(16), 'SSDEEP': 'x' } }))
    expect(found.title).toBe('Loader')
    expect(values(found)).toEqual([['ipv6', '2001:db8::1'], ['md5', 'ef'.repeat(16)], ['fileName', 'x.dll']])
    expect(found.leftOut).toEqual([{ what: 'hashes of SSDEEP', count: 1 }])
  })
})

describe('an event of MISP', () => {
  test('gives attributes, those inside objects, and both parts of a pair', () => {
    const found = taken({ Event: { info: 'Loader', Attribute: [{ type: 'ip-dst', value: '2001:db8::2' }, { type: 'filename|sha256', value: `x.dll|${'cd'.repeat(32)}`, comment: 'Dropped', first_seen: '2031-05-28T00:00:00+00:00' }], Object: [{ name: 'file', Attribute: [{ type: 'md5', value: 'ef'.repeat(16) }, { type: 'ssdeep', value: 'x' }] }] } })
    expect(values(found)).toEqual([['ipv6', '2001:db8::2'], ['md5', 'ef'.repeat(16)], ['sha256', 'cd'.repeat(32)], ['fileName', 'x.dll']])
    expect(found.leftOut).toEqual([{ what: 'attributes of the type ssdeep', count: 1 }])
  })
})

describe('what is written', () => {
  test.each([['stix', writeStix], ['misp', writeMisp]] as const)('as %s is read back the same', (format, write) => {
    const found = parseIndicators(utf8(write('Loader', EVERY_KIND, stamp())))
    expect(found).toMatchObject({ ok: true, value: { format, title: 'Loader', leftOut: [] } })
    if (!found.ok) throw new Error(found.error)
    expect(values(found.value)).toEqual(EVERY_KIND.map((one) => [one.type, one.value]))
    expect(found.value.indicators[0]).toMatchObject({ firstSeen: '2031-05-28', lastSeen: '2031-06-02', note: 'Relay' })
  })
})

describe('what STIX has no form for', () => {
  const other: ForeignIndicator = { type: 'other', value: 'Mutex berth-7', firstSeen: '2031-05-28', lastSeen: '2031-06-02', note: 'Kept by the loader' }
  const domain = (firstSeen: string | null, lastSeen: string | null): ForeignIndicator => ({ type: 'domain', value: 'heron.example', firstSeen, lastSeen, note: '' })

  test('is named with its count: a kind without an observable, a beginning that is missing, an end that is not later than the beginning', () => {
    expect(beyondStix([other, { ...other, lastSeen: null }, domain('2031-05-28', '2031-06-02'), domain(null, '2031-06-02'), domain('2031-06-02', '2031-06-02')])).toEqual([{ what: 'other', count: 2 }, { what: 'firstSeen', count: 1 }, { what: 'lastSeen', count: 2 }])
    expect(beyondStix([domain('2031-05-28', '2031-06-02'), domain('2031-05-28', null)])).toEqual([])
    expect(beyondStix([other])).toEqual([{ what: 'other', count: 1 }])
  })

  test('is said in words that agree with the count', () => {
    expect([1, 2].map(BEYOND_STIX_WORDS.other)).toEqual([
      '1 indicator of the kind “Other” goes into a note as words, which programs pass over: STIX has no form for it.', '2 indicators of the kind “Other” go into a note as words, which programs pass over: STIX has no form for them.',
    ])
  })

  test('stands in a note with its days and remark, beside the indicators that could be written', () => {
    const { objects } = JSON.parse(writeStix('Loader', [domain('2031-05-28', '2031-06-02'), other, { ...other, value: 'Bare', firstSeen: null, lastSeen: null, note: '' }], stamp())) as { objects: { type: string; content?: string }[] }
    expect(objects.filter((one) => one.type === 'note').map((one) => one.content)).toEqual(['Mutex berth-7 (first seen 2031-05-28; last seen 2031-06-02; Kept by the loader)\nBare'])
    expect(objects.filter((one) => one.type === 'indicator')).toHaveLength(1)
  })
})

describe('what leaves an exercise, or is marked', () => {
  const marked = { marking: 'EXERCISE  LIMITE  TLP:AMBER  EXERCISE', tlp: 'AMBER', exercise: true }
  test.each([['stix', writeStix], ['misp', writeMisp]] as const)('says so in %s, to people by its title and to programs in their own way', (_format, write) => {
    const text = write('Loader', EVERY_KIND, stamp(marked))
    const found = parseIndicators(utf8(text))
    expect(found).toMatchObject({ ok: true, value: { title: 'EXERCISE: Loader' } })
    expect(text).toContain('EXERCISE  LIMITE  TLP:AMBER  EXERCISE')
    expect(write('Loader', EVERY_KIND, stamp())).not.toMatch(/EXERCISE|exercise|Tag|marking/)
  })

  test('as STIX bears the marking and the label on every object; who reads it is told that the marking is not taken over', () => {
    const text = writeStix('Loader', EVERY_KIND, stamp(marked))
    const { objects: [marking, ...objects] } = JSON.parse(text) as { objects: { id: string; labels?: string[]; object_marking_refs?: string[] }[] }
    for (const one of objects) expect(one).toMatchObject({ labels: ['exercise'], object_marking_refs: [marking?.id] })
    expect(taken(JSON.parse(text)).leftOut).toEqual([{ what: 'marking of the file', count: 1 }])
  })

  test('as MISP bears the tag by which services know TLP', () => {
    expect(JSON.parse(writeMisp('Loader', EVERY_KIND, stamp(marked)))).toMatchObject({ Event: { Tag: [{ name: 'tlp:amber' }, { name: marked.marking }] } })
  })
})

describe('a hostile file', () => {
  test.each([
    ['is no JSON', utf8('{"type": "bundle"')], ['is not UTF-8', new Uint8Array([0x7b, 0xff, 0xfe])], ['is an array', utf8('[]')], ['is a bundle without objects', utf8('{"type":"bundle"}')],
    ['is nested beyond measure', utf8(`{"type":"bundle","objects":[${'['.repeat(100_000)}${']'.repeat(100_000)}]}`)], ['is empty', new Uint8Array()],
  ])('that %s is refused whole', (_what, bytes) => {
    expect(parseIndicators(bytes)).toEqual({ ok: false, error: 'not-indicators' })
  })

  test('with more indicators than an entry holds is refused, not cut', () => {
    const many = Array.from({ length: 2001 }, (_, at) => ({ type: 'domain-name', value: `h${at}.example` }))
    expect(read(bundle(...many))).toEqual({ ok: false, error: 'too-many-indicators' })
  })

  test('cannot hide a value behind marks of direction or controls', () => {
    const found = taken(bundle({ type: 'domain-name', value: 'safe\u202e.example' }, { type: 'url', value: 'https://a.example/\u0000' }))
    expect(found.indicators).toEqual([])
    expect(found.leftOut).toEqual([{ what: 'values that are empty, too long or hold control characters', count: 2 }])
  })

  test('cannot reach what objects inherit, nor name kinds without end', () => {
    const found = taken({ Event: { Attribute: [{ type: '__proto__', value: 'x' }, { type: 'constructor', value: 'y' }, ...Array.from({ length: 300 }, (_, at) => ({ type: `kind ${at}`, value: 'z' }))] } })
    expect(found.indicators).toEqual([])
    expect(found.leftOut.length).toBeLessThanOrEqual(51)
    expect(found.leftOut.reduce((sum, one) => sum + one.count, 0)).toBe(302)
  })

  test('with long runs of blanks in its patterns is read in the time that its length takes', () => {
    const found = taken(bundle(...Array.from({ length: 200 }, () => stixIndicator(`[${' '.repeat(19_000)}x]`))))
    expect(found.leftOut).toEqual([{ what: 'indicators with a pattern that is not a list of equal values', count: 200 }])
  })
})

test.each([
  ['192.0.2.1', 'ipv4'], ['192.0.2.0/24', 'ipv4'], ['999.0.2.1', 'other'], ['2001:db8::1', 'ipv6'], ['heron.example', 'domain'], ['https://heron.example/a', 'url'], ['a@heron.example', 'email'], ['ab'.repeat(16), 'md5'],
  ['ab'.repeat(20), 'sha1'], ['ab'.repeat(32), 'sha256'], ['a loader', 'other'],
])('%s looks like %s', (value, type) => expect(indicatorTypeOf(value)).toBe(type))
