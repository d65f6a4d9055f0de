/** `vault.key`: the data key of a vault, wrapped under what opens it. Layout: FORMAT.md in this folder. */
import { concat, equalBytes, u32, utf8 } from '../../../shared/base/bytes.ts'
import type { Random } from '../../../shared/base/ports.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { SALT_BYTES, costWithinBounds, deriveKek, type KdfCost } from './passphrase.ts'
import { KIND_BYTES, kindOfByte, kindOfSecret, passwordOf, type SecretKind, type VaultSecret } from './secret.ts'
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
/** By place: the current passphrase, the one before it, and a printed recovery code. */
const SLOT_USES = ['current', 'previous', 'recovery'] as const
const KINDS_IN: Readonly<Record<SlotUse, readonly SecretKind[]>> = {
  current: ['passphrase', 'passphrase-and-file'], previous: ['passphrase', 'passphrase-and-file'], recovery: ['recovery-code'],
}

export const KEY_FILE_BYTES = HEAD_BYTES + SLOT_USES.length * SLOT_BYTES + CHECKSUM_BYTES

export type SlotUse = (typeof SLOT_USES)[number]
export type KeyFileFault = 'vault-newer' | 'vault-damaged' | 'passphrase-wrong' | 'key-file-needed' | 'recovery-code-wrong'
type LayoutFault = Extract<KeyFileFault, 'vault-newer' | 'vault-damaged'>

export interface OpenedKeyFile {
  /** 32 bytes. */
  readonly dek: Uint8Array
  readonly slot: SlotUse
}

/** What anybody can read who has the file: nothing in it is secret. */
export interface KeyFileView {
  /** The current passphrase opens only together with a key file. */
  readonly needsKeyFile: boolean
  readonly hasRecoveryCode: boolean
  /** The passphrase before the current one still opens: a change was not finished. */
  readonly hasPrevious: boolean
  /** Of the current slot, as calibrated when it was made. */
  readonly cost: KdfCost
}

interface KeyFile {
  readonly head: Uint8Array
  /** As they stand, one for each use. */
  readonly slots: Readonly<Record<SlotUse, Uint8Array>>
}

/** For a new vault. `dek` is 32 random bytes; `recovery` null where the person wants no code. */
export function composeKeyFile(secret: VaultSecret, dek: Uint8Array, cost: KdfCost, random: Random, recovery: Wrapping | null = null): Uint8Array {
  const head = concat(MAGIC, Uint8Array.of(VERSION), random(16))
  const current = wrapDek(head, secret, dek, cost, random)
  return encodeKeyFile(head, { current, previous: emptySlot(), recovery: recovery === null ? emptySlot() : wrapDek(head, recovery.secret, dek, recovery.cost, random) })
}

export interface Wrapping {
  readonly secret: VaultSecret
  readonly cost: KdfCost
}

/**
 * A new passphrase: its slot becomes the current one. The slot that opened the vault just now stays as the previous one, so that the person
 * can always open with what they last opened with; after a recovery that is the current slot as it was. The DEK stays.
 */
export function changePassphrase(bytes: Uint8Array, opened: OpenedKeyFile, { secret, cost }: Wrapping, random: Random): Result<Uint8Array, LayoutFault> {
  const file = parseKeyFile(bytes)
  if (!file.ok) return file
  const { head, slots } = file.value
  const previous = opened.slot === 'previous' ? slots.previous : slots.current
  return ok(encodeKeyFile(head, { ...slots, current: wrapDek(head, secret, opened.dek, cost, random), previous }))
}

/** Once the new passphrase has opened the vault, the one before it must open it no longer. */
export function forgetPreviousPassphrase(bytes: Uint8Array): Result<Uint8Array, LayoutFault> {
  const file = parseKeyFile(bytes)
  if (!file.ok) return file
  return ok(encodeKeyFile(file.value.head, { ...file.value.slots, previous: emptySlot() }))
}

/** Puts a recovery code in the place of the one before, which opens nothing from then on. */
export function replaceRecoveryCode(bytes: Uint8Array, dek: Uint8Array, { secret, cost }: Wrapping, random: Random): Result<Uint8Array, LayoutFault> {
  const file = parseKeyFile(bytes)
  if (!file.ok) return file
  const { head, slots } = file.value
  return ok(encodeKeyFile(head, { ...slots, recovery: wrapDek(head, secret, dek, cost, random) }))
}

/** No recovery code opens the vault from then on. */
export function removeRecoveryCode(bytes: Uint8Array): Result<Uint8Array, LayoutFault> {
  const file = parseKeyFile(bytes)
  if (!file.ok) return file
  return ok(encodeKeyFile(file.value.head, { ...file.value.slots, recovery: emptySlot() }))
}

export function viewKeyFile(bytes: Uint8Array): Result<KeyFileView, LayoutFault> {
  const file = parseKeyFile(bytes)
  if (!file.ok) return file
  const { current, previous, recovery } = file.value.slots
  return ok({
    needsKeyFile: kindOf(current) === 'passphrase-and-file', hasRecoveryCode: kindOf(recovery) !== null, hasPrevious: kindOf(previous) !== null, cost: costIn(current),
  })
}

