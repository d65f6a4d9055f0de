/** `chancery silence ...` */
import { ok, type Result } from '../../shared/base/result.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { brusselsWallTime, inBrussels } from './brusselsTime.ts'
import { choice, optionalChoice, optionalWholeNumber } from './choices.ts'
import { wrongUsage, type Command, type CommandGroup, type CommandRun, type Failure, type Report } from './command.ts'
import { columns, excerpt, short, table } from './layout.ts'
import { findSilence, findText } from './references.ts'

type SilenceView = Output<'silence.show'>
type Deadline = SilenceView['silence']['deadline']

const PROFILES = ['working-party', 'council-12-2-d', 'osce', 'nato', 'unga-74-544'] as const
const RESPONSES = ['agreement', 'objection', 'draftingComment', 'requestForTime', 'reservation'] as const
const RESERVATIONS = ['scrutiny', 'parliamentaryScrutiny', 'substantive', 'linguistic'] as const
const PROCEDURE = { name: 'PROCEDURE', help: 'first digits of the identifier' }
const DEADLINE = { type: 'string', value: 'YYYY-MM-DDTHH:MM', required: true, help: 'deadline, a wall time in --zone' } as const
const ZONE = { type: 'string', value: 'ZONE', help: 'IANA time zone; Europe/Brussels if left out' } as const

