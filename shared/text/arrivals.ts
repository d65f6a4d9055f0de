/** What comes into a place: a paragraph, or the cells of one row, which come together. */
import type { Amendment } from './amendment.ts'

export type Arrival = Extract<Amendment, { op: 'insertBlock' | 'moveBlock' }>

/** New cells that follow another arrival at the same place belong to it. */
export function arrivalUnits(amendments: readonly Amendment[]): Arrival[][] {
  const units: Arrival[][] = []
  for (const amendment of amendments) {
    if (amendment.op !== 'insertBlock' && amendment.op !== 'moveBlock') continue
    const last = units.at(-1)
    const joins = amendment.op === 'insertBlock' && amendment.kind === 'cell' && last?.[0]?.after === amendment.after
    if (joins) last.push(amendment)
    else units.push([amendment])
  }
  return units
}
