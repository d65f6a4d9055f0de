/** A Word file with the tracked changes of several people, put down as the suggestions of their delegations. */
import { ok, type Result } from '../../shared/base/result.ts'
import type { Delegation } from '../../shared/base/delegations.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import { commentsByDelegation, namelessAuthors, suggestionsByDelegation } from '../../shared/ipc/onBehalf.ts'
import { delegation } from './choices.ts'
import { wrongUsage, type CommandRun, type Failure, type OptionSpec, type Report } from './command.ts'
import { counted } from './layout.ts'

type Against = Pick<Input<'text.suggest'>, 'dossier' | 'text' | 'rev'>

export const AUTHOR_OPTION: OptionSpec = {
  type: 'string', value: 'NAME=CODE', multiple: true, help: 'for a Word file with tracked changes: whose delegation this author is; every author is to be named (secretariat and Presidency)',
}

/** Nothing is signed unless every author of the file has a delegation: nobody's changes are lost in silence. */
export async function suggestForAuthors(run: CommandRun, against: Against): Promise<Result<Report, Failure>> {
  const named = readAuthors(run)
  if (!named.ok) return named
  const read = await run.call('text.readAuthors', { ...against, source: run.source(run.args.positional('FILE')) })
  if (!read.ok) return read
  const { authors, notes } = read.value
  const nameless = namelessAuthors(authors, named.value)
  if (nameless.length > 0) return wrongUsage(`--author is missing for ${nameless.map((author) => `"${author}"`).join(', ')}`)
  const lines: string[] = []
  const events: string[] = []
  for (const [code, suggestions] of suggestionsByDelegation(authors, named.value)) {
    const sent = await run.call('text.suggest', { ...against, onBehalfOf: code, suggestions })
    if (!sent.ok) return sent
    events.push(sent.value.event)
    lines.push(`${code}: ${counted(suggestions.length, 'suggestion')} put down.`)
  }
  for (const [code, { words, place }] of commentsByDelegation(authors, named.value)) {
    const said = await run.call('text.comment', { dossier: against.dossier, text: against.text, thread: null, place, act: 'said', words, onBehalfOf: code })
    if (!said.ok) return said
    events.push(said.value.event)
    lines.push(`${code}: a comment put down: ${words}`)
  }
  return ok({ result: { events, notes }, lines: [...lines, ...notes.map((note) => `Note: ${note}`)] })
}

function readAuthors(run: CommandRun): Result<Map<string, Delegation>, Failure> {
  const named = new Map<string, Delegation>()
  for (const word of run.args.all('author')) {
    const at = word.lastIndexOf('=')
    const code = delegation('author', word.slice(at + 1))
    if (at < 1 || !code.ok) return wrongUsage(`--author: "${word}" is not NAME=CODE with the code of a delegation`)
    named.set(word.slice(0, at), code.value)
  }
  return ok(named)
}
