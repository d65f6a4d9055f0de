/**
 * The printable case file: one HTML page that needs nothing else, with the marking at the head and foot of every sheet, a table of
 * contents, the content by step, and annexes. Anything that the fold holds stands in it somewhere; nothing is summed up into a verdict.
 */
import { coverWith } from '../text/cover.ts'
import { EXERCISE_WORDS } from '../text/coverWords.ts'
import type { Publication } from '../text/publication.ts'
import { documentNumber } from '../text/revision.ts'
import { escapeHtml, htmlPage, type SheetLines } from '../text/html.ts'
import { lowered } from '../base/lowered.ts'
import { MONTHS } from '../base/months.ts'
import { deadlineWords } from '../silence/timeWords.ts'
import type { EntryKind } from '../toolbox/entry.ts'
import { STEPS } from '../toolbox/steps.ts'
import { CONSIDERATIONS } from '../toolbox/yardsticks.ts'
import { markingWords } from '../marking/words.ts'
import { ACTIVITY_SERIES, activityOf, disagreements, type Activity, type ActivitySeries } from './activity.ts'
import { article, factList, grid, kept, moment, row, shortDay, who } from './caseFileParts.ts'
import { CASE_FILE_STYLE } from './caseFileStyle.ts'
import { chartSvg, type Series } from './chartSvg.ts'
import { describeEntry, nameOf, type FactValue, type Here } from './describeEntry.ts'
import { CONTRIBUTION_KIND_NAMES, ENTRY_TIMELINE_WORDS, LINKED_AS, SET_ASIDE_WORDS, STEP_STATE_NAMES, stepMarkedWords, TIMELINE_WORDS } from './dossierWords.ts'
import { STANCES } from './events.ts'
import { sovereignPositions } from './entries.ts'
import { heatOf, positionsBySubject } from './heat.ts'
import type { NamedBy } from './namedBy.ts'
import type { DossierState, Entry, TimelineEntry } from './state.ts'
import { CHOICE_NAMES, dayIn, ENGLISH, KIND_NAMES } from '../toolbox/entryWords.ts'
import { STANCE_NAMES } from './stanceWords.ts'

export interface CaseFileStamp {
  readonly madeAtUtcMs: number
  /** Who made it, for example `Jana Nováková (CZ)`. */
  readonly who: string
  /** Where the register of that machine stood: number and hash of its last entry. */
  readonly register: { readonly seq: number; readonly hash: string }
  readonly stateHash: string
}

export interface CaseFileSheets {
  /** Which copy of how many this is. */
  readonly copy?: Publication['copy']
  readonly lines?: SheetLines
  /** On which sheet each chapter begins, by the name of its place. Known only after it was printed once; without it the contents name no sheets. */
  readonly pages?: ReadonlyMap<string, number>
}

interface Chapter {
  readonly title: string
  /** Empty chapters are left out, and so are their lines in the table of contents. */
  readonly html: string
}

const CONTRIBUTION_ACTIVITY: Readonly<Record<ActivitySeries, string>> = { observed: 'Observed', reported: 'Reported', briefed: 'Briefed' }

/** `marking`: the highest of all that is printed, of what other dossiers say too. */
type Printed = DossierState & Pick<Here, 'dossierTitles'> & { readonly namedBy?: readonly NamedBy[] }

