/** `chancery text carry | who | comments | comment`: what happens to words between REVs. */
import { ok, type Result } from '../../shared/base/result.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { inBrussels } from './brusselsTime.ts'
import { optionalWholeNumber } from './choices.ts'
import { wrongUsage, type Command, type CommandRun, type Failure } from './command.ts'
import { counted, excerpt, short, table } from './layout.ts'
import { findText } from './references.ts'
import { previewLines, revWords } from './textLines.ts'

const TEXT = { name: 'TEXT', help: 'document number or first digits of the identifier' }
const MOST_REVS = 9999
type Carried = Output<'text.carry'>['carried'][number]

const STATUS: Readonly<Record<Carried['status'], string>> = { applies: 'still applies', overtaken: 'overtaken', conflicts: 'conflicts' }
const WHY: Readonly<Record<NonNullable<Carried['why']>, string>> = {
  blockGone: 'its paragraph went', wordsChanged: 'its words were changed', kindChanged: 'its paragraph is of another kind now', placeChanged: 'its paragraph was moved',
  rival: 'other new words stand there', misplaced: 'it no longer fits',
}

const carry: Command = {
  path: ['text', 'carry'],
  summary: 'what became of the suggestions of your delegation that were not taken up, against the latest REV; asks again with --again',
  positionals: [TEXT],
  options: { again: { type: 'string', value: '1,3 or all', help: 'numbers of those that still apply and are to be asked again; signs them' } },
  vault: 'open',
  run: async (run) => {
    const text = await findText(run, run.args.positional('TEXT'))
    if (!text.ok) return text
    const ref = { dossier: text.value.dossier, text: text.value.text }
    const found = await run.call('text.carry', ref)
    if (!found.ok) return found
    const { carried, rev } = found.value
    const again = run.args.text('again')
    if (again === null) return ok({ result: found.value, lines: carriedLines(carried, rev) })
    const chosen = chosenAgain(carried, again)
    if (!chosen.ok) return chosen
    const sent = await run.call('text.suggest', { ...ref, rev, suggestions: chosen.value.map(({ amendments, reason }) => ({ amendments, reason })) })
    return sent.ok ? ok({ result: sent.value, lines: [`${counted(sent.value.suggestions.length, 'suggestion')} signed again, against ${revWords(rev)}.`] }) : sent
  },
}

function carriedLines(carried: readonly Carried[], rev: number): string[] {
  if (carried.length === 0) return ['Nothing to carry forward.']
  const head = `${counted(carried.length, 'suggestion')} not taken up, against ${revWords(rev)}`
  return [head, ...carried.flatMap((one, at) => [
    `${at + 1}  made on ${revWords(one.rev)}: ${STATUS[one.status]}${one.why === null ? '' : `, ${WHY[one.why]}`}`,
    ...previewLines(one.preview),
    ...(one.answer === null ? [] : [`   answer: ${excerpt(one.answer, 200)}`]),
  ])]
}

function chosenAgain(carried: readonly Carried[], given: string): Result<Carried[], Failure> {
  const applying = carried.filter((one) => one.status === 'applies')
  if (given === 'all') return applying.length > 0 ? ok(applying) : wrongUsage('--again: none of them still applies')
  const chosen: Carried[] = []
  for (const number of given.split(',')) {
    const one = carried[Number(number) - 1]
    if (!one) return wrongUsage(`--again: there is no suggestion ${number}`)
    if (one.status !== 'applies') return wrongUsage(`--again: suggestion ${number} does not apply as it stands`)
    chosen.push(one)
  }
  return ok([...new Set(chosen)])
}

const who: Command = {
  path: ['text', 'who'],
  summary: 'who asked for these words: every passage with the REV in which it came in',
  positionals: [TEXT],
  options: { rev: { type: 'string', value: 'N', help: 'REV; the latest if left out' }, delegation: { type: 'string', value: 'CODE', help: 'only what this delegation asked for' } },
  vault: 'open',
  run: async (run) => {
    const text = await findText(run, run.args.positional('TEXT'))
    if (!text.ok) return text
    const rev = optionalWholeNumber('--rev', run.args.text('rev'), 0, MOST_REVS)
    if (!rev.ok) return rev
    const ref = { dossier: text.value.dossier, text: text.value.text, rev: rev.value }
    const found = await run.call('text.provenance', ref)
    if (!found.ok) return found
    const shown = await run.call('text.show', { ...ref, comparedWith: null })
    if (!shown.ok) return shown
    const rows = passageRows(found.value, shown.value.revision.document, run.args.text('delegation')?.toUpperCase() ?? null)
    return ok({ result: found.value, lines: table(['Block', 'Since', 'Asked by', 'Words'], rows, 'No such passage.') })
  },
}

