/** The last backup, when to remind of the next, and one made now while work goes on. */
import { useState } from 'react'
import type { BackupState } from '../../../shared/ipc/backupMethods.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { useNow } from '../../app/useNow.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Buttons, Choose } from '../../components/Choice.tsx'
import { HowFar } from '../../components/HowFar.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Await, Note, Section } from '../../components/Screen.tsx'
import { ask, cancel, chooseFolder, newCallId } from '../../engineClient.ts'
import { when } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import css from '../start/keys.module.css'

const DAYS = [0, 1, 7, 30] as const

export function Backup() {
  const state = useAnswer('backup.show', {})
  return <Section title={words.backup.title}><Await answer={state}>{(known) => <BackupNow state={known} />}</Await></Section>
}

function BackupNow({ state: { lastAtUtcMs, everyDays } }: { state: BackupState }) {
  const [done, setDone] = useState<Output<'backup.write'> | null>(null)
  const [call] = useState(newCallId)
  const task = useTask()
  const now = useNow()
  const make = () => void task.run(async () => {
    setDone(null)
    const folder = await chooseFolder()
    return folder === null ? null : ask('backup.write', { target: folder.grant }, call)
  }, setDone)
  return (
    <div className={css.security}>
      <p>{lastAtUtcMs === null ? words.backup.none : words.backup.last(when(lastAtUtcMs, now))}</p>
      <Note>{words.backup.what}</Note>
      <Choose label={words.backup.remind} nothing="" value={String(everyDays)} onChange={(id) => void ask('settings.change', { settings: { backupReminderDays: DAYS.find((days) => String(days) === id) ?? 7 } })}
        options={DAYS.map((days) => ({ id: String(days), name: words.backup.reminders(days) }))} />
      <Buttons>
        <Button onPress={make} running={task.running}>{task.running ? words.backup.making : words.backup.make}</Button>
        {task.running && <Button kind="quiet" onPress={() => cancel(call)}>{words.backup.stop}</Button>}
      </Buttons>
      {task.running && <HowFar call={call} label={words.backup.title} said={({ phase, done: far, total }) => words.backup.progress(phase, far, total)} />}
      {done !== null && <Notice kind="done">{words.backup.written(done.fileName, words.backup.size(done.sizeBytes), done.attachments)}</Notice>}
      {done !== null && done.missing > 0 && <Notice kind="warned">{words.backup.missing(done.missing)}</Notice>}
      <Refused refusal={task.refused} />
    </div>
  )
}
