/**
 * What passes between the host process and the engine process. Only the host process holds this channel:
 * a screen reaches it through the host, which lets through requests and cancellations and nothing else.
 */
import type { FileGrant } from '../../shared/ipc/files.ts'
import type { PrintedPage, PrintMeans, PrintOutcome } from '../../shared/ipc/printedPage.ts'
import type { Progress } from '../../shared/ipc/method.ts'
import type { Refusal } from '../../shared/ipc/refusal.ts'

export type ToEngine =
  /** The first message, once. The folder is not in argv, where every process of the machine could read it. */
  | { readonly kind: 'start'; readonly vaultFolder: string; readonly kdf: 'calibrated' | 'floor' }
  /** `grant` comes from makeGrant in shared/ipc/files.ts; `absolutePath` from the host's own dialog. */
  | { readonly kind: 'grant'; readonly grant: FileGrant; readonly absolutePath: string }
  /** `id` is the host's, unique among its calls under way. */
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly input: unknown }
  | { readonly kind: 'cancel'; readonly id: number }
  /** The answer to `print`. */
  | { readonly kind: 'printed'; readonly id: number; readonly outcome: PrintOutcome }
  /** Close the vault and exit. The host kills the process if it does not. */
  | { readonly kind: 'stop' }

export type FromEngine =
  | { readonly kind: 'ready' }
  /** A page of ours to be made into a PDF or put on paper; `id` is the engine's. */
  | { readonly kind: 'print'; readonly id: number; readonly page: PrintedPage; readonly means: PrintMeans }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'reply'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly kind: 'reply'; readonly id: number; readonly ok: false; readonly error: Refusal }
