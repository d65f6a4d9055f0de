/** `chancery silence kinds`, `add-kind`, `holidays`. */
import * as v from 'valibot'
import { ok } from '../../shared/base/result.ts'
import { contract } from '../../shared/ipc/contract.ts'
import { wholeNumber } from './choices.ts'
import { wrongUsage, type Command } from './command.ts'
import { readJsonFile } from './jsonFile.ts'
import { columns, short, table } from './layout.ts'
import { findCircle } from './references.ts'

const CIRCLE = { type: 'string', value: 'CIRCLE', help: 'the circle, where there are several' } as const

const kinds: Command = {
  path: ['silence', 'kinds'],
  summary: 'list the kinds of silence procedure that there are in a circle, with their rules and sources',
  positionals: [],
  options: { circle: CIRCLE },
  vault: 'open',
  run: async (run) => {
    const circle = await findCircle(run, run.args.text('circle'))
    if (!circle.ok) return circle
    const found = await run.call('silence.profiles', { circle: circle.value.circle })
    if (!found.ok) return found
    const lines = found.value.profiles.flatMap((one) => [one.name, ...columns([
      ['  Named here', one.id.length === 64 ? short(one.id) : one.id], ['  Set by', one.setter], ['  Minimum', one.minimumHours === null ? 'none' : `${one.minimumHours} hours`],
      ['  Broken by', one.whoMayBreak === 'members' ? 'every member' : 'Member States that are members'], ['  Rule', one.rule], ['  If kept', one.unbrokenWords], ['  If broken', one.brokenWords],
      ['  Its use', one.useAgreed ?? 'nothing prescribed'], ['  Afterwards', one.after.join(', ') || 'nothing'], ['  Source', `${one.source} (${one.grade})`],
    ])])
    return ok({ result: found.value, lines })
  },
}

const addKind: Command = {
  path: ['silence', 'add-kind'],
  summary: 'add a kind of silence procedure to the circle, from a JSON file with its rules',
  positionals: [{ name: 'FILE', help: 'the rules: the fields that `silence kinds --json` shows, without the identifier, with the grade "circle"' }],
  options: { circle: CIRCLE },
  vault: 'open',
  run: async (run) => {
    const read = readJsonFile(run, run.args.positional('FILE'))
    if (!read.ok) return read
    const circle = await findCircle(run, run.args.text('circle'))
    if (!circle.ok) return circle
    const input = v.safeParse(contract['silence.addProfile'].input, { circle: circle.value.circle, rules: read.value })
    if (!input.success) return wrongUsage(`the rules are not complete: ${v.getDotPath(input.issues[0]) ?? 'the whole'}`)
    const added = await run.call('silence.addProfile', input.output)
    return added.ok ? ok({ result: added.value, lines: [`Added: ${input.output.rules.name}, ${short(added.value.event)}.`] }) : added
  },
}

const holidays: Command = {
  path: ['silence', 'holidays'],
  summary: 'list the public holidays of one year that deadlines are compared with',
  positionals: [{ name: 'YEAR', help: 'the year' }],
  options: {},
  vault: 'open',
  run: async (run) => {
    const year = wholeNumber('YEAR', run.args.positional('YEAR'), 1900, 2200)
    if (!year.ok) return year
    const shown = await run.call('holiday.show', { year: year.value })
    return shown.ok ? ok({ result: shown.value, lines: [...table(['Day', 'Name'], shown.value.holidays.map((one) => [one.day, one.name]), 'None.'), shown.value.source] }) : shown
  },
}

export const silenceKindCommands: readonly Command[] = [kinds, addKind, holidays]