function passageRows({ blocks, asked }: Output<'text.provenance'>, document: Output<'text.show'>['revision']['document'], only: string | null): string[][] {
  const by = new Map(asked.map((one) => [one.suggestion, one.delegation]))
  const content = new Map(document.blocks.map((block) => [block.id, block.content.map((inline) => ('footnote' in inline ? '*' : inline.text)).join('')]))
  return blocks.flatMap(({ block, passages }) => passages.flatMap(({ from, to, rev, suggestions }) => {
    const delegations = [...new Set(suggestions.flatMap((id) => by.get(id) ?? []))]
    if (only !== null && !delegations.some((delegation) => delegation === only)) return []
    return [[block, revWords(rev), delegations.length === 0 ? 'issuer' : delegations.join(', '), excerpt(content.get(block)?.slice(from, to) ?? '', 100)]]
  }))
}

const comments: Command = {
  path: ['text', 'comments'],
  summary: 'comments on a text, with what was answered',
  positionals: [TEXT],
  options: { open: { type: 'boolean', help: 'only those that are not resolved' } },
  vault: 'open',
  run: async (run) => {
    const text = await findText(run, run.args.positional('TEXT'))
    if (!text.ok) return text
    const found = await run.call('text.comments', { dossier: text.value.dossier, text: text.value.text })
    if (!found.ok) return found
    const threads = found.value.threads.filter((thread) => !run.args.flag('open') || !thread.resolved)
    return ok({ result: { ...found.value, threads }, lines: threads.length === 0 ? ['No comments.'] : threads.flatMap(threadLines) })
  },
}

function threadLines(thread: Output<'text.comments'>['threads'][number]): string[] {
  const where = thread.place === null ? 'the text' : `block ${thread.place.block}`
  const head = `${short(thread.event)}  ${revWords(thread.rev)}, ${where}, ${inBrussels(thread.claimedAtUtcMs)}${thread.resolved ? ', resolved' : ''}`
  const said = (delegation: string, words: string, act: string): string => `   ${delegation}: ${[act === 'said' ? '' : act, excerpt(words, 300)].filter((part) => part !== '').join(': ')}`
  return [head, said(thread.delegation, thread.words, 'said'), ...thread.answers.map((one) => said(one.delegation, one.words, one.act))]
}

const comment: Command = {
  path: ['text', 'comment'],
  summary: 'comment on the latest REV, or answer, resolve or reopen a comment',
  positionals: [TEXT],
  options: {
    words: { type: 'string', value: 'TEXT', help: 'what you say' },
    block: { type: 'string', value: 'ID', help: 'block that you comment on; the text as a whole if left out' },
    thread: { type: 'string', value: 'ID', help: 'first digits of the comment that you answer' },
    resolve: { type: 'boolean', help: 'the comment named with --thread is settled' },
    reopen: { type: 'boolean', help: 'it is not' },
  },
  vault: 'open',
  run: async (run) => {
    const text = await findText(run, run.args.positional('TEXT'))
    if (!text.ok) return text
    const ref = { dossier: text.value.dossier, text: text.value.text }
    const thread = await namedThread(run, ref)
    if (!thread.ok) return thread
    const block = run.args.text('block')
    const act = run.args.flag('resolve') ? 'resolved' : run.args.flag('reopen') ? 'reopened' : 'said'
    if (act !== 'said' && thread.value === null) return wrongUsage('--resolve and --reopen need --thread')
    const said = await run.call('text.comment', { ...ref, thread: thread.value, place: block === null ? null : { block, from: 0, to: 0 }, act, words: run.args.text('words') ?? '' })
    return said.ok ? ok({ result: said.value, lines: [`Signed: ${short(said.value.event)}`] }) : said
  },
}

async function namedThread(run: CommandRun, ref: Input<'text.comments'>): Promise<Result<Input<'text.comment'>['thread'], Failure>> {
  const given = run.args.text('thread')
  if (given === null) return ok(null)
  const found = await run.call('text.comments', ref)
  if (!found.ok) return found
  const fitting = found.value.threads.filter((thread) => thread.event.startsWith(given.toLowerCase()))
  const [only] = fitting
  return fitting.length === 1 && only ? ok(only.event) : wrongUsage(`--thread: "${given}" fits ${fitting.length} comments`)
}

export const negotiationCommands: readonly Command[] = [carry, who, comments, comment]
