import { sodium } from './sodium.ts'

/** Overwrites a secret. The engine's memory is given back only when its process ends: locking kills it. */
export function wipe(secret: Uint8Array): void {
  sodium.memzero(secret)
}
