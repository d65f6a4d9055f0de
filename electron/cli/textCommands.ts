/** `chancery text ...` */
import { ok, type Result } from '../../shared/base/result.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { brusselsDate, inBrussels } from './brusselsTime.ts'
import { choice, optionalWholeNumber } from './choices.ts'
import { wrongUsage, type Command, type CommandGroup, type CommandRun, type Failure } from './command.ts'
import { counted, excerpt, short, table } from './layout.ts'
import { namesVault } from './runCommand.ts'
import { negotiationCommands } from './negotiationCommands.ts'
import { findDossier, findText } from './references.ts'
import { AUTHOR_OPTION, suggestForAuthors } from './authorsFile.ts'
import { readSuggestions } from './suggestionsFile.ts'
import { CONSOLIDATE_OPTIONS, consolidateFiles, MARKS, MARKS_OPTION, SHOW_OPTIONS, showFile, textFileCommands, VERIFY_OPTIONS, verifyFile } from './textFileCommands.ts'
import { documentLines, groupLines, markedLines, proofLines, revWords } from './textLines.ts'
import { readVerdicts } from './verdicts.ts'

const TEXT = { name: 'TEXT', help: 'document number or first digits of the identifier' }
const TEXT_OR_FILE = { name: 'TEXT', help: `${TEXT.help}; without --vault a file: .docx, .md or .txt` }
const REV = { type: 'string', value: 'N', help: 'REV; 0 is the first issue; the latest if left out' } as const
const COVER_OPTIONS = ['number', 'place', 'date', 'type', 'from', 'to', 'subject'] as const
const VERSIONS = ['clean', 'marked', 'disposition'] as const
const FORMATS = ['docx', 'html', 'md'] as const
const MOST_REVS = 9999

const add: Command = {
  path: ['text', 'add'],
  summary: 'add a text (Markdown, plain text or DOCX) to a dossier as its first issue',
  positionals: [{ name: 'DOSSIER', help: 'reference or first digits of the identifier' }, { name: 'FILE', help: '.md, .txt or .docx' }],
  options: {
    title: { type: 'string', value: 'TITLE', help: 'title; from the file if left out' },
    ...Object.fromEntries(COVER_OPTIONS.map((field) => (
      [field, { type: 'string' as const, value: 'TEXT', help: `${field} on the cover; from the file if left out` }]))),
    code: { type: 'string', value: 'CODE', multiple: true, help: 'subject code on the cover, for example "CYBER 48"' },
  },
  vault: 'open',
  run: async (run) => {
    const dossier = await findDossier(run, run.args.positional('DOSSIER'))
    if (!dossier.ok) return dossier
    const source = run.source(run.args.positional('FILE'))
    const added = await run.call('text.add', { dossier: dossier.value.dossier, source, cover: readCover(run), title: run.args.text('title') })
    if (!added.ok) return added
    const notes = added.value.notes.map((note) => `Note: ${note}`)
    return ok({ result: added.value, lines: [`Text ${short(added.value.text)} is issued as REV 0 (INIT).`, ...notes] })
  },
}

function readCover(run: CommandRun): Input<'text.add'>['cover'] {
  const given = COVER_OPTIONS.flatMap((field) => {
    const value = run.args.text(field)
    return value === null ? [] : [[field, value] as const]
  })
  const codes = run.args.all('code')
  return { ...Object.fromEntries(given), ...(codes.length === 0 ? {} : { codes: [...codes] }) }
}

const list: Command = {
  path: ['text', 'list'],
  summary: 'list the texts of all dossiers',
  positionals: [],
  options: {},
  vault: 'open',
  run: async (run) => {
    const found = await run.call('text.list', {})
    if (!found.ok) return found
    const rows = found.value.texts.map((text) => [
      text.number, short(text.text), revWords(text.latestRev), `${text.suggestionsOnLatest}`, text.underSilence ? 'yes' : 'no', excerpt(text.title, 80),
    ])
    return ok({ result: found.value, lines: table(['Number', 'Text', 'Latest', 'Suggestions', 'Under silence', 'Title'], rows, 'No texts.') })
  },
}

