/**
 * What the preload lays into the window as `window.chancery`: the whole of what a screen can ask of the machine.
 * Everything here crosses Electron's context bridge, so arguments and answers are plain data.
 */
import type { Result } from '../base/result.ts'
import type { Input, Method, Output } from './contract.ts'
import type { FileGrant } from './files.ts'
import type { Progress } from './method.ts'
import type { Refusal } from './refusal.ts'

/** Chosen by the window, unique in its lifetime; only a call that was given one can report progress or be cancelled. */
export type CallId = string

export const SOURCE_KINDS = ['text', 'word', 'bundle', 'card', 'certificate', 'evidence', 'attachment', 'backup', 'indicators', 'keyFile', 'picture'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** One file or folder that the person chose: a one-use grant, and its bare name to show. The path stays outside the window. */
export interface Chosen {
  readonly grant: FileGrant
  readonly label: string
}

/** Why the vault was locked: by the person, by the clock, by the machine, or because the engine stopped by itself. */
export type LockReason = 'asked' | 'idle' | 'suspended' | 'screenLocked' | 'engineStopped'

/** One function per method of the contract; there is no way to name another. */
export type BridgeMethods = {
  readonly [M in Method]: (input: Input<M>, callId?: CallId) => Promise<Result<Output<M>, Refusal>>
}

export interface Bridge {
  readonly methods: BridgeMethods
  /** Hears the progress of every call that has an id. Returns how to stop listening. */
  onProgress(listener: (callId: CallId, progress: Progress) => void): () => void
  /** Asks a running call to stop; it then answers `cancelled`. Nothing happens for a call that has ended. */
  cancel(callId: CallId): void
  /** The machine's own dialog for a folder to read from; null when the person closed it. */
  chooseSourceFolder(): Promise<Chosen | null>
  /** The machine's own dialog for one file to read; null when the person closed it. */
  chooseSource(kind: SourceKind): Promise<Chosen | null>
  /** The same for several files at once; empty when the person closed it. */
  chooseSources(kind: SourceKind): Promise<readonly Chosen[]>
  /** Lets this page use a camera, or no longer. The page asks only while it shows what the camera sees. */
  allowCamera(allowed: boolean): Promise<void>
  /**
   * A file that the person dropped into the window (a `File` of the page). Null for one that does not lie on this machine: content that the
   * page made itself names no path, so that no page can name one.
   */
  takeDropped(file: object): Promise<Chosen | null>
  /** The machine's own dialog for a folder to write into (a stick, for example); null when the person closed it. */
  chooseFolder(): Promise<Chosen | null>
  /** Kills the engine, and with it every key in memory, then loads this window anew. */
  lock(): void
  /**
   * Called when the machine is about to lock the vault by itself. The lock waits, for a moment only, until `handOver` has settled:
   * time enough to keep what is being typed. Returns how to stop listening.
   */
  onLockComing(handOver: () => Promise<unknown>): () => void
  /** Heard after loading anew, once, when a lock was the cause. Returns how to stop listening. */
  onLocked(listener: (reason: LockReason) => void): () => void
  readonly platform: 'linux' | 'mac' | 'windows'
  /** The machine's IANA time zone, for showing times beside Brussels time. */
  readonly localZone: string
}
