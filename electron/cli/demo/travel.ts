/** Bundles on their way: written to the stick by one machine, previewed and imported by another. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { Machine } from './machine.ts'
import { theOne } from './narrator.ts'
import type { Assembly } from './play.ts'

/** One bundle for all others; the path on the stick. */
export async function writeToAll(assembly: Assembly): Promise<string> {
  return write(assembly, assembly.secretariat, [])
}

/** One bundle for the secretariat alone; the path on the stick. */
export async function replyToSecretariat(assembly: Assembly, delegate: Machine): Promise<string> {
  return write(assembly, delegate, [assembly.secretariat])
}

async function write(assembly: Assembly, from: Machine, to: readonly Machine[]): Promise<string> {
  const { circle, installations, folder, tally, clock } = assembly
  const recipients = to.flatMap((machine) => installations.get(machine) ?? [])
  const { files } = await from.call('bundle.write', { circle, recipients, everything: false, target: from.target(folder.stick) })
  tally.bundlesWritten += files.length
  clock.pass(1)
  return join(folder.stick, theOne(files, `bundle by ${from.delegation}`).fileName)
}

export async function importFrom(assembly: Assembly, machine: Machine, path: string): Promise<Output<'bundle.import'>> {
  const preview = await machine.call('bundle.preview', { source: machine.source(path) })
  const { narrator, tally, clock } = assembly
  narrator.expect(!preview.alreadyImported, `${machine.delegation} sees the bundle for the first time`)
  narrator.expect(preview.waiting.length === 0 && preview.forks.length === 0, `nothing is missing or forked at ${machine.delegation}`)
  const imported = await machine.call('bundle.import', { preview: preview.preview })
  narrator.expect(imported.admitted === preview.addedEvents, `${machine.delegation} admits exactly what the preview said`)
  tally.bundlesImported += 1
  clock.pass(1)
  return imported
}

/** The same file once more: seen as such, and nothing changes. */
export async function importAgain(assembly: Assembly, machine: Machine, path: string): Promise<void> {
  const { narrator, tally } = assembly
  const preview = await machine.call('bundle.preview', { source: machine.source(path) })
  narrator.expect(preview.alreadyImported && preview.addedEvents === 0, 'a bundle that arrives twice is known and would add nothing')
  const imported = await machine.call('bundle.import', { preview: preview.preview })
  narrator.expect(imported.admitted === 0 && imported.receipt === null, 'importing it twice admits nothing and signs no second receipt')
  tally.duplicates += 1
}

/** A copy with one byte of the payload flipped, as a bad stick would leave it. */
export function damagedCopy(path: string): string {
  const damaged = path.replace(/(\.[a-z]+)$/, '-damaged$1')
  copyFileSync(path, damaged)
  const bytes = readFileSync(damaged)
  const at = Math.floor(bytes.length * 0.75)
  bytes[at] = (bytes[at] ?? 0) ^ 0x01
  writeFileSync(damaged, bytes)
  return damaged
}
