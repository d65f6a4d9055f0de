/** One row per delegation, an en dash for nothing; tinted only where somebody spoke, something lacks, or something breaks. Sorted as one asks. */
import { useState, type ReactNode } from 'react'
import type { SilenceView } from './Silence.tsx'
import { Delegation } from '../../components/Delegation.tsx'
import { Glyph } from '../../components/Glyph.tsx'
import { shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import { COLUMNS, sortedRows, type Column, type Order } from './matrixOrder.ts'
import css from './silence.module.css'

type Row = SilenceView['rows'][number]
type Response = SilenceView['silence']['responses'][number]

export function Matrix({ view }: { view: SilenceView }) {
  const [order, setOrder] = useState<Order>({ column: 'delegation', down: false })
  const rows = sortedRows(view, order)
  const others = rows.filter((row) => !row.member)
  const turn = (column: Column) => setOrder({ column, down: order.column === column ? !order.down : column !== 'delegation' })
  return (
    <table className={css.table} aria-label={words.silence.matrix}>
      <thead>
        <tr>{COLUMNS.map((column) => (
          <th key={column} scope="col" aria-sort={order.column !== column ? 'none' : order.down ? 'descending' : 'ascending'}>
            <button type="button" className={css.sort} onClick={() => turn(column)} title={words.silence.sortBy(words.silence.columns[column])}>{words.silence.columns[column]}{order.column === column && <span aria-hidden="true">{order.down ? ' ↓' : ' ↑'}</span>}</button>
          </th>
        ))}</tr>
      </thead>
      <tbody>{rows.filter((row) => row.member).map((row) => <MatrixRow key={row.delegation} row={row} view={view} />)}</tbody>
      {others.length > 0 && (
        <tbody>
          <tr className={css.divide}><td colSpan={COLUMNS.length}>{words.silence.notMembers}</td></tr>
          {others.map((row) => <MatrixRow key={row.delegation} row={row} view={view} />)}
        </tbody>
      )}
    </table>
  )
}

function MatrixRow({ row, view }: { row: Row; view: SilenceView }) {
  const responses = view.silence.responses.filter((one) => row.responses.includes(one.event))
  const inTime = responses.filter((one) => !one.late)
  const breaks = inTime.some((one) => one.response.breaks && one.canBreak && one.withdrawn === null)
  const lacks = view.chase.some((one) => one.delegation === row.delegation) && responses.length === 0
  const state = breaks ? css.breaks : responses.length > 0 ? css.speaks : lacks ? css.lacks : row.member ? undefined : css.other
  return (
    <tr className={state}>
      <th scope="row"><Delegation code={row.delegation} bare /><span className={css.rowName}>{words.delegations[row.delegation]}</span></th>
      <td><Served row={row} view={view} /></td>
      <td>{receiptOf(row, view)}</td>
      <Said responses={inTime.filter((one) => one.response.reservation === null)} view={view} />
      <Said responses={inTime.filter((one) => one.response.reservation !== null)} view={view} />
      <Said responses={responses.filter((one) => one.late)} view={view} />
    </tr>
  )
}

/** When this machine wrote it to the delegation; elsewhere, what is known of it. */
function Served({ row, view }: { row: Row; view: SilenceView }): ReactNode {
  if (row.delegation === view.silence.delegation) return words.silence.setter
  if (row.sentAtUtcMs !== null) return shortMoment(row.sentAtUtcMs)
  if (row.servedOtherwise !== '') return <span title={row.servedOtherwise}>{words.silence.otherwise}</span>
  if (row.served) return words.silence.served
  return row.member ? <b>{words.silence.notServed}</b> : words.silence.notServed
}

function receiptOf(row: Row, view: SilenceView): ReactNode {
  if (row.receiptAtUtcMs !== null) return shortMoment(row.receiptAtUtcMs)
  const awaited = view.chase.some((one) => one.delegation === row.delegation && one.lacks === 'noReceipt')
  return awaited ? <b>{words.silence.noReceipt}</b> : <span className={css.dash}>–</span>
}

function Said({ responses, view }: { responses: readonly Response[]; view: SilenceView }) {
  if (responses.length === 0) return <td className={css.dash}>–</td>
  return (
    <td>
      {responses.map((one) => {
        const breaking = one.response.breaks && one.canBreak && !one.late && one.withdrawn === null
        return (
          <span key={one.event} className={breaking ? css.saidBreaks : css.said} title={one.response.remark}>
            {breaking && <Glyph name="break" size="small" />}
            <span className={one.withdrawn === null ? undefined : css.back}>{saidBriefly(one)}</span>
            <small>{note(one, view)}</small>
          </span>
        )
      })}
    </td>
  )
}

/** The kind of a reservation alone, where its column says that it is one. */
function saidBriefly({ late, response }: Response): string {
  return response.reservation !== null && !late ? words.silence.reservations[response.reservation] : words.silence.said(response.kind, response.reservation)
}

function note(one: Response, view: SilenceView): string {
  const admitted = view.admissions.find((other) => other.event === one.event)?.admittedAtUtcMs
  const ahead = admitted !== undefined && one.claimedAtUtcMs > admitted
  return [
    shortMoment(one.claimedAtUtcMs), one.withdrawn === null ? '' : words.silence.isWithdrawn, !one.response.breaks && one.response.kind !== 'agreement' ? words.silence.doesNotBreak : '',
    one.response.breaks && !one.canBreak ? words.silence.cannotBreak : '', ahead || one.clock.length > 0 ? words.silence.clockNote : '',
  ].filter((part) => part !== '').join(', ')
}
