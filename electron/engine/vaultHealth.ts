/** Whether an opened database is the one that was left: against its own signed end, its chains, and the copy of the head beside it. */
import type { Clock, Random } from '../../shared/base/ports.ts'
import type { InstallationId } from '../../shared/base/identifiers.ts'
import type { HealthFault, HealthFaultKind } from '../../shared/ipc/vaultHealth.ts'
import type { EventMemory } from './heldEvents.ts'
import { openNote, sealNote } from './keys/index.ts'
import { isFileFault, isFullDisk } from './vault/connection.ts'
import { readHeadFile, writeHeadFile, type FoundHead, type NoteSeal } from './vault/headFile.ts'
import { parseRegisterLine } from './vault/registerEntry.ts'
import { genuineHead, type RegisterVerifier } from './vault/registerTable.ts'
import type { Store } from './vault/store.ts'

const HEAD_LABEL = 'chancery/vault-head/v1\0'

/** Where the copy of the head lies, and what it is sealed with. */
export interface HeadPlace {
  readonly folder: string
  readonly seal: NoteSeal
}

/** `key` is the vault's own for what lies outside the database. */
export function noteSeal(key: Uint8Array, random: Random): NoteSeal {
  return { seal: (note) => sealNote(key, HEAD_LABEL, note, random), open: (sealed) => openNote(key, HEAD_LABEL, sealed) }
}

/** Null where nothing speaks against it. Reads only; every signature is checked by `vault.verify`, on demand. */
export function judgeHealth(store: Store, held: Pick<EventMemory, 'lacksAncestor'>, me: InstallationId, verify: RegisterVerifier, place: HeadPlace): HealthFault | null {
  const found = readHeadFile(place.folder, place.seal)
  const kind = faultOfCopy(found, store, me) ?? (endsEarly(store, verify) || held.lacksAncestor ? 'cut' : null)
  if (kind === null) return null
  const known = typeof found === 'object' ? found : null
  return { kind, entriesHere: store.head.standing().entries, entriesKnown: known?.entries ?? 0, knownAtUtcMs: known?.atUtcMs ?? null }
}

/**
 * A copy that lags behind is sound: it is written after the database, and a process may die between the two. One that the database does not
 * reach, or that names another entry or event in the same place, was left by a later database.
 */
function faultOfCopy(found: FoundHead, { head }: Store, me: InstallationId): HealthFaultKind | null {
  if (found === 'missing') return head.wasKept() ? 'copyMissing' : null
  if (found === 'altered' || found.installation !== me) return 'copyAltered'
  return head.holds(found) ? null : 'rolledBack'
}

/** The register has as many entries as its signed head says, and ends with the one that it names. */
function endsEarly({ register, head }: Store, verify: RegisterVerifier): boolean {
  const { entries, head: last } = head.standing()
  const [kept, lastRow] = [register.signedHead(), register.last()]
  // Entries of the first version had no head.
  if (kept === null) return lastRow !== null && parseRegisterLine(lastRow.entry)?.v !== 1
  const signed = genuineHead(kept, verify)
  return signed === null || signed.entries !== entries || signed.head !== last || register.count() !== entries
}

/**
 * Keeps the copy of the head in step: now, and after each transaction that moved it. First the database is on the disk, then the copy: killed
 * between the two, the copy lags, which is sound. Where it cannot be written it lags until the next time.
 */
export function keepHeadCopy(store: Store, me: InstallationId, now: Clock, { folder, seal }: HeadPlace): void {
  let last = ''
  const keep = (): void => {
    const standing = store.head.standing()
    const said = JSON.stringify(standing)
    if (said === last) return
    try {
      writeHeadFile(folder, { installation: me, ...standing, atUtcMs: now() }, seal)
      last = said
    } catch (error) {
      if (!isFileFault(error) && !isFullDisk(error)) throw error
    }
  }
  keep()
  if (last !== '' && !store.head.wasKept()) store.transaction(() => store.head.noteKept())
  store.onCommit(keep)
}
