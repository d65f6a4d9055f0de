/** Finds every entry that was removed, changed, inserted, moved or cut off, and says where. Pure: rows in, faults out. */
import type { Hash } from '../../../shared/base/identifiers.ts'
import type { Hasher } from '../../../shared/base/ports.ts'
import type { RegisterFault } from '../../../shared/ipc/registerMethods.ts'
import { parseRegisterLine, REGISTER_LABEL, type RegisterHead, type SignedHead } from './registerEntry.ts'
import { genuineHead, type RegisterRow, type RegisterVerifier } from './registerTable.ts'

export interface RegisterPorts {
  readonly hash: Hasher
  readonly verify: RegisterVerifier
}

/** Rows in the order of their numbers, and the head that stands beside them. Empty where everything is as it was signed. */
export function verifyRegister(rows: readonly RegisterRow[], head: SignedHead | null, ports: RegisterPorts): RegisterFault[] {
  const faults: RegisterFault[] = []
  let expected = 1
  /** Undefined after a fault: what a sound entry would name is then not known, and the fault is named once. */
  let previous: Hash | null | undefined = null
  let headed = false
  for (const row of rows) {
    if (row.seq > expected) {
      faults.push({ kind: 'missing', seq: expected, toSeq: row.seq - 1 })
      previous = undefined
    }
    const found = faultIn(row, row.seq < expected, previous, ports)
    if (found.fault !== null) faults.push({ kind: found.fault, seq: row.seq, toSeq: row.seq })
    headed ||= found.headed
    previous = found.fault === null ? row.hash : undefined
    expected = Math.max(expected, row.seq + 1)
  }
  return [...joined(faults), ...headFaults(rows, head, headed, ports.verify)]
}

interface Found {
  readonly fault: RegisterFault['kind'] | null
  /** An entry of a version that never stands without a head. */
  readonly headed: boolean
}

function faultIn(row: RegisterRow, repeated: boolean, previous: Hash | null | undefined, { hash, verify }: RegisterPorts): Found {
  const line = parseRegisterLine(row.entry)
  if (line === null || hash(row.entry) !== row.hash) return { fault: 'altered', headed: line?.v === 2 }
  const headed = line.v === 2
  if (!verify(line.installation, REGISTER_LABEL, row.entry, row.signature)) return { fault: 'unsigned', headed }
  if (repeated || line.seq !== row.seq) return { fault: 'misplaced', headed }
  return { fault: previous !== undefined && line.previous !== previous ? 'unchained' : null, headed }
}

/** Neighbours with the same fault are named as one stretch: one entry pushed in moves all that follow. */
function joined(faults: readonly RegisterFault[]): RegisterFault[] {
  const stretches: RegisterFault[] = []
  for (const fault of faults) {
    const last = stretches.at(-1)
    if (last?.kind === fault.kind && last.toSeq + 1 === fault.seq) stretches[stretches.length - 1] = { ...last, toSeq: fault.toSeq }
    else stretches.push(fault)
  }
  return stretches
}

function headFaults(rows: readonly RegisterRow[], kept: SignedHead | null, headed: boolean, verify: RegisterVerifier): RegisterFault[] {
  const end = rows.at(-1)?.seq ?? 0
  if (kept === null) return headed ? [{ kind: 'headMissing', seq: end, toSeq: end }] : []
  const head = genuineHead(kept, verify)
  if (head === null) return [{ kind: 'headForged', seq: end, toSeq: end }]
  const fault = disagreement(rows, head)
  if (fault !== null) return [fault]
  return end > head.entries ? [{ kind: 'beyondHead', seq: head.entries + 1, toSeq: end }] : []
}

/**
 * Where a genuine head does not lie on these rows: also for a head that was kept outside the database, which may be older than the
 * rows but never newer. Null where it does.
 */
export function disagreement(rows: readonly Pick<RegisterRow, 'seq' | 'hash'>[], { entries, head }: RegisterHead): RegisterFault | null {
  const end = rows.at(-1)?.seq ?? 0
  if (end < entries) return { kind: 'cut', seq: end + 1, toSeq: entries }
  const covered = rows.find((row) => row.seq === entries)
  return covered?.hash === head ? null : { kind: 'headDiffers', seq: entries, toSeq: entries }
}
