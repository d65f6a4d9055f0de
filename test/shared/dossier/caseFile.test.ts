import { beforeAll, describe, expect, test } from 'vitest'
import type { DossierId, EventId, InstallationId } from '../../../shared/base/identifiers.ts'
import { hasher } from '../../../electron/engine/keys/index.ts'
import { ACTIVITY_SERIES, activityOf, disagreements } from '../../../shared/dossier/activity.ts'
import { encodeCaseFile } from '../../../shared/dossier/caseFileHtml.ts'
import { columnChart } from '../../../shared/dossier/charts.ts'
import { CONTRIBUTION_KINDS, STANCES } from '../../../shared/dossier/events.ts'
import { foldDossier } from '../../../shared/dossier/fold.ts'
import { heatOf, positionsBySubject } from '../../../shared/dossier/heat.ts'
import { daysOverdue, overdueOf } from '../../../shared/dossier/overdue.ts'
import type { NamedBy } from '../../../shared/dossier/namedBy.ts'
import type { Contribution, DossierState } from '../../../shared/dossier/state.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { LONE_ENTRIES, anOption, aNote } from '../../fakes/caseEntries.ts'
import { openDossier, PARTS } from '../../fakes/deliberation.ts'
import { setStage, type Stage } from '../../fakes/events.ts'

const MARKING = { limite: true, classification: 'NONE', tlp: null, releasableTo: [] } as const
const STAMP = { madeAtUtcMs: Date.UTC(2031, 5, 12), who: 'Jana (CZ)', register: { seq: 41, hash: 'ab'.repeat(32) }, stateHash: 'cd'.repeat(32) }

/** What a reader sees of it. */
function read(html: string): string {
  return html.replaceAll(/<style>[^]*?<\/style>|<[^>]+>/g, '\n')
}

let stage: Stage
let state: DossierState
beforeAll(async () => {
  stage = await setStage(PARTS)
  const said: VerifiedEvent[] = [openDossier(stage, stage.person('GSC'))]
  const say = (who: 'CZ' | 'DE' | 'GSC', type: string, body: object): VerifiedEvent => {
    const event = stage.say(stage.person(who), type, { ...body })
    said.push(event)
    return event
  }
  for (const content of LONE_ENTRIES) say('CZ', 'entry.added', { content, marking: null })
  const note = say('CZ', 'entry.added', { content: aNote('Strategic note'), marking: MARKING })
  const option = say('CZ', 'entry.added', { content: anOption(note.id), marking: null })
  say('DE', 'contribution.added', { title: '<script>alert(1)</script>', kind: 'technical', source: 'CSIRT', text: 'Words & "quotes"', marking: MARKING, reliability: 'A', credibility: '1', observed: '2031-05-28', reported: '2031-05-30' })
  say('CZ', 'contribution.added', { title: 'Otherwise', kind: 'technical', source: '', text: 'Else', marking: MARKING, reliability: 'C', credibility: '2', observed: '2031-05-29', reported: null })
  say('DE', 'position.taken', { subject: 'Joint response', stance: 'support', remark: '', option: option.id })
  say('DE', 'position.taken', { subject: 'Joint response', stance: 'cannotAccept', remark: 'Too early', option: option.id, compromise: 'Wait for the assessment' })
  const folded = foldDossier(stage.dossier, said, stage.circle, [], hasher)
  if (folded === null) throw new Error('not opened')
  state = folded
})

