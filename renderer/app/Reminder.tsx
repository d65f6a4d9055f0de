/** Above the screen: a silence procedure that ends soon, until one puts it aside. Asked of the desk, so that only what concerns me reminds me. */
import { useState } from 'react'
import { words } from '../messages/words.ts'
import { span } from '../messages/time.ts'
import { Button } from '../components/Button.tsx'
import { Notice } from '../components/Notice.tsx'
import css from './frame.module.css'
import { useAnswer } from './useAnswer.ts'
import { useNow } from './useNow.ts'

const MINUTE_MS = 60_000

export function Reminder({ beforeMinutes }: { beforeMinutes: readonly number[] }) {
  const desk = useAnswer('desk.show', {})
  const now = useNow()
  const [aside, setAside] = useState<readonly string[]>([])
  const running = desk.state === 'here' ? desk.value.items.filter((item) => item.kind === 'silenceRunning' && !item.answered) : []
  const due = running.flatMap(({ deadlineUtcMs, procedure, title }) => {
    const left = (deadlineUtcMs ?? 0) - now
    const passed = beforeMinutes.filter((minutes) => left > 0 && left <= minutes * MINUTE_MS).sort((a, b) => a - b)[0]
    return passed === undefined ? [] : [{ key: `${procedure} ${passed}`, title, left }]
  }).filter((one) => !aside.includes(one.key))
  const [first] = due
  if (first === undefined) return null
  return (
    <div className={css.reminder}>
      <Notice kind="warned">{words.silence.reminder(first.title, first.left < MINUTE_MS ? words.silence.lessThanAMinute : span(first.left))}</Notice>
      <Button small kind="quiet" onPress={() => setAside([...aside, first.key])}>{words.silence.dismiss}</Button>
    </div>
  )
}
