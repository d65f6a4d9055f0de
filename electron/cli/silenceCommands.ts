/** `chancery silence ...` */
import { ok, type Result } from '../../shared/base/result.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { uncountedWords } from '../../shared/ipc/uncountedWords.ts'
import { deadlineWarningWords } from '../../shared/ipc/warningWords.ts'
import { inBrussels } from './brusselsTime.ts'
import { choice, optionalChoice, optionalWholeNumber } from './choices.ts'
import { wrongUsage, type Command, type CommandGroup, type CommandRun, type Failure } from './command.ts'
import { columns, excerpt, short, table } from './layout.ts'
import { PARAGRAPH, paragraphPlace } from './places.ts'
import { findDraft, findKind, findSilence, findText } from './references.ts'
import { silenceKindCommands } from './silenceKindCommands.ts'
import { DEADLINE, PROCEDURE, ZONE, deadlineWords, procedureOf, signed, silenceLifeCommands, wallTime } from './silenceLifeCommands.ts'

type SilenceView = Output<'silence.show'>

const RESPONSES = ['agreement', 'objection', 'draftingComment', 'requestForTime', 'reservation', 'constructiveAbstention'] as const
const NEVER_BREAKS: readonly string[] = ['agreement', 'constructiveAbstention']
const RESERVATIONS = ['scrutiny', 'parliamentaryScrutiny', 'substantive', 'linguistic'] as const
const TEXT = { name: 'TEXT', help: 'document number or first digits of the identifier' }
const OPENING = {
  deadline: DEADLINE,
  zone: ZONE,
  rev: { type: 'string', value: 'N', help: 'REV; the latest if left out' },
  profile: { type: 'string', value: 'PROFILE', help: 'a kind of procedure that `silence kinds` lists; working-party if left out' },
  'forward-to': { type: 'string', value: 'BODY', required: true, help: 'where the outcome goes next: PSC, COREPER, ...' },
  notice: { type: 'string', value: 'TEXT', help: 'notice to the delegations' },
} as const

const open: Command = {
  path: ['silence', 'open'],
  summary: 'put a REV under a silence procedure',
  positionals: [TEXT],
  options: { ...OPENING, draft: { type: 'string', value: 'DRAFT', help: 'identifier of the draft that it opens' } },
  vault: 'open',
  run: async (run) => {
    const input = await openingInput(run)
    if (!input.ok) return input
    const draft = await draftNamed(run)
    if (!draft.ok) return draft
    const opened = await run.call('silence.open', { ...input.value, draft: draft.value })
    return opened.ok ? ok({ result: opened.value, lines: [`Silence procedure ${short(opened.value.event)} is running.`, ...await warningLines(run)] }) : opened
  },
}

const draft: Command = {
  path: ['silence', 'draft'],
  summary: 'prepare a silence procedure and show it to all, without effect, so that its use can be agreed',
  positionals: [TEXT],
  options: OPENING,
  vault: 'open',
  run: async (run) => {
    const input = await openingInput(run)
    if (!input.ok) return input
    const drafted = await run.call('silence.draft', input.value)
    return drafted.ok ? ok({ result: drafted.value, lines: [`Draft ${drafted.value.event}; nothing runs until it is opened.`] }) : drafted
  },
}

async function openingInput(run: CommandRun): Promise<Result<Input<'silence.draft'>, Failure>> {
  const rev = optionalWholeNumber('--rev', run.args.text('rev'), 0, 9999)
  if (!rev.ok) return rev
  const text = await findText(run, run.args.positional('TEXT'))
  if (!text.ok) return text
  const { dossier, text: id, latestRev } = text.value
  const profile = await findKind(run, dossier, run.args.text('profile') ?? 'working-party')
  if (!profile.ok) return profile
  return ok({ dossier, text: id, rev: rev.value ?? latestRev, profile: profile.value, ...wallTime(run), forwardTo: run.args.required('forward-to'), notice: run.args.text('notice') ?? '' })
}

async function draftNamed(run: CommandRun): Promise<Result<Input<'silence.open'>['draft'], Failure>> {
  const given = run.args.text('draft')
  const found = given === null ? null : await findDraft(run, given)
  return found === null ? ok(null) : found.ok ? ok(found.value.draft.event) : found
}

/** What is unusual about the deadline, after it has been set: a warning forbids nothing. */
async function warningLines(run: CommandRun): Promise<string[]> {
  const read = await run.call('silence.readDeadline', wallTime(run))
  return read.ok ? read.value.warnings.map((warning) => `Note: ${deadlineWarningWords(warning)}`) : []
}

const list: Command = {
  path: ['silence', 'list'],
  summary: 'list the silence procedures',
  positionals: [],
  options: {},
  vault: 'open',
  run: async (run) => {
    const found = await run.call('silence.list', {})
    if (!found.ok) return found
    const rows = found.value.silences.map(({ silence, number, textTitle }) => [
      short(silence.procedure), number, silence.phase, deadlineWords(silence.deadline), excerpt(textTitle, 60),
    ])
    const drafts = found.value.drafts.map(({ draft: one, number, textTitle }) => [short(one.event), number, 'draft', deadlineWords(one.deadline), excerpt(textTitle, 60)])
    return ok({ result: found.value, lines: table(['Procedure', 'Text', 'Phase', 'Deadline', 'Title'], [...rows, ...drafts], 'No silence procedures.') })
  },
}

