/** What becomes of a silence procedure once it is open: `chancery silence extend`, `close`, ... */
import { ok, type Result } from '../../shared/base/result.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { brusselsWallTime, inBrussels } from './brusselsTime.ts'
import { choice, delegations, wholeNumber } from './choices.ts'
import { wrongUsage, type Command, type CommandRun, type Failure, type OptionSpecs, type Report } from './command.ts'
import { short } from './layout.ts'
import { findDraft, findSilence } from './references.ts'

type SilenceView = Output<'silence.show'>
type Deadline = SilenceView['silence']['deadline']
type Ref = { readonly dossier: SilenceView['dossier']; readonly procedure: SilenceView['silence']['procedure'] }

export const PROCEDURE = { name: 'PROCEDURE', help: 'first digits of the identifier' }
export const DEADLINE = { type: 'string', value: 'YYYY-MM-DDTHH:MM', required: true, help: 'deadline, a wall time in --zone' } as const
export const ZONE = { type: 'string', value: 'ZONE', help: 'IANA time zone; Europe/Brussels if left out' } as const
const REASON = { type: 'string', value: 'TEXT', help: 'reason' } as const
const STEPS = ['forwarded', 'notified', 'issued', 'noted'] as const

interface Act {
  readonly name: string
  readonly summary: string
  readonly options: OptionSpecs
  readonly run: (run: CommandRun, ref: Ref) => Promise<Result<Report, Failure>>
  /** Also of a draft that was not opened. */
  readonly drafts?: true
}

function act({ name, summary, options, run: perform, drafts }: Act): Command {
  return {
    path: ['silence', name], summary, positionals: [PROCEDURE], options, vault: 'open',
    run: async (run) => {
      const view = await findSilence(run, run.args.positional('PROCEDURE'))
      if (view.ok) return perform(run, procedureOf(view.value))
      const draft = drafts ? await findDraft(run, run.args.positional('PROCEDURE')) : view
      return draft.ok ? perform(run, { dossier: draft.value.dossier, procedure: draft.value.draft.event }) : view
    },
  }
}

const reason = (run: CommandRun): string => run.args.text('reason') ?? ''

