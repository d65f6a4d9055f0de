/** Which of three windows one sees: before the first vault, locked, or at work. */
import { useCallback, useEffect, useState } from 'react'
import type { LockReason } from '../../shared/ipc/bridge.ts'
import { onLocked } from '../engineClient.ts'
import { Await } from '../components/Screen.tsx'
import { FirstStart } from '../screens/start/FirstStart.tsx'
import { LockScreen } from '../screens/start/LockScreen.tsx'
import { House } from './House.tsx'
import { useAnswer } from './useAnswer.ts'

export interface Locked {
  readonly reason: LockReason
  readonly atUtcMs: number
}

export function App() {
  const [locked, setLocked] = useState<Locked | null>(null)
  const status = useAnswer('vault.status', {})
  const hear = useCallback((reason: LockReason) => setLocked({ reason, atUtcMs: Date.now() }), [])
  useEffect(() => onLocked(hear), [hear])
  return (
    <Await answer={status}>
      {({ state, me, readOnly }) => {
        if (state === 'absent') return <FirstStart />
        if (state === 'locked' || me === null) return <LockScreen me={me} locked={locked} />
        return <House me={me} readOnly={readOnly} />
      }}
    </Await>
  )
}

