/** Contents that come in, and some that are destroyed again, while the process may end at any moment. */
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import { openKnownVault, type KnownKeyVault } from '../../fakes/knownKeyVault.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'
import { makeDelegation } from '../../fakes/testDelegation.ts'
import { openDossier } from '../../fakes/testDossier.ts'
import { databaseKey } from '../../fakes/vaultFiles.ts'
import { faultsOf, type Ground, type KilledWork } from '../killedWork.ts'

const MARKING = { limite: true, classification: 'NONE', tlp: 'AMBER', releasableTo: [] }
/** Several chunks, and not a whole number of them. */
const SIZE_BYTES = 300_001

let template: Promise<Ground> | null = null

async function makeTemplate(root: string): Promise<Ground> {
  const folder = join(root, 'template')
  mkdirSync(root, { recursive: true })
  const one = await makeDelegation({ folder, delegation: 'GSC' })
  const { circle } = await one.call('circle.found', { name: 'Herons', kind: 'HWPCI' })
  const dossier = await openDossier(one, circle, ['CZ'])
  await one.close()
  return { folder, rawKeyHex: await databaseKey(folder), given: { dossier, sources: root } }
}

export const attachments: KilledWork = {
  name: 'attachments', kills: 30, lives: 6, mostSteps: 9,
  async prepare(root) {
    const { folder, ...rest } = await (template ??= makeTemplate(root))
    const copy = join(root, 'vault')
    cpSync(folder, copy, { recursive: true })
    return { ...rest, folder: copy }
  },
  async *steps(ground, seed) {
    const vault = openKnownVault(ground, seed)
    const { dossier = '', sources = '' } = ground.given
    const path = join(sources, `source-${process.pid}.bin`)
    for (let round = 0; ; round++) {
      const content = seededRandom(seed * 100 + round)(SIZE_BYTES)
      writeFileSync(path, content)
      const { attachment } = await vault.call('attachment.add', { dossier, source: vault.source(path), marking: MARKING })
      yield `here ${attachment} ${sha256(content)}`
      if (round % 3 !== 2) continue
      await vault.call('attachment.destroy', { dossier, attachment, reason: 'done with' })
      yield `destroyed ${attachment}`
    }
  },
  inspect: (ground, acknowledged) => faultsOf(ground, 1, async (vault) => {
    const { store } = vault.session
    // As every opening does.
    store.blobs.sweep(store.attachments.blobs())
    return [...await lost(vault, ground, acknowledged), ...await halfThere(vault, ground)]
  }),
}

async function lost(vault: KnownKeyVault, { given, folder }: Ground, acknowledged: readonly string[]): Promise<string[]> {
  const faults: string[] = []
  const gone = acknowledged.filter((line) => line.startsWith('destroyed ')).map((line) => line.split(' ')[1])
  for (const line of acknowledged) {
    const [kind, attachment = '', hash] = line.split(' ')
    if (kind === 'destroyed' && vault.session.store.attachments.get(attachment as EventId) !== null) faults.push(`destroyed, and its key is still there: ${attachment}`)
    // The one that was about to be destroyed may be gone already.
    if (kind !== 'here' || gone.includes(attachment) || isDestroyed(vault, given, attachment)) continue
    const out = join(folder, '..', 'out.bin')
    const exported = await vault.attempt('attachment.export', { dossier: given['dossier'] as DossierId, attachment, inTheClear: true, target: vault.target(out) })
    if (!exported.ok) faults.push(`acknowledged and lost: ${attachment}: ${exported.error.code}`)
    else if (sha256(readFileSync(out)) !== hash) faults.push(`acknowledged and altered: ${attachment}`)
    rmSync(out, { force: true })
  }
  return faults
}

function isDestroyed({ session }: KnownKeyVault, given: Ground['given'], attachment: string): boolean {
  return session.dossier(given['dossier'] as DossierId)?.state.attachments.find((one) => one.event === attachment)?.destroyed.length !== 0
}

/** Every attachment that was signed here and not destroyed has its whole content, and no file lies there that none of them names. */
async function halfThere(vault: KnownKeyVault, { folder, given }: Ground): Promise<string[]> {
  const { attachments: listed } = await vault.call('attachment.list', { dossier: given['dossier'] as DossierId })
  const incomplete = listed.filter((one) => one.content !== (one.destroyed.length > 0 ? 'destroyed' : 'here')).map((one) => `${one.event} is ${one.content}`)
  const known = vault.session.store.attachments.blobs()
  const stray = filesIn(join(folder, 'blobs')).filter((name) => !known.has(name)).map((name) => `stray blob ${name}`)
  return [...incomplete, ...stray]
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    // Killed before the first came in.
    return []
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
