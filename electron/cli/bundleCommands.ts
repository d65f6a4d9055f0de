/** `chancery bundle ...` */
import { err, ok, type Result } from '../../shared/base/result.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { inBrussels } from './brusselsTime.ts'
import { refusalWords } from '../../shared/ipc/refusalWords.ts'
import type { Refusal } from '../../shared/ipc/refusal.ts'
import { wholeNumber } from './choices.ts'
import { refused, type Command, type CommandGroup, type CommandRun, type Failure, type OptionSpecs } from './command.ts'
import { columns, counted, short, table } from './layout.ts'
import { markingWords } from './markingOptions.ts'
import { bundleFromQr, bundleQr } from './opticalCommands.ts'
import { findCircle, findRecipients } from './references.ts'

type Plan = Output<'bundle.plan'>
type Preview = Output<'bundle.preview'>
type Effect = Output<'bundle.previewAll'>['together']

const CHOICE_OPTIONS: OptionSpecs = {
  circle: { type: 'string', value: 'CIRCLE', help: 'name or first digits; not needed where there is one circle' },
  to: { type: 'string', value: 'WHOM', multiple: true, help: 'delegation code, name or first digits; everybody but you if left out' },
  everything: { type: 'boolean', help: 'also what the recipients are known to have' },
}
const HELD_WORDS: Readonly<Record<Plan['items'][number]['heldFrom'][number]['why'], string>> = {
  removed: 'removed from the circle', notOnDistributionList: 'not on the distribution list', limitedByOriginator: 'its originator limited it to others', limite: 'LIMITE, and not on the list',
  tlpAmber: 'TLP:AMBER, and not on the list', tlpStrict: 'TLP:AMBER+STRICT, not named by its originator', tlpRed: 'TLP:RED, not named by its originator', classified: 'classified, without the originator’s consent',
  markingUnreadable: 'its marking cannot be read', destroyedByOriginator: 'its originator destroyed it', contentNotHere: 'its content is not on this machine', tooLarge: 'no room in this file',
}

const CLOCK_WORDS: Readonly<Record<Effect['clocks'][number]['finding'], (count: number) => string>> = {
  setBack: (count) => `${counted(count, 'statement claims', 'statements claim')} an earlier time than the one before in the same log`,
  ahead: (count) => `${counted(count, 'statement claims', 'statements claim')} a time that is still to come here`,
  sealedAhead: (count) => `${counted(count, 'file says', 'files say')} that it was sealed at a time that is still to come here`,
}

const plan: Command = {
  path: ['bundle', 'plan'],
  summary: 'show what would go to whom, and what is held back and why; nothing is written',
  positionals: [],
  options: CHOICE_OPTIONS,
  vault: 'open',
  run: async (run) => {
    const choice = await readChoice(run)
    if (!choice.ok) return choice
    const planned = await run.call('bundle.plan', choice.value)
    return planned.ok ? ok({ result: planned.value, lines: planLines(planned.value) }) : planned
  },
}

async function readChoice(run: CommandRun): Promise<Result<Input<'bundle.plan'>, Failure>> {
  const circle = await findCircle(run, run.args.text('circle'))
  if (!circle.ok) return circle
  const recipients = findRecipients(circle.value, run.args.all('to'))
  return recipients.ok ? ok({ circle: circle.value.circle, recipients: recipients.value, everything: run.args.flag('everything') }) : recipients
}

