/** `chancery search` */
import { ok } from '../../shared/base/result.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { brusselsDate } from './brusselsTime.ts'
import { wholeNumber } from './choices.ts'
import type { Command, CommandGroup } from './command.ts'
import { excerpt, short } from './layout.ts'

type Hit = Output<'search.find'>['hits'][number]

const KIND_WORDS: Readonly<Record<Hit['kind'], string>> = {
  dossier: 'Dossier', text: 'Text', paragraph: 'Paragraph', suggestion: 'Suggestion', comment: 'Comment', contribution: 'Contribution', position: 'Position', answer: 'Silence answer', reservation: 'Reservation', entry: 'Case file',
}

const search: Command = {
  path: ['search'],
  summary: 'find words in all dossiers: "in quotation marks" a phrase, the last word a beginning; capitals and accents do not matter',
  positionals: [{ name: 'WORDS', help: 'what to look for; put a phrase into single and double quotation marks', rest: true }],
  options: {
    limit: { type: 'string', value: 'N', help: 'how many; 20 if left out' },
    offset: { type: 'string', value: 'N', help: 'how many to pass over; none if left out' },
  },
  vault: 'open',
  run: async (run) => {
    const limit = wholeNumber('--limit', run.args.text('limit') ?? '20', 1, 200)
    if (!limit.ok) return limit
    const offset = wholeNumber('--offset', run.args.text('offset') ?? '0', 0, 10_000)
    if (!offset.ok) return offset
    const found = await run.call('search.find', { query: run.args.positional('WORDS'), limit: limit.value, offset: offset.value })
    if (!found.ok) return found
    const { hits, more } = found.value
    if (hits.length === 0) return ok({ result: found.value, lines: ['Nothing found.'] })
    const next = more ? [`There is more: --offset ${offset.value + hits.length}`] : []
    return ok({ result: found.value, lines: [...hits.flatMap(hitLines), ...next] })
  },
}

function hitLines(hit: Hit): string[] {
  const lies = hit.text === null ? [] : [hit.text.number || hit.text.title, hit.text.place, ...(hit.text.alsoIn.length === 0 ? [] : [`also in REV ${hit.text.alsoIn.join(', ')}`])]
  const words = [hit.heading, hit.excerpt].filter((one) => one.text !== '').map((one) => `  ${excerpt(marked(one), 200)}`)
  return [
    [KIND_WORDS[hit.kind], ...lies, `${hit.reference} ${hit.dossierTitle}`, hit.delegation, brusselsDate(hit.claimedAtUtcMs), `dossier ${short(hit.dossier)}`].filter((part) => part !== '').join(' · '),
    ...words,
  ]
}

/** What was looked for stands between angle quotation marks. */
function marked({ text, found }: Hit['excerpt']): string {
  const pieces = found.map(([from, to], at) => `${text.slice(found[at - 1]?.[1] ?? 0, from)}‹${text.slice(from, to)}›`)
  return pieces.join('') + text.slice(found.at(-1)?.[1] ?? 0)
}

export const searchCommands: CommandGroup = { name: 'search', summary: 'full text over all dossiers of the vault', commands: [search] }
