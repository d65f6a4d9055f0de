/**
 * The printable case file: one HTML page that needs nothing else, with the marking at the head and foot of every sheet, a table of
 * contents, the content by step, and annexes. Anything that the fold holds stands in it somewhere; nothing is summed up into a verdict.
 */
import { coverWith } from '../text/cover.ts'
import { documentNumber } from '../text/revision.ts'
import { escapeHtml, htmlPage, type SheetLines } from '../text/html.ts'
import type { EntryKind } from '../toolbox/entry.ts'
import { STEPS } from '../toolbox/steps.ts'
import { markingWords } from '../marking/words.ts'
import { ACTIVITY_SERIES, activityOf, disagreements } from './activity.ts'
import { chartSvg } from './chartSvg.ts'
import { describeEntry, nameOf, type FactValue } from './describeEntry.ts'
import { STANCES } from './events.ts'
import { sovereignPositions } from './entries.ts'
import { heatOf } from './heat.ts'
import type { DossierState, Entry, Statement } from './state.ts'
import { CHOICE_NAMES, KIND_NAMES } from '../toolbox/entryWords.ts'
import { STANCE_NAMES } from './stanceWords.ts'

export interface CaseFileStamp {
  readonly madeAtUtcMs: number
  /** Who made it, for example `Jana Nováková (CZ)`. */
  readonly who: string
  /** Where the register of that machine stood: number and hash of its last entry. */
  readonly register: { readonly seq: number; readonly hash: string }
  readonly stateHash: string
}

interface Chapter {
  readonly title: string
  /** Empty chapters are left out, and so are their lines in the table of contents. */
  readonly html: string
}

const STYLE = `.toc { columns: 2; list-style: none; padding: 0; } .entry { break-inside: avoid; border-top: 1px solid #c3beb3; padding: 4pt 0; }
.entry h3 { margin: 0; font-size: 11pt; } .who { color: #474d5b; font-size: 9pt; margin: 0; } dl.facts { display: grid; grid-template-columns: 34mm 1fr; gap: 1pt 6pt; margin: 2pt 0; } .facts dt { color: #474d5b; } .facts dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
table.grid { border-collapse: collapse; width: 100%; font-size: 9pt; } .grid th, .grid td { border: 1px solid #c3beb3; padding: 1pt 3pt; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
h2 { break-after: avoid; } .gone { color: #5c616d; } figure { margin: 6pt 0; } figure svg { width: 100%; height: auto; }`

export function encodeCaseFile(state: DossierState, stamp: CaseFileStamp, lines: SheetLines = 'margins'): string {
  const chapters = [
    ...content(state), { title: 'Annex A: Attachments', html: attachments(state) }, { title: 'Annex B: Timeline', html: timeline(state) }, { title: 'Annex C: Kept without effect', html: setAside(state) }, { title: 'Reference', html: reference(stamp) },
  ].filter((chapter) => chapter.html !== '')
  const contents = chapters.map(({ title }, at) => `<li><a href="#c${at}">${escapeHtml(title)}</a></li>`).join('')
  const body = chapters.map(({ title, html }, at) => `<section id="c${at}"><h2>${escapeHtml(title)}</h2>\n${html}</section>`).join('\n')
  const main = `<style>${STYLE}</style>\n${head(state)}\n<nav aria-label="Contents"><h2>Contents</h2><ol class="toc">${contents}</ol></nav>\n${body}`
  const publication = { cover: coverWith({ number: state.reference, subject: state.title }), revLabel: '', marking: state.marking, exercise: state.exercise }
  return htmlPage({ title: `${state.reference} ${state.title}`, publication, main, lines })
}

function content(state: DossierState): Chapter[] {
  const of = (...kinds: readonly EntryKind[]): string => entries(state, kinds)
  return [
    { title: 'The activity', html: of('description', 'link', 'interest', 'route') },
    { title: 'The nine steps', html: steps(state) },
    { title: 'Situational awareness', html: [activity(state), contributions(state), differing(state), of('briefing', 'indicators')].join('') },
    { title: 'Attribution', html: [standing(state), of('attribution', 'finding', 'consideration')].join('') },
    { title: 'Options and measures', html: of('note', 'option') },
    { title: 'Positions', html: [heat(state), positions(state)].join('') },
    { title: 'Deliberations and decisions', html: of('deliberation', 'decision') },
    { title: 'Implementation', html: of('action') },
    { title: 'Communication', html: of('communication') },
    { title: 'Partners', html: of('partnerRequest', 'alignment') },
    { title: 'Evaluation', html: of('effect', 'lesson') },
    { title: 'Texts and silence procedures', html: texts(state) },
  ]
}

