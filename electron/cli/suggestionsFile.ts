/** Suggestions from a file: JSON as the contract has them, or an edited copy of the text that the engine compares with the REV. */
import { ok, type Result } from '../../shared/base/result.ts'
import * as v from 'valibot'
import { contract, type Input, type Output } from '../../shared/ipc/contract.ts'
import { wrongUsage, type CommandRun, type Failure } from './command.ts'
import { readJsonFile } from './jsonFile.ts'

type Against = Pick<Input<'text.suggest'>, 'dossier' | 'text' | 'rev'>
type Found = Output<'text.readEdits'>

export async function readSuggestions(run: CommandRun, against: Against, path: string): Promise<Result<Found, Failure>> {
  if (/\.json$/i.test(path)) return fromJson(run, against, path)
  const found = await run.call('text.readEdits', { ...against, source: run.source(path) })
  if (!found.ok) return found
  const reason = run.args.text('reason')
  return ok({ ...found.value, suggestions: found.value.suggestions.map((suggestion) => ({ ...suggestion, reason })) })
}

function fromJson(run: CommandRun, against: Against, path: string): Result<Found, Failure> {
  const json = readJsonFile(run, path)
  if (!json.ok) return json
  const parsed = v.safeParse(contract['text.suggest'].input, { ...against, suggestions: json.value })
  if (parsed.success) return ok({ suggestions: parsed.output.suggestions, notes: [] })
  const at = parsed.issues[0].path?.map((item) => String(item.key)).join('.')
  return wrongUsage(`${path} does not hold suggestions as the contract has them: see ${at ?? 'its beginning'}`)
}
