import { useEffect, useState } from 'react'
import type { CallId } from '../../../shared/ipc/bridge.ts'
import type { Progress } from '../../../shared/ipc/method.ts'
import { onProgress } from '../../engineClient.ts'

export function useProgress(call: CallId): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null)
  useEffect(() => onProgress(call, setProgress), [call])
  return progress
}
