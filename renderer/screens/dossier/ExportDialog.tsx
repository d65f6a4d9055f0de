import { useRef, useState } from 'react'
import type { DossierId } from '../../../shared/base/identifiers.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Tick } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask, cancel, chooseFolder, newCallId } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import { HowFar } from './AttachDialog.tsx'
import type { Exported, Listed } from './Attachments.tsx'

export function ExportDialog({ dossier, one, onClose, onDone }: { dossier: DossierId; one: Listed; onClose: () => void; onDone: (exported: Exported) => void }) {
  const [known, setKnown] = useState(false)
  const [call] = useState(newCallId)
  const stopped = useRef(false)
  const task = useTask()
  const write = () => void task.run(async () => {
    const folder = await chooseFolder()
    if (folder === null || stopped.current) return null
    const answer = await ask('attachment.export', { dossier, attachment: one.event, target: folder.grant, inTheClear: known }, call)
    if (stopped.current) return null
    return answer.ok ? { ok: true as const, value: { ...answer.value, label: folder.label } } : answer
  }, (exported) => { onDone(exported); onClose() })
  const stop = () => {
    stopped.current = true
    if (task.running) cancel(call)
    onClose()
  }
  return (
    <Dialog open onClose={stop} title={words.attachment.exportTitle(one.name)} action={<Button kind="primary" onPress={write} running={task.running} cannot={known ? null : words.attachment.exportTick}>{task.running ? words.attachment.exporting : words.attachment.exportVerb}</Button>}>
      <p>{words.attachment.exportBody}</p>
      <Tick checked={known} onChange={setKnown}>{words.attachment.exportKnown}</Tick>
      {task.running && <HowFar call={call} name={one.name} />}
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
