/** Argon2id (RFC 9106): from what a person remembers to a key. */
import { utf8 } from '../../../shared/base/bytes.ts'
import type { Clock } from '../../../shared/base/ports.ts'
import { sodium } from './sodium.ts'

const KIB = 1024
const MIB_IN_KIB = 1024
const TARGET_MS = 1000

export interface KdfCost {
  /** Passes over the memory. */
  readonly passes: number
  readonly memoryKib: number
}

/** The least that a vault may have: tests and the demo. */
export const FLOOR_COST: KdfCost = { passes: 3, memoryKib: 64 * MIB_IN_KIB }
export const DEFAULT_COST: KdfCost = { passes: 3, memoryKib: 256 * MIB_IN_KIB }
/** A header that asks for more is refused: it would only exhaust the machine. */
export const CEILING_COST: KdfCost = { passes: 16, memoryKib: 1024 * MIB_IN_KIB }

export const SALT_BYTES = 16

export function costWithinBounds(cost: KdfCost): boolean {
  return cost.passes >= FLOOR_COST.passes && cost.passes <= CEILING_COST.passes
    && cost.memoryKib >= FLOOR_COST.memoryKib && cost.memoryKib <= CEILING_COST.memoryKib
}

/** `password` is what `passwordOf` makes of what the person has. */
export function deriveKek(password: Uint8Array, salt: Uint8Array, cost: KdfCost): Uint8Array {
  return sodium.crypto_pwhash(32, password, salt, cost.passes, cost.memoryKib * KIB, sodium.crypto_pwhash_ALG_ARGON2ID13)
}

/** The default, or as many more passes as take about a second here; never less. Takes a quarter of a second or so. */
export function calibratedCost(now: Clock): KdfCost {
  const startedMs = now()
  deriveKek(utf8('calibration'), new Uint8Array(SALT_BYTES), FLOOR_COST)
  const expectedMs = Math.max(1, now() - startedMs) * (DEFAULT_COST.memoryKib / FLOOR_COST.memoryKib)
  const passes = Math.round((DEFAULT_COST.passes * TARGET_MS) / expectedMs)
  return { ...DEFAULT_COST, passes: Math.min(CEILING_COST.passes, Math.max(DEFAULT_COST.passes, passes)) }
}