export function encodeCaseFile(state: Printed, stamp: CaseFileStamp, { copy = null, lines = 'margins', pages }: CaseFileSheets = {}): string {
  const body = numbered(content(state), (at) => `${at + 1}`, '')
  const annexes = numbered([
    { title: 'Attachments', html: attachments(state) }, { title: 'Timeline', html: timeline(state) }, { title: 'Kept without effect', html: setAside(state) }, { title: 'Register reference', html: reference(stamp) },
  ], (at) => `Annex ${String.fromCharCode('A'.charCodeAt(0) + at)}`, 'annex')
  const parts = [...body, ...annexes].map((part, at) => ({ ...part, place: `c${at}` }))
  const contents = parts.map(({ number, place, title }) => `<li><a href="#${place}"><span>${number}</span><span>${escapeHtml(title)}</span><i></i><span class="page">${pages?.get(place) ?? ''}</span></a></li>`).join('')
  const chapters = parts.map(({ number, place, title, html, kind }) => `<section id="${place}"${kind === '' ? '' : ` class="${kind}"`}><h2>${number}${kind === '' ? '.' : ':'} ${escapeHtml(title)}</h2>\n${html}</section>`).join('\n')
  const main = `<style>${CASE_FILE_STYLE}</style>\n${head(state)}\n<nav aria-label="Contents"><h2>Contents</h2><ol class="toc">${contents}</ol></nav>\n${chapters}`
  const publication = { cover: coverWith({ number: state.reference, subject: state.title }), revLabel: '', marking: state.marking, exercise: state.exercise, copy }
  return htmlPage({ title: `${state.reference} ${state.title}`, publication, main, lines })
}

function numbered<K extends string>(chapters: readonly Chapter[], name: (at: number) => string, kind: K) {
  return chapters.filter((chapter) => chapter.html !== '').map((chapter, at) => ({ ...chapter, number: name(at), kind }))
}

function content(state: Printed): Chapter[] {
  const of = (...kinds: readonly EntryKind[]): string => entries(state, kinds)
  return [
    { title: 'The activity', html: [of('description', 'link', 'interest', 'route'), namedBy(state, 'link', 'Dossiers that link to this one')].join('') },
    { title: 'The nine steps', html: steps(state) },
    { title: 'Situational awareness', html: [activity(state), contributions(state), differing(state), of('briefing', 'indicators')].join('') },
    { title: 'Attribution', html: [standing(state), of('attribution', 'finding', 'consideration')].join('') },
    { title: 'Options and measures', html: of('note', 'option') },
    { title: 'Positions', html: [heat(state), positions(state)].join('') },
    { title: 'Deliberations and decisions', html: of('deliberation', 'decision') },
    { title: 'Implementation', html: of('action') },
    { title: 'Communication', html: of('communication') },
    { title: 'Partners', html: of('partnerRequest', 'alignment') },
    { title: 'Evaluation', html: [of('effect', 'lesson'), namedBy(state, 'lesson', 'Lessons for this dossier, learnt in others')].join('') },
    { title: 'Texts and silence procedures', html: texts(state) },
  ]
}

function head(state: DossierState): string {
  const facts: [string, string][] = [
    ['Reference', state.reference], ['Marking', markingWords(state.marking).join(', ') || 'None'], ['Opened', `${state.opened.person} (${state.opened.delegation}), ${moment(state.opened.claimedAtUtcMs)}`], ['Distribution', state.distribution.join(', ')],
  ]
  const notice = state.exercise ? `<p class="exercise-notice"><b>${EXERCISE_WORDS}</b>This is an exercise. Nothing that it describes has happened.</p>` : ''
  return `${notice}<header class="head"><p class="kind">Case file</p><h1>${escapeHtml(state.title)}</h1><dl class="facts">${facts.map(row).join('')}</dl>${state.summary === '' ? '' : `<p>${escapeHtml(state.summary)}</p>`}</header>`
}

function entries(state: Printed, kinds: readonly EntryKind[]): string {
  return state.entries.filter((entry) => kinds.includes(entry.content.kind)).map((entry) => entryPart(entry, state)).join('\n')
}

