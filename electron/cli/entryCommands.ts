/** `chancery entry ...`, `chancery note ...`, `chancery catalogue ...`: the content of a case, as JSON files that the contract checks. */
import { ok, type Result } from '../../shared/base/result.ts'
import { beyondStixOf, sentences } from '../../shared/ipc/beyondStixWords.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { entryName } from '../../shared/ipc/entryNames.ts'
import { inBrussels } from './brusselsTime.ts'
import { choice } from './choices.ts'
import { wrongUsage, type Command, type CommandGroup, type CommandRun, type Failure, type OptionSpecs } from './command.ts'
import { inputWithFile, readJsonFile } from './jsonFile.ts'
import { excerpt, short, table } from './layout.ts'
import { findCircle, findDossier } from './references.ts'

type Entry = Output<'dossier.show'>['state']['entries'][number]

const DOSSIER = { name: 'DOSSIER', help: 'reference or first digits of the identifier' }
const ENTRY = { name: 'ENTRY', help: 'first digits of the event that added it' }
const CONTENT: OptionSpecs = { content: { type: 'string', value: 'FILE', required: true, help: 'JSON with the content, its kind among it: see shared/toolbox/entry.ts' } }
const REASON: OptionSpecs = { reason: { type: 'string', value: 'TEXT', help: 'why' } }
const CIRCLE: OptionSpecs = { circle: { type: 'string', value: 'CIRCLE', help: 'name or first digits; not needed where there is one circle' } }

async function entryIn(run: CommandRun): Promise<Result<{ dossier: Input<'entry.add'>['dossier']; entry: Entry }, Failure>> {
  const found = await findDossier(run, run.args.positional('DOSSIER'))
  if (!found.ok) return found
  const shown = await run.call('dossier.show', { dossier: found.value.dossier })
  if (!shown.ok) return shown
  const digits = run.args.positional('ENTRY')
  const [entry, other] = shown.value.state.entries.filter((one) => one.event.startsWith(digits))
  if (entry === undefined) return wrongUsage(`no entry begins with ${digits}`)
  return other === undefined ? ok({ dossier: found.value.dossier, entry }) : wrongUsage(`more than one entry begins with ${digits}`)
}

const add: Command = {
  path: ['entry', 'add'],
  summary: 'add an entry to a dossier: a finding, a note, an option, a decision, ...',
  positionals: [DOSSIER], options: CONTENT, vault: 'open',
  run: async (run) => {
    const path = run.args.required('content')
    const content = readJsonFile(run, path)
    if (!content.ok) return content
    const dossier = await findDossier(run, run.args.positional('DOSSIER'))
    if (!dossier.ok) return dossier
    const input = inputWithFile('entry.add', { dossier: dossier.value.dossier, content: content.value, marking: null }, path)
    if (!input.ok) return input
    const added = await run.call('entry.add', input.value)
    return added.ok ? ok({ result: added.value, lines: [`Added: entry ${short(added.value.event)}.`] }) : added
  },
}

const list: Command = {
  path: ['entry', 'list'],
  summary: 'list the entries of a dossier, and what its steps still lack',
  positionals: [DOSSIER], options: {}, vault: 'open',
  run: async (run) => {
    const found = await findDossier(run, run.args.positional('DOSSIER'))
    if (!found.ok) return found
    const { dossier } = found.value
    const shown = await run.call('dossier.show', { dossier })
    if (!shown.ok) return shown
    const missing = await run.call('dossier.missing', { dossier })
    if (!missing.ok) return missing
    const here = await run.call('dossier.list', {})
    if (!here.ok) return here
    const titles = new Map(here.value.dossiers.filter(({ circle }) => circle === shown.value.state.circle).map((one) => [one.dossier, one.title]))
    const rows = shown.value.state.entries.map((entry) => [
      short(entry.event), entry.delegation, entry.content.kind, inBrussels(entry.claimedAtUtcMs), excerpt(entryName(entry, titles), 60),
      entry.withdrawn === null ? (entry.contested ? 'contested' : '') : 'withdrawn',
    ])
    const lacks = missing.value.missing.map((one) => [`  ${one.step}`, one.lack, String(one.count)])
    return ok({
      result: { entries: shown.value.state.entries, missing: missing.value.missing },
      lines: [...table(['Entry', 'From', 'Kind', 'When (claimed)', 'What', ''], rows, 'No entries.'), 'Still lacking', ...table(['  Step', 'What', 'Count'], lacks, '  Nothing.')],
    })
  },
}

