/** Signatures on their way to another thread, in one buffer: structured copies of thousands of small arrays would cost more than they save. */
import type { SignatureCheck, SigningPublicKey } from '../../../shared/base/ports.ts'
import { verifier } from './signature.ts'

export interface PackedLot {
  readonly label: string
  readonly lengths: readonly (readonly [key: number, signature: number, message: number])[]
  /** Key, signature and message of each in turn. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

export function packLot(label: string, checks: readonly SignatureCheck[]): PackedLot {
  const lengths = checks.map(({ key, signature, message }) => [key.length, signature.length, message.length] as const)
  const bytes = new Uint8Array(lengths.flat().reduce((sum, length) => sum + length, 0))
  let at = 0
  for (const part of checks.flatMap(({ key, signature, message }) => [key, signature, message])) {
    bytes.set(part, at)
    at += part.length
  }
  return { label, lengths, bytes }
}

export function verifyLot({ label, lengths, bytes }: PackedLot): Uint8Array<ArrayBuffer> {
  let at = 0
  const next = (length: number): Uint8Array => bytes.subarray(at, (at += length))
  return Uint8Array.from(lengths, ([key, signature, message]) => {
    const parts = { key: next(key) as SigningPublicKey, signature: next(signature), message: next(message) }
    return verifier(parts.key, label, parts.message, parts.signature) ? 1 : 0
  })
}