/** What other dossiers say of this one: from where, under which marking, and who may have it, since their lists may differ from that of this file. */
function namedBy({ distribution, namedBy: all = [] }: Printed, kind: 'link' | 'lesson', title: string): string {
  const found = all.filter(({ entry }) => entry.content.kind === kind)
  return found.length === 0 ? '' : `<h3>${escapeHtml(title)}</h3>${found.map((one) => {
    const { content } = one.entry
    const said: [string, string] = content.kind === 'link' ? ['Link', LINKED_AS[content.relation]] : ['The lesson', content.kind === 'lesson' ? content.text : '']
    const others = one.distribution.length === distribution.length && one.distribution.every((code) => distribution.includes(code)) ? [] : [row(['Its distribution', one.distribution.join(', ')])]
    return article(one.entry.delegation, `${one.reference} ${one.title}`, [KIND_NAMES[content.kind], who(one.entry.wordings.at(-1) ?? one.entry), ...markingWordsOf(one.marking)], factList([row(said), ...others]))
  }).join('\n')}`
}

/** The field that an entry is known by stands in its heading, unless it is longer than a heading may be. */
const IN_HEADING: Readonly<Partial<Record<EntryKind, string>>> = {
  link: 'to', note: 'title', option: 'title', indicators: 'title', briefing: 'subject', deliberation: 'subject', finding: 'statement', attribution: 'actor', consideration: 'consideration', decision: 'measure',
  action: 'what', communication: 'line', partnerRequest: 'partner', alignment: 'country', effect: 'objective', lesson: 'text',
}
const LONGEST_HEADING = 160

function entryPart(entry: Entry, state: Printed): string {
  const { content, contested, marking, withdrawn, wordings } = entry
  const last = wordings.at(-1) ?? entry
  const name = content.kind === 'consideration' ? CONSIDERATIONS.find((one) => one.id === content.consideration)?.name ?? '' : nameOf(entry, ENGLISH, state.dossierTitles)
  const fits = name.length <= LONGEST_HEADING
  const field = IN_HEADING[content.kind]
  const notes = [...(contested ? ['Two wordings were made without knowledge of each other.'] : []), ...(withdrawn === null ? [] : [`Withdrawn by ${withdrawn.delegation}: ${withdrawn.reason}`])]
  const facts = describeEntry(content, state, fits && field !== undefined ? [field] : []).map(({ label, value }) => `<dt>${escapeHtml(label)}</dt><dd>${factHtml(value)}</dd>`)
  const kind = KIND_NAMES[content.kind]
  const beside = [...(fits && name !== kind ? [kind] : []), who(last), ...markingWordsOf(marking), ...(wordings.length > 1 ? [`worded ${wordings.length} times`] : [])]
  return article(entry.delegation, fits ? name : kind, beside, `${notes.map((note) => `<p><strong>${escapeHtml(note)}</strong></p>`).join('')}${factList(facts)}`, withdrawn !== null)
}

function markingWordsOf(marking: Entry['marking']): string[] {
  return marking === null ? [] : [markingWords(marking).join(', ')]
}

function factHtml(value: FactValue): string {
  if ('text' in value) return escapeHtml(value.text)
  if ('delegations' in value) return escapeHtml(value.delegations.join(', '))
  return `<ul>${value.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`
}

function stepName(step: number): string {
  return `${step} ${STEPS[step - 1]?.name ?? ''}`
}

function steps(state: DossierState): string {
  return grid([kept('Step'), kept('State'), 'Marked'], state.steps.map((step) => [
    stepName(step.step), STEP_STATE_NAMES[step.state], step.history.map((one) => `${STEP_STATE_NAMES[one.state]}: ${one.delegation}, ${moment(one.claimedAtUtcMs)}${one.note === '' ? '' : `: ${one.note}`}`).join('\n'),
  ]))
}

function bucketName(from: string, by: Activity['by']): string {
  return by === 'month' ? `${(MONTHS[Number(from.slice(5, 7)) - 1] ?? '').slice(0, 3)} ${from.slice(0, 4)}` : shortDay(from)
}

