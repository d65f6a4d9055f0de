/** `chancery text ...` on files alone, without a vault. */
import { basename, extname } from 'node:path'
import { ok, type Result } from '../../shared/base/result.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { choice } from './choices.ts'
import { wrongUsage, type Command, type CommandRun, type Failure, type Report } from './command.ts'
import { counted } from './layout.ts'
import { previewLines, proofLines } from './textLines.ts'

const FILE_HELP = '.docx, .md or .txt'
const POLICIES = ['uncontested', 'majority', 'firstNamed'] as const

export const CONSOLIDATE_OPTIONS: Command['options'] = {
  with: { type: 'string', value: 'NAME=FILE', multiple: true, help: 'an edited copy and whose it is (without --vault)' },
  out: { type: 'string', value: 'FILE', help: 'marked version with all that stands together: .docx, .html, .md, .txt (clean) or .json (without --vault)' },
  policy: { type: 'string', value: 'POLICY', help: `what to take up where changes collide: ${POLICIES.join(', ')}; uncontested, that is none of them, if left out (without --vault)` },
}
export const VERIFY_OPTIONS: Command['options'] = {
  clean: { type: 'string', value: 'FILE', help: `what accepting every change must give: ${FILE_HELP} (without --vault)` },
  base: { type: 'string', value: 'FILE', help: `what rejecting every change must give: ${FILE_HELP} (without --vault)` },
}
export const SHOW_OPTIONS: Command['options'] = {
  format: { type: 'string', value: 'FORMAT', help: 'txt: one block on each line, then the footnotes (without --vault)' },
}

export async function showFile(run: CommandRun): Promise<Result<Report, Failure>> {
  const format = choice('format', run.args.text('format') ?? 'txt', ['txt'])
  if (!format.ok) return format
  const read = await run.call('textFile.read', { source: run.source(run.args.positional('TEXT')) })
  if (!read.ok) return read
  remark(run, read.value.notes)
  return ok({ result: read.value, lines: read.value.plain.split('\n').slice(0, -1) })
}

/** What was read differently is said aside, so that the answer itself can be used as a file. */
function remark(run: CommandRun, notes: readonly string[]): void {
  run.host.err(notes.map((note) => `Note: ${note}\n`).join(''))
}

export async function verifyFile(run: CommandRun): Promise<Result<Report, Failure>> {
  const [clean, base] = [run.args.text('clean'), run.args.text('base')]
  const found = await run.call('textFile.verify', {
    marked: run.source(run.args.positional('TEXT')), clean: clean === null ? null : run.source(clean), base: base === null ? null : run.source(base),
  })
  if (!found.ok) return found
  const { proof, asked, notes } = found.value
  if (!asked.accept && !asked.reject) return wrongUsage('nothing to compare with: name the clean version with --clean, the predecessor with --base')
  remark(run, notes)
  const unasked = [...(asked.accept ? [] : ['Not asked: no clean version was given.']), ...(asked.reject ? [] : ['Not asked: no predecessor was given.'])]
  const lines = [...proofLines(proof), ...unasked]
  return proof.failures.length === 0 ? ok({ result: found.value, lines })
    : { ok: false, error: { kind: 'failed', message: [`the marked version does not tell the truth in ${counted(proof.failures.length, 'place')}`, ...lines].join('\n'), result: found.value } }
}

export async function consolidateFiles(run: CommandRun): Promise<Result<Report, Failure>> {
  const out = run.args.text('out')
  if (out === null) return wrongUsage('--out FILE is missing')
  const format = formatOf(out, ['docx', 'html', 'md', 'txt', 'json'])
  if (!format.ok) return format
  const policy = choice('policy', run.args.text('policy') ?? 'uncontested', POLICIES)
  if (!policy.ok) return policy
  const versions = readVersions(run)
  if (!versions.ok) return versions
  const path = run.args.positional('TEXT')
  const done = await run.call('textFile.consolidate', {
    base: run.source(path), comparedWith: basename(path), versions: versions.value, policy: policy.value, format: format.value, target: run.target(out),
  })
  if (!done.ok) return done
  remark(run, done.value.notes)
  return ok({ result: done.value, lines: [...changeLines(done.value.changes), written(done.value.file)] })
}

