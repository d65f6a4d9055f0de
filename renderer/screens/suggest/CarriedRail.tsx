/** What one's delegation asked before and did not get: offered again against this REV, or said to be overtaken or in conflict. */
import type { CarriedSuggestion } from '../../../shared/ipc/negotiationMethods.ts'
import { revLabel } from '../../../shared/text/revision.ts'
import { Button } from '../../components/Button.tsx'
import { words } from '../../messages/words.ts'
import { Excerpt } from '../text/Excerpt.tsx'
import css from './suggest.module.css'

interface CarriedProps {
  readonly carried: readonly CarriedSuggestion[]
  readonly labels: ReadonlyMap<string, string>
  /** Those that are in preparation again. */
  readonly again: ReadonlySet<string>
  /** The one that could not be put in, because its words are being changed already. */
  readonly clashing: string | null
  readonly onAgain: (carried: CarriedSuggestion) => void
}

export function CarriedRail({ carried, labels, again, clashing, onAgain }: CarriedProps) {
  if (carried.length === 0) return null
  return (
    <section className={css.carried} aria-label={words.carry.title(carried.length)} tabIndex={0}>
      <h2 className={css.carriedTitle}>{words.carry.title(carried.length)}</h2>
      <ol>{carried.map((one) => <Carried key={one.suggestion} one={one} label={labelOf(labels, one)} again={again.has(one.suggestion)} clashing={clashing === one.suggestion} onAgain={() => onAgain(one)} />)}</ol>
    </section>
  )
}

function Carried({ one, label, again, clashing, onAgain }: { one: CarriedSuggestion; label: string; again: boolean; clashing: boolean; onAgain: () => void }) {
  return (
    <li className={css.pending}>
      <span className={css.place}>{label}</span>
      <div className={css.pendingBody}>
        <p className={css.note}><b className={css[one.status]}>{words.carry.statuses[one.status]}</b>, {words.carry.madeOn(revLabel(one.rev))}</p>
        <Excerpt preview={one.preview} />
        {one.status === 'overtaken' && <p className={css.note}>{words.carry.overtakenMeans}</p>}
        {one.why !== null && <p className={css.note}>{words.carry.conflicts[one.why]}</p>}
        {one.answer !== null && <p className={css.note}>{words.carry.answered(one.answer)}</p>}
        {one.status === 'applies' && (again ? <p className={css.note}>{words.carry.asked}</p> : <div className={css.acts}><Button small kind="quiet" label={words.carry.againLabel(label)} onPress={onAgain}>{words.carry.again}</Button></div>)}
        {clashing && <p className={css.note} role="status">{words.carry.clashes}</p>}
      </div>
    </li>
  )
}

function labelOf(labels: ReadonlyMap<string, string>, { amendments }: CarriedSuggestion): string {
  const [first] = amendments
  const block = first === undefined ? null : first.op === 'insertBlock' ? first.after : first.block
  return (block === null ? '' : labels.get(block) ?? '').replace(/\.$/, '')
}
