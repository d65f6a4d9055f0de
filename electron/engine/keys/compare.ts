import { sodium } from './sodium.ts'

/** Takes the same time wherever the difference is. For secrets and authentication codes. */
export function equalInConstantTime(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && sodium.memcmp(a, b)
}
