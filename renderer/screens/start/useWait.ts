import { useEffect, useState } from 'react'
import type { Refusal } from '../../../shared/ipc/refusal.ts'

/** Seconds that the engine will still refuse the next attempt, counted down from what its last refusal said. */
export function useWait(refused: Refusal | null): number {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    const seconds = Number(refused?.facts['waitSeconds'] ?? 0)
    setLeft(seconds)
    if (seconds === 0) return
    const untilMs = performance.now() + seconds * 1000
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((untilMs - performance.now()) / 1000))), 200)
    return () => clearInterval(timer)
  }, [refused])
  return left
}
