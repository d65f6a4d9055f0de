/** Over every screen of a vault that may only be read: what is wrong with it, and what to do. */
import { useState } from 'react'
import type { HealthFault } from '../../shared/ipc/vaultHealth.ts'
import { Button } from '../components/Button.tsx'
import { Glyph } from '../components/Glyph.tsx'
import { ask } from '../engineClient.ts'
import { words } from '../messages/words.ts'
import type { Place } from './place.ts'
import css from './readOnlyBar.module.css'
import { useTask } from './useTask.ts'

export function ReadOnlyBar({ fault, go }: { fault: HealthFault; go: (place: Place) => void }) {
  const { meaning, remedy } = words.said.health(fault)
  const [found, setFound] = useState<number | null>(null)
  const task = useTask()
  const verify = () => void task.run(() => ask('vault.verify', {}), ({ faults }) => setFound(faults.length))
  return (
    <div className={css.bar} role="alert" aria-label={words.backup.readOnlyTitles[fault.kind]}>
      <Glyph name="cross" />
      <div>
        <p><strong>{meaning}</strong></p>
        <p className={css.remedy}>{remedy}</p>
        {found !== null && <p className={css.remedy}>{found <= 1 ? words.backup.sound : words.backup.faults(found - 1)}</p>}
      </div>
      <div className={css.acts}>
        <Button onPress={verify} running={task.running}>{task.running ? words.backup.verifying : words.backup.verify}</Button>
        <Button kind="primary" onPress={() => go({ at: 'settings' })}>{words.backup.make}</Button>
      </div>
    </div>
  )
}