const revise: Command = {
  path: ['entry', 'revise'],
  summary: 'word an entry anew; the earlier wording stays',
  positionals: [DOSSIER, ENTRY], options: { ...CONTENT, ...REASON }, vault: 'open',
  run: async (run) => {
    const path = run.args.required('content')
    const content = readJsonFile(run, path)
    if (!content.ok) return content
    const found = await entryIn(run)
    if (!found.ok) return found
    const { dossier, entry } = found.value
    const input = inputWithFile('entry.revise', { dossier, entry: entry.event, content: content.value, marking: entry.marking, reason: run.args.text('reason') ?? '' }, path)
    if (!input.ok) return input
    const revised = await run.call('entry.revise', input.value)
    return revised.ok ? ok({ result: revised.value, lines: [`Revised: entry ${short(entry.event)}.`] }) : revised
  },
}

const withdraw: Command = {
  path: ['entry', 'withdraw'],
  summary: 'withdraw an entry; it stays readable, with the reason',
  positionals: [DOSSIER, ENTRY], options: { reason: { type: 'string', value: 'TEXT', required: true, help: 'why' } }, vault: 'open',
  run: async (run) => {
    const found = await entryIn(run)
    if (!found.ok) return found
    const { dossier, entry } = found.value
    const withdrawn = await run.call('entry.withdraw', { dossier, entry: entry.event, reason: run.args.required('reason') })
    return withdrawn.ok ? ok({ result: withdrawn.value, lines: [`Withdrawn: entry ${short(entry.event)}.`] }) : withdrawn
  },
}

const print: Command = {
  path: ['note', 'print'],
  summary: 'print an options note or strategic response note into a text',
  positionals: [DOSSIER, ENTRY],
  options: { number: { type: 'string', value: 'NUMBER', help: 'number of the document, for example 7923/31' } }, vault: 'open',
  run: async (run) => {
    const found = await entryIn(run)
    if (!found.ok) return found
    const { dossier, entry } = found.value
    const printed = await run.call('note.print', { dossier, note: entry.event, cover: { number: run.args.text('number') ?? '' } })
    return printed.ok ? ok({ result: printed.value, lines: [`Printed: text ${short(printed.value.text)}.`] }) : printed
  },
}

const compare: Command = {
  path: ['note', 'compare'],
  summary: 'say whether the text printed from a note still says what the case file says',
  positionals: [DOSSIER, ENTRY], options: {}, vault: 'open',
  run: async (run) => {
    const found = await entryIn(run)
    if (!found.ok) return found
    const compared = await run.call('note.compare', { dossier: found.value.dossier, note: found.value.entry.event })
    if (!compared.ok) return compared
    const { printed } = compared.value
    const lines = printed === null ? ['It has not been printed.'] : [printed.differs ? `The text (REV ${printed.rev}) differs from the case file.` : `The text (REV ${printed.rev}) says what the case file says.`]
    return ok({ result: compared.value, lines })
  },
}

export const caseFile: Command = {
  path: ['dossier', 'case-file'],
  summary: 'write the printable case file, in the clear',
  positionals: [DOSSIER],
  options: { out: { type: 'string', value: 'FOLDER', required: true, help: 'folder, or file' }, 'in-the-clear': { type: 'boolean', help: 'you know that the file is not protected by the vault' } }, vault: 'open',
  run: async (run) => {
    const found = await findDossier(run, run.args.positional('DOSSIER'))
    if (!found.ok) return found
    const written = await run.call('dossier.caseFile', { dossier: found.value.dossier, format: 'html', copy: null, target: run.target(run.args.required('out')), acknowledged: run.args.flag('in-the-clear') })
    return written.ok ? ok({ result: written.value, lines: [`Written and read back: ${written.value.fileName}.`] }) : written
  },
}

const show: Command = {
  path: ['catalogue', 'show'],
  summary: 'list the measures of the catalogue in force',
  positionals: [],
  options: { ...CIRCLE, 'without-attribution': { type: 'boolean', help: 'only measures that can be used without attribution' } }, vault: 'open',
  run: async (run) => {
    const circle = await findCircle(run, run.args.text('circle'))
    if (!circle.ok) return circle
    const shown = await run.call('catalogue.show', { circle: circle.value.circle })
    if (!shown.ok) return shown
    const { label, version } = shown.value
    const measures = shown.value.measures.filter((measure) => !run.args.flag('without-attribution') || measure.attribution !== 'required')
    const rows = measures.map((measure) => [measure.id, measure.attribution, measure.horizons.join(', '), measure.route.join(' > '), measure.name])
    return ok({ result: { ...shown.value, measures }, lines: [`${label}, version ${version}`, ...table(['Measure', 'Attribution', 'Horizon', 'Route', 'Name'], rows, 'None.')] })
  },
}

