/** What passes between the window and the host process, over one channel. The bridge is its only user in the window. */
import * as v from 'valibot'
import { SOURCE_KINDS } from './bridge.ts'
import type { LockReason } from './bridge.ts'
import { isMethod } from './contract.ts'
import type { Method } from './contract.ts'
import type { Progress } from './method.ts'

export const CHANNEL = 'chancery'

const callIdSchema = v.pipe(v.string(), v.maxLength(64))
const methodSchema = v.custom<Method>((name) => typeof name === 'string' && isMethod(name))

/** From the window; each is answered. */
export const requestSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('call'), method: methodSchema, input: v.unknown(), callId: v.nullable(callIdSchema) }),
  v.strictObject({ kind: v.literal('cancel'), callId: callIdSchema }),
  v.strictObject({ kind: v.literal('chooseSource'), source: v.picklist(SOURCE_KINDS) }),
  v.strictObject({ kind: v.literal('allowCamera'), allowed: v.boolean() }),
  /** From the preload alone, which had the path from the runtime and not from the page. */
  v.strictObject({ kind: v.literal('takeDropped'), path: v.pipe(v.string(), v.minLength(1), v.maxLength(32_767)) }),
  v.strictObject({ kind: v.literal('chooseSources'), source: v.picklist(SOURCE_KINDS) }),
  v.strictObject({ kind: v.literal('chooseSourceFolder') }),
  v.strictObject({ kind: v.literal('chooseFolder') }),
  v.strictObject({ kind: v.literal('lock') }),
  v.strictObject({ kind: v.literal('handedOver') }),
])
export type Request = v.InferOutput<typeof requestSchema>

/** To the window, unasked. */
export type Notice =
  | { readonly kind: 'progress'; readonly callId: string; readonly progress: Progress }
  /** The vault is about to be locked, at the answer `handedOver` or a moment later without it. */
  | { readonly kind: 'lockComing' }
  | { readonly kind: 'locked'; readonly reason: LockReason }
