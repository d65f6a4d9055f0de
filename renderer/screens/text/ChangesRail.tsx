/** Every change with who asked for it, and the proof that the marked and the clean version agree. */
import { documentNumber } from '../../../shared/text/revision.ts'
import { Delegations } from '../../components/Delegation.tsx'
import { Glyph } from '../../components/Glyph.tsx'
import { Key } from '../../components/Key.tsx'
import { cx } from '../../components/cx.ts'
import { words } from '../../messages/words.ts'
import { countKinds, proposersOf, type TextChange } from './changes.ts'
import { clipped } from './excerpt.ts'
import { Inlines } from './Inlines.tsx'
import { labelOf } from './Block.tsx'
import css from './rail.module.css'
import type { Shown } from './Reader.tsx'
import type { SheetModel } from './sheetModel.ts'

interface RailProps {
  readonly shown: Shown
  readonly model: SheetModel
  readonly current: number | null
  readonly jump: (to: number) => void
  readonly labels: { readonly rev: string; readonly before: string }
}

export function ChangesRail({ shown, model, current, jump, labels }: RailProps) {
  const { changes } = model.map
  return (
    <aside className={css.rail} aria-label={words.text.changes}>
      <header className={css.head}>
        <div className={css.row}><h2 className={css.title}>{words.text.changeCount(changes.length)}</h2><span className={css.note}>{current !== null && words.text.nOf(current, changes.length)} <Key quiet>F8</Key></span></div>
        <p className={css.note}>{words.text.kindCounts(countKinds(changes))}</p>
      </header>
      <ol className={css.list} aria-label={words.text.changes}>
        {changes.map((change) => <Change key={change.number} change={change} shown={shown} model={model} current={change.number === current} onPress={() => jump(change.number)} />)}
      </ol>
      <Proof shown={shown} labels={labels} />
    </aside>
  )
}

function Change({ change, shown, model, current, onPress }: { change: TextChange; shown: Shown; model: SheetModel; current: boolean; onPress: () => void }) {
  const asked = proposersOf(change, model.marked, shown.settled)
  const label = labelOf(model, change.block, 'after') || labelOf(model, change.block, 'before')
  const edited = asked.some((one) => one.verdict?.verdict === 'edited')
  return (
    <li>
      <button type="button" className={cx(css.change, current && css.current)} onClick={onPress} aria-current={current ? 'true' : undefined}>
        <span className={css.number}>{label}</span>
        <span className={css.words}><Said change={change} model={model} /></span>
        {asked.length > 0 && <span className={css.by}><Delegations codes={asked.map((one) => one.delegation)} /> {edited ? words.text.acceptedEdited : words.text.accepted}</span>}
        {current && asked.some((one) => one.suggestion.reason !== null) && (
          <span className={css.asked}>
            <b>{words.text.whoAsked}</b>
            {asked.filter((one) => one.suggestion.reason !== null).map((one) => <span key={one.id}>{words.text.saidBy(one.suggestion.reason ?? '', one.delegation)}</span>)}
          </span>
        )}
      </button>
    </li>
  )
}

function Said({ change, model }: { change: TextChange; model: SheetModel }) {
  const block = model.marked.blocks[change.block]
  if (change.kind === 'moved') return <><Glyph name="move" /> {words.text.movedTo(labelOf(model, model.counterpart.get(change.block), 'before'), labelOf(model, change.block, 'after'), change.edits)}</>
  if (change.kind === 'retyped') return <>{words.text.retyped(words.text.kinds[block?.before?.kind ?? 'plain'], words.text.kinds[block?.after?.kind ?? 'plain'])}</>
  return <><Inlines content={clipped(change.shown)} context={{ inBrief: true }} /></>
}

function Proof({ shown, labels }: { shown: Shown; labels: { rev: string; before: string } }) {
  const { proof, revision } = shown
  if (proof === null) return null
  const agree = proof.acceptGivesClean && proof.rejectGivesPredecessor
  return (
    <div className={agree ? css.proof : css.proofFails} role="status">
      <span className={css.state}><Glyph name={agree ? 'check' : 'cross'} />{agree ? words.text.agree : words.text.differ(documentNumber(revision.cover, revision.rev), proof.failures.length)}</span>
      <span>{agree ? words.text.agreeMeans(labels.rev, labels.before) : proof.failures.slice(0, 3).map((failure) => failure.place).join('; ')}</span>
    </div>
  )
}