function head(state: DossierState): string {
  const facts: [string, string][] = [
    ['Reference', state.reference], ['Marking', markingWords(state.marking).join(', ') || 'None'], ['Opened', `${state.opened.person} (${state.opened.delegation}), ${moment(state.opened.claimedAtUtcMs)}`], ['Distribution', state.distribution.join(', ')],
  ]
  return `<header><h1>${escapeHtml(state.title)}</h1><dl class="facts">${facts.map(row).join('')}</dl>${state.summary === '' ? '' : `<p>${escapeHtml(state.summary)}</p>`}</header>`
}

function row([label, value]: readonly [string, string]): string {
  return `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`
}

function entries(state: DossierState, kinds: readonly EntryKind[]): string {
  return state.entries.filter((entry) => kinds.includes(entry.content.kind)).map((entry) => entryPart(entry, state)).join('\n')
}

function entryPart(entry: Entry, state: DossierState): string {
  const marking = entry.marking === null ? '' : ` · ${markingWords(entry.marking).join(', ')}`
  const last = entry.wordings.at(-1) ?? entry
  const notes = [...(entry.contested ? ['Two wordings were made without knowledge of each other.'] : []), ...(entry.withdrawn === null ? [] : [`Withdrawn by ${entry.withdrawn.delegation}: ${entry.withdrawn.reason}`])]
  return `<article class="entry${entry.withdrawn === null ? '' : ' gone'}"><h3>${escapeHtml(nameOf(entry))}</h3>
<p class="who">${escapeHtml(`${KIND_NAMES[entry.content.kind]} · ${who(last)}${marking}${entry.wordings.length > 1 ? ` · worded ${entry.wordings.length} times` : ''}`)}</p>
${notes.map((note) => `<p><strong>${escapeHtml(note)}</strong></p>`).join('')}<dl class="facts">${describeEntry(entry.content, state).map(({ label, value }) => `<dt>${escapeHtml(label)}</dt><dd>${factHtml(value)}</dd>`).join('')}</dl></article>`
}

function factHtml(value: FactValue): string {
  if ('text' in value) return escapeHtml(value.text)
  if ('delegations' in value) return escapeHtml(value.delegations.join(', '))
  return `<ul>${value.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`
}

function who({ person, delegation, claimedAtUtcMs }: Statement): string {
  return `${person} (${delegation}), ${moment(claimedAtUtcMs)}`
}

