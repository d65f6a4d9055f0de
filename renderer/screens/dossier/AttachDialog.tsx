/** One or several files on their way in: how they are marked, how far they have come, and a way to stop. */
import { useRef, useState } from 'react'
import type { DossierState } from '../../../shared/dossier/state.ts'
import type { Chosen } from '../../../shared/ipc/bridge.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { LimitedTo } from '../../components/LimitedTo.tsx'
import { MarkingFields } from '../../components/MarkingFields.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask, cancel, newCallId } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import { useProgress } from '../exchange/useProgress.ts'
import css from './attachments.module.css'

export function AttachDialog({ state, chosen, onClose }: { state: DossierState; chosen: readonly Chosen[]; onClose: () => void }) {
  const [marking, setMarking] = useState(state.marking)
  const [limitedTo, setLimitedTo] = useState<DossierState['distribution'] | null>(null)
  const [left, setLeft] = useState(chosen)
  const [call] = useState(newCallId)
  const stopped = useRef(false)
  const task = useTask()
  const attach = () => void task.run(async () => {
    for (const [at, one] of left.entries()) {
      setLeft(left.slice(at))
      const answer = await ask('attachment.add', { dossier: state.dossier, source: one.grant, marking, limitedTo }, call)
      if (stopped.current) return null
      if (!answer.ok) {
        // The grant is used up; what comes after it can still be attached.
        setLeft(left.slice(at + 1))
        return answer
      }
    }
    return { ok: true as const, value: null }
  }, onClose)
  const stop = () => {
    stopped.current = true
    if (task.running) cancel(call)
    onClose()
  }
  const action = left.length === 0 ? undefined : <Button kind="primary" onPress={attach} running={task.running} cannot={limitedTo?.length === 0 ? words.exchange.noneChosen : null}>{task.running ? words.attachment.adding : words.attachment.addVerb}</Button>
  return (
    <Dialog open onClose={stop} title={words.attachment.addTitle(chosen.length)} action={action}>
      <p>{words.attachment.addBody}</p>
      <ul className={css.files}>{chosen.map((one) => <li key={one.grant}>{one.label}</li>)}</ul>
      <MarkingFields marking={marking} onChange={setMarking} />
      <LimitedTo distribution={state.distribution} limitedTo={limitedTo} onChange={setLimitedTo} />
      {task.running && left[0] !== undefined && <HowFar call={call} name={left[0].label} />}
      <Refused refusal={task.refused} />
    </Dialog>
  )
}

/** How far the file has come that is under way. */
export function HowFar({ call, name }: { call: string; name: string }) {
  const progress = useProgress(call)
  if (progress === null) return <p role="status">{words.attachment.preparing(name)}</p>
  return (
    <div className={css.far}>
      <p role="status">{words.attachment.progress(name, progress.done, progress.total)}</p>
      <progress value={progress.done} max={progress.total ?? progress.done} aria-label={name} />
    </div>
  )
}
