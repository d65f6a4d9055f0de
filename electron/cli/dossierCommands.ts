/** `chancery dossier ...` */
import { ok, type Result } from '../../shared/base/result.ts'
import type { Delegation } from '../../shared/base/delegations.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { inBrussels } from './brusselsTime.ts'
import { choice, delegations, optionalChoice, wholeNumber } from './choices.ts'
import { wrongUsage, type Command, type CommandGroup, type CommandRun, type Failure, type Report } from './command.ts'
import { caseFile } from './entryCommands.ts'
import { readTextFile } from './jsonFile.ts'
import { columns, excerpt, short, table } from './layout.ts'
import { LIMITED_OPTION, MARKING_OPTIONS, markingWords, readLimitedTo, readMarking } from './markingOptions.ts'
import { findCircle, findDossier } from './references.ts'

type DossierState = Output<'dossier.show'>['state']

const KINDS = ['singleActivity', 'seriesOfActivities', 'persistentActor', 'partnerRequest', 'exercise'] as const
const STEP_STATES = ['begun', 'done', 'reopened'] as const
const STANCES = ['support', 'canAccept', 'needsTime', 'reservation', 'cannotAccept'] as const
const CONTRIBUTION_KINDS = ['technical', 'intelligenceAssessment', 'severity', 'forensic', 'briefing'] as const
const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const
const CREDIBILITIES = ['1', '2', '3', '4', '5', '6'] as const
const DOSSIER = { name: 'DOSSIER', help: 'reference or first digits of the identifier' }

const open: Command = {
  path: ['dossier', 'open'],
  summary: 'open a dossier in a circle',
  positionals: [],
  options: {
    reference: { type: 'string', value: 'REF', required: true, help: 'reference, for example CYBER/2026/4' },
    title: { type: 'string', value: 'TITLE', required: true, help: 'title' },
    kind: { type: 'string', value: 'KIND', required: true, help: KINDS.join(', ') },
    summary: { type: 'string', value: 'TEXT', help: 'what it is about' },
    circle: { type: 'string', value: 'CIRCLE', help: 'name or first digits; not needed where there is one circle' },
    distribution: { type: 'string', value: 'CZ,DE,...', help: 'delegations that may have it; all of the roster if left out' },
    ...MARKING_OPTIONS,
  },
  vault: 'open',
  run: async (run) => {
    const circle = await findCircle(run, run.args.text('circle'))
    if (!circle.ok) return circle
    const kind = choice('kind', run.args.required('kind'), KINDS)
    if (!kind.ok) return kind
    const marking = readMarking(run.args)
    if (!marking.ok) return marking
    const distribution = readDistribution(run, circle.value.entries)
    if (!distribution.ok) return distribution
    const opened = await run.call('dossier.open', {
      circle: circle.value.circle, reference: run.args.required('reference'), title: run.args.required('title'), kind: kind.value,
      summary: run.args.text('summary') ?? '', marking: marking.value, distribution: distribution.value,
    })
    return opened.ok ? ok({ result: opened.value, lines: [`Dossier ${short(opened.value.dossier)} is open.`] }) : opened
  },
}

function readDistribution(run: CommandRun, entries: readonly { delegation: Delegation; removed: boolean }[]): Result<Delegation[], Failure> {
  const given = run.args.text('distribution')
  if (given !== null) return delegations('distribution', given)
  return ok([...new Set(entries.filter((entry) => !entry.removed).map((entry) => entry.delegation))])
}

const list: Command = {
  path: ['dossier', 'list'],
  summary: 'list the dossiers of this vault',
  positionals: [],
  options: {},
  vault: 'open',
  run: async (run) => {
    const found = await run.call('dossier.list', {})
    if (!found.ok) return found
    const rows = found.value.dossiers.map((dossier) => [
      dossier.reference, short(dossier.dossier), dossier.exercise ? 'EXERCISE' : '', markingWords(dossier.marking),
      inBrussels(dossier.lastEventUtcMs), dossier.title,
    ])
    return ok({ result: found.value, lines: table(['Reference', 'Dossier', '', 'Marking', 'Last event', 'Title'], rows, 'No dossiers.') })
  },
}