const show: Command = {
  path: ['text', 'show'],
  summary: 'show one REV: clean, or marked against another one; or a file',
  positionals: [TEXT_OR_FILE],
  options: {
    rev: REV,
    'compared-with': { type: 'string', value: 'N', help: 'REV to compare with; the predecessor if left out' },
    marked: { type: 'boolean', help: 'the marked version' },
    ...SHOW_OPTIONS,
  },
  vault: 'either',
  run: async (run) => {
    if (!namesVault(run.args)) return showFile(run)
    const named = await namedRev(run)
    if (!named.ok) return named
    const comparedWith = optionalWholeNumber('--compared-with', run.args.text('compared-with'), 0, MOST_REVS)
    if (!comparedWith.ok) return comparedWith
    const { text, rev } = named.value
    const shown = await run.call('text.show', { dossier: text.dossier, text: text.text, rev, comparedWith: comparedWith.value })
    return shown.ok ? ok({ result: shown.value, lines: shownLines(shown.value, run.args.flag('marked')) }) : shown
  },
}

function shownLines(shown: Output<'text.show'>, wantsMarked: boolean): string[] {
  const { revision, marked, proof, comparedWith } = shown
  const head = [
    revision.title,
    `${revWords(revision.rev)}, issued ${inBrussels(revision.claimedAtUtcMs)} by ${revision.person} (${revision.delegation})`,
    `Text hash: ${revision.textHash}`,
  ]
  if (!wantsMarked || !marked) return [...head, '', ...documentLines(revision.document)]
  return [...head, `Compared with ${revWords(comparedWith ?? 0)}`, ...(proof ? proofLines(proof) : []), '', ...markedLines(marked)]
}

const suggest: Command = {
  path: ['text', 'suggest'],
  summary: 'suggest changes: an edited copy of the text, or a JSON file of suggestions',
  positionals: [TEXT, { name: 'FILE', help: 'edited copy (.md, .txt, .docx), or .json: [{"amendments": [...], "reason": "..."}]' }],
  options: { rev: REV, reason: { type: 'string', value: 'TEXT', help: 'reason for every suggestion of an edited copy' }, author: AUTHOR_OPTION },
  vault: 'open',
  run: async (run) => {
    const named = await namedRev(run)
    if (!named.ok) return named
    const { text, rev } = named.value
    const against = { dossier: text.dossier, text: text.text, rev: rev ?? text.latestRev }
    if (run.args.all('author').length > 0) return suggestForAuthors(run, against)
    const suggestions = await readSuggestions(run, against, run.args.positional('FILE'))
    if (!suggestions.ok) return suggestions
    const sent = await run.call('text.suggest', { ...against, suggestions: suggestions.value.suggestions })
    if (!sent.ok) return sent
    const { notes } = suggestions.value
    const head = `${counted(sent.value.suggestions.length, 'suggestion')} signed against ${revWords(against.rev)}.`
    return ok({ result: { ...sent.value, notes }, lines: [head, ...notes.map((note) => `Note: ${note}`)] })
  },
}

const consolidate: Command = {
  path: ['text', 'consolidate'],
  summary: 'show every suggestion on the latest REV, identical ones grouped, collisions named; or bring edited copies of a file together',
  positionals: [TEXT_OR_FILE],
  options: CONSOLIDATE_OPTIONS,
  vault: 'either',
  run: async (run) => {
    if (!namesVault(run.args)) return consolidateFiles(run)
    const text = await findText(run, run.args.positional('TEXT'))
    if (!text.ok) return text
    const found = await run.call('text.consolidation', { dossier: text.value.dossier, text: text.value.text })
    if (!found.ok) return found
    const { groups, received, revision } = found.value
    const head = `${counted(received, 'suggestion')} on ${revWords(revision.rev)}, in ${counted(groups.length, 'group')}`
    return ok({ result: found.value, lines: [head, ...groupLines(groups)] })
  },
}

const issue: Command = {
  path: ['text', 'issue'],
  summary: 'issue the next REV with a verdict for every suggestion',
  positionals: [TEXT],
  options: {
    accept: { type: 'string', value: 'A,B,...', multiple: true, help: 'letters of the groups that are accepted' },
    defer: { type: 'string', value: 'D,...', multiple: true, help: 'letters of the groups that are left for a later REV' },
    decline: { type: 'string', value: 'C,...', multiple: true, help: 'letters of the groups that are not taken up' },
    reason: { type: 'string', value: 'TEXT', help: 'reason for all that is not taken up or deferred' },
    verdicts: {
      type: 'string', value: 'FILE', help: 'JSON: [{"letter": "A", "verdict": "accepted" | "edited" | "notTakenUp" | "deferred", "edited": [...], "reason": "..."}]',
    },
    date: { type: 'string', value: 'DATE', help: 'date on the cover; today in Brussels if left out' },
  },
  vault: 'open',
  run: async (run) => {
    const text = await findText(run, run.args.positional('TEXT'))
    if (!text.ok) return text
    const ref = { dossier: text.value.dossier, text: text.value.text }
    const consolidation = await run.call('text.consolidation', ref)
    if (!consolidation.ok) return consolidation
    const verdicts = readVerdicts(run, consolidation.value.groups)
    if (!verdicts.ok) return verdicts
    const date = run.args.text('date') ?? brusselsDate((run.host.now ?? Date.now)())
    const issued = await run.call('text.issue', { ...ref, verdicts: verdicts.value, date, cover: {} })
    if (!issued.ok) return issued
    const head = [`${revWords(issued.value.rev)} is issued.`, `Text hash: ${issued.value.textHash}`]
    return ok({ result: issued.value, lines: [...head, ...proofLines(issued.value.proof)] })
  },
}

