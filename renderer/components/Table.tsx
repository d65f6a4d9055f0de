/** Hairlines, no zebra; headings small and in sentence case; figures right. */
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import css from './table.module.css'

export interface Column {
  readonly head: string
  readonly figures?: boolean
  /** Not needed to be read: the heading is for screen readers only. */
  readonly silent?: boolean
}

export function Table({ label, columns, children, dense }: { label: string; columns: readonly Column[]; children: ReactNode; dense?: boolean }) {
  return (
    <table className={cx(css.table, dense === true && css.dense)} aria-label={label}>
      <thead>
        <tr>{columns.map((column) => <th key={column.head} scope="col" className={cx(column.figures === true && css.figures)}><span className={cx(column.silent === true && css.silent)}>{column.head}</span></th>)}</tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

export function Figures({ children }: { children: ReactNode }) {
  return <td className={css.figures}>{children}</td>
}
