/** On the desk: a backup that is due, and a restored vault that the circles do not know yet. */
import { useHouse } from '../../app/house.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { Button } from '../../components/Button.tsx'
import { dayNameWithYear } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import type { Place } from '../../app/place.ts'
import css from './desk.module.css'

export function BackupNotice() {
  const answer = useAnswer('backup.show', {})
  if (answer.state !== 'here') return null
  const { due, lastAtUtcMs, restored } = answer.value
  return (
    <>
      {restored?.awaitsAdmission === true && <Reminder title={words.backup.restoredTitle} body={words.backup.restoredBody} action={words.backup.toCard} place={{ at: 'directory' }} />}
      {due && <Reminder title={words.backup.due} body={lastAtUtcMs === null ? words.backup.dueNever : words.backup.dueSince(dayNameWithYear(lastAtUtcMs))} action={words.backup.make} place={{ at: 'settings' }} />}
    </>
  )
}

function Reminder({ title, body, action, place }: { title: string; body: string; action: string; place: Place }) {
  const { go } = useHouse()
  return (
    <section className={css.reminder} aria-label={title}>
      <div>
        <h2 className={css.what}>{title}</h2>
        <p className={css.second}>{body}</p>
      </div>
      <Button onPress={() => go(place)}>{action}</Button>
    </section>
  )
}
