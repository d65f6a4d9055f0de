/** `chancery bundle qr`, `chancery bundle from-qr`, `chancery card qr`, `chancery card from-qr`: files over a screen. */
import { ok, type Result } from '../../shared/base/result.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { refusal } from '../../shared/ipc/refusal.ts'
import { cardLines } from './cardLines.ts'
import { refused, wrongUsage, type Command, type CommandRun, type Failure } from './command.ts'
import { counted } from './layout.ts'

type Reading = Output<'optical.read'>

/** The contract takes so many pictures at once. */
const AT_ONCE = 1000

export const bundleQr: Command = {
  path: ['bundle', 'qr'],
  summary: 'write a bundle of at most 100 KiB as pictures of QR codes, to be shown one after another',
  positionals: [{ name: 'FILE', help: 'the bundle' }],
  options: { out: { type: 'string', value: 'FOLDER', required: true, help: 'where the pictures go' } },
  vault: 'open',
  run: async (run) => {
    const written = await run.call('optical.write', { source: run.source(run.args.positional('FILE')), target: run.target(run.args.required('out')) })
    if (!written.ok) return written
    const { blocks, files } = written.value
    return ok({ result: written.value, lines: [`Written: ${counted(files.length, 'picture')}. Any ${blocks} or a few more of them are enough, in any order.`] })
  },
}

export const bundleFromQr: Command = {
  path: ['bundle', 'from-qr'],
  summary: 'read a bundle from pictures of QR codes, PNG or JPEG, in any order, and show what it would change',
  positionals: [{ name: 'IMAGES', help: 'the pictures', rest: true }],
  options: { import: { type: 'boolean', help: 'import it as well' } },
  vault: 'open',
  run: async (run) => {
    const reading = await readPictures(run, 'IMAGES')
    if (!reading.ok) return reading
    const { bundle, found, blocks, kind } = reading.value
    if (kind !== 'bundle') return wrongUsage('these are no codes of a bundle: for a card there is chancery card from-qr')
    if (bundle === null) return { ok: false, error: { kind: 'failed', message: `Not whole yet: ${found} of ${blocks} blocks. Take more pictures, and name them all.`, result: reading.value } }
    const preview = await run.call('bundle.preview', { source: bundle })
    if (!preview.ok) return preview
    const { sender, addedEvents, alreadyHere, preview: id } = preview.value
    const lines = [`From ${sender.name} (${sender.delegation}): would add ${counted(addedEvents, 'event')}, ${alreadyHere} already here.`]
    if (!run.args.flag('import')) return ok({ result: preview.value, lines: [...lines, 'Nothing has been changed. With --import it is imported.'] })
    const imported = await run.call('bundle.import', { preview: id })
    return imported.ok ? ok({ result: imported.value, lines: [...lines, `Imported: ${imported.value.admitted} new.`] }) : imported
  },
}

export const cardFromQr: Command = {
  path: ['card', 'from-qr'],
  summary: 'read a card from a picture of its QR code, PNG or JPEG; it stays untrusted until its safety words are compared',
  positionals: [{ name: 'IMAGE', help: 'the picture' }],
  options: {},
  vault: 'open',
  run: async (run) => {
    const reading = await readPictures(run, 'IMAGE')
    if (!reading.ok) return reading
    const { card } = reading.value
    return card === null ? refused(refusal('not-a-card', {}, 'container')) : ok({ result: card, lines: cardLines(card) })
  },
}

async function readPictures(run: CommandRun, positional: 'IMAGE' | 'IMAGES'): Promise<Result<Reading, Failure>> {
  const paths = positional === 'IMAGES' ? run.args.rest(positional) : [run.args.positional(positional)]
  if (paths.length > AT_ONCE) return wrongUsage(`at most ${AT_ONCE} pictures at once`)
  const begun = await run.call('optical.forget', {})
  return begun.ok ? run.call('optical.read', { sources: paths.map((path) => run.source(path)) }) : begun
}