function readVersions(run: CommandRun): Result<Input<'textFile.consolidate'>['versions'], Failure> {
  const given = run.args.all('with')
  if (given.length === 0) return wrongUsage('--with NAME=FILE is missing: there is nothing to bring together')
  const versions: Input<'textFile.consolidate'>['versions'] = []
  for (const word of given) {
    const [, name, path] = /^([^=]{1,80})=(.+)$/s.exec(word) ?? []
    if (name === undefined || path === undefined) return wrongUsage(`--with: "${word}" is not NAME=FILE`)
    versions.push({ name, source: run.source(path) })
  }
  return ok(versions)
}

type Changes = Output<'textFile.consolidate'>['changes']

/** Every change of every copy, and what became of it. */
function changeLines(changes: Changes): string[] {
  const taken = changes.filter((change) => change.taken).length
  const head = `${counted(changes.length, 'change')}: ${taken} taken up, ${changes.length - taken} not, because they collide`
  return [head, ...changes.flatMap(({ letter, names, taken: went, collidesWith, preview }) => [
    `${letter}  ${names.join(', ')}: ${went ? 'taken up' : 'NOT taken up'}${collidesWith.length === 0 ? '' : `, collides with ${collidesWith.join(', ')}`}`, ...previewLines(preview),
  ])]
}

function formatOf<const Format extends string>(path: string, allowed: readonly Format[]): Result<Format, Failure> {
  const ending = extname(path).slice(1).toLowerCase()
  const format = allowed.find((candidate) => candidate === ending)
  return format === undefined ? wrongUsage(`--out: the name must end in ${allowed.map((one) => `.${one}`).join(', ')}`) : ok(format)
}

function written({ fileName, sizeBytes }: { fileName: string; sizeBytes: number }): string {
  return `Written: ${fileName} (${sizeBytes} bytes)`
}

export const MARKS = ['tracked', 'visible'] as const
export const MARKS_OPTION = { type: 'string', value: 'HOW', help: 'changes in a Word file: tracked, or visible formatting by the legend of the cover; tracked if left out' } as const

const OUT = { type: 'string', value: 'FILE', required: true } as const

const compare: Command = {
  path: ['text', 'compare'],
  summary: 'mark what changed from one file to another; needs no vault',
  positionals: [{ name: 'OLD', help: FILE_HELP }, { name: 'NEW', help: FILE_HELP }],
  options: { out: { ...OUT, help: '.docx, .html, .md or .json' }, marks: MARKS_OPTION },
  vault: 'none',
  run: async (run) => {
    const out = run.args.required('out')
    const format = formatOf(out, ['docx', 'html', 'md', 'json'])
    if (!format.ok) return format
    const marks = choice('marks', run.args.text('marks') ?? 'tracked', MARKS)
    if (!marks.ok) return marks
    const [old, now] = [run.args.positional('OLD'), run.args.positional('NEW')]
    const done = await run.call('textFile.compare', { before: run.source(old), after: run.source(now), comparedWith: basename(old), format: format.value, marks: marks.value, target: run.target(out) })
    if (!done.ok) return done
    const { list: { counts }, proof, file, notes } = done.value
    remark(run, notes)
    const kinds = Object.entries(counts.kinds).filter(([, count]) => count > 0).map(([kind, count]) => `${count} ${kind}`).join(', ')
    const head = counts.all === 0 ? 'Nothing has changed.' : `${counted(counts.all, 'change')}, ${counts.substance} of substance: ${kinds}`
    return ok({ result: done.value, lines: [head, ...proofLines(proof), written(file)] })
  },
}

function resolving(take: 'accept' | 'reject', summary: string): Command {
  return {
    path: ['text', take],
    summary,
    positionals: [{ name: 'MARKED', help: FILE_HELP }],
    options: { out: { ...OUT, help: FILE_HELP } },
    vault: 'none',
    run: async (run) => {
      const out = run.args.required('out')
      const format = formatOf(out, ['docx', 'md', 'txt', 'html'])
      if (!format.ok) return format
      const done = await run.call('textFile.resolve', { source: run.source(run.args.positional('MARKED')), take, format: format.value, target: run.target(out) })
      if (!done.ok) return done
      remark(run, done.value.notes)
      return ok({ result: done.value, lines: [written(done.value.file)] })
    },
  }
}

export const textFileCommands: readonly Command[] = [
  compare,
  resolving('accept', 'the text of a marked file: every change accepted; needs no vault'),
  resolving('reject', 'the predecessor of a marked file: every change rejected; needs no vault'),
]