const show: Command = {
  path: ['silence', 'show'],
  summary: 'show one procedure: who was served, who answered what, the outcome so far',
  positionals: [PROCEDURE],
  options: {},
  vault: 'open',
  run: async (run) => {
    const view = await findSilence(run, run.args.positional('PROCEDURE'))
    return view.ok ? ok({ result: view.value, lines: silenceLines(view.value) }) : view
  },
}

function answerWords({ event, response, late, withdrawn, clock }: SilenceView['silence']['responses'][number]): string {
  const notes = [response.breaks ? 'breaks' : '', late ? 'late' : '', withdrawn === null ? '' : 'withdrawn', clock.length > 0 ? 'its clock is contradicted' : ''].filter((note) => note !== '')
  return `${response.kind} ${short(event)}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`
}

function silenceLines(view: SilenceView): string[] {
  const { silence } = view
  const rows = view.rows.map((row) => [
    `  ${row.delegation}`, row.member ? 'member' : 'not a member', row.served ? 'served' : 'not known to be served',
    row.sentAtUtcMs === null ? 'not from here' : inBrussels(row.sentAtUtcMs), row.receiptAtUtcMs === null ? 'no receipt' : inBrussels(row.receiptAtUtcMs),
    silence.responses.filter((answer) => row.responses.includes(answer.event)).map(answerWords).join(', ') || 'silent',
  ])
  return [
    ...(view.exercise ? ['EXERCISE'] : []),
    `${view.number}: ${view.textTitle}`,
    ...columns([
      ['Procedure', silence.procedure], ['Kind', silence.rules.name], ['Rule', silence.rules.rule], ['Setter', `${silence.person} (${silence.delegation})`],
      ['Deadline', deadlineWords(silence.deadline)], ['Phase', silence.phase],
      ['Outcome', `${silence.outcome.words}${silence.outcome.provisional ? ' (provisional: the intake is open)' : ''}`],
    ]),
    ...view.uncounted.map(uncountedWords),
    ...table(['  Delegation', 'Standing', 'Served', 'Sent', 'Receipt (claimed)', 'Answers'], rows, '  Nobody.'),
    ...silence.responses.filter(({ response }) => response.remark !== '')
      .map(({ delegation, response }) => `  ${delegation}: ${excerpt(response.remark, 200)}`),
    ...silence.use.map((one) => `On its use, ${one.delegation}: ${one.agrees ? 'agreed' : 'not agreed'}${one.where === '' ? '' : `, ${one.where}`}`),
    ...(view.chase.length === 0 ? [] : [`To chase: ${view.chase.map((one) => `${one.delegation} (${one.lacks === 'notSent' ? 'not sent' : 'no receipt'})`).join(', ')}`]),
  ]
}

const respond: Command = {
  path: ['silence', 'respond'],
  summary: 'answer a silence procedure for your delegation',
  positionals: [PROCEDURE],
  options: {
    kind: { type: 'string', value: 'KIND', required: true, help: RESPONSES.join(', ') },
    breaks: { type: 'boolean', help: 'this breaks silence' },
    'does-not-break': { type: 'boolean', help: 'this does not break silence' },
    reservation: { type: 'string', value: 'KIND', help: RESERVATIONS.join(', ') },
    remark: { type: 'string', value: 'TEXT', help: 'remark' },
    paragraph: PARAGRAPH,
  },
  vault: 'open',
  run: async (run) => {
    const kind = choice('kind', run.args.required('kind'), RESPONSES)
    if (!kind.ok) return kind
    const reservation = optionalChoice('reservation', run.args.text('reservation'), RESERVATIONS)
    if (!reservation.ok) return reservation
    const breaks = readBreaks(run, kind.value)
    if (!breaks.ok) return breaks
    const view = await findSilence(run, run.args.positional('PROCEDURE'))
    if (!view.ok) return view
    const place = await paragraphPlace(run, view.value.dossier, view.value.silence.text, view.value.silence.rev)
    if (!place.ok) return place
    const response = { kind: kind.value, breaks: breaks.value, reservation: reservation.value, remark: run.args.text('remark') ?? '', place: place.value }
    return signed(await run.call('silence.respond', { ...procedureOf(view.value), response }))
  },
}

/** "Does this break silence?" is asked of the author, never inferred; only an agreement needs no answer. */
function readBreaks(run: CommandRun, kind: (typeof RESPONSES)[number]): Result<boolean, Failure> {
  const breaks = run.args.flag('breaks')
  const doesNot = run.args.flag('does-not-break')
  if (breaks && doesNot) return wrongUsage('--breaks and --does-not-break exclude each other')
  if (NEVER_BREAKS.includes(kind)) return breaks ? wrongUsage(`${kind === 'agreement' ? 'an agreement' : 'a constructive abstention'} does not break silence`) : ok(false)
  return breaks || doesNot ? ok(breaks) : wrongUsage('does this break silence? say --breaks or --does-not-break')
}

export const silenceCommands: CommandGroup = {
  name: 'silence', summary: 'silence procedures: draft, open, answer, extend, suspend, close, certify, forward', commands: [open, draft, list, show, respond, ...silenceLifeCommands, ...silenceKindCommands],
}