/** Claimed, in UTC, so that two prints of one case say the same wherever they are made. */
function moment(utcMs: number): string {
  return `${new Date(utcMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

function grid(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  return `<table class="grid"><thead><tr>${heads.map((one) => `<th scope="col">${escapeHtml(one)}</th>`).join('')}</tr></thead><tbody>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('')}</tbody></table>\n`
}

const STEP_WORDS = { notBegun: 'Not begun', begun: 'Begun', done: 'Done', reopened: 'Reopened' } as const

function steps(state: DossierState): string {
  return grid(['Step', 'State', 'Marked'], state.steps.map((step) => [
    `${step.step} ${STEPS[step.step - 1]?.name ?? ''}`, STEP_WORDS[step.state], step.history.map((one) => `${STEP_WORDS[one.state]}: ${who(one)}${one.note === '' ? '' : `: ${one.note}`}`).join('; '),
  ]))
}

function activity(state: DossierState): string {
  const { buckets } = activityOf(state)
  if (buckets.length === 0) return ''
  const rows = buckets.map((one) => ({ category: one.from, values: one.counts }))
  return `<figure>${chartSvg('Activity over time', rows, ACTIVITY_SERIES)}<figcaption>Activity over time: observed, reported, briefed</figcaption></figure>${grid(['From', ...ACTIVITY_SERIES], buckets.filter((one) => ACTIVITY_SERIES.some((series) => one.counts[series] > 0)).map((one) => [one.from, ...ACTIVITY_SERIES.map((series) => String(one.counts[series]))]))}`
}

function contributions({ contributions: all, attachments: attached }: DossierState): string {
  return all.map((one) => {
    const names = attached.filter((other) => one.attachments?.includes(other.event) === true).map((other) => other.name)
    const facts: [string, string][] = [
      ['Kind', one.kind], ['Body', one.body ?? ''], ['Source', one.source], ['Marking', markingWords(one.marking).join(', ')], ['Grading', one.reliability === null && one.credibility === null ? '' : `${one.reliability ?? '–'} ${one.credibility ?? '–'}`],
      ['Observed', one.observed ?? ''], ['Reported', one.reported ?? ''], ['Attachments', names.join(', ')], ['In words', one.text],
    ]
    return `<article class="entry"><h3>${escapeHtml(one.title)}</h3><p class="who">${escapeHtml(who(one))}</p><dl class="facts">${facts.filter(([, value]) => value !== '').map(row).join('')}</dl></article>`
  }).join('\n')
}

function differing(state: DossierState): string {
  const found = disagreements(state.contributions)
  return found.length === 0 ? '' : `<h3>Assessments that disagree</h3>${grid(['Kind', 'One', 'Grading', 'Other', 'Grading'], found.map(({ kind, first, second }) => [
    kind, `${first.delegation}: ${first.title}`, `${first.reliability ?? '–'} ${first.credibility ?? '–'}`, `${second.delegation}: ${second.title}`, `${second.reliability ?? '–'} ${second.credibility ?? '–'}`]))}`
}

function standing({ entries: all, distribution }: DossierState): string {
  const rows = sovereignPositions(all, distribution).filter(({ statement }) => statement !== null)
  return rows.length === 0 ? '' : `<p>Each position is a sovereign decision of its State (10289/23, point 25).</p>${grid(['State', 'Position', 'Actor'], rows.map(({ delegation, statement }) => [delegation, statement === null ? '' : CHOICE_NAMES.stance[statement.content.stance], statement?.content.actor ?? '']))}`
}

function heat(state: DossierState): string {
  const { options, rows } = heatOf(state)
  if (options.length === 0) return ''
  const chart = options.map((option) => ({ category: option.content.title, values: Object.fromEntries(STANCES.map((stance) => [stance, rows.filter((one) => one.positions.get(option.event)?.stance === stance).length])) }))
  return `<figure>${chartSvg('Positions by option', chart, STANCES)}</figure>${grid(['Delegation', ...options.map((option) => option.content.title)], rows.map(({ delegation, positions: said }) => [delegation, ...options.map((option) => {
    const position = said.get(option.event)
    return position === undefined ? 'not heard' : STANCE_NAMES[position.stance]
  })]))}`
}

function positions(state: DossierState): string {
  return grid(['Delegation', 'On', 'Position', 'Remark', 'What it would take', 'Said'], state.positions.map((one) => [one.delegation, one.subject, STANCE_NAMES[one.stance], one.remark, one.compromise ?? '', moment(one.claimedAtUtcMs)]))
}

function texts(state: DossierState): string {
  const revisions = grid(['Text', 'Title', 'Issued', 'Suggestions', 'Hash'], state.texts.flatMap((text) => text.revisions.map((one) => [documentNumber(one.cover, one.rev), one.title, who(one), String(one.suggestions.length), one.textHash])))
  const silences = grid(['Silence on REV', 'Deadline', 'Outcome', 'Answers'], state.silences.map((one) => [String(one.rev), `${one.deadline.wallTime} ${one.deadline.zone}`, `${one.outcome.words}${one.outcome.provisional ? ' (provisional)' : ''}`, String(one.responses.length)]))
  return revisions + silences
}

function attachments(state: DossierState): string {
  return grid(['Name', 'From', 'Size in bytes', 'Marking', 'BLAKE2b-256'], state.attachments.map((one) => [one.name, who(one), String(one.sizeBytes), markingWords(one.marking).join(', '), one.hash]))
}

function timeline(state: DossierState): string {
  return grid(['Claimed', 'From', 'What', 'Concerning', 'Step'], state.timeline.map((one) => [moment(one.claimedAtUtcMs), one.delegation, one.about === undefined ? one.type : `${one.type}: ${KIND_NAMES[one.about]}`, one.subject, one.step === null ? '' : String(one.step)]))
}

function setAside(state: DossierState): string {
  return grid(['Event', 'Type', 'Why'], state.setAside.map((one) => [one.event, one.type, one.why]))
}

function reference({ madeAtUtcMs, who: maker, register, stateHash }: CaseFileStamp): string {
  const facts: [string, string][] = [['Printed', `${moment(madeAtUtcMs)}, by ${maker}`], ['State of the dossier', stateHash], ['Register', `Entry ${register.seq} of that machine, hash ${register.hash}`]]
  return `<dl class="facts">${facts.map(row).join('')}</dl>`
}
