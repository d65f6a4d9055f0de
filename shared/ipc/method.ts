import type * as v from 'valibot'
import type { RefusalCode } from './refusal.ts'

export interface MethodSpec<I, O> {
  readonly input: v.GenericSchema<unknown, I>
  readonly output: v.GenericSchema<unknown, O>
  /** `vault`: refused with `vault-locked` unless a vault is open. */
  readonly needs: 'nothing' | 'vault'
  /** Refusals that this method can give, beyond `vault-locked`, `input-malformed` and `internal`. */
  readonly codes: readonly RefusalCode[]
}

export function method<I, O>(spec: MethodSpec<I, O>): MethodSpec<I, O> {
  return spec
}

/** How far a long call has come; `total` is null where it is not known. */
export interface Progress {
  readonly phase: string
  readonly done: number
  readonly total: number | null
}
