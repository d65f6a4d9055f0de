/** The only file that touches `window.chancery`: everything a screen asks of the engine or of the machine goes through here. */
import type { Bridge, CallId, Chosen, LockReason, SourceKind } from '../shared/ipc/bridge.ts'
import type { Input, Method, Output } from '../shared/ipc/contract.ts'
import type { Progress } from '../shared/ipc/method.ts'
import type { Refusal } from '../shared/ipc/refusal.ts'
import type { Result } from '../shared/base/result.ts'
import { CHANGES } from './app/changes.ts'

declare global {
  interface Window {
    readonly chancery: Bridge
  }
}

const listeners = new Set<() => void>()
let changes = 0
let calls = 0

/** How often something in the vault was changed from this window: screens ask again when it grows. */
export function changesSoFar(): number {
  return changes
}

export function onChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Asks the engine. A change is told to every screen that shows something; a refusal too, because what was found may be news itself: a circle that has to stop. */
export async function ask<M extends Method>(method: M, input: Input<M>, callId?: CallId): Promise<Result<Output<M>, Refusal>> {
  const answer = await window.chancery.methods[method](input, callId)
  if (CHANGES[method]) {
    changes += 1
    listeners.forEach((listener) => listener())
  }
  return answer
}

export function newCallId(): CallId {
  calls += 1
  return `window-${calls}`
}

export function onProgress(callId: CallId, listener: (progress: Progress) => void): () => void {
  return window.chancery.onProgress((id, progress) => {
    if (id === callId) listener(progress)
  })
}

export function chooseSource(kind: SourceKind): Promise<Chosen | null> {
  return window.chancery.chooseSource(kind)
}

export function chooseSources(kind: SourceKind): Promise<readonly Chosen[]> {
  return window.chancery.chooseSources(kind)
}

export function allowCamera(allowed: boolean): Promise<void> {
  return window.chancery.allowCamera(allowed)
}

export function chooseSourceFolder(): Promise<Chosen | null> {
  return window.chancery.chooseSourceFolder()
}

export function takeDropped(file: File): Promise<Chosen | null> {
  return window.chancery.takeDropped(file)
}

export function cancel(callId: CallId): void {
  window.chancery.cancel(callId)
}

export function chooseFolder(): Promise<Chosen | null> {
  return window.chancery.chooseFolder()
}

export function lock(): void {
  window.chancery.lock()
}

/** `handOver` keeps what is being typed; the lock waits for it, for a moment only. */
export function onLockComing(handOver: () => Promise<unknown>): () => void {
  return window.chancery.onLockComing(handOver)
}

export function onLocked(listener: (reason: LockReason) => void): () => void {
  return window.chancery.onLocked(listener)
}

export function localZone(): string {
  return window.chancery.localZone
}
