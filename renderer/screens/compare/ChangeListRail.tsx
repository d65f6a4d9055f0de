/** Every change with its place and nature; what is only form can be left out. F8 goes on to the next. */
import { useEffect, useState } from 'react'
import type { ChangeKind, ChangeList, ListedChange } from '../../../shared/text/changeList.ts'
import { CHANGE_KINDS } from '../../../shared/text/changeList.ts'
import type { MarkedInline } from '../../../shared/text/marked.ts'
import type { Proof } from '../../../shared/text/proof.ts'
import { cx } from '../../components/cx.ts'
import { Button } from '../../components/Button.tsx'
import { Tick } from '../../components/Choice.tsx'
import { Glyph } from '../../components/Glyph.tsx'
import { Key } from '../../components/Key.tsx'
import { words } from '../../messages/words.ts'
import { clipped } from '../text/excerpt.ts'
import { Inlines } from '../text/Inlines.tsx'
import rail from '../text/rail.module.css'
import type { SheetModel } from '../text/sheetModel.ts'
import css from './compare.module.css'
import { ProofReport } from './ProofReport.tsx'

interface RailProps {
  readonly list: ChangeList
  readonly model: SheetModel
  readonly proof: Proof
  readonly notes: readonly string[]
  readonly labels: { readonly before: string; readonly after: string }
  readonly onGo: (block: number) => void
}

export function ChangeListRail({ list, model, proof, notes, labels, onGo }: RailProps) {
  const [kind, setKind] = useState<ChangeKind | null>(null)
  const [substance, setSubstance] = useState(false)
  const [current, setCurrent] = useState<number | null>(null)
  const [proving, setProving] = useState(false)
  const shown = list.changes.filter((change) => (kind === null || change.kind === kind) && (!substance || change.nature === 'substance'))
  const jump = (to: number) => {
    const change = shown[to]
    if (change === undefined) return
    setCurrent(to)
    onGo(change.block)
  }
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || shown.length === 0) return
      event.preventDefault()
      const from = current ?? (event.shiftKey ? shown.length : -1)
      jump((from + (event.shiftKey ? shown.length - 1 : 1)) % shown.length)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  })
  const agrees = proof.acceptGivesClean && proof.rejectGivesPredecessor
  return (
    <aside className={rail.beside} aria-label={words.text.changes}>
      <header className={rail.head}>
        <div className={rail.row}><h2 className={rail.title}>{words.text.changeCount(list.counts.all)}</h2><span className={rail.note}>{current !== null && words.text.nOf(current + 1, shown.length)} <Key quiet>F8</Key></span></div>
        <p className={rail.note}>{words.compare.substance(list.counts.substance, list.counts.all)}</p>
        <div className={css.filters} role="group" aria-label={words.compare.filter}>
          {CHANGE_KINDS.filter((one) => list.counts.kinds[one] > 0).map((one) => (
            <button key={one} type="button" className={cx(css.filter, kind === one && css.chosen)} aria-pressed={kind === one} onClick={() => { setKind(kind === one ? null : one); setCurrent(null) }}>{words.compare.kinds[one](list.counts.kinds[one])}</button>
          ))}
        </div>
        <Tick checked={substance} onChange={(only) => { setSubstance(only); setCurrent(null) }}>{words.compare.onlySubstance}</Tick>
        {notes.map((note) => <p key={note} className={rail.note}>{note}</p>)}
      </header>
      <ol className={rail.list} aria-label={words.text.changes}>
        {shown.map((change, at) => (
          <li key={`${change.block}:${change.from}:${change.kind}`}>
            <button type="button" className={cx(css.change, at === current && rail.current)} aria-current={at === current ? 'true' : undefined} onClick={() => jump(at)}>
              <span className={rail.note}>{change.place}{change.nature !== 'substance' && `, ${words.compare.natures[change.nature]}`}</span>
              <span className={rail.words}><Said change={change} model={model} /></span>
            </button>
          </li>
        ))}
      </ol>
      <div className={agrees ? rail.proof : rail.proofFails} role="status">
        <span className={rail.state}><Glyph name={agrees ? 'check' : 'cross'} />{agrees ? words.compare.proved : words.text.differ(labels.after, proof.failures.length)}</span>
        <span><Button small kind="quiet" onPress={() => setProving(true)}>{words.proof.open}</Button></span>
      </div>
      {proving && <ProofReport proof={proof} clean={labels.after} base={labels.before} asked={{ accept: true, reject: true }} hash={null} notes={[]} onClose={() => setProving(false)} />}
    </aside>
  )
}

function Said({ change, model }: { change: ListedChange; model: SheetModel }) {
  if (change.kind === 'moved') return <><Glyph name="move" /> {words.compare.moved(change.placeBefore ?? '', change.place)}</>
  if (change.kind === 'renumbered' || change.kind === 'restyled') return words.compare.becomes(change.deleted, change.inserted)
  const content: readonly MarkedInline[] = change.scope === 'footnote' || change.block !== change.lastBlock
    ? [...(change.deleted === '' ? [] : [{ text: change.deleted, marks: [], change: 'deleted' as const }]), ...(change.inserted === '' ? [] : [{ text: change.inserted, marks: [], change: 'inserted' as const }])]
    : (model.marked.blocks[change.block]?.content ?? []).slice(change.from, change.to)
  return <Inlines content={clipped(content)} context={{ inBrief: true }} />
}
