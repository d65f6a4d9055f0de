import css from './button.module.css'
import { cx } from './cx.ts'

/** A key where the hand needs it. `quiet` beside words, otherwise inside a button. */
export function Key({ children, quiet }: { children: string; quiet?: boolean }) {
  return <kbd className={cx(css.key, quiet === true && css.keyed)}>{children}</kbd>
}