const show: Command = {
  path: ['dossier', 'show'],
  summary: 'show one dossier: steps, contributions, positions, texts, silence procedures',
  positionals: [DOSSIER],
  options: {},
  vault: 'open',
  run: async (run) => {
    const dossier = await findDossier(run, run.args.positional('DOSSIER'))
    if (!dossier.ok) return dossier
    const shown = await run.call('dossier.show', { dossier: dossier.value.dossier })
    if (!shown.ok) return shown
    const waiting = shown.value.pending === 0 ? [] : [`${shown.value.pending} events wait for others that have not arrived.`]
    return ok({ result: shown.value, lines: [...dossierLines(shown.value.state), ...waiting, `State hash: ${shown.value.stateHash}`] })
  },
}

function dossierLines(state: DossierState): string[] {
  const steps = state.steps.filter((step) => step.state !== 'notBegun').map((step) => `${step.step} ${step.state}`)
  const contributions = state.contributions.map((item) => (
    [`  ${item.delegation}`, inBrussels(item.claimedAtUtcMs), item.kind, excerpt(item.title, 60)]))
  const positions = state.positions.map((item) => (
    [`  ${item.delegation}`, inBrussels(item.claimedAtUtcMs), item.stance, excerpt(item.subject, 60)]))
  return [
    ...(state.exercise ? ['EXERCISE'] : []),
    `${state.reference}: ${state.title}`,
    ...columns([
      ['Dossier', state.dossier], ['Marking', markingWords(state.marking)], ['Distribution', state.distribution.join(', ')],
      ['Opened', `${inBrussels(state.opened.claimedAtUtcMs)} by ${state.opened.person} (${state.opened.delegation})`],
      ['Steps', steps.length === 0 ? 'none begun' : steps.join(', ')],
    ]),
    'Situational awareness', ...table(['  From', 'When (claimed)', 'Kind', 'Title'], contributions, '  None.'),
    'Positions', ...table(['  From', 'When (claimed)', 'Position', 'On'], positions, '  None.'),
    'Texts', ...textLines(state),
  ]
}

function textLines(state: DossierState): string[] {
  const rows = state.texts.flatMap((text) => text.revisions.map((revision) => [
    `  ${short(text.text)}`, revision.rev === 0 ? 'INIT' : `REV ${revision.rev}`, `${revision.suggestions.length}`,
    inBrussels(revision.claimedAtUtcMs), excerpt(revision.title, 60),
  ]))
  return table(['  Text', 'REV', 'Suggestions', 'Issued (claimed)', 'Title'], rows, '  None.')
}

const step: Command = {
  path: ['dossier', 'step'],
  summary: 'mark one of the nine steps',
  positionals: [DOSSIER, { name: 'STEP', help: '1 to 9' }],
  options: {
    state: { type: 'string', value: 'STATE', required: true, help: STEP_STATES.join(', ') },
    note: { type: 'string', value: 'TEXT', help: 'note' },
  },
  vault: 'open',
  run: async (run) => {
    const number = wholeNumber('STEP', run.args.positional('STEP'), 1, 9)
    if (!number.ok) return number
    const state = choice('state', run.args.required('state'), STEP_STATES)
    if (!state.ok) return state
    const dossier = await findDossier(run, run.args.positional('DOSSIER'))
    if (!dossier.ok) return dossier
    return signed(await run.call('dossier.markStep', {
      dossier: dossier.value.dossier, step: number.value, state: state.value, note: run.args.text('note') ?? '',
    }))
  },
}

