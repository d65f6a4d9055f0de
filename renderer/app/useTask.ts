/** One thing done at the press of a button: running, refused in place, or done. */
import { useCallback, useState } from 'react'
import type { Result } from '../../shared/base/result.ts'
import { refusal, type Refusal } from '../../shared/ipc/refusal.ts'

export interface Task {
  readonly running: boolean
  readonly refused: Refusal | null
  /** Runs the work; on success hands its value on, otherwise keeps the refusal to be shown. */
  run<T>(work: () => Promise<Result<T, Refusal> | null>, done?: (value: T) => void): Promise<void>
  forget(): void
}

export function useTask(): Task {
  const [running, setRunning] = useState(false)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const forget = useCallback(() => setRefused(null), [])
  const run = useCallback(async <T>(work: () => Promise<Result<T, Refusal> | null>, done?: (value: T) => void) => {
    setRunning(true)
    setRefused(null)
    const result = await work().catch(() => ({ ok: false as const, error: refusal('internal') }))
    setRunning(false)
    if (result === null) return
    if (result.ok) done?.(result.value)
    else setRefused(result.error)
  }, [])
  return { running, refused, run, forget }
}
