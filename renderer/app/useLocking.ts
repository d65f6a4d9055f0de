/** Locking, after what was typed last is in the vault. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { lock, onLockComing } from '../engineClient.ts'
import { drafts } from './drafts.ts'
import { forms } from './forms.ts'

/** An engine that is busy with something long answers late, and who wants to lock does not wait for that. */
const PATIENCE_MS = 2_000

export interface Locking {
  /** Locks whatever could be kept. */
  lockNow(): void
  /** Locks where everything is kept; asks where it is not. */
  askToLock(): void
  readonly asking: boolean
  stay(): void
}

export function useLocking(): Locking {
  const [asking, setAsking] = useState(false)
  useEffect(() => {
    const keep = () => void keepAll()
    // The window is left, and perhaps the screen locked, or it is closed: the call is on its way before the engine is told to end.
    const moments = ['blur', 'beforeunload', 'pagehide'] as const
    moments.forEach((moment) => window.addEventListener(moment, keep))
    return () => moments.forEach((moment) => window.removeEventListener(moment, keep))
  }, [])
  useEffect(() => onLockComing(keepAll), [])
  // Asked for again by each press of the key: it is done once.
  const under = useRef(false)
  const attempt = useCallback(async (unkept: () => void) => {
    if (under.current) return
    under.current = true
    if (await keptInTime()) lock()
    else unkept()
    under.current = false
  }, [])
  const lockNow = useCallback(() => void attempt(lock), [attempt])
  const askToLock = useCallback(() => void attempt(() => setAsking(true)), [attempt])
  const stay = useCallback(() => setAsking(false), [])
  return { lockNow, askToLock, asking, stay }
}

/** False where something is still not in the vault. */
async function keepAll(): Promise<boolean> {
  return (await Promise.all([drafts.keepNow(), forms.keepNow()])).every((kept) => kept)
}

function keptInTime(): Promise<boolean> {
  return Promise.race([keepAll(), new Promise<boolean>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS))])
}