const issue: Command = {
  path: ['catalogue', 'issue'],
  summary: 'issue the next version of the catalogue for the circle',
  positionals: [],
  options: { ...CIRCLE, measures: { type: 'string', value: 'FILE', required: true, help: 'JSON: all measures, as catalogue show --json gives them' }, note: { type: 'string', value: 'TEXT', help: 'what has changed' } }, vault: 'open',
  run: async (run) => {
    const circle = await findCircle(run, run.args.text('circle'))
    if (!circle.ok) return circle
    const path = run.args.required('measures')
    const json = readJsonFile(run, path)
    if (!json.ok) return json
    const input = inputWithFile('catalogue.issue', { circle: circle.value.circle, note: run.args.text('note') ?? '', measures: json.value }, path)
    if (!input.ok) return input
    const issued = await run.call('catalogue.issue', input.value)
    return issued.ok ? ok({ result: issued.value, lines: [`Issued: version ${issued.value.version}.`] }) : issued
  },
}

const readFile: Command = {
  path: ['indicators', 'read'],
  summary: 'read a file of indicators (STIX 2.1 or MISP), and add it to a dossier where one is named',
  positionals: [{ name: 'FILE', help: 'a .json file' }],
  options: { dossier: { type: 'string', value: 'DOSSIER', help: 'reference or first digits; without it nothing is changed' }, title: { type: 'string', value: 'TITLE', help: 'title of the entry; that of the file if left out' } }, vault: 'open',
  run: async (run) => {
    const read = await run.call('indicators.read', { source: run.source(run.args.positional('FILE')) })
    if (!read.ok) return read
    const { format, title, indicators, leftOut } = read.value
    const lines = [`${indicators.length} indicators (${format}).`, ...leftOut.map((one) => `Left out: ${one.count} ${one.what}.`)]
    const named = run.args.text('dossier')
    if (named === null) return ok({ result: read.value, lines })
    const dossier = await findDossier(run, named)
    if (!dossier.ok) return dossier
    const content = { kind: 'indicators' as const, title: run.args.text('title') ?? (title || 'Indicators'), from: format.toUpperCase(), indicators }
    const added = await run.call('entry.add', { dossier: dossier.value.dossier, content, marking: null })
    return added.ok ? ok({ result: { ...read.value, ...added.value }, lines: [...lines, `Added: entry ${short(added.value.event)}.`] }) : added
  },
}

const writeFile: Command = {
  path: ['indicators', 'write'],
  summary: 'write the indicators of an entry as STIX 2.1 or MISP, in the clear',
  positionals: [DOSSIER, ENTRY],
  options: {
    format: { type: 'string', value: 'FORMAT', required: true, help: 'stix, misp' }, out: { type: 'string', value: 'FOLDER', required: true, help: 'folder, or file' },
    'in-the-clear': { type: 'boolean', help: 'you know that the file is not protected by the vault' },
  },
  vault: 'open',
  run: async (run) => {
    const format = choice('format', run.args.required('format'), ['stix', 'misp'] as const)
    if (!format.ok) return format
    const found = await entryIn(run)
    if (!found.ok) return found
    const { content, event } = found.value.entry
    const beyond = format.value === 'stix' && content.kind === 'indicators' ? beyondStixOf(content.indicators) : []
    run.host.err(beyond.map((line) => `Note: ${line}\n`).join(''))
    const written = await run.call('indicators.write', { dossier: found.value.dossier, entry: event, format: format.value, target: run.target(run.args.required('out')), acknowledged: run.args.flag('in-the-clear') })
    if (!written.ok) return written
    return ok({ result: written.value, lines: [`Written and read back: ${written.value.fileName}.`, ...sentences(written.value.beyond)] })
  },
}

const load: Command = {
  path: ['exercise', 'load'],
  summary: 'play a complete invented case into this vault, in an exercise circle of its own',
  positionals: [], options: {}, vault: 'open',
  run: async (run) => {
    const loaded = await run.call('exercise.load', {})
    return loaded.ok ? ok({ result: loaded.value, lines: [`EXERCISE. Dossier ${short(loaded.value.dossier)} is here.`] }) : loaded
  },
}

export const entryCommands: CommandGroup = { name: 'entry', summary: 'the content of a case: findings, options, decisions, actions', commands: [add, list, revise, withdraw] }
export const noteCommands: CommandGroup = { name: 'note', summary: 'options notes and strategic response notes as texts', commands: [print, compare] }
export const catalogueCommands: CommandGroup = { name: 'catalogue', summary: 'the working list of measures', commands: [show, issue] }
export const indicatorCommands: CommandGroup = { name: 'indicators', summary: 'technical indicators from and to STIX 2.1 and MISP', commands: [readFile, writeFile] }
export const exerciseCommands: CommandGroup = { name: 'exercise', summary: 'an invented case to learn with', commands: [load] }
