/** A serif figure and a bar of the time that has passed. Ink above a day, ochre below; never red, never blinking. */
import { NEAR_MS, span } from '../messages/time.ts'
import { words } from '../messages/words.ts'
import { cx } from './cx.ts'
import css from './timeLeft.module.css'

export function TimeLeft({ openedUtcMs, deadlineUtcMs, now, large }: { openedUtcMs: number; deadlineUtcMs: number; now: number; large?: boolean }) {
  const left = deadlineUtcMs - now
  if (left <= 0) return <p className={cx(css.much, large === true && css.large)}>{words.silence.deadlinePassed}</p>
  const passed = Math.min(1, Math.max(0, (now - openedUtcMs) / Math.max(1, deadlineUtcMs - openedUtcMs)))
  return (
    <div className={cx(css.left, left < NEAR_MS && css.near)}>
      <p className={cx(css.much, large === true && css.large)}>{large === true ? words.silence.left(span(left)) : span(left)}</p>
      <svg className={css.bar} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        <rect className={css.whole} width="100" height="1" />
        <rect className={css.passed} width={passed * 100} height="1" />
      </svg>
    </div>
  )
}
