/** Backups are written while work goes on: every file with the name of a backup opens whole, and every one that was acknowledged is there. */
import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { EventId } from '../../../shared/base/identifiers.ts'
import { ok } from '../../../shared/base/result.ts'
import { readBackup } from '../../../electron/engine/intake/openBackup.ts'
import { openBackup } from '../../../electron/engine/keys/index.ts'
import { openKnownVault } from '../../fakes/knownKeyVault.ts'
import { makeDelegation } from '../../fakes/testDelegation.ts'
import { openDossier } from '../../fakes/testDossier.ts'
import { backupKey, databaseKey } from '../../fakes/vaultFiles.ts'
import { faultsOf, type Ground, type KilledWork } from '../killedWork.ts'

let template: Promise<Ground> | null = null

async function makeTemplate(root: string): Promise<Ground> {
  const folder = join(root, 'template')
  mkdirSync(root, { recursive: true })
  const one = await makeDelegation({ folder, delegation: 'GSC' })
  const { circle } = await one.call('circle.found', { name: 'Herons', kind: 'HWPCI' })
  const dossier = await openDossier(one, circle, ['CZ'])
  await one.close()
  return { folder, rawKeyHex: await databaseKey(folder), backupKeyHex: await backupKey(folder), given: { dossier } }
}

/** Empty where it opens to its last byte. */
async function faultsOfBackup(path: string, backupKeyHex: string): Promise<string[]> {
  const key = Uint8Array.from(Buffer.from(backupKeyHex, 'hex'))
  const read = await readBackup(path, {
    unlock: (header, head) => ok(openBackup(key, header.bytes, head)),
    sink: { begin: async () => ok(null), database: async () => undefined, blob: async () => undefined },
    signal: new AbortController().signal, read: () => undefined,
  })
  return read.ok ? [] : [`${path}: ${read.error.code}`]
}

export const backingUp: KilledWork = {
  name: 'backing up', kills: 20, lives: 5, mostSteps: 8,
  async prepare(root) {
    const { folder, ...rest } = await (template ??= makeTemplate(root))
    const copy = join(root, 'vault')
    cpSync(folder, copy, { recursive: true })
    mkdirSync(join(root, 'stick'))
    return { ...rest, folder: copy, given: { ...rest.given, stick: join(root, 'stick') } }
  },
  async *steps(ground, seed) {
    const vault = openKnownVault(ground, seed)
    const { dossier, stick = '' } = ground.given
    for (let round = 0; ; round++) {
      const position = { dossier, subject: 'Joint response', stance: 'support', remark: `remark ${seed} ${round}` }
      const backup = vault.call('backup.write', { target: vault.target(stick) })
      yield `event ${(await vault.call('dossier.takePosition', position)).event}`
      yield `backup ${(await backup).fileName}`
    }
  },
  inspect: (ground, acknowledged) => faultsOf(ground, 1, async ({ session }) => {
    const { stick = '' } = ground.given
    const named = readdirSync(stick).filter((name) => name.endsWith('.chbackup'))
    const lost = acknowledged.filter((line) => {
      const [kind, id = ''] = line.split(' ')
      return kind === 'event' ? !session.held.has(id as EventId) : !named.includes(id)
    })
    const broken = await Promise.all(named.map((name) => faultsOfBackup(join(stick, name), ground.backupKeyHex ?? '')))
    return [...lost.map((line) => `acknowledged and lost: ${line}`), ...broken.flat()]
  }),
}
