/** When to remind of deadlines, and which days are public holidays. */
import { useState } from 'react'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { Settings } from '../../../shared/ipc/vaultMethods.ts'
import type { HolidayChanges } from '../../../shared/silence/holidays.ts'
import { REMINDER_CHOICES } from '../../../shared/silence/reminders.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { useNow } from '../../app/useNow.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Beside, Form, Tick } from '../../components/Choice.tsx'
import { Field } from '../../components/Field.tsx'
import { Pick } from '../../components/Pick.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Await, Note, Section } from '../../components/Screen.tsx'
import { Table } from '../../components/Table.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'

export function Deadlines({ settings, onChange }: { settings: Settings; onChange: (next: Settings) => void }) {
  const { remindBeforeMinutes, remindWhenLocked } = settings
  const turn = (minutes: (typeof REMINDER_CHOICES)[number], on: boolean) =>
    onChange({ ...settings, remindBeforeMinutes: on ? [...remindBeforeMinutes, minutes].sort((a, b) => a - b) : remindBeforeMinutes.filter((one) => one !== minutes) })
  return (
    <Section title={words.silence.remindTitle}>
      <div role="group" aria-label={words.silence.remindBefore}>
        <Note>{words.silence.remindBefore}</Note>
        {REMINDER_CHOICES.map((minutes) => <Tick key={minutes} checked={remindBeforeMinutes.includes(minutes)} onChange={(on) => turn(minutes, on)}>{words.silence.before(minutes)}</Tick>)}
      </div>
      <Tick checked={remindWhenLocked} onChange={(on) => onChange({ ...settings, remindWhenLocked: on })}>{words.silence.remindLocked}</Tick>
      <Note>{words.silence.remindLockedMeans}</Note>
      <Holidays />
    </Section>
  )
}

function Holidays() {
  const now = useNow()
  const [year, setYear] = useState(() => new Date(now).getFullYear())
  const shown = useAnswer('holiday.show', { year })
  const years = [0, 1, 2, 3].map((ahead) => String(new Date(now).getFullYear() + ahead))
  return (
    <>
      <h3><b>{words.silence.holidaysTitle}</b></h3>
      <Note>{words.silence.holidaysMean}</Note>
      <div><Pick small label={words.silence.year} shown={String(year)} options={years.map((id) => ({ id, name: id }))} onPick={(id) => setYear(Number(id))} /></div>
      <Await answer={shown}>{(value) => <HolidayList key={year} shown={value} />}</Await>
    </>
  )
}

function HolidayList({ shown }: { shown: Output<'holiday.show'> }) {
  const [day, setDay] = useState('')
  const [name, setName] = useState('')
  const task = useTask()
  const { added, struck } = shown.changes
  const change = (changes: HolidayChanges, done?: () => void) => void task.run(() => ask('holiday.change', { changes }), done)
  const add = () => change({ added: [...added.filter((one) => one.day !== day), { day, name }], struck: struck.filter((one) => one !== day) }, () => { setDay(''); setName('') })
  const strike = (which: string) => change(added.some((one) => one.day === which) ? { added: added.filter((one) => one.day !== which), struck } : { added, struck: [...struck, which] })
  const columns = [{ head: words.silence.holidayDay }, { head: words.silence.holidayName }, { head: words.silence.holidayStrike, silent: true }]
  return (
    <>
      <Table dense label={words.silence.holidaysTitle} columns={columns}>
        {shown.holidays.map((one) => (
          <tr key={one.day}><td>{one.day}</td><td>{words.said.holiday(one.name)}{added.some((own) => own.day === one.day) && ` (${words.silence.holidayOwn})`}</td><td><Button small kind="quiet" onPress={() => strike(one.day)} label={words.silence.holidayStrikeNamed(one.day)}>{words.silence.holidayStrike}</Button></td></tr>
        ))}
        {struck.map((one) => (
          <tr key={one}><td><s>{one}</s></td><td /><td><Button small kind="quiet" onPress={() => change({ added, struck: struck.filter((other) => other !== one) })}>{words.silence.holidayBack}</Button></td></tr>
        ))}
      </Table>
      <Form tight label={words.silence.holidayAdd} onSubmit={add}>
        <Beside>
          <Field label={words.silence.holidayDay} type="date" value={day} onChange={setDay} />
          <Field label={words.silence.holidayName} value={name} onChange={setName} maxLength={80} />
        </Beside>
        <div><Button type="submit" cannot={day === '' || name.trim() === '' ? '' : null} running={task.running}>{words.silence.holidayAdd}</Button></div>
      </Form>
      <Refused refusal={task.refused} />
      <Note>{words.said.holidaySource(shown.source)}.</Note>
    </>
  )
}