describe('the printable case file', () => {
  test('holds every entry, contribution and position, and an annex for the timeline', () => {
    const html = encodeCaseFile(state, STAMP)
    for (const words of ['Ferries stood still', 'Grey Heron', 'Share earlier.', 'Wait for the assessment', 'heron.example', 'Annex A: Timeline', 'Entry 41 of that machine', 'cd'.repeat(32)]) expect(html).toContain(words)
    expect(html.match(/class="entry/g)?.length).toBe(state.entries.length + state.contributions.length)
  })

  test('lets nothing that somebody wrote become markup', () => {
    const html = encodeCaseFile(state, STAMP)
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  test('of an exercise says so on every sheet', () => {
    expect(state.exercise).toBe(true)
    expect(encodeCaseFile(state, STAMP)).toMatch(/@top-center[^}]*EXERCISE/)
  })

  test('names in its contents just the chapters that it has', () => {
    const html = encodeCaseFile(state, STAMP)
    const named = [...html.matchAll(/<li><a href="#c(\d+)">/g)].map(([, at]) => at)
    const there = [...html.matchAll(/<section id="c(\d+)"/g)].map(([, at]) => at)
    expect(named).toEqual(there)
    expect(html).not.toContain('Attachments<')
    expect([...html.matchAll(/<h2>([^<]+?)[.:] /g)].map(([, number]) => number)).toEqual([...Array.from({ length: named.length - 2 }, (_, at) => `${at + 1}`), 'Annex A', 'Annex B'])
  })

  test('says on which sheet a chapter begins where that is known', () => {
    expect(encodeCaseFile(state, STAMP)).not.toMatch(/class="page">\d/)
    expect(encodeCaseFile(state, STAMP, { pages: new Map([['c0', 1], ['c2', 14]]) }).match(/class="page">\d*/g)?.slice(0, 3)).toEqual(['class="page">1', 'class="page">', 'class="page">14'])
  })

  test('names the dossier of the actor by its title, where it is here', () => {
    const actor = 'ac'.repeat(32) as DossierId
    const entries = state.entries.map((one) => (one.content.kind === 'lesson' ? { ...one, content: { ...one.content, forDossier: actor } } : one))
    const dossierTitles = new Map([[actor, 'Grey Heron: strategy']])
    expect(read(encodeCaseFile({ ...state, entries, dossierTitles }, STAMP))).toMatch(/For the dossier of the actor\s+Grey Heron: strategy/)
    expect(read(encodeCaseFile({ ...state, entries }, STAMP))).toMatch(/For the dossier of the actor\s+acacacacacacacac\s/)
  })

  test('says what other dossiers say of it, from which they come, and who may have those', () => {
    const [entry] = state.entries
    if (entry === undefined) throw new Error('no entry')
    const from = { dossier: 'ac'.repeat(32) as DossierId, reference: 'HALCYON 32', title: 'Barges', marking: { ...MARKING, releasableTo: [] } }
    const link = { ...from, distribution: [...state.distribution], entry: { ...entry, content: { kind: 'link', to: state.dossier, relation: 'belongsTo', title: '', note: '' } } } satisfies NamedBy
    const lesson = { ...from, distribution: ['CZ', 'DE'], entry: { ...entry, content: { kind: 'lesson', text: 'Ask for the logs', forNote: null, forDossier: state.dossier } } } satisfies NamedBy
    const seen = read(encodeCaseFile({ ...state, namedBy: [link, lesson] }, STAMP)).replaceAll(/\s+/g, ' ')
    expect(seen).toMatch(/Dossiers that link to this one CZ HALCYON 32 Barges .* Link It belongs to this dossier\./)
    expect(seen).toMatch(/Lessons for this dossier, learnt in others CZ HALCYON 32 Barges .*LIMITE .*The lesson Ask for the logs Its distribution CZ, DE/)
    expect(seen.match(/Its distribution/g)).toHaveLength(1)
    expect(read(encodeCaseFile(state, STAMP))).not.toMatch(/link to this one|learnt in others/)
  })

  test('says everything in words that are read aloud, and nothing by the names that the program gives it', () => {
    const seen = read(encodeCaseFile(state, STAMP))
    for (const { type } of state.timeline) expect(seen).not.toContain(type)
    const setAside = [...new Set(state.timeline.map(({ type }) => type))].map((type) => ({ event: 'e'.repeat(64) as EventId, author: '1'.repeat(64) as InstallationId, type, why: 'role' as const }))
    const aside = read(encodeCaseFile({ ...state, timeline: [], setAside }, STAMP))
    for (const { type } of setAside) expect(aside).not.toContain(type)
    expect(aside).toContain('took a position on “…”')
    expect(seen).toContain('position of a State added')
    for (const name of [...STANCES, ...CONTRIBUTION_KINDS, ...ACTIVITY_SERIES].filter((one) => /[A-Z]/.test(one))) expect(seen).not.toContain(name)
    expect(seen).not.toMatch(/\d{4}-\d{2}-\d{2}/)
  })

  test('of what is no exercise says nothing of one', () => {
    expect(read(encodeCaseFile(state, STAMP))).toContain('This is an exercise.')
    expect(read(encodeCaseFile({ ...state, exercise: false }, STAMP))).not.toMatch(/exercise/i)
  })

  test('is the same bytes from the same state', () => {
    expect(encodeCaseFile(state, STAMP)).toBe(encodeCaseFile(state, STAMP))
  })
})

describe('positions on options', () => {
  test('show the last of each delegation, and those not heard as not heard', () => {
    const { options, rows } = heatOf(state)
    expect(options).toHaveLength(1)
    const [option] = options
    if (option === undefined) throw new Error('no option')
    expect(rows.find((row) => row.delegation === 'DE')?.positions.get(option.event)).toMatchObject({ stance: 'cannotAccept' })
    expect(rows.find((row) => row.delegation === 'NL')?.positions.size).toBe(0)
  })

  test('await none from the General Secretariat, and show one that it took', () => {
    const withGsc = { ...state, distribution: [...state.distribution, 'GSC' as const] }
    expect(heatOf(withGsc).rows.map((row) => row.delegation)).toEqual(heatOf(state).rows.map((row) => row.delegation))
    const said = state.positions.map((one) => ({ ...one, delegation: 'GSC' as const }))
    expect(heatOf({ ...withGsc, positions: said }).rows.map((row) => row.delegation)).toContain('GSC')
  })
})

describe('positions by what they are on', () => {
  test('stand under the title that the option bears now, whatever words they were given, and apart from others on the same words', () => {
    const [option] = heatOf(state).options
    const [first] = state.positions
    if (option === undefined || first === undefined) throw new Error('no option')
    const words = { delegation: first.delegation, person: '', author: first.author, claimedAtUtcMs: 0, subject: option.content.title, stance: 'canAccept' as const, remark: '', event: 'e'.repeat(64) as EventId }
    const groups = positionsBySubject({ ...state, positions: [...state.positions, words] })
    expect(groups.map(({ name, option: on, said }) => [name, on, said.length])).toEqual([[option.content.title, option.event, 2], [option.content.title, null, 1]])
    expect(state.positions.every((one) => one.subject !== option.content.title)).toBe(true)
    const printed = read(encodeCaseFile(state, STAMP))
    expect(printed.slice(printed.indexOf('in the order in which they were taken'))).not.toContain('Joint response\n')
  })
})

describe('activity over time', () => {
  const on = (...days: readonly string[]) => activityOf({ entries: [], contributions: days.map((observed) => ({ observed, reported: null }) as Contribution) })
  test('counts by day without gaps, by week from two months, by month from a year and more', () => {
    expect(activityOf(state).buckets.map((one) => one.counts.observed)).toEqual(expect.arrayContaining([1, 1]))
    expect(on('2031-05-28', '2031-05-31').buckets.map((one) => [one.from, one.counts.observed])).toEqual([['2031-05-28', 1], ['2031-05-29', 0], ['2031-05-30', 0], ['2031-05-31', 1]])
    expect(on('2031-01-01', '2031-06-01').by).toBe('week')
    expect(on('2029-01-01', '2031-06-01')).toMatchObject({ by: 'month', buckets: { length: 30 } })
  })

  test('of nothing is nothing, and a slip of a thousand years stays a small picture', () => {
    expect(activityOf({ entries: [], contributions: [] }).buckets).toEqual([])
    expect(on('1031-05-28', '2031-05-28', '2031-05-30', '9031-05-30')).toMatchObject({ by: 'day', tooFar: 2, buckets: [{ from: '2031-05-28' }, { from: '2031-05-29' }, { from: '2031-05-30' }] })
    expect(on('2023-05-28', '2031-05-28').tooFar).toBe(0)
  })

  test('draws two options of one name beside one another', () => {
    const chart = columnChart([{ category: 'a', values: { x: 2 } }, { category: 'a', values: { x: 3 } }], ['x'], { width: 100, height: 118 })
    expect(chart.bars.map((bar) => [bar.at, bar.value])).toEqual([[0, 2], [1, 3]])
    expect(new Set(chart.bars.map((bar) => bar.x)).size).toBe(2)
    expect(new Set(chart.labels.map((label) => label.x)).size).toBe(2)
  })

  test('draws every count where it belongs: heights add up by column', () => {
    const chart = columnChart([{ category: 'a', values: { x: 2, y: 1 } }, { category: 'b', values: { x: 0, y: 3 } }], ['x', 'y'], { width: 100, height: 118 })
    const of = (category: string) => chart.bars.filter((bar) => bar.category === category).reduce((sum, bar) => sum + bar.height, 0)
    expect(of('a')).toBeCloseTo(of('b'))
    expect(chart.bars.every((bar) => bar.x >= 0 && bar.x + bar.width <= 100 && bar.y >= 0)).toBe(true)
  })
})

describe('assessments that disagree', () => {
  const graded = (delegation: string, reliability: string | null, credibility: string | null, kind = 'technical') => ({ delegation, reliability, credibility, kind, event: delegation + reliability }) as Contribution
  test.each([
    ['two steps on one axis', graded('CZ', 'A', '1'), graded('DE', 'C', '1'), 1], ['two steps on the other axis', graded('CZ', 'A', '1'), graded('DE', 'A', '3'), 1], ['one step on both', graded('CZ', 'A', '1'), graded('DE', 'B', '2'), 0],
    ['not to be judged', graded('CZ', 'A', '1'), graded('DE', 'F', '6'), 0], ['not graded', graded('CZ', 'A', '1'), graded('DE', null, null), 0], ['another kind', graded('CZ', 'A', '1'), graded('DE', 'E', '5', 'severity'), 0], ['one delegation', graded('CZ', 'A', '1'), graded('CZ', 'E', '5'), 0],
  ])('%s', (_what, first, second, found) => expect(disagreements([first, second])).toHaveLength(found))
})

test.each([
  [{ due: '2031-06-12', status: 'planned' }, '2031-06-12', 0], [{ due: '2031-06-12', status: 'underWay' }, '2031-06-13', 1], [{ due: '2031-03-29', status: 'planned' }, '2031-03-31', 2], [{ due: '2031-06-12', status: 'done' }, '2031-07-01', 0], [{ due: null, status: 'planned' }, '2031-07-01', 0],
] as const)('an action %j is overdue on %s by %i days', (action, today, days) => expect(daysOverdue(action, today)).toBe(days))

test('an action that was withdrawn is overdue by nothing', () => {
  const content = { due: '2031-06-12', status: 'planned' } as const
  const withdrawn = { event: 'e'.repeat(64) as EventId, author: '1'.repeat(64) as InstallationId, person: '', delegation: 'CZ', claimedAtUtcMs: 0, reason: 'Overtaken' } as const
  expect([null, withdrawn].map((one) => overdueOf({ content, withdrawn: one }, '2031-06-14'))).toEqual([2, 0])
})