const ACTS: readonly Act[] = [
  {
    name: 'use', summary: 'say whether your delegation agrees to the use of the procedure, apart from the text', drafts: true,
    options: { agree: { type: 'boolean', help: 'its use is agreed' }, disagree: { type: 'boolean', help: 'its use is not agreed' }, where: { type: 'string', value: 'TEXT', help: 'the meeting at which it was said' }, remark: { type: 'string', value: 'TEXT', help: 'remark' } },
    run: async (run, ref) => {
      const agrees = run.args.flag('agree')
      if (agrees === run.args.flag('disagree')) return wrongUsage('say --agree or --disagree')
      return signed(await run.call('silence.stateUse', { ...ref, agrees, where: run.args.text('where') ?? '', remark: run.args.text('remark') ?? '' }))
    },
  },
  {
    name: 'served', summary: 'record that delegations have it by other means than a bundle',
    options: { to: { type: 'string', value: 'CZ,DE,...', required: true, help: 'delegations' }, how: { type: 'string', value: 'TEXT', required: true, help: 'by note, by telephone, to whom' } },
    run: async (run, ref) => {
      const to = delegations('to', run.args.required('to'))
      return to.ok ? signed(await run.call('silence.recordServed', { ...ref, delegations: to.value, how: run.args.required('how') })) : to
    },
  },
  {
    name: 'extend', summary: 'set a later deadline, before the present one has passed', options: { deadline: DEADLINE, zone: ZONE, reason: REASON },
    run: async (run, ref) => signed(await run.call('silence.extend', { ...ref, ...wallTime(run), reason: reason(run) })),
  },
  {
    name: 'suspend', summary: 'stop the deadline until it is resumed with another', options: { reason: REASON },
    run: async (run, ref) => signed(await run.call('silence.suspend', { ...ref, reason: reason(run) })),
  },
  {
    name: 'resume', summary: 'let a suspended procedure run again', options: { deadline: DEADLINE, zone: ZONE, reason: REASON },
    run: async (run, ref) => signed(await run.call('silence.resume', { ...ref, ...wallTime(run), reason: reason(run) })),
  },
  {
    name: 'withdraw', summary: 'end a procedure, or a draft, without an outcome', options: { reason: REASON }, drafts: true,
    run: async (run, ref) => signed(await run.call('silence.withdraw', { ...ref, reason: reason(run) })),
  },
  {
    name: 'close', summary: 'close the intake: what has been admitted is all that counts',
    options: {
      note: { type: 'string', value: 'TEXT', help: 'what was done about each delegation not known to be served' },
      'leave-out-uncounted': { type: 'boolean', help: 'although answers lie here that do not count; --note says why' },
    },
    run: async (run, ref) => signed(await run.call('silence.closeIntake', { ...ref, note: run.args.text('note') ?? '', despiteUncounted: run.args.flag('leave-out-uncounted') })),
  },
  { name: 'certify', summary: 'sign the certificate of the outcome', options: {}, run: async (run, ref) => signed(await run.call('silence.certify', ref)) },
  {
    name: 'forward', summary: 'record a step after an unbroken outcome',
    options: { step: { type: 'string', value: 'STEP', help: `${STEPS.join(', ')}: as the kind of procedure provides; forwarded if left out` }, to: { type: 'string', value: 'BODY', required: true, help: 'PSC, COREPER, Council, ...' }, note: { type: 'string', value: 'TEXT', help: 'note' } },
    run: async (run, ref) => {
      const step = choice('step', run.args.text('step') ?? 'forwarded', STEPS)
      return step.ok ? signed(await run.call('silence.forward', { ...ref, step: step.value, body: run.args.required('to'), note: run.args.text('note') ?? '' })) : step
    },
  },
  {
    name: 'calendar', summary: 'write the deadline as a calendar file (.ics)',
    options: {
      target: { type: 'string', value: 'TARGET', required: true, help: 'folder, or file' }, named: { type: 'boolean', help: 'say in the file what it is about; without it the file holds a time only' },
      alarm: { type: 'string', value: 'MINUTES', multiple: true, help: 'remind so many minutes before; several times if given several times' },
    },
    run: async (run, ref) => {
      const alarmMinutes: number[] = []
      for (const given of run.args.all('alarm')) {
        const minutes = wholeNumber('--alarm', given, 0, 100_000)
        if (!minutes.ok) return minutes
        alarmMinutes.push(minutes.value)
      }
      const written = await run.call('silence.calendar', { ...ref, named: run.args.flag('named'), alarmMinutes, target: run.target(run.args.required('target')) })
      return written.ok ? ok({ result: written.value, lines: [`Written: ${written.value.fileName}`] }) : written
    },
  },
  {
    name: 'overview', summary: 'write who was served and who said what as a page to print',
    options: { target: { type: 'string', value: 'TARGET', required: true, help: 'folder, or file' } },
    run: async (run, ref) => {
      const written = await run.call('silence.print', { ...ref, format: 'html', target: run.target(run.args.required('target')) })
      return written.ok ? ok({ result: written.value, lines: [`Written: ${written.value.fileName}`] }) : written
    },
  },
]

const withdrawAnswer: Command = {
  path: ['silence', 'withdraw-answer'],
  summary: 'take back an answer of your delegation while the intake is open',
  positionals: [PROCEDURE, { name: 'ANSWER', help: 'first digits of the identifier of the answer' }],
  options: { remark: { type: 'string', value: 'TEXT', help: 'remark' } },
  vault: 'open',
  run: async (run) => {
    const view = await findSilence(run, run.args.positional('PROCEDURE'))
    if (!view.ok) return view
    const answer = view.value.silence.responses.find((one) => one.event.startsWith(run.args.positional('ANSWER').toLowerCase()))
    if (!answer) return wrongUsage(`no answer of this procedure begins with "${run.args.positional('ANSWER')}"`)
    return signed(await run.call('silence.withdrawAnswer', { ...procedureOf(view.value), answer: answer.event, remark: run.args.text('remark') ?? '' }))
  },
}

export const silenceLifeCommands: readonly Command[] = [...ACTS.map(act), withdrawAnswer]

export function wallTime(run: CommandRun): { wallTime: string; zone: string } {
  return { wallTime: run.args.required('deadline'), zone: run.args.text('zone') ?? 'Europe/Brussels' }
}

export function procedureOf(view: SilenceView): Ref {
  return { dossier: view.dossier, procedure: view.silence.procedure }
}

export function signed(answer: Result<{ event: string }, Failure>): Result<Report, Failure> {
  return answer.ok ? ok({ result: answer.value, lines: [`Signed: event ${short(answer.value.event)}.`] }) : answer
}

/** In Brussels and in UTC; the wall time as it was set too, where that is another one. */
export function deadlineWords(deadline: Deadline): string {
  const set = deadline.wallTime === brusselsWallTime(deadline.utcMs) ? '' : `, set as ${deadline.wallTime} ${deadline.zone}`
  return `${inBrussels(deadline.utcMs)}${set}`
}
