/** The highest marking on screen, at head and foot. LIMITE is no classification and has no fill; EXERCISE goes around whatever marking holds. */
import { classificationName } from '../../shared/marking/words.ts'
import { CLASSIFICATIONS, type Classification, type Marking } from '../../shared/marking/marking.ts'
import { cx } from '../components/cx.ts'
import { words } from '../messages/words.ts'
import css from './frame.module.css'
import type { OnScreen } from './onScreen.ts'

const GROUND: Readonly<Record<Classification, string | undefined>> = { 'NONE': undefined, 'R-UE/EU-R': css.r, 'C-UE/EU-C': css.c, 'S-UE/EU-S': css.s, 'TS-UE/EU-TS': css.ts }

export function MarkingBand({ shown, at }: { shown: OnScreen; at: 'head' | 'foot' }) {
  const { marking, exercise } = shown
  const classified = marking !== null && marking.classification !== 'NONE'
  const none = marking === null || (!classified && !marking.limite)
  const className = cx(css.band, css[at], none ? css.none : classified && GROUND[marking.classification], exercise && css.exercise)
  const [left, right] = at === 'foot' ? [shown.left, shown.right] : ['', '']
  const Band = at === 'head' ? 'div' : 'footer'
  return (
    <Band className={className} {...(at === 'head' ? { role: 'status' } : {})} aria-label={at === 'head' ? words.marking.bandHead : words.marking.bandFoot}>
      <End words={left} exercise={exercise && at === 'head'} />
      <strong className={css.marking}>
        <Levels marking={marking} />
        {none ? words.marking.nothing : classified ? classificationName(marking.classification) : words.marking.limite}
        {classified && marking.limite && <span>{words.marking.limite}</span>}
        {marking !== null && marking.tlp !== null && <span className={css.tlp}>{words.marking.tlp(marking.tlp)}</span>}
      </strong>
      <End words={right} exercise={exercise && at === 'head'} />
    </Band>
  )
}

function End({ words: said, exercise }: { words: string; exercise: boolean }) {
  if (exercise) return <div className={css.end}><span>{words.marking.exerciseThrice}</span></div>
  return <div className={css.end}>{said !== '' && <span className={css.place}>{said}</span>}</div>
}

/** One bar per level, so that it is not colour alone. */
function Levels({ marking }: { marking: Marking | null }) {
  const level = marking === null ? 0 : CLASSIFICATIONS.indexOf(marking.classification)
  if (level === 0) return null
  return <span className={css.bars} aria-hidden="true">{CLASSIFICATIONS.slice(0, level).map((name) => <i key={name} />)}</span>
}
