/** Verdicts by the letters of a consolidation, from options or from a file. */
import * as v from 'valibot'
import { ok, type Result } from '../../shared/base/result.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { wrongUsage, type CommandRun, type Failure } from './command.ts'
import { readJsonFile } from './jsonFile.ts'

type Verdict = Input<'text.issue'>['verdicts'][number]
type Amendments = NonNullable<Verdict['edited']>
type Group = Output<'text.consolidation'>['groups'][number]

/** One line of a verdicts file: a group by its letter. The words of `edited` are checked by the contract. */
const byLetterSchema = v.strictObject({
  letter: v.pipe(v.string(), v.regex(/^[A-Z]{1,4}$/)),
  verdict: v.picklist(['accepted', 'edited', 'notTakenUp', 'deferred']),
  edited: v.optional(v.nullable(v.array(v.custom<Amendments[number]>((value) => typeof value === 'object' && value !== null))), null),
  reason: v.optional(v.nullable(v.string()), null),
})
type ByLetter = v.InferOutput<typeof byLetterSchema>

export function readVerdicts(run: CommandRun, groups: readonly Group[]): Result<Verdict[], Failure> {
  const file = run.args.text('verdicts')
  const byOptions = fromOptions(run)
  if (file !== null && byOptions.length > 0) return wrongUsage('--verdicts excludes --accept and --decline')
  const lines = file === null ? ok(byOptions) : fromFile(run, file)
  return lines.ok ? spread(lines.value, groups) : lines
}

function fromOptions(run: CommandRun): ByLetter[] {
  const reason = run.args.text('reason')
  const lettersOf = (option: string) => run.args.all(option).flatMap((list) => list.toUpperCase().match(/[^,\s]+/g) ?? [])
  return [
    ...lettersOf('accept').map((letter) => ({ letter, verdict: 'accepted' as const, edited: null, reason: null })),
    ...lettersOf('defer').map((letter) => ({ letter, verdict: 'deferred' as const, edited: null, reason })),
    ...lettersOf('decline').map((letter) => ({ letter, verdict: 'notTakenUp' as const, edited: null, reason })),
  ]
}

function fromFile(run: CommandRun, path: string): Result<ByLetter[], Failure> {
  const json = readJsonFile(run, path)
  if (!json.ok) return json
  const parsed = v.safeParse(v.array(byLetterSchema), json.value)
  if (parsed.success) return ok(parsed.output)
  const at = parsed.issues[0].path?.map((item) => String(item.key)).join('.')
  return wrongUsage(`${path} is not a list of {letter, verdict, edited, reason}${at === undefined ? '' : `: see ${at}`}`)
}

/** A group's verdict is the verdict of each suggestion in it: the disposition table answers every delegation. */
function spread(lines: readonly ByLetter[], groups: readonly Group[]): Result<Verdict[], Failure> {
  const verdicts: Verdict[] = []
  const used = new Set<string>()
  for (const line of lines) {
    const group = groups.find((candidate) => candidate.letter === line.letter)
    if (!group) return wrongUsage(`there is no suggestion ${line.letter}`)
    if (used.has(line.letter)) return wrongUsage(`${line.letter} has two verdicts`)
    used.add(line.letter)
    verdicts.push(...group.suggestions.map((suggestion) => ({ suggestion, verdict: line.verdict, edited: line.edited, reason: line.reason })))
  }
  return ok(verdicts)
}
