/** Three versions at once: the middle text paragraph by paragraph, with what each of the others makes of it. */
import { useMemo } from 'react'
import type { BlockId } from '../../../shared/text/document.ts'
import type { MarkedBlock } from '../../../shared/text/marked.ts'
import { numberLabels } from '../../../shared/text/numbering.ts'
import { compareThree, type ThreeRow } from '../../../shared/text/threeVersions.ts'
import { cx } from '../../components/cx.ts'
import { words } from '../../messages/words.ts'
import { Inlines } from '../text/Inlines.tsx'
import { unmarked } from '../text/sheetModel.ts'
import css from './compare.module.css'
import type { SideText } from './sides.ts'

export function Three({ left, middle, right }: { left: SideText; middle: SideText; right: SideText }) {
  const rows = useMemo(() => compareThree(middle.document, left.document, right.document, { identifiers: middle.text !== null && left.text === middle.text && right.text === middle.text ? 'stable' : 'unrelated' }), [left, middle, right])
  const labels = useMemo(() => ({ left: numberLabels(left.document), middle: numberLabels(middle.document), right: numberLabels(right.document) }), [left, middle, right])
  const counts = { left: rows.filter((row) => row.changed === 'left').length, right: rows.filter((row) => row.changed === 'right').length, alike: rows.filter((row) => row.changed === 'alike').length, differently: rows.filter((row) => row.changed === 'differently').length }
  return (
    <section className={css.three} aria-label={words.compare.three} tabIndex={0}>
      <p className={css.counts}>{words.compare.threeCounts(counts, left.label, right.label)}</p>
      <table className={css.grid} lang="en-GB">
        <thead><tr><th scope="col">{left.label}</th><th scope="col">{middle.label}</th><th scope="col">{right.label}</th></tr></thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at} className={cx(css[row.changed])}>
              <td>{cellOf(row.left, row, labels.left)}</td>
              <td>{row.middle !== null && <><Number of={labels.middle.get(row.middle.id)} /><Inlines content={unmarked({ blocks: [row.middle] }).blocks[0]?.content ?? []} /></>}</td>
              <td>{cellOf(row.right, row, labels.right)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function cellOf(block: MarkedBlock | null, row: ThreeRow, labels: ReadonlyMap<BlockId, string>) {
  if (block === null) return row.middle === null ? null : <span className={css.absent}>{words.compare.notThere}</span>
  return <>{block.change === 'movedTo' && <span className={css.absent}>{words.compare.standsElsewhere}</span>}<Number of={labels.get(block.idAfter ?? '')} /><Inlines content={block.content} /></>
}

/** As each text itself counts its paragraphs; one that the text no longer has is under no number. */
function Number({ of }: { of: string | undefined }) {
  return of === undefined ? null : <span className={css.number}>{of}</span>
}
