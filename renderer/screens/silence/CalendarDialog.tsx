import { useState } from 'react'
import { REMINDER_CHOICES } from '../../../shared/silence/reminders.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Tick } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask, chooseFolder } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import type { DialogProps } from './SilenceActs.tsx'
import css from './silence.module.css'

/** A calendar is read by other programs and other machines: it says what the deadline is about only if the person wants that. */
export function CalendarDialog({ dossier, view, onClose }: DialogProps) {
  const [named, setNamed] = useState(false)
  const [alarms, setAlarms] = useState<readonly number[]>([60])
  const [written, setWritten] = useState<string | null>(null)
  const task = useTask()
  const write = () => void task.run(async () => {
    const folder = await chooseFolder()
    return folder === null ? null : ask('silence.calendar', { dossier, procedure: view.silence.procedure, named, alarmMinutes: [...alarms], target: folder.grant })
  }, (file) => setWritten(file.fileName))
  return (
    <Dialog form open onClose={onClose} title={words.silence.calendarTitle} action={<Button kind="primary" onPress={write} running={task.running}>{words.silence.calendarVerb}</Button>}>
      <p>{words.silence.calendarMeans}</p>
      <Tick checked={named} onChange={setNamed}>{words.silence.calendarNamed(view.number)}</Tick>
      <div className={css.ticks} role="group" aria-label={words.silence.calendarAlarms}>
        {REMINDER_CHOICES.map((minutes) => <Tick key={minutes} checked={alarms.includes(minutes)} onChange={(on) => setAlarms(on ? [...alarms, minutes] : alarms.filter((one) => one !== minutes))}>{words.silence.before(minutes)}</Tick>)}
      </div>
      {written !== null && <Notice kind="done"><strong>{words.silence.written}</strong> {written}</Notice>}
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