function activity(state: DossierState): string {
  const { buckets, by, tooFar } = activityOf(state)
  if (buckets.length === 0) return ''
  const rows = buckets.map((one) => ({ category: bucketName(one.from, by), values: one.counts }))
  const series = ACTIVITY_SERIES.map((id): Series & { id: ActivitySeries } => ({ id, name: CONTRIBUTION_ACTIVITY[id] }))
  const figures = buckets.filter((one) => series.some(({ id }) => one.counts[id] > 0)).map((one) => [dayIn(one.from, MONTHS), ...series.map(({ id }) => String(one.counts[id]))])
  return `${figure('activity', `Activity over time, by ${by}`, rows, series)}${grid([by === 'day' ? 'Day' : `${by === 'week' ? 'Week' : 'Month'} from`, ...series.map((one) => one.name)], figures)}${tooFar === 0 ? '' : `<p>Not drawn, because far from all other days: ${tooFar}.</p>`}`
}

function figure(name: string, title: string, rows: Parameters<typeof chartSvg>[2], series: readonly Series[]): string {
  return `<figure><figcaption>${escapeHtml(title)}</figcaption>${chartSvg(name, title, rows, series)}</figure>`
}

function contributions({ contributions: all, attachments: attached }: DossierState): string {
  return all.map((one) => {
    const names = attached.filter((other) => one.attachments?.includes(other.event) === true).map((other) => other.name)
    const facts: [string, string][] = [
      ['Body', one.body ?? ''], ['Source', one.source], ['Marking', markingWords(one.marking).join(', ')], ['Grading of source and content', grading(one, '')],
      ['Observed', dayIn(one.observed ?? '', MONTHS)], ['Reported', dayIn(one.reported ?? '', MONTHS)], ['Attachments', names.join(', ')], ['In words', one.text],
    ]
    return article(one.delegation, one.title, [CONTRIBUTION_KIND_NAMES[one.kind], who(one)], factList(facts.filter(([, value]) => value !== '').map(row)))
  }).join('\n')
}

/** The two axes beside one another, never joined. */
function grading({ reliability, credibility }: Pick<DossierState['contributions'][number], 'reliability' | 'credibility'>, none: string): string {
  return reliability === null && credibility === null ? none : `${reliability ?? '–'} ${credibility ?? '–'}`
}

function differing(state: DossierState): string {
  const found = disagreements(state.contributions)
  return found.length === 0 ? '' : `<h3>Assessments that disagree</h3>${grid([kept('Kind'), 'One', kept('Grading'), 'Other', kept('Grading')], found.map(({ kind, first, second }) => [
    CONTRIBUTION_KIND_NAMES[kind], `${first.delegation}: ${first.title}`, grading(first, '– –'), `${second.delegation}: ${second.title}`, grading(second, '– –')]))}`
}

function standing({ entries: all, distribution }: DossierState): string {
  const rows = sovereignPositions(all, distribution)
  const { stance, publicity, manner } = CHOICE_NAMES
  return rows.every(({ statement }) => statement === null) ? '' : `<h3>Where the States stand</h3><p>Each position is a sovereign decision of its State (10289/23, point 25). Nothing is added up into a verdict.</p>${grid([kept('State'), kept('Position'), 'Actor or cluster', 'In private or in public', 'Alone or with others'], rows.map(({ delegation, statement }) => (
    statement === null ? [delegation, 'No statement here', '', '', ''] : [delegation, stance[statement.content.stance], statement.content.actor, publicity[statement.content.publicity], manner[statement.content.manner]])))}`
}

function heat(state: DossierState): string {
  const { options, rows } = heatOf(state)
  if (options.length === 0) return ''
  const chart = options.map((option) => ({ category: option.content.title, values: Object.fromEntries(STANCES.map((stance) => [stance, rows.filter((one) => one.positions.get(option.event)?.stance === stance).length])) }))
  return `${figure('positions', 'Positions by option: how many delegations hold each', chart, STANCES.map((id) => ({ id, name: STANCE_NAMES[id] })))}<h3>Delegations and options</h3>${grid([kept('Delegation'), ...options.map((option) => option.content.title)], rows.map(({ delegation, positions: said }) => [delegation, ...options.map((option) => {
    const position = said.get(option.event)
    return position === undefined ? 'not heard' : STANCE_NAMES[position.stance]
  })]))}`
}