function planLines(planned: Plan): string[] {
  const recipients = planned.recipients.map((recipient) => [`  ${recipient.delegation}`, `${recipient.lacks}`, recipient.name])
  const files = planned.files.map((file) => [`  ${file.fileName}`, `${file.events}`, file.delegations.join(', ')])
  const items = planned.items.map((item) => [
    `  ${item.type}`, `${item.count}`, item.goesTo.join(', ') || 'nobody',
    item.heldFrom.map((held) => `${held.delegation}: ${HELD_WORDS[held.why]}${held.part === 'content' ? ' (content)' : ''}`).join('; '), item.originator ?? '', item.item === null ? '' : short(item.item),
    item.subject,
  ])
  return [
    ...(planned.exercise ? ['EXERCISE'] : []),
    `${planned.circleName}, ${planned.marking ? markingWords(planned.marking) : 'no marking'}`,
    'Recipients', ...table(['  Delegation', 'Lacks', 'Name'], recipients, '  Nobody.'),
    'Items', ...table(['  Event', 'Count', 'Goes to', 'Held back from', 'Originator', 'Item', 'Subject'], items, '  Nothing.'),
    'Files', ...table(['  File', 'Events', 'For'], files, '  None.'),
  ]
}

const write: Command = {
  path: ['bundle', 'write'],
  summary: 'seal and write the bundles, read them back and verify them',
  positionals: [{ name: 'TARGET', help: 'folder, for example the stick' }],
  options: CHOICE_OPTIONS,
  vault: 'open',
  run: async (run) => {
    const choice = await readChoice(run)
    if (!choice.ok) return choice
    const written = await run.call('bundle.write', { ...choice.value, target: run.target(run.args.positional('TARGET')) })
    if (!written.ok) return written
    const rows = written.value.files.map((file) => [
      file.fileName, `${file.sizeBytes} bytes`, counted(file.events, 'event'), counted(file.attachments, 'attachment'), file.delegations.join(', '),
    ])
    const left = written.value.unreadable.map((name) => `Left out: ${name}, whose content does not open any more on this machine.`)
    return ok({ result: written.value, lines: [...columns(rows), ...left, 'Read back and verified. It is safe to remove the stick.'] })
  },
}

const preview: Command = {
  path: ['bundle', 'preview'],
  summary: 'check a bundle completely and say what it would change; nothing is changed',
  positionals: [{ name: 'FILE', help: 'the bundle' }],
  options: {},
  vault: 'open',
  run: async (run) => {
    const found = await run.call('bundle.preview', { source: run.source(run.args.positional('FILE')) })
    if (!found.ok) return found
    const discarded = await run.call('bundle.discard', { preview: found.value.preview })
    return discarded.ok ? ok({ result: found.value, lines: previewLines(found.value) }) : discarded
  },
}

function previewLines(found: Preview): string[] {
  return [
    ...(found.exercise ? ['EXERCISE'] : []),
    ...(found.exerciseMixed ? ['This file carries an exercise and something real together. Ask its sender why before you import it.'] : []),
    ...columns([
      ['From', `${found.sender.name} (${found.sender.delegation})`], ['Circle', found.circleName],
      ['Sealed (claimed)', inBrussels(found.sealedAtUtcMs)], ['Marking', found.marking ? markingWords(found.marking) : 'no marking'],
      ['Bundle', `${found.bundle}, number ${found.counter}`], ['Already here', counted(found.alreadyHere, 'event')],
    ]),
    ...(found.alreadyImported ? ['This bundle has been imported already: importing it again changes nothing.'] : []),
    ...effectLines(found),
    ...(found.counterGap ? [`Bundle ${found.counterGap.expected} was expected; this is ${found.counterGap.found}.`] : []),
  ]
}

const VERDICT_WORDS = { kept: 'would be kept', here: 'is here already', destroyed: 'was destroyed here, and stays so', differs: 'REFUSED: not what its author signed for', stray: 'not kept: nothing here speaks of it' }

