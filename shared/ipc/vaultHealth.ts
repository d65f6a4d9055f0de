/** What is wrong with a vault that opens for reading only, and what to do about it: the same words on every face. */
import * as v from 'valibot'

/**
 * - `rolledBack` the copy of the head goes further than the database: an older database was put back, or its end is gone;
 * - `cut` what the database holds ends before its own signed end, or an event lacks its ancestor;
 * - `copyMissing` the copy of the head was taken away: nobody can tell whether this database is the latest;
 * - `copyAltered` the copy of the head is not one that this vault wrote.
 */
export const HEALTH_FAULTS = ['rolledBack', 'cut', 'copyMissing', 'copyAltered'] as const
export type HealthFaultKind = (typeof HEALTH_FAULTS)[number]

export const healthFaultSchema = v.object({
  kind: v.picklist(HEALTH_FAULTS),
  /** Entries of the register in the database, and as many as there should at least be. */
  entriesHere: v.number(),
  entriesKnown: v.number(),
  /** When the copy of the head was kept; null where there is none. */
  knownAtUtcMs: v.nullable(v.number()),
})
export type HealthFault = v.InferOutput<typeof healthFaultSchema>

const MEANINGS: Readonly<Record<HealthFaultKind, (fault: HealthFault) => string>> = {
  rolledBack: ({ entriesHere, entriesKnown }) => `This vault is older than it was: its register ends at entry ${entriesHere}, and had reached entry ${entriesKnown}.`,
  cut: () => 'The end of this vault is missing, or something in the middle was taken out.',
  copyMissing: () => 'The file vault.head beside this vault was taken away: nobody can tell whether the vault is the latest.',
  copyAltered: () => 'The file vault.head beside this vault is not the one that it wrote: nobody can tell whether the vault is the latest.',
}

export interface HealthWords {
  readonly meaning: string
  readonly remedy: string
}

export function healthWords(fault: HealthFault): HealthWords {
  return {
    meaning: MEANINGS[fault.kind](fault),
    remedy: 'It is open for reading only, so that nothing is signed twice under one number. Put the latest vault folder back, restore your last backup, or back up this vault as it is and restore that.',
  }
}
