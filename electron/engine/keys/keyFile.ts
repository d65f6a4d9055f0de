/** `vault.key`: the data key of a vault, wrapped under the passphrase. Layout: FORMAT.md in this folder. */
import { concat, equalBytes, u32, utf8 } from '../../../shared/base/bytes.ts'
import type { Random } from '../../../shared/base/ports.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { SALT_BYTES, costWithinBounds, deriveKek, type KdfCost } from './passphrase.ts'
import { sodium } from './sodium.ts'

const MAGIC = Uint8Array.of(0x89, 0x43, 0x48, 0x4b, 0x45, 0x59, 0x0d, 0x0a)
const VERSION = 1
const WRAP_LABEL = 'chancery/vault/v1/wrap\0'
const CHECKSUM_LABEL = 'chancery/vault/v1/sum\0'
const NONCE_BYTES = 24
const WRAPPED_BYTES = 48
const CHECKSUM_BYTES = 32
const HEAD_BYTES = MAGIC.length + 1 + 16
const PARAMETER_BYTES = 1 + 4 + 4 + SALT_BYTES + NONCE_BYTES
const SLOT_BYTES = PARAMETER_BYTES + WRAPPED_BYTES
/** By place: the current passphrase, the one before it, and one kept for a printed recovery code. */
const SLOT_USES = ['current', 'previous', 'recovery'] as const

export const KEY_FILE_BYTES = HEAD_BYTES + SLOT_USES.length * SLOT_BYTES + CHECKSUM_BYTES

export type SlotUse = (typeof SLOT_USES)[number]
export type KeyFileFault = 'vault-newer' | 'vault-damaged' | 'passphrase-wrong'

export interface OpenedKeyFile {
  /** 32 bytes. */
  readonly dek: Uint8Array
  readonly slot: SlotUse
}

interface KeyFile {
  readonly head: Uint8Array
  /** As they stand, one for each use. */
  readonly slots: readonly Uint8Array[]
}

/** For a new vault. `dek` is 32 random bytes. */
export function composeKeyFile(passphrase: string, dek: Uint8Array, cost: KdfCost, random: Random): Uint8Array {
  const head = concat(MAGIC, Uint8Array.of(VERSION), random(16))
  return encodeKeyFile(head, [wrapDek(head, passphrase, dek, cost, random)])
}

/** A new passphrase: its slot becomes the current one, the current one the previous. The DEK stays. */
export function changePassphrase(
  bytes: Uint8Array, passphrase: string, dek: Uint8Array, cost: KdfCost, random: Random,
): Result<Uint8Array, KeyFileFault> {
  const file = parseKeyFile(bytes)
  if (!file.ok) return file
  const { head, slots: [current = emptySlot(), , recovery = emptySlot()] } = file.value
  return ok(encodeKeyFile(head, [wrapDek(head, passphrase, dek, cost, random), current, recovery]))
}

/** Once the new passphrase has opened the vault, the one before it must open it no longer. */
export function forgetPreviousPassphrase(bytes: Uint8Array): Result<Uint8Array, KeyFileFault> {
  const file = parseKeyFile(bytes)
  if (!file.ok) return file
  const { head, slots: [current = emptySlot(), , recovery = emptySlot()] } = file.value
  return ok(encodeKeyFile(head, [current, emptySlot(), recovery]))
}

/** Tries the slots in use, in their order. Costs one Argon2id run for each. */
export function openKeyFile(bytes: Uint8Array, passphrase: string): Result<OpenedKeyFile, KeyFileFault> {
  const file = parseKeyFile(bytes)
  if (!file.ok) return file
  for (const [at, slot] of SLOT_USES.entries()) {
    const dek = unwrapDek(file.value.head, file.value.slots[at] ?? emptySlot(), passphrase)
    if (dek !== null) return ok({ dek, slot })
  }
  return err('passphrase-wrong')
}

/** `in use (1) || passes || memory in KiB || salt || nonce || wrapped key`, all but the last as associated data. */
export function wrapDek(head: Uint8Array, passphrase: string, dek: Uint8Array, cost: KdfCost, random: Random): Uint8Array {
  const salt = random(SALT_BYTES)
  const nonce = random(NONCE_BYTES)
  const parameters = concat(Uint8Array.of(1), u32(cost.passes), u32(cost.memoryKib), salt, nonce)
  const kek = deriveKek(passphrase, salt, cost)
  const wrapped = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(dek, associatedData(head, parameters), null, nonce, kek)
  sodium.memzero(kek)
  return concat(parameters, wrapped)
}

/** Null for an empty slot and for another passphrase. */
export function unwrapDek(head: Uint8Array, slot: Uint8Array, passphrase: string): Uint8Array | null {
  if (slot[0] !== 1) return null
  const parameters = slot.subarray(0, PARAMETER_BYTES)
  const kek = deriveKek(passphrase, parameters.subarray(9, 9 + SALT_BYTES), costIn(slot))
  try {
    const nonce = parameters.subarray(9 + SALT_BYTES)
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, slot.subarray(PARAMETER_BYTES), associatedData(head, parameters), nonce, kek)
  } catch {
    return null
  } finally {
    sodium.memzero(kek)
  }
}

/** Layout, checksum and cost; nothing secret is touched. The checksum tells damage from a wrong passphrase, and no more. */
function parseKeyFile(bytes: Uint8Array): Result<KeyFile, KeyFileFault> {
  if (!equalBytes(bytes.subarray(0, MAGIC.length), MAGIC)) return err('vault-damaged')
  if ((bytes[MAGIC.length] ?? 0) > VERSION) return err('vault-newer')
  if (bytes.length !== KEY_FILE_BYTES || bytes[MAGIC.length] !== VERSION) return err('vault-damaged')
  const covered = bytes.subarray(0, KEY_FILE_BYTES - CHECKSUM_BYTES)
  if (!equalBytes(checksum(covered), bytes.subarray(covered.length))) return err('vault-damaged')
  const slots = SLOT_USES.map((_, at) => bytes.subarray(HEAD_BYTES + at * SLOT_BYTES, HEAD_BYTES + (at + 1) * SLOT_BYTES))
  return slots.every(slotSound) ? ok({ head: bytes.subarray(0, HEAD_BYTES), slots }) : err('vault-damaged')
}

function slotSound(slot: Uint8Array): boolean {
  return slot[0] === 0 ? slot.every((byte) => byte === 0) : slot[0] === 1 && costWithinBounds(costIn(slot))
}

function costIn(slot: Uint8Array): KdfCost {
  const view = new DataView(slot.buffer, slot.byteOffset)
  return { passes: view.getUint32(1), memoryKib: view.getUint32(5) }
}

function encodeKeyFile(head: Uint8Array, slots: readonly Uint8Array[]): Uint8Array {
  const covered = concat(head, ...SLOT_USES.map((_, at) => slots[at] ?? emptySlot()))
  return concat(covered, checksum(covered))
}

function checksum(covered: Uint8Array): Uint8Array {
  return sodium.crypto_generichash(CHECKSUM_BYTES, concat(utf8(CHECKSUM_LABEL), covered), null)
}

function associatedData(head: Uint8Array, parameters: Uint8Array): Uint8Array {
  return concat(utf8(WRAP_LABEL), head, parameters)
}

function emptySlot(): Uint8Array {
  return new Uint8Array(SLOT_BYTES)
}