/** Objections first. */
function effectLines(found: Effect): string[] {
  const added = found.wouldAdd.map((item) => [`  ${item.type}`, `${item.count}`, item.subject])
  return [
    ...found.objections.map((one) => `${one.breaks ? (one.waits ? 'WOULD BREAK SILENCE' : 'BREAKS SILENCE') : 'Answer'}: ${one.delegation}, ${one.kind}${one.late ? ', late' : ''}${one.waits ? ', does not count before what it builds on has arrived' : ''}${one.subject === '' ? '' : `, on ${one.subject}`}${one.remark === '' ? '' : `: ${one.remark}`}`),
    ...found.revisions.map((one) => `New: ${one.subject}, by ${one.delegation}`),
    ...found.suggestions.map((one) => `${counted(one.count, 'suggestion')} by ${one.delegation} on ${one.subject}${one.superseded ? ' (the next REV is issued)' : ''}`),
    'Would add', ...table(['  Event', 'Count', 'Subject'], added, '  Nothing.'),
    ...(found.completed === 0 ? [] : [`Would complete ${counted(found.completed, 'event')} that came without body before.`]),
    ...found.contents.map((one) => `Attachment ${one.name}, ${one.sizeBytes} bytes: ${VERDICT_WORDS[one.verdict]}.`),
    ...found.gaps.map((gap) => `Missing: ${gap.delegation} ${runWords(gap)}${gap.where === '' ? '' : ` in ${gap.where}`}; ${gap.seenBy.join(', ')} had seen them.`),
    ...found.waiting.map((gap) => `Waits: ${gap.delegation} ${runWords(gap)}, until what they build on has arrived.`),
    ...found.clocks.map((one) => `Clock of ${one.delegation}: ${CLOCK_WORDS[one.finding](one.count)}, at the latest ${inBrussels(one.latestUtcMs)}.`),
    ...found.setAside.map((one) => `Would have no effect: ${one.count} × ${one.type} of ${one.delegation} (${one.why}).`),
    ...found.forks.map((fork) => `${fork.delegation} has signed two different events under number ${fork.seq}: both are kept as evidence.`),
    ...found.splitViews.map((one) => `${one.seenBy} has another event ${one.seq} of ${one.delegation} than is here: see chancery evidence list.`),
  ]
}

function runWords({ fromSeq, toSeq }: { readonly fromSeq: number; readonly toSeq: number }): string {
  return fromSeq === toSeq ? `${fromSeq}` : `${fromSeq}-${toSeq}`
}

const importBundle: Command = {
  path: ['bundle', 'import'],
  summary: 'check bundles completely, in any order, then admit them in one transaction and sign receipts',
  positionals: [{ name: 'FILE', help: 'the bundles, or folders that hold them', rest: true }],
  options: {},
  vault: 'open',
  run: async (run) => {
    const found = await run.call('bundle.previewAll', { sources: run.args.rest('FILE').map((path) => run.source(path)) })
    if (!found.ok) return found
    const [only] = found.value.files
    if (only?.refused && found.value.files.length === 1) return refused(only.refused)
    const previews = found.value.files.flatMap((file) => file.preview?.preview ?? [])
    if (previews.length === 0) return err({ kind: 'failed', message: found.value.files.map((file) => refusedLine(file.fileName, file.refused)).join('\n'), result: found.value })
    const imported = await run.call('bundle.importAll', { previews: [...new Set(previews)] })
    if (!imported.ok) return imported
    return ok({ result: { ...imported.value, preview: found.value }, lines: [...effectLines(found.value.together), ...reportLines(found.value, imported.value)] })
  },
}

function refusedLine(fileName: string, refusal: Refusal | null): string {
  if (refusal === null) return fileName
  const { meaning, remedy } = refusalWords(refusal)
  return `${fileName}: refused (${refusal.stage ?? 'file'}, ${refusal.code}). ${meaning} ${remedy}`
}

function reportLines(found: Output<'bundle.previewAll'>, { admitted, files, import: number, waiting }: Output<'bundle.importAll'>): string[] {
  return [
    ...found.files.filter((file) => file.refused !== null).map((file) => refusedLine(file.fileName, file.refused)),
    ...files.map((file) => (file.refused !== null ? refusedLine(file.fileName, file.refused) : file.alreadyImported ? `${file.fileName}: already imported`
      : `${file.fileName}: ${file.admitted} new, ${file.alreadyHere} were here already`)),
    ...(found.notLookedAt === 0 ? [] : [`${found.notLookedAt} more files were not looked at: import again for the rest.`]),
    `Admitted ${counted(admitted, 'event')}; ${waiting} wait for others.${number === null ? '' : ` Until something builds on it: chancery bundle undo ${number}`}`,
  ]
}

