/** The suggestions in preparation, in reading order, each with its reason and a way to take it back. */
import { memo, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Refusal } from '../../../shared/ipc/refusal.ts'
import type { Amendment, Suggestion } from '../../../shared/text/amendment.ts'
import { baseOf, type Base } from '../../../shared/text/claims.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { numberLabels } from '../../../shared/text/numbering.ts'
import { previewOf } from '../../../shared/text/preview.ts'
import { Button } from '../../components/Button.tsx'
import { Field } from '../../components/Field.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { clockOrMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import { Excerpt } from '../text/Excerpt.tsx'
import css from './suggest.module.css'

interface RailProps {
  readonly base: TextDocument
  readonly suggestions: readonly Suggestion[]
  /** When the vault took what was there as the screen opened; null where nothing was. */
  readonly keptAtUtcMs: number | null
  readonly unkept: Refusal | null
  /** The REV that has been issued since, where one has. */
  readonly successor: string | null
  readonly onReason: (at: number, reason: string) => void
  readonly onWithdraw: (at: number) => void
  /** What stands below the list. */
  readonly children?: ReactNode
}

export function PendingRail({ base, suggestions, keptAtUtcMs, unkept, successor, onReason, onWithdraw, children }: RailProps) {
  const known = useMemo(() => baseOf(base), [base])
  const { places } = known
  const acts = useRef({ onReason, onWithdraw })
  useEffect(() => { acts.current = { onReason, onWithdraw } }, [onReason, onWithdraw])
  const [stable] = useState(() => ({ reason: (at: number, reason: string) => acts.current.onReason(at, reason), withdraw: (at: number) => acts.current.onWithdraw(at) }))
  const labels = useMemo(() => numberLabels(base), [base])
  const inOrder = suggestions.map((suggestion, at) => ({ suggestion, at })).sort((a, b) => placeOf(places, a.suggestion) - placeOf(places, b.suggestion))
  return (
    <aside className={css.rail} aria-label={words.suggest.rail}>
      <header className={css.railHead}>
        <h2 className={css.railTitle}>{words.suggest.count(suggestions.length)}</h2>
        <p className={css.note}>{noteFor(suggestions.length, keptAtUtcMs, unkept)}</p>
        <Refused refusal={unkept} />
        {successor !== null && <Notice kind="warned">{words.suggest.superseded(successor)}</Notice>}
      </header>
      <ol className={css.list} aria-label={words.suggest.rail}>
        {inOrder.map(({ suggestion, at }) => (
          <Pending key={keyOf(suggestion)} base={known} suggestion={suggestion} at={at} label={labelOf(labels, suggestion)} onReason={stable.reason} onWithdraw={stable.withdraw} />
        ))}
      </ol>
      {children}
    </aside>
  )
}

function noteFor(count: number, keptAtUtcMs: number | null, unkept: Refusal | null): string {
  if (count === 0) return words.suggest.howTo
  if (unkept !== null) return words.suggest.notKept
  return keptAtUtcMs === null ? words.suggest.kept : words.suggest.keptFrom(clockOrMoment(keptAtUtcMs, Date.now()))
}

/** The same while the words of one suggestion are still being typed, so that a reason field keeps the focus. */
function keyOf(suggestion: Suggestion): string {
  const first = suggestion.amendments[0]
  if (first === undefined) return ''
  if (first.op === 'replace') return `${first.block}:${first.from}`
  return first.op === 'insertBlock' ? `after ${first.after ?? ''} ${JSON.stringify(first.content).slice(0, 40)}` : `${first.op} ${first.block}`
}

interface PendingProps {
  readonly base: Base
  readonly suggestion: Suggestion
  readonly at: number
  readonly label: string
  readonly onReason: (at: number, reason: string) => void
  readonly onWithdraw: (at: number) => void
}

/** Drawn anew only where it changed: typing in one place leaves the others alone. */
const Pending = memo(function Pending({ base, suggestion, at, label, onReason, onWithdraw }: PendingProps) {
  const [explaining, setExplaining] = useState(suggestion.reason !== null)
  const preview = useMemo(() => previewOf(base, suggestion.amendments), [base, suggestion.amendments])
  return (
    <li className={css.pending}>
      <span className={css.place}>{label}</span>
      <div className={css.pendingBody}>
        <Excerpt preview={preview} />
        {explaining && <Field label={words.suggest.reason} value={suggestion.reason ?? ''} onChange={(reason) => onReason(at, reason)} lines="many" maxLength={4000} help={words.suggest.reasonHelp} />}
        <Acts at={at} explaining={explaining} onExplain={setExplaining} onWithdraw={onWithdraw} />
      </div>
    </li>
  )
})

interface ActsProps {
  readonly at: number
  readonly explaining: boolean
  readonly onExplain: (explaining: boolean) => void
  readonly onWithdraw: (at: number) => void
}

/** They stay as they are while the words above them are being typed. */
const Acts = memo(function Acts({ at, explaining, onExplain, onWithdraw }: ActsProps) {
  return (
    <div className={css.acts}>
      {!explaining && <Button kind="quiet" small onPress={() => onExplain(true)}>{words.suggest.addReason}</Button>}
      <Button kind="quiet" small onPress={() => onWithdraw(at)}>{words.suggest.withdraw}</Button>
    </div>
  )
})

function anchorOf(amendment: Amendment | undefined): string | null {
  if (amendment === undefined) return null
  return amendment.op === 'insertBlock' ? amendment.after : amendment.block
}

function placeOf(places: ReadonlyMap<string, number>, suggestion: Suggestion): number {
  const anchor = anchorOf(suggestion.amendments[0])
  const first = suggestion.amendments[0]
  const inside = first?.op === 'replace' ? first.from / 1_000_000 : first?.op === 'insertBlock' ? 0.999 : 0
  return (anchor === null ? -1 : places.get(anchor) ?? -1) + inside
}

function labelOf(labels: ReadonlyMap<string, string>, suggestion: Suggestion): string {
  const anchor = anchorOf(suggestion.amendments[0])
  return (anchor === null ? '' : labels.get(anchor) ?? '').replace(/\.$/, '')
}
