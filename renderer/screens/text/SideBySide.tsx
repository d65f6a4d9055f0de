/** Two REVs in one scrolling pane: row by row, so that they cannot drift apart; a line joins both ends of a move. */
import { Fragment, useMemo, useState } from 'react'
import type { BlockId } from '../../../shared/text/document.ts'
import { Glyph } from '../../components/Glyph.tsx'
import { cx } from '../../components/cx.ts'
import { words } from '../../messages/words.ts'
import { Block, labelOf } from './Block.tsx'
import { rowsOf, type Row } from './folding.ts'
import { Footnotes } from './Sheet.tsx'
import css from './sideBySide.module.css'
import type { SheetModel } from './sheetModel.ts'

interface SideBySideProps {
  readonly model: SheetModel
  readonly current: number | null
  readonly before: string
  readonly after: string
  /** Paragraphs that something beside the text points to: they are never folded. */
  readonly pointedTo?: ReadonlySet<BlockId>
}

const NOTHING: ReadonlySet<BlockId> = new Set()

export function SideBySide({ model, current, before, after, pointedTo = NOTHING }: SideBySideProps) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const rows = useMemo(() => rowsOf(model.marked.blocks, opened, (block) => block.idAfter !== null && pointedTo.has(block.idAfter)), [model, opened, pointedTo])
  const open = (from: number) => setOpened((known) => new Set([...known, from]))
  return (
    <div className={css.pair} role="group" aria-label={words.text.versions.side} lang="en-GB">
      <h2 className={css.left}>{before}</h2>
      <h2 className={css.right}>{after}</h2>
      {rows.map((row) => (row.row === 'fold' ? <Fold key={row.from} model={model} from={row.from} to={row.to} onOpen={() => open(row.from)} /> : <Pair key={row.at} model={model} at={row.at} current={current} />))}
      <Moves model={model} rows={rows} before={before} after={after} />
      <div className={cx(css.cell, css.left, css.last)}><Footnotes model={model} only="before" /></div>
      <div className={cx(css.cell, css.right, css.last)}><Footnotes model={model} only="after" /></div>
    </div>
  )
}

function Pair({ model, at, current }: { model: SheetModel; at: number; current: number | null }) {
  const block = model.marked.blocks[at]
  if (block === undefined) return null
  return (
    <Fragment>
      <div className={cx(css.cell, css.left, block.change === 'movedFrom' && css.was)}>
        {block.change === 'inserted' ? null : block.change === 'movedTo'
          ? <Hole>{words.text.stoodAs(labelOf(model, model.counterpart.get(at), 'before'))}</Hole>
          : <Block model={model} at={at} current={current} only="before" />}
      </div>
      <div className={cx(css.cell, css.right, block.change === 'movedTo' && css.came)}>
        {block.change === 'deleted' ? null : block.change === 'movedFrom'
          ? <Hole>{words.text.nowAs(labelOf(model, model.counterpart.get(at), 'after'))}</Hole>
          : <Block model={model} at={at} current={current} only="after" />}
      </div>
    </Fragment>
  )
}

function Hole({ children }: { children: string }) {
  return <p className={css.hole}><Glyph name="move" />{children}</p>
}

/** One button for both halves; each half names its own numbers. */
function Fold({ model, from, to, onOpen }: { model: SheetModel; from: number; to: number; onOpen: () => void }) {
  const said = (side: 'before' | 'after') => {
    const labels = Array.from({ length: to - from }, (_, at) => labelOf(model, from + at, side)).filter((label) => label !== '')
    return words.text.folded(to - from, labels[0] ?? '', labels.at(-1) ?? '')
  }
  return (
    <Fragment>
      <div className={cx(css.cell, css.left)}><button type="button" className={css.fold} onClick={onOpen} aria-label={words.text.unfold(said('before'))}>{said('before')}</button></div>
      <div className={cx(css.cell, css.right)} aria-hidden="true"><button type="button" className={css.fold} onClick={onOpen} tabIndex={-1}>{said('after')}</button></div>
    </Fragment>
  )
}

/** The first row of the grid is taken by the names of the two texts. */
const FIRST_ROW = 2

function Moves({ model, rows, before, after }: { model: SheetModel; rows: readonly Row[]; before: string; after: string }) {
  const rowOf = new Map(rows.flatMap((row, at) => (row.row === 'block' ? [[row.at, at + FIRST_ROW] as const] : [])))
  return model.marked.blocks.map((block, at) => {
    const from = block.change === 'movedFrom' ? rowOf.get(at) : undefined
    const to = rowOf.get(model.counterpart.get(at) ?? -1)
    if (from === undefined || to === undefined) return null
    const path = from < to ? 'M0 0C65 0 35 100 100 100' : 'M0 100C65 100 35 0 100 0'
    return (
      <svg key={at} className={css.link} style={{ gridRow: `${Math.min(from, to)} / ${Math.max(from, to) + 1}` }} viewBox="0 0 100 100" preserveAspectRatio="none" role="img"
        aria-label={words.text.movedBetween(labelOf(model, at, 'before'), before, labelOf(model, model.counterpart.get(at), 'after'), after)}>
        <path d={path} /><path className={css.core} d={path} />
      </svg>
    )
  })
}