const contribute: Command = {
  path: ['dossier', 'contribute'],
  summary: 'contribute situational awareness',
  positionals: [DOSSIER],
  options: {
    title: { type: 'string', value: 'TITLE', required: true, help: 'title' },
    kind: { type: 'string', value: 'KIND', required: true, help: CONTRIBUTION_KINDS.join(', ') },
    text: { type: 'string', value: 'TEXT', help: 'what is contributed; or --text-file' },
    'text-file': { type: 'string', value: 'FILE', help: 'a file with what is contributed (UTF-8)' },
    source: { type: 'string', value: 'WHO', help: 'where it comes from' },
    reliability: { type: 'string', value: 'A-F', help: 'reliability of the source (Admiralty grading)' },
    credibility: { type: 'string', value: '1-6', help: 'credibility of the information; independent of the reliability' },
    ...MARKING_OPTIONS,
    ...LIMITED_OPTION,
  },
  vault: 'open',
  run: async (run) => {
    const kind = choice('kind', run.args.required('kind'), CONTRIBUTION_KINDS)
    if (!kind.ok) return kind
    const grading = readGrading(run)
    if (!grading.ok) return grading
    const marking = readMarking(run.args)
    if (!marking.ok) return marking
    const limitedTo = readLimitedTo(run.args)
    if (!limitedTo.ok) return limitedTo
    const text = contributedText(run)
    if (!text.ok) return text
    const dossier = await findDossier(run, run.args.positional('DOSSIER'))
    if (!dossier.ok) return dossier
    return signed(await run.call('dossier.contribute', {
      dossier: dossier.value.dossier, title: run.args.required('title'), kind: kind.value, source: run.args.text('source') ?? '',
      text: text.value, marking: marking.value, limitedTo: limitedTo.value, ...grading.value,
    }))
  },
}

type Grading = Pick<Input<'dossier.contribute'>, 'reliability' | 'credibility'>

function readGrading(run: CommandRun): Result<Grading, Failure> {
  const reliability = optionalChoice('reliability', run.args.text('reliability'), RELIABILITIES)
  if (!reliability.ok) return reliability
  const credibility = optionalChoice('credibility', run.args.text('credibility'), CREDIBILITIES)
  return credibility.ok ? ok({ reliability: reliability.value, credibility: credibility.value }) : credibility
}

function contributedText(run: CommandRun): Result<string, Failure> {
  const text = run.args.text('text')
  const file = run.args.text('text-file')
  if ((text === null) === (file === null)) return wrongUsage('give either --text or --text-file')
  return file === null ? ok(text ?? '') : readTextFile(run, file)
}

/** An option bears its own title. */
async function spokenOn(run: CommandRun, dossier: Input<'dossier.takePosition'>['dossier']): Promise<Result<Pick<Input<'dossier.takePosition'>, 'subject' | 'option'>, Failure>> {
  const [subject, digits] = [run.args.text('subject'), run.args.text('option')]
  if ((subject === null) === (digits === null)) return wrongUsage('give either --subject or --option')
  if (digits === null) return ok({ subject: subject ?? '' })
  const shown = await run.call('dossier.show', { dossier })
  if (!shown.ok) return shown
  const [found, other] = shown.value.state.entries.flatMap(({ content, event }) => (content.kind === 'option' && event.startsWith(digits) ? [{ subject: content.title, option: event }] : []))
  if (found === undefined) return wrongUsage(`no option begins with ${digits}`)
  return other === undefined ? ok(found) : wrongUsage(`more than one option begins with ${digits}`)
}

const position: Command = {
  path: ['dossier', 'position'],
  summary: 'take a position for your delegation',
  positionals: [DOSSIER],
  options: {
    subject: { type: 'string', value: 'ON', help: 'what the position is on, in words' },
    option: { type: 'string', value: 'ENTRY', help: 'or the option that it is on: first digits of the event that added it' },
    stance: { type: 'string', value: 'STANCE', required: true, help: STANCES.join(', ') },
    remark: { type: 'string', value: 'TEXT', help: 'remark' },
  },
  vault: 'open',
  run: async (run) => {
    const stance = choice('stance', run.args.required('stance'), STANCES)
    if (!stance.ok) return stance
    const dossier = await findDossier(run, run.args.positional('DOSSIER'))
    if (!dossier.ok) return dossier
    const on = await spokenOn(run, dossier.value.dossier)
    return on.ok ? signed(await run.call('dossier.takePosition', { dossier: dossier.value.dossier, ...on.value, stance: stance.value, remark: run.args.text('remark') ?? '' })) : on
  },
}

function signed(answer: Result<{ event: string }, Failure>): Result<Report, Failure> {
  return answer.ok ? ok({ result: answer.value, lines: [`Signed: event ${short(answer.value.event)}.`] }) : answer
}

export const dossierCommands: CommandGroup = {
  name: 'dossier', summary: 'cases: steps, situational awareness, positions', commands: [open, list, show, step, contribute, position, caseFile],
}