/** Tries the slots in use that this secret is for, in their order. Costs one Argon2id run for each. */
export function openKeyFile(bytes: Uint8Array, secret: VaultSecret): Result<OpenedKeyFile, KeyFileFault> {
  const file = parseKeyFile(bytes)
  if (!file.ok) return file
  const { head, slots } = file.value
  for (const slot of SLOT_USES) {
    const dek = unwrapDek(head, slots[slot], secret)
    if (dek !== null) return ok({ dek, slot })
  }
  if (secret.kind === 'recovery-code') return err('recovery-code-wrong')
  return err(kindOf(slots.current) === 'passphrase-and-file' && secret.keyFileHash === null ? 'key-file-needed' : 'passphrase-wrong')
}

/** `kind (1) || passes || memory in KiB || salt || nonce || wrapped key`, all but the last as associated data. */
export function wrapDek(head: Uint8Array, secret: VaultSecret, dek: Uint8Array, cost: KdfCost, random: Random): Uint8Array {
  const salt = random(SALT_BYTES)
  const nonce = random(NONCE_BYTES)
  const kind = kindOfSecret(secret)
  const parameters = concat(Uint8Array.of(KIND_BYTES[kind]), u32(cost.passes), u32(cost.memoryKib), salt, nonce)
  const kek = kekOf(secret, kind, salt, cost)
  const wrapped = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(dek, associatedData(head, parameters), null, nonce, kek)
  sodium.memzero(kek)
  return concat(parameters, wrapped)
}

/** Null for an empty slot, for one that takes another kind of secret, and for a secret that is not its own. */
export function unwrapDek(head: Uint8Array, slot: Uint8Array, secret: VaultSecret): Uint8Array | null {
  const kind = kindOf(slot)
  if (kind === null || !isFor(secret, kind)) return null
  const parameters = slot.subarray(0, PARAMETER_BYTES)
  const kek = kekOf(secret, kind, parameters.subarray(9, 9 + SALT_BYTES), costIn(slot))
  try {
    const nonce = parameters.subarray(9 + SALT_BYTES)
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, slot.subarray(PARAMETER_BYTES), associatedData(head, parameters), nonce, kek)
  } catch {
    return null
  } finally {
    sodium.memzero(kek)
  }
}

function kekOf(secret: VaultSecret, kind: SecretKind, salt: Uint8Array, cost: KdfCost): Uint8Array {
  const password = passwordOf(secret, kind)
  const kek = deriveKek(password, salt, cost)
  sodium.memzero(password)
  return kek
}

/** A key file that a slot does not ask for plays no part in it. */
function isFor(secret: VaultSecret, kind: SecretKind): boolean {
  if (secret.kind === 'recovery-code') return kind === 'recovery-code'
  return kind === 'passphrase' || (kind === 'passphrase-and-file' && secret.keyFileHash !== null)
}

/** Layout, checksum and cost; nothing secret is touched. The checksum tells damage from a wrong passphrase, and no more. */
function parseKeyFile(bytes: Uint8Array): Result<KeyFile, LayoutFault> {
  if (!equalBytes(bytes.subarray(0, MAGIC.length), MAGIC)) return err('vault-damaged')
  if ((bytes[MAGIC.length] ?? 0) > VERSION) return err('vault-newer')
  if (bytes.length !== KEY_FILE_BYTES || bytes[MAGIC.length] !== VERSION) return err('vault-damaged')
  const covered = bytes.subarray(0, KEY_FILE_BYTES - CHECKSUM_BYTES)
  if (!equalBytes(checksum(covered), bytes.subarray(covered.length))) return err('vault-damaged')
  const slotAt = (at: number): Uint8Array => bytes.subarray(HEAD_BYTES + at * SLOT_BYTES, HEAD_BYTES + (at + 1) * SLOT_BYTES)
  const slots = { current: slotAt(0), previous: slotAt(1), recovery: slotAt(2) }
  return SLOT_USES.every((use) => slotSound(slots[use], use)) ? ok({ head: bytes.subarray(0, HEAD_BYTES), slots }) : err('vault-damaged')
}

/** A vault always has a current passphrase. */
function slotSound(slot: Uint8Array, use: SlotUse): boolean {
  const kind = kindOf(slot)
  if (kind === null) return use !== 'current' && slot.every((byte) => byte === 0)
  return KINDS_IN[use].includes(kind) && costWithinBounds(costIn(slot))
}

function kindOf(slot: Uint8Array): SecretKind | null {
  return kindOfByte(slot[0] ?? 0)
}

function costIn(slot: Uint8Array): KdfCost {
  const view = new DataView(slot.buffer, slot.byteOffset)
  return { passes: view.getUint32(1), memoryKib: view.getUint32(5) }
}

function encodeKeyFile(head: Uint8Array, slots: KeyFile['slots']): Uint8Array {
  const covered = concat(head, ...SLOT_USES.map((use) => slots[use]))
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
