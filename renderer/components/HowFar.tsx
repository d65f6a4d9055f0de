/** How far a long call has come: in words, and as a bar where the whole is known. */
import { useEffect, useState } from 'react'
import type { CallId } from '../../shared/ipc/bridge.ts'
import type { Progress } from '../../shared/ipc/method.ts'
import { onProgress } from '../engineClient.ts'
import css from './howFar.module.css'

export function HowFar({ call, label, said }: { call: CallId; label: string; said: (progress: Progress) => string }) {
  const [progress, setProgress] = useState<Progress | null>(null)
  useEffect(() => onProgress(call, setProgress), [call])
  if (progress === null) return null
  return (
    <div className={css.far}>
      <p role="status">{said(progress)}</p>
      {progress.total !== null && <progress value={progress.done} max={progress.total} aria-label={label} />}
    </div>
  )
}