const write: Command = {
  path: ['text', 'write'],
  summary: 'write a clean or marked version, or the disposition table, as a file',
  positionals: [TEXT, { name: 'TARGET', help: 'folder, or file' }],
  options: {
    rev: REV,
    version: { type: 'string', value: 'VERSION', help: `${VERSIONS.join(', ')}; clean if left out` },
    format: { type: 'string', value: 'FORMAT', help: `${FORMATS.join(', ')}; docx if left out` },
    marks: MARKS_OPTION,
    copy: { type: 'string', value: 'N/OF', help: 'number of this copy and how many there are, printed on every page: 3/27' },
  },
  vault: 'open',
  run: async (run) => {
    const named = await namedRev(run)
    if (!named.ok) return named
    const version = choice('version', run.args.text('version') ?? 'clean', VERSIONS)
    if (!version.ok) return version
    const format = choice('format', run.args.text('format') ?? 'docx', FORMATS)
    if (!format.ok) return format
    const marks = choice('marks', run.args.text('marks') ?? 'tracked', MARKS)
    if (!marks.ok) return marks
    const copy = readCopy(run.args.text('copy'))
    if (!copy.ok) return copy
    const { text, rev } = named.value
    const written = await run.call('text.write', {
      dossier: text.dossier, text: text.text, rev: rev ?? text.latestRev, version: version.value, format: format.value, marks: marks.value, copy: copy.value,
      target: run.target(run.args.positional('TARGET')),
    })
    return written.ok ? ok({ result: written.value, lines: [`Written: ${written.value.fileName} (${written.value.sizeBytes} bytes)`] }) : written
  },
}

function readCopy(given: string | null): Result<Input<'text.write'>['copy'], Failure> {
  if (given === null) return ok(null)
  const [, number, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(given) ?? []
  return number === undefined || of === undefined ? wrongUsage(`--copy is the number of this copy and how many there are, such as 3/27; "${given}" is not`) : ok({ number: Number(number), of: Number(of) })
}

const verify: Command = {
  path: ['text', 'verify'],
  summary: 'prove that accepting the marked version gives the clean one, and rejecting it the predecessor: of a REV, or of files',
  positionals: [TEXT_OR_FILE],
  options: { rev: REV, ...VERIFY_OPTIONS },
  vault: 'either',
  run: async (run) => {
    if (!namesVault(run.args)) return verifyFile(run)
    const named = await namedRev(run)
    if (!named.ok) return named
    const { text, rev } = named.value
    const found = await run.call('text.verify', { dossier: text.dossier, text: text.text, rev: rev ?? text.latestRev })
    if (!found.ok) return found
    const head = `${revWords(found.value.rev)} compared with ${revWords(found.value.comparedWith)}`
    return ok({ result: found.value, lines: [head, ...proofLines(found.value.proof)] })
  },
}

interface NamedRev {
  readonly text: Output<'text.list'>['texts'][number]
  /** Null: the latest. */
  readonly rev: number | null
}

async function namedRev(run: CommandRun): Promise<Result<NamedRev, Failure>> {
  const rev = optionalWholeNumber('--rev', run.args.text('rev'), 0, MOST_REVS)
  if (!rev.ok) return rev
  const text = await findText(run, run.args.positional('TEXT'))
  return text.ok ? ok({ text: text.value, rev: rev.value }) : text
}

export const textCommands: CommandGroup = {
  name: 'text', summary: 'drafted documents: REVs, suggestions, consolidation, clean and marked versions',
  commands: [add, list, show, suggest, consolidate, issue, write, verify, ...textFileCommands, ...negotiationCommands],
}