function positions(state: DossierState): string {
  const names = new Map(positionsBySubject(state).flatMap(({ name, said }) => said.map((one) => [one.event, name])))
  const rows = state.positions.map((one) => [one.delegation, names.get(one.event) ?? one.subject, STANCE_NAMES[one.stance], one.remark, one.compromise ?? '', moment(one.claimedAtUtcMs)])
  return rows.length === 0 ? '' : `<h3>Positions in the order in which they were taken</h3>${grid([kept('Delegation'), 'On', kept('Position'), 'Remark', 'What it would take', kept('Said')], rows)}`
}

function texts(state: DossierState): string {
  const revisions = grid([kept('Text'), 'Title', 'Issued', kept('Suggestions'), { head: 'Hash of the text', is: 'code' }], state.texts.flatMap((text) => text.revisions.map((one) => [documentNumber(one.cover, one.rev), one.title, `${one.delegation}, ${moment(one.claimedAtUtcMs)}`, String(one.suggestions.length), one.textHash])))
  const silences = grid([kept('Silence on'), 'Deadline', 'Outcome', kept('Answers')], state.silences.map((one) => [`REV ${one.rev}`, deadlineWords(one.deadline), one.outcome.provisional ? `Intake not closed. As things stand: “${one.outcome.words}”` : `“${one.outcome.words}”`, String(one.responses.length)]))
  return revisions + silences
}

function attachments(state: DossierState): string {
  return grid(['Name', 'From', kept('Size in bytes'), 'Marking', { head: 'BLAKE2b-256', is: 'code' }], state.attachments.map((one) => [one.name, `${one.delegation}, ${who(one)}`, String(one.sizeBytes), markingWords(one.marking).join(', '), one.hash]))
}

function timeline(state: DossierState): string {
  return grid([kept('Claimed'), kept('From'), 'What', kept('Step')], state.timeline.map((one) => [moment(one.claimedAtUtcMs), one.delegation, happened(one, state), one.step === null ? '' : stepName(one.step)]))
}

function happened({ about, event, subject, type }: TimelineEntry, state: DossierState): string {
  const marked = type === 'step.marked' ? state.steps.flatMap((step) => step.history).find((one) => one.event === event) : undefined
  if (marked !== undefined) return stepMarkedWords(STEP_STATE_NAMES[marked.state], marked.note)
  const say = about === undefined ? TIMELINE_WORDS[type] : ENTRY_TIMELINE_WORDS[type]?.bind(null, lowered(KIND_NAMES[about]))
  return say === undefined ? newer(type) : say(subject)
}

function newer(type: string): string {
  return `did something that needs a newer version (${type})`
}

function setAside(state: DossierState): string {
  const rows = state.setAside.map((one) => [TIMELINE_WORDS[one.type]?.('…') ?? newer(one.type), SET_ASIDE_WORDS[one.why], one.event])
  return rows.length === 0 ? '' : `<p>Signed and genuine, but without effect on this case file.</p>${grid([kept('Type'), 'Why', { head: 'Event', is: 'code' }], rows)}`
}

function reference({ madeAtUtcMs, who: maker, register, stateHash }: CaseFileStamp): string {
  const facts = [row(['Printed', `${moment(madeAtUtcMs)}, by ${maker}`]), codeRow('State of the dossier', '', stateHash), codeRow('Register', `Entry ${register.seq} of that machine, hash `, register.hash)]
  return `<p>Whoever holds the same events can tell by the state of the dossier whether this file says what they see. The register of the machine that printed it stood at the entry that is named here.</p>${factList(facts)}`
}

function codeRow(label: string, words: string, code: string): string {
  return `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(words)}<span class="code">${escapeHtml(code)}</span></dd>`
}
