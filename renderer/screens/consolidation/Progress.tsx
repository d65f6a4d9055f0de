import { Fragment } from 'react'
import type { SuggestionGroup } from '../../../shared/ipc/textMethods.ts'
import { cx } from '../../components/cx.ts'
import { words } from '../../messages/words.ts'
import css from './progress.module.css'
import { cellOf, stillOpen, type Cell, type Tally, type Verdicts } from './verdicts.ts'

const CELLS: readonly Cell[] = ['accepted', 'edited', 'notTakenUp', 'deferred', 'colliding', 'open']

/** More cells than go into one line. */
const MANY = 90

/** One cell per suggestion, paragraph by paragraph; the legend counts them all. */
export function Progress({ groups, verdicts, tally }: { groups: readonly SuggestionGroup[]; verdicts: Verdicts; tally: Tally }) {
  const settled = tally.received - stillOpen(tally)
  return (
    <div className={css.progress}>
      <p className={css.big} role="status">{words.consolidation.nOf(settled, tally.received)}</p>
      <div className={cx(css.cells, tally.received > MANY && css.many)} role="img" aria-label={words.consolidation.progress(settled, tally.received)}>
        {groups.map((group, at) => (
          <Fragment key={group.letter}>
            {at > 0 && group.block !== groups[at - 1]?.block && <b />}
            {group.suggestions.map((id) => <i key={id} className={css[cellOf(group, verdicts)]} />)}
          </Fragment>
        ))}
      </div>
      <p className={css.key}>{CELLS.filter((cell) => cell !== 'deferred' || tally.deferred > 0).map((cell) => <span key={cell}><i className={css[cell]} aria-hidden="true" />{words.consolidation.cells[cell](tally[cell])}</span>)}</p>
    </div>
  )
}
