import { words } from '../../messages/words.ts'
import css from './start.module.css'

/** Shown at first start and in Settings: what Chancery is not. */
export function Statement() {
  return (
    <div className={css.words}>
      <p><strong>{words.start.notAccredited}</strong> {words.start.habits}</p>
      <p>{words.start.leaves}</p>
      <p>{words.start.lost}</p>
    </div>
  )
}
