/** `chancery bundle ...` */
import { ok, type Result } from '../../shared/base/result.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { inBrussels } from './brusselsTime.ts'
import type { Command, CommandGroup, CommandRun, Failure, OptionSpecs } from './command.ts'
import { columns, counted, table } from './layout.ts'
import { markingWords } from './markingOptions.ts'
import { bundleFromQr, bundleQr } from './opticalCommands.ts'
import { findCircle, findRecipients } from './references.ts'

type Plan = Output<'bundle.plan'>
type Preview = Output<'bundle.preview'>

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
    item.heldFrom.map((held) => `${held.delegation}: ${HELD_WORDS[held.why]}`).join('; '),
    item.subject,
  ])
  return [
    ...(planned.exercise ? ['EXERCISE'] : []),
    `${planned.circleName}, ${planned.marking ? markingWords(planned.marking) : 'no marking'}`,
    'Recipients', ...table(['  Delegation', 'Lacks', 'Name'], recipients, '  Nobody.'),
    'Items', ...table(['  Event', 'Count', 'Goes to', 'Held back from', 'Subject'], items, '  Nothing.'),
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
      file.fileName, `${file.sizeBytes} bytes`, counted(file.events, 'event'), file.delegations.join(', '),
    ])
    return ok({ result: written.value, lines: [...columns(rows), 'Read back and verified. It is safe to remove the stick.'] })
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
  const added = found.wouldAdd.map((item) => [`  ${item.type}`, `${item.count}`, item.subject])
  return [
    ...(found.exercise ? ['EXERCISE'] : []),
    ...columns([
      ['From', `${found.sender.name} (${found.sender.delegation})`], ['Circle', found.circleName],
      ['Sealed (claimed)', inBrussels(found.sealedAtUtcMs)], ['Marking', found.marking ? markingWords(found.marking) : 'no marking'],
      ['Bundle', `${found.bundle}, number ${found.counter}`], ['Already here', counted(found.alreadyHere, 'event')],
    ]),
    ...(found.alreadyImported ? ['This bundle has been imported already: importing it again changes nothing.'] : []),
    'Would add', ...table(['  Event', 'Count', 'Subject'], added, '  Nothing.'),
    ...found.waiting.map((gap) => `Waits for events ${gap.fromSeq} to ${gap.toSeq} of ${gap.delegation}, which have not arrived.`),
    ...found.forks.map((fork) => `${fork.delegation} has signed two different events under number ${fork.seq}: both are kept as evidence.`),
    ...(found.counterGap ? [`Bundle ${found.counterGap.expected} was expected; this is ${found.counterGap.found}.`] : []),
  ]
}

const importBundle: Command = {
  path: ['bundle', 'import'],
  summary: 'check a bundle completely, then admit it whole and sign a receipt',
  positionals: [{ name: 'FILE', help: 'the bundle' }],
  options: {},
  vault: 'open',
  run: async (run) => {
    const found = await run.call('bundle.preview', { source: run.source(run.args.positional('FILE')) })
    if (!found.ok) return found
    const imported = await run.call('bundle.import', { preview: found.value.preview })
    if (!imported.ok) return imported
    const { admitted, alreadyHere, waiting } = imported.value
    const outcome = `Admitted ${counted(admitted, 'event')}; ${alreadyHere} were here already; ${waiting} wait for others.`
    return ok({ result: { ...imported.value, preview: found.value }, lines: [...previewLines(found.value), outcome] })
  },
}

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
      bundle.delegations.join(', '), bundle.receipts.join(', ') || 'none', bundle.fileName,
    ])
    const heading = ['Way', 'Number', 'When', 'Holds', 'Delegations', 'Receipts', 'File']
    return ok({ result: found.value, lines: table(heading, rows, 'No bundles.') })
  },
}

export const bundleCommands: CommandGroup = {
  name: 'bundle', summary: 'signed, sealed files that travel between machines', commands: [plan, write, preview, importBundle, bundleQr, bundleFromQr, history],
}
