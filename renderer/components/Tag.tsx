/** Small marks beside a title: markings and EXERCISE in capitals, everything else in sentence case. */
import type { Marking } from '../../shared/marking/marking.ts'
import { words } from '../messages/words.ts'
import { cx } from './cx.ts'
import css from './tag.module.css'

export function Tag({ children }: { children: string }) {
  return <span className={css.tag}>{children}</span>
}

export function ExerciseTag() {
  return <span className={cx(css.tag, css.exercise)}>{words.marking.exercise}</span>
}

const LEVELS = { 'NONE': null, 'R-UE/EU-R': css.r, 'C-UE/EU-C': css.c, 'S-UE/EU-S': css.s, 'TS-UE/EU-TS': css.ts } as const

/** LIMITE, classification and TLP side by side: three fields, never derived from one another. */
export function MarkingTags({ marking }: { marking: Marking | null }) {
  if (marking === null) return null
  return (
    <span className={css.tags}>
      {marking.limite && <span className={cx(css.tag, css.limite)}>{words.marking.limite}</span>}
      {marking.classification !== 'NONE' && <span className={cx(css.tag, css.eu, LEVELS[marking.classification])}>{marking.classification}</span>}
      {marking.tlp !== null && <span className={css.tag}>{words.marking.tlp(marking.tlp)}</span>}
    </span>
  )
}
