import { useEffect, useState } from 'react'
import type { Refusal } from '../../../shared/ipc/refusal.ts'

/** Seconds that the engine will still refuse the next attempt, counted down from what its last refusal said. */
export function useWait(refused: Refusal | null): number {
  const [passed, setPassed] = useState<{ since: Refusal; seconds: number } | null>(null)
  const whole = Number(refused?.facts['waitSeconds'] ?? 0)
  useEffect(() => {
    if (refused === null || whole === 0) return
    const sinceMs = performance.now()
    const timer = setInterval(() => setPassed({ since: refused, seconds: Math.floor((performance.now() - sinceMs) / 1000) }), 200)
    return () => clearInterval(timer)
  }, [refused, whole])
  return Math.max(0, whole - (passed !== null && passed.since === refused ? passed.seconds : 0))
}
