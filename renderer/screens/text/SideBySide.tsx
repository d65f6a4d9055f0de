/** Two REVs in one scrolling pane: row by row, so that they cannot drift apart. */
import { Fragment } from 'react'
import { Glyph } from '../../components/Glyph.tsx'
import { cx } from '../../components/cx.ts'
import { words } from '../../messages/words.ts'
import { Block, labelOf } from './Block.tsx'
import { Footnotes } from './Sheet.tsx'
import css from './sideBySide.module.css'
import type { SheetModel } from './sheetModel.ts'

export function SideBySide({ model, current, before, after }: { model: SheetModel; current: number | null; before: string; after: string }) {
  return (
    <div className={css.pair} role="group" aria-label={words.text.versions.side} lang="en-GB">
      <h2 className={css.left}>{before}</h2>
      <h2 className={css.right}>{after}</h2>
      {model.marked.blocks.map((block, at) => (
        <Fragment key={at}>
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
      ))}
      <div className={cx(css.cell, css.left, css.last)}><Footnotes model={model} only="before" /></div>
      <div className={cx(css.cell, css.right, css.last)}><Footnotes model={model} only="after" /></div>
    </div>
  )
}

function Hole({ children }: { children: string }) {
  return <p className={css.hole}><Glyph name="move" />{children}</p>
}
