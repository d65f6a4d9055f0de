/** `chancery attachment ...` */
import { ok, type Result } from '../../shared/base/result.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { refusal } from '../../shared/ipc/refusal.ts'
import { refused, wrongUsage, type Command, type CommandGroup, type CommandRun, type Failure } from './command.ts'
import { short, table } from './layout.ts'
import { LIMITED_OPTION, MARKING_OPTIONS, markingWords, readLimitedTo, readMarking } from './markingOptions.ts'
import { findDossier } from './references.ts'

type Listed = Output<'attachment.list'>['attachments'][number]

const DOSSIER = { name: 'DOSSIER', help: 'reference or first digits of the identifier' }
const ATTACHMENT = { name: 'ATTACHMENT', help: 'file name or first digits of the identifier' }
const LEAST_DIGITS = 4

const add: Command = {
  path: ['attachment', 'add'],
  summary: 'keep a file of up to 2 GiB in a dossier, encrypted; the others see its name, size and fingerprint',
  positionals: [DOSSIER, { name: 'FILE', help: 'the file' }],
  options: { ...MARKING_OPTIONS, ...LIMITED_OPTION },
  vault: 'open',
  run: async (run) => {
    const marking = readMarking(run.args)
    if (!marking.ok) return marking
    const limitedTo = readLimitedTo(run.args)
    if (!limitedTo.ok) return limitedTo
    const dossier = await findDossier(run, run.args.positional('DOSSIER'))
    if (!dossier.ok) return dossier
    const added = await run.call('attachment.add', { dossier: dossier.value.dossier, source: run.source(run.args.positional('FILE')), marking: marking.value, limitedTo: limitedTo.value })
    if (!added.ok) return added
    const { attachment, hash, name, sizeBytes } = added.value
    return ok({ result: added.value, lines: [`Attached ${name}, ${sizeBytes} bytes: ${short(attachment)}.`, `Fingerprint: ${hash}`] })
  },
}

const list: Command = {
  path: ['attachment', 'list'],
  summary: 'list the attachments of a dossier, and where their content is',
  positionals: [DOSSIER],
  options: {},
  vault: 'open',
  run: async (run) => {
    const dossier = await findDossier(run, run.args.positional('DOSSIER'))
    if (!dossier.ok) return dossier
    const found = await run.call('attachment.list', { dossier: dossier.value.dossier })
    if (!found.ok) return found
    const rows = found.value.attachments.map((one) => [short(one.event), one.delegation, `${one.sizeBytes}`, short(one.hash), markingWords(one.marking), placeWords(one), one.name])
    const apart = found.value.apart.map((one) => [short(one.event), one.delegation ?? '-', `${one.sizeBytes}`, short(one.hash), '-', 'does not count; can be destroyed', one.name])
    return ok({ result: found.value, lines: table(['Attachment', 'By', 'Bytes', 'Fingerprint', 'Marking', 'Content', 'Name'], [...rows, ...apart], 'No attachments.') })
  },
}

function placeWords({ author, content, delegation, destroyed }: Listed): string {
  switch (content) {
    case 'here': return 'here'
    case 'missing': return 'damaged'
    case 'destroyed': return 'destroyed here'
    case 'elsewhere': return `${destroyed.some((one) => one.author === author) ? 'destroyed' : 'held'} by ${delegation}`
  }
}

const exportContent: Command = {
  path: ['attachment', 'export'],
  summary: 'write the content of an attachment into the clear, read it back and verify it',
  positionals: [DOSSIER, ATTACHMENT, { name: 'TARGET', help: 'folder, or file' }],
  options: { 'in-the-clear': { type: 'boolean', help: 'you know that the file is then no longer protected by the vault' } },
  vault: 'open',
  run: async (run) => {
    const found = await findAttachment(run)
    if (!found.ok) return found
    const written = await run.call('attachment.export', { ...found.value, target: run.target(run.args.positional('TARGET')), inTheClear: run.args.flag('in-the-clear') })
    if (!written.ok) return written
    const { fileName, hash, sizeBytes } = written.value
    return ok({ result: written.value, lines: [`Written: ${fileName} (${sizeBytes} bytes), read back and verified. It is in the clear.`, `Fingerprint: ${hash}`] })
  },
}

const destroy: Command = {
  path: ['attachment', 'destroy'],
  summary: 'forget the key of an attachment for good, and sign that it was done',
  positionals: [DOSSIER, ATTACHMENT],
  options: {
    'for-good': { type: 'boolean', help: 'you know that nobody can bring the content back; required' },
    reason: { type: 'string', value: 'TEXT', help: 'why; it is signed and goes to the others' },
  },
  vault: 'open',
  run: async (run) => {
    if (!run.args.flag('for-good')) return wrongUsage('destruction cannot be taken back: say --for-good')
    const found = await findAttachment(run)
    if (!found.ok) return found
    const destroyed = await run.call('attachment.destroy', { ...found.value, reason: run.args.text('reason') ?? '' })
    return destroyed.ok ? ok({ result: destroyed.value, lines: [`Destroyed. Signed: event ${short(destroyed.value.event)}.`] }) : destroyed
  },
}

async function findAttachment(run: CommandRun): Promise<Result<Pick<Output<'dossier.list'>['dossiers'][number], 'dossier'> & { attachment: Listed['event'] }, Failure>> {
  const dossier = await findDossier(run, run.args.positional('DOSSIER'))
  if (!dossier.ok) return dossier
  const list = await run.call('attachment.list', { dossier: dossier.value.dossier })
  if (!list.ok) return list
  const given = run.args.positional('ATTACHMENT')
  const fitting = [...list.value.attachments, ...list.value.apart].filter((one) => one.name === given || (given.length >= LEAST_DIGITS && one.event.startsWith(given.toLowerCase())))
  const [first] = fitting
  if (first === undefined) return refused(refusal('attachment-unknown'))
  return fitting.length === 1 ? ok({ dossier: dossier.value.dossier, attachment: first.event }) : wrongUsage(`"${given}" fits ${fitting.length} of them: give digits of the identifier`)
}

export const attachmentCommands: CommandGroup = {
  name: 'attachment', summary: 'files kept in a dossier, encrypted', commands: [add, list, exportContent, destroy],
}
