/** How far a long piece of work has come: size, speed and time left, and a way to stop it. */
import { useEffect, useRef, useState } from 'react'
import type { CallId } from '../../../shared/ipc/bridge.ts'
import { Button } from '../../components/Button.tsx'
import { cancel } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import css from './exchange.module.css'
import { useProgress } from './useProgress.ts'

interface Pace {
  readonly phase: string
  readonly done: number
  readonly total: number
  /** Since this phase began; null while it is too early to tell. */
  readonly bytesPerSecond: number | null
}

/** Too little has passed for a speed that means something. */
const LEAST_MS = 500

function usePace(call: CallId): Pace | null {
  const progress = useProgress(call)
  const began = useRef<{ phase: string; atMs: number; done: number } | null>(null)
  const [pace, setPace] = useState<Pace | null>(null)
  useEffect(() => {
    if (progress === null || progress.total === null) return
    const { done, phase, total } = progress
    if (began.current?.phase !== phase || done < began.current.done) began.current = { phase, atMs: performance.now(), done }
    const passedMs = performance.now() - began.current.atMs
    setPace({ phase, done, total, bytesPerSecond: passedMs < LEAST_MS ? null : ((done - began.current.done) * 1000) / passedMs })
  }, [progress])
  return pace
}

export function Transfer({ call }: { call: CallId }) {
  const pace = usePace(call)
  return (
    <div className={css.transfer}>
      <p role="status">{pace === null ? words.exchange.preparing : words.exchange.pace(pace.phase, pace.done, pace.total, pace.bytesPerSecond)}</p>
      <progress value={pace?.done ?? 0} max={pace?.total ?? 1} aria-label={words.exchange.writing} />
      <Button small onPress={() => cancel(call)}>{words.exchange.stop}</Button>
    </div>
  )
}