const open: Command = {
  path: ['silence', 'open'],
  summary: 'put a REV under a silence procedure',
  positionals: [{ name: 'TEXT', help: 'document number or first digits of the identifier' }],
  options: {
    deadline: DEADLINE,
    zone: ZONE,
    rev: { type: 'string', value: 'N', help: 'REV; the latest if left out' },
    profile: { type: 'string', value: 'PROFILE', help: `${PROFILES.join(', ')}; working-party if left out` },
    'forward-to': { type: 'string', value: 'BODY', required: true, help: 'where the outcome goes next: PSC, COREPER, ...' },
    notice: { type: 'string', value: 'TEXT', help: 'notice to the delegations' },
  },
  vault: 'open',
  run: async (run) => {
    const profile = choice('profile', run.args.text('profile') ?? 'working-party', PROFILES)
    if (!profile.ok) return profile
    const rev = optionalWholeNumber('--rev', run.args.text('rev'), 0, 9999)
    if (!rev.ok) return rev
    const text = await findText(run, run.args.positional('TEXT'))
    if (!text.ok) return text
    const opened = await run.call('silence.open', {
      dossier: text.value.dossier, text: text.value.text, rev: rev.value ?? text.value.latestRev, profile: profile.value, ...wallTime(run),
      forwardTo: run.args.required('forward-to'), notice: run.args.text('notice') ?? '',
    })
    return opened.ok ? ok({ result: opened.value, lines: [`Silence procedure ${short(opened.value.event)} is running.`] }) : opened
  },
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
    return ok({ result: found.value, lines: table(['Procedure', 'Text', 'Phase', 'Deadline', 'Title'], rows, 'No silence procedures.') })
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

function answerWords({ response, late }: SilenceView['silence']['responses'][number]): string {
  return `${response.kind}${response.breaks ? ' (breaks)' : ''}${late ? ' (late)' : ''}`
}

function silenceLines(view: SilenceView): string[] {
  const { silence } = view
  const rows = view.rows.map((row) => [
    `  ${row.delegation}`, row.member ? 'member' : 'not a member', row.served ? 'served' : 'not known to be served',
    row.receiptAtUtcMs === null ? 'no receipt' : inBrussels(row.receiptAtUtcMs),
    silence.responses.filter((answer) => row.responses.includes(answer.event)).map(answerWords).join(', ') || 'silent',
  ])
  return [
    ...(view.exercise ? ['EXERCISE'] : []),
    `${view.number}: ${view.textTitle}`,
    ...columns([
      ['Procedure', silence.procedure], ['Profile', silence.profile], ['Setter', `${silence.person} (${silence.delegation})`],
      ['Deadline', deadlineWords(silence.deadline)], ['Phase', silence.phase],
      ['Outcome', `${silence.outcome.words}${silence.outcome.provisional ? ' (provisional: the intake is open)' : ''}`],
    ]),
    ...table(['  Delegation', 'Standing', 'Served', 'Receipt (claimed)', 'Answers'], rows, '  Nobody.'),
    ...silence.responses.filter(({ response }) => response.remark !== '')
      .map(({ delegation, response }) => `  ${delegation}: ${excerpt(response.remark, 200)}`),
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
    const response = { kind: kind.value, breaks: breaks.value, reservation: reservation.value, remark: run.args.text('remark') ?? '' }
    return signed(await run.call('silence.respond', { ...procedureOf(view.value), response }))
  },
}

/** "Does this break silence?" is asked of the author, never inferred; only an agreement needs no answer. */
function readBreaks(run: CommandRun, kind: (typeof RESPONSES)[number]): Result<boolean, Failure> {
  const breaks = run.args.flag('breaks')
  const doesNot = run.args.flag('does-not-break')
  if (breaks && doesNot) return wrongUsage('--breaks and --does-not-break exclude each other')
  if (kind === 'agreement') return breaks ? wrongUsage('an agreement does not break silence') : ok(false)
  return breaks || doesNot ? ok(breaks) : wrongUsage('does this break silence? say --breaks or --does-not-break')
}

const extend: Command = {
  path: ['silence', 'extend'],
  summary: 'set a later deadline, before the present one has passed',
  positionals: [PROCEDURE],
  options: { deadline: DEADLINE, zone: ZONE, reason: { type: 'string', value: 'TEXT', help: 'reason' } },
  vault: 'open',
  run: async (run) => {
    const view = await findSilence(run, run.args.positional('PROCEDURE'))
    if (!view.ok) return view
    return signed(await run.call('silence.extend', { ...procedureOf(view.value), ...wallTime(run), reason: run.args.text('reason') ?? '' }))
  },
}

const close: Command = {
  path: ['silence', 'close'],
  summary: 'close the intake after the deadline: what has been admitted is all that counts',
  positionals: [PROCEDURE],
  options: { note: { type: 'string', value: 'TEXT', help: 'what was done about each delegation not known to be served' } },
  vault: 'open',
  run: async (run) => {
    const view = await findSilence(run, run.args.positional('PROCEDURE'))
    if (!view.ok) return view
    return signed(await run.call('silence.closeIntake', { ...procedureOf(view.value), note: run.args.text('note') ?? '' }))
  },
}

const certify: Command = {
  path: ['silence', 'certify'],
  summary: 'sign the certificate of the outcome',
  positionals: [PROCEDURE],
  options: {},
  vault: 'open',
  run: async (run) => {
    const view = await findSilence(run, run.args.positional('PROCEDURE'))
    return view.ok ? signed(await run.call('silence.certify', procedureOf(view.value))) : view
  },
}

function wallTime(run: CommandRun): { wallTime: string; zone: string } {
  return { wallTime: run.args.required('deadline'), zone: run.args.text('zone') ?? 'Europe/Brussels' }
}

function procedureOf(view: SilenceView): { dossier: SilenceView['dossier']; procedure: SilenceView['silence']['procedure'] } {
  return { dossier: view.dossier, procedure: view.silence.procedure }
}

function signed(answer: Result<{ event: string }, Failure>): Result<Report, Failure> {
  return answer.ok ? ok({ result: answer.value, lines: [`Signed: event ${short(answer.value.event)}.`] }) : answer
}

/** In Brussels and in UTC; the wall time as it was set too, where that is another one. */
function deadlineWords(deadline: Deadline): string {
  const set = deadline.wallTime === brusselsWallTime(deadline.utcMs) ? '' : `, set as ${deadline.wallTime} ${deadline.zone}`
  return `${inBrussels(deadline.utcMs)}${set}`
}

export const silenceCommands: CommandGroup = {
  name: 'silence', summary: 'silence procedures: open, answer, extend, close, certify', commands: [open, list, show, respond, extend, close, certify],
}
