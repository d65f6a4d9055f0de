/** One paragraph of a sheet, with its number, its margin bar and its change marks. */
import type { BlockKind } from '../../../shared/text/document.ts'
import type { MarkedBlock, MarkedInline } from '../../../shared/text/marked.ts'
import { cx } from '../../components/cx.ts'
import { Glyph } from '../../components/Glyph.tsx'
import { words } from '../../messages/words.ts'
import css from './sheet.module.css'
import marks from './marks.module.css'
import { Inlines, type Dress } from './Inlines.tsx'
import type { SheetModel } from './sheetModel.ts'

export interface BlockProps {
  readonly model: SheetModel
  readonly at: number
  readonly current: number | null
  /** Side by side shows each half alone. */
  readonly only?: 'before' | 'after'
  readonly dressAt?: (block: number, inline: number) => Dress | undefined
}

export function Block({ model, at, current, only, dressAt }: BlockProps) {
  const block = model.marked.blocks[at]
  if (block === undefined) return null
  if (block.change === 'movedFrom' && only === undefined) return <MovedAway model={model} at={at} />
  const form = (only === 'before' ? block.before : block.after) ?? block.before ?? block.after
  const kind = form?.kind ?? 'plain'
  const level = form?.level ?? 1
  const width = model.widths.get(at)
  const whole = model.map.numberOfBlock.get(at)
  const anchor = whole === undefined ? {} : { 'data-change': whole }
  const context = {
    current, changeAt: (inline: number) => model.map.numberAt.get(`${at}:${inline}`), noteAt: (inline: number) => model.noteAt.get(`${at}:${inline}`)?.number,
    reservedAt: (inline: MarkedInline) => model.reserved.get(inline),
    ...(only === undefined ? {} : { only }), ...(dressAt === undefined ? {} : { dressAt: (inline: number) => dressAt(at, inline) }),
  }
  return (
    <div className={cx(css.block, css[kind], LEVEL[level], bar(block, only), width !== undefined && css.tableCell, whole !== undefined && whole === current && css.current)} data-block={at} {...anchor} {...(width === undefined ? {} : { style: { width: `${(100 * width.span) / width.columns}%` } })}>
      {block.change === 'movedTo' && <p className={css.moved}><Glyph name="move" />{words.text.movedHere(labelOf(model, model.counterpart.get(at), 'before'))}</p>}
      {block.change === 'movedFrom' && <p className={css.moved}><Glyph name="move" />{words.text.wentTo(labelOf(model, model.counterpart.get(at), 'after'))}</p>}
      {block.change === 'same' && only === undefined && block.before?.kind !== block.after?.kind && <p className={css.moved}>{words.text.wasKind(words.text.kinds[block.before?.kind ?? 'plain'])}</p>}
      <Number model={model} at={at} kind={kind} {...(only === undefined ? {} : { only })} />
      <Body kind={kind}><Inlines content={block.change === 'movedFrom' ? unstruck(block) : block.content} context={context} /></Body>
    </div>
  )
}

const LEVEL: Readonly<Record<number, string | undefined>> = { 2: css.level2, 3: css.level3, 4: css.level4, 5: css.level4, 6: css.level4 }

function Body({ kind, children }: { kind: BlockKind; children: React.ReactNode }) {
  if (kind === 'title') return <h2 className={css.titleWords} data-words="" dir="auto">{children}</h2>
  if (kind === 'heading') return <h3 className={css.headingWords} data-words="" dir="auto">{children}</h3>
  return <p className={css.paragraph} data-words="" dir="auto">{children}</p>
}

/** Struck because it moved would say deleted: a moved paragraph keeps its words, only edits are marked. */
function unstruck(block: MarkedBlock): MarkedBlock['content'] {
  return block.content.map((inline) => ({ ...inline, change: 'same' }))
}

function bar(block: MarkedBlock, only: 'before' | 'after' | undefined): string | undefined {
  if (block.change === 'movedTo' || block.change === 'movedFrom') return css.barMoved
  if (block.change === 'deleted') return css.barDeleted
  if (block.change === 'inserted') return css.barChanged
  const gone = block.content.some((inline) => inline.change === 'deleted')
  const come = block.content.some((inline) => inline.change === 'inserted' || ('footnote' in inline && inline.footnote.some((run) => run.change !== 'same')))
  const retyped = block.before?.kind !== block.after?.kind || block.before?.level !== block.after?.level
  if (only === 'before') return gone ? css.barDeleted : undefined
  if (come || retyped) return css.barChanged
  return gone ? (only === 'after' ? undefined : css.barDeleted) : undefined
}

function Number({ model, at, kind, only }: { model: SheetModel; at: number; kind: BlockKind; only?: 'before' | 'after' }) {
  if (kind === 'bullet') return <span className={css.number} aria-hidden="true">–</span>
  const { before, after } = model.labels[at] ?? { before: null, after: null }
  const block = model.marked.blocks[at]
  if (only !== undefined) return <span className={css.number}>{only === 'before' ? before : after}</span>
  if (before === after || block?.change === 'movedTo') return <span className={css.number}>{after}</span>
  return <span className={css.number}>{before !== null && <del className={marks.del}>{before}</del>}{before !== null && after !== null && <br />}{after !== null && <ins className={marks.ins}>{after}</ins>}</span>
}

/** Where a paragraph stood: a stub, never its struck words. */
function MovedAway({ model, at }: { model: SheetModel; at: number }) {
  return (
    <p className={css.stub} data-block={at}>
      <Glyph name="move" />{words.text.movedAway(labelOf(model, at, 'before'), labelOf(model, model.counterpart.get(at), 'after'))}
    </p>
  )
}

export function labelOf(model: SheetModel, at: number | undefined, side: 'before' | 'after'): string {
  const label = at === undefined ? null : model.labels[at]?.[side] ?? null
  return label === null ? '' : label.replace(/\.$/, '')
}
