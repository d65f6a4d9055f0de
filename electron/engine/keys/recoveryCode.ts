/** The printed recovery code: 160 random bits and a checksum, in an alphabet that survives handwriting. FORMAT.md in this folder. */
import { concat, utf8 } from '../../../shared/base/bytes.ts'
import type { Random } from '../../../shared/base/ports.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { FLOOR_COST, type KdfCost } from './passphrase.ts'
import { sodium } from './sodium.ts'
import { wipe } from './wipe.ts'

/** Crockford's base 32: no I, L, O or U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_BYTES = 20
const CODE_SYMBOLS = (CODE_BYTES * 8) / 5
const CHECK_SYMBOLS = 4
const CHECK_LABEL = 'chancery/vault/v1/recovery-check\0'

/** Nobody guesses 160 random bits at any speed, so the floor is spent on them and nothing more. */
export const RECOVERY_COST: KdfCost = FLOOR_COST

/** Nine groups of four symbols. */
export function drawRecoveryCode(random: Random): string {
  const code = random(CODE_BYTES)
  const symbols = symbolsOf(code) + checkOf(code)
  wipe(code)
  return symbols.replace(/.{4}(?=.)/g, '$&-')
}

/** The 20 bytes. Case, spaces and hyphens play no part; I and L are read as 1, O as 0. */
export function parseRecoveryCode(written: string): Result<Uint8Array, 'recovery-code-mistyped'> {
  const symbols = written.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0')
  if (symbols.length !== CODE_SYMBOLS + CHECK_SYMBOLS) return err('recovery-code-mistyped')
  const values = Array.from(symbols, (symbol) => ALPHABET.indexOf(symbol))
  if (values.includes(-1)) return err('recovery-code-mistyped')
  const code = bytesOf(values.slice(0, CODE_SYMBOLS))
  return checkOf(code) === symbols.slice(CODE_SYMBOLS) ? ok(code) : err('recovery-code-mistyped')
}

/** 20 bits of a hash: one mistake in a million goes unnoticed, and is then refused as another code. */
function checkOf(code: Uint8Array): string {
  const hash = sodium.crypto_generichash(32, concat(utf8(CHECK_LABEL), code), null)
  return symbolsOf(hash.subarray(0, 5)).slice(0, CHECK_SYMBOLS)
}

/** Five bits to a symbol, most significant first. `bytes` is a multiple of five long. */
function symbolsOf(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET.charAt(Number.parseInt(five, 2))).join('')
}

function bytesOf(values: readonly number[]): Uint8Array {
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (eight) => Number.parseInt(eight, 2))
}
