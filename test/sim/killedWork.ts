/** What a process does while it waits to be killed, and what must hold of what it leaves. A feature joins by its entry in killedWorks.ts. */
import { readdirSync } from 'node:fs'
import { encodeCbor } from '../../shared/base/cbor.ts'
import { openKnownVault, type KnownKey, type KnownKeyVault } from '../fakes/knownKeyVault.ts'

/** Where the work is done, in a form that can be told to another process. */
export interface Ground extends KnownKey {
  /** Files and identifiers that the work needs. */
  readonly given: Readonly<Record<string, string>>
}

/** Said by the child when it has nothing left to do: on a busy machine the kills before it came late, and it was left less than was meant. */
export const ALL_DONE = 'all done'

export interface KilledWork {
  readonly name: string
  readonly kills: number
  /** How many processes in a row are killed on one ground, each going on where the one before was struck. */
  readonly lives: number
  /** The kill comes somewhere within the first so many steps. */
  readonly mostSteps: number
  /** In the parent: a fresh place for the next processes, in a folder that does not exist yet. */
  prepare(root: string): Promise<Ground>
  /** In the child: at least `mostSteps` steps. What is yielded was acknowledged: the engine has answered. */
  steps(ground: Ground, seed: number): AsyncGenerator<string>
  /** In the parent: everything wrong with what was left, given all that was acknowledged on this ground. Empty where nothing is. */
  inspect(ground: Ground, acknowledged: readonly string[]): Promise<string[]>
}

/** Beside the lock, which names a dead process and is taken over, and the journal, which is read at the next opening. A copy from before a migration that was struck is made anew, and a new key file that never took its place is removed. */
const KNOWN_FILES = ['lock', 'vault.db', 'vault.db-wal', 'vault.head', 'vault.head.new', 'vault.key', 'vault.key.new', 'blobs', 'before-migration.db', 'before-migration.db.part', 'before-migration.db.part-wal', 'before-migration.db.part-journal', 'new']
/** A vault opened by its key alone keeps no copy of the head, and so clears none away. */
const CLOSED_FILES = ['vault.db', 'vault.head', 'vault.head.new', 'vault.key', 'blobs', 'before-migration.db']

/** Opens what was left, asks `find` for what is wrong with it, and looks for anything half there. */
export async function faultsOf(ground: KnownKey, seed: number, find: (vault: KnownKeyVault) => Promise<string[]>): Promise<string[]> {
  const stray = readdirSync(ground.folder).filter((name) => !KNOWN_FILES.includes(name)).map((name) => `stray file ${name}`)
  const vault = openKnownVault(ground, seed)
  const found = await find(vault)
  const faults = [...stray, ...found, ...brokenLogs(vault), ...unregistered(vault), ...(await vault.call('vault.verify', {})).faults]
  vault.close()
  const left = readdirSync(ground.folder).filter((name) => !CLOSED_FILES.includes(name)).map((name) => `left after closing: ${name}`)
  return [...faults, ...left]
}

/** Every log in every place counts 1, 2, 3. */
function brokenLogs({ session }: KnownKeyVault): string[] {
  const logs = Map.groupBy(session.store.events.all(), ({ circle, event: { header } }) => `${circle} ${header.dossier} ${header.log}`)
  return [...logs].flatMap(([log, events]) => {
    const counted = events.map(({ event }) => event.header.seq).toSorted((a, b) => a - b)
    return counted.every((seq, at) => seq === at + 1) ? [] : [`log ${log} counts ${counted.join(' ')}`]
  })
}

/** An event of mine and its line in the register are one transaction: neither is ever there without the other. */
function unregistered({ session }: KnownKeyVault): string[] {
  const mine = session.store.events.all().filter(({ event }) => session.isMe(event.header.log)).map(({ event }) => event.header.type)
  const registered = session.store.register.lines().map((line) => line.action)
  return [...new Set(mine)].flatMap((type) => {
    const [events, lines] = [mine, registered].map((all) => all.filter((one) => one === type).length)
    return events === lines ? [] : [`${events} events ${type}, ${lines} lines in the register`]
  })
}

/** What a store holds, for comparing: every row of every table, in one byte string. */
export function contentOf({ session: { store } }: Pick<KnownKeyVault, 'session'>): Uint8Array {
  return encodeCbor([
    store.events.all().map(({ event }) => event.id), store.register.rows().map((row) => row.hash), store.drafts.all().map((head) => ({ ...head })),
    store.bundles.all().map((bundle) => bundle.hash), store.cards.all().map((card) => [card.installation, card.trusted]),
  ])
}
