/** Vaults of every earlier version are brought up to date, one after another: each is as it was, or as new as one made today, with all that it held. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { MIGRATIONS, NEWEST_VERSION } from '../../../electron/engine/vault/migrations.ts'
import { openStore } from '../../../electron/engine/vault/vaultFolder.ts'
import { databaseKey } from '../../fakes/vaultFiles.ts'
import { frozenFolder, frozenHolding, thawVault } from '../../vectors/vaults.ts'
import { faultsOf, type KilledWork } from '../killedWork.ts'

const EARLIER = MIGRATIONS.map((_, at) => at + 1).filter((version) => version < NEWEST_VERSION)
/** Thawed in advance: the kill is for the migration, not for the copying. */
const VAULTS = 25
const versionOf = (number: number): number => EARLIER[number % EARLIER.length] ?? 1

let keys: Promise<Record<string, string>> | null = null

/** Once for all grounds: each costs a derivation. */
async function databaseKeys(): Promise<Record<string, string>> {
  const known: Record<string, string> = {}
  for (const version of EARLIER) known[String(version)] = await databaseKey(frozenFolder(version))
  return known
}

export const migrating: KilledWork = {
  name: 'migrating', kills: 30, lives: 5, mostSteps: 5,
  async prepare(root) {
    mkdirSync(root, { recursive: true })
    for (let number = 0; number < VAULTS; number++) thawVault(versionOf(number), join(root, String(number)))
    return { folder: root, rawKeyHex: '', given: await (keys ??= databaseKeys()) }
  },
  async *steps({ folder, given }) {
    for (let number = 0; number < VAULTS; number++) {
      const vault = join(folder, String(number))
      if (!existsSync(vault)) continue
      const opened = openStore(vault, given[String(versionOf(number))] ?? '')
      if (!opened.ok) throw new Error(opened.error)
      opened.value.close()
      yield String(number)
    }
  },
  async inspect({ folder, given }, acknowledged) {
    const faults: string[] = []
    for (const number of readdirSync(folder)) {
      const vault = join(folder, number)
      const touched = readdirSync(vault).some((name) => name.startsWith('before-') || name.startsWith('vault.db-'))
      if (!touched) continue
      const version = versionOf(Number(number))
      const found = await faultsOf({ folder: vault, rawKeyHex: given[String(version)] ?? '' }, 1, async ({ session }) => [
        ...(session.store.events.all().length === frozenHolding(version).events ? [] : ['events were lost']),
        ...(acknowledged.includes(number) && session.store.migratedFrom !== null ? ['was acknowledged at the newest version, and is not'] : []),
      ])
      faults.push(...found.map((fault) => `${number}: ${fault}`))
      rmSync(vault, { recursive: true })
    }
    return faults
  },
}