const undo: Command = {
  path: ['bundle', 'undo'],
  summary: 'take back an import, until something builds on it',
  positionals: [{ name: 'IMPORT', help: 'its number, from bundle import or bundle history' }],
  options: {},
  vault: 'open',
  run: async (run) => {
    const number = wholeNumber('IMPORT', run.args.positional('IMPORT'), 1, 999_999_999)
    if (!number.ok) return number
    const undone = await run.call('bundle.undo', { import: number.value })
    return undone.ok ? ok({ result: undone.value, lines: [`Taken back: ${counted(undone.value.withdrawn, 'event')}. The files may be imported again.`] }) : undone
  },
}

const matrix: Command = {
  path: ['bundle', 'matrix'],
  summary: 'show who has what, what is on its way, what is lacking and what is held back',
  positionals: [],
  options: { circle: { type: 'string', value: 'CIRCLE', help: 'name or first digits; not needed where there is one circle' } },
  vault: 'open',
  run: async (run) => {
    const circle = await findCircle(run, run.args.text('circle'))
    if (!circle.ok) return circle
    const found = await run.call('exchange.matrix', { circle: circle.value.circle })
    if (!found.ok) return found
    const places = ['Circle', ...found.value.dossiers.map((dossier) => dossier.reference)]
    const rows = found.value.rows.map((row) => [
      row.delegation, row.name, ...row.places.map(cellWords), `${row.unconfirmed}`, row.receiptAtUtcMs === null ? 'none' : inBrussels(row.receiptAtUtcMs),
    ])
    const legend = 'has/all; + on its way; - lacking; = held back'
    return ok({ result: found.value, lines: [...table(['Delegation', 'Name', ...places, 'Unconfirmed', 'Last receipt'], rows, 'Nobody.'), legend] })
  },
}

function cellWords({ has, heldBack, inTransit, lacks, mayHave, total }: Output<'exchange.matrix'>['rows'][number]['places'][number]): string {
  if (!mayHave) return 'not for it'
  return [`${has}/${total}`, ...(inTransit === 0 ? [] : [`+${inTransit}`]), ...(lacks === 0 ? [] : [`-${lacks}`]), ...(heldBack === 0 ? [] : [`=${heldBack}`])].join(' ')
}

const STAYS = { builtUpon: 'built upon', shared: 'shared with a later one', sealed: 'a bundle went since' } as const

const history: Command = {
  path: ['bundle', 'history'],
  summary: 'list the bundles written and imported, with their receipts',
  positionals: [],
  options: {},
  vault: 'open',
  run: async (run) => {
    const found = await run.call('bundle.history', {})
    if (!found.ok) return found
    const rows = found.value.bundles.map((bundle) => [
      bundle.direction, `${bundle.counter}`, inBrussels(bundle.atUtcMs), counted(bundle.events, 'event'),
      bundle.delegations.join(', '), bundle.receipts.join(', ') || 'none', bundle.import === null ? '' : `${bundle.import}${bundle.stays === null ? '' : ` (${STAYS[bundle.stays]})`}`, bundle.fileName,
    ])
    const heading = ['Way', 'Number', 'When', 'Holds', 'Delegations', 'Receipts', 'Import', 'File']
    return ok({ result: found.value, lines: table(heading, rows, 'No bundles.') })
  },
}

export const bundleCommands: CommandGroup = {
  name: 'bundle', summary: 'signed, sealed files that travel between machines', commands: [plan, write, preview, importBundle, undo, history, matrix, bundleQr, bundleFromQr],
}
