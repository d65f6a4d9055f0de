import { isDamage, isFileFault, isFullDisk } from '../vault/connection.ts'
import type { VaultSession } from './context.ts'

/** The keys of these contents are gone from the database: what fails here is done again when the vault is closed and at its next opening. */
export async function clearAway({ store }: VaultSession, blobs: readonly string[]): Promise<void> {
  try {
    store.emptyLog()
    for (const blob of blobs) await store.blobs.remove(blob)
  } catch (error) {
    if (!isFileFault(error) && !isDamage(error) && !isFullDisk(error)) throw error
  }
}
