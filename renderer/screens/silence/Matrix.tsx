/** One row per delegation, an en dash for nothing; tinted only where somebody spoke, something lacks, or something breaks. */
import type { SilenceView } from './Silence.tsx'
import { Delegation } from '../../components/Delegation.tsx'
import { Glyph } from '../../components/Glyph.tsx'
import { shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import css from './silence.module.css'

type Row = SilenceView['rows'][number]
type Response = SilenceView['silence']['responses'][number]

export function Matrix({ view }: { view: SilenceView }) {
  const members = view.rows.filter((row) => row.member)
  const others = view.rows.filter((row) => !row.member)
  return (
    <table className={css.table} aria-label={words.silence.matrix}>
      <thead><tr>{words.silence.columns.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
      <tbody>{members.map((row) => <MatrixRow key={row.delegation} row={row} view={view} />)}</tbody>
      {others.length > 0 && (
        <tbody>
          <tr className={css.divide}><td colSpan={words.silence.columns.length}>{words.silence.notMembers}</td></tr>
          {others.map((row) => <MatrixRow key={row.delegation} row={row} view={view} />)}
        </tbody>
      )}
    </table>
  )
}

function MatrixRow({ row, view }: { row: Row; view: SilenceView }) {
  const responses = view.silence.responses.filter((one) => row.responses.includes(one.event))
  const inTime = responses.filter((one) => !one.late)
  const late = responses.filter((one) => one.late)
  const breaks = inTime.some((one) => one.response.breaks && one.canBreak)
  const isSetter = row.delegation === view.silence.delegation
  const lacks = row.member && !isSetter && !row.served && responses.length === 0
  const state = breaks ? css.breaks : responses.length > 0 ? css.speaks : lacks ? css.lacks : row.member ? undefined : css.other
  return (
    <tr className={state}>
      <th scope="row"><Delegation code={row.delegation} bare /><span className={css.rowName}>{words.delegations[row.delegation]}</span></th>
      <td>{isSetter ? words.silence.setter : row.served ? words.silence.served : row.member ? <b>{words.silence.notServed}</b> : words.silence.notServed}</td>
      <td>{row.receiptAtUtcMs === null ? '–' : shortMoment(row.receiptAtUtcMs)}</td>
      <Said responses={inTime.filter((one) => !one.response.breaks)} />
      <Said responses={inTime.filter((one) => one.response.breaks)} breaks={breaks} />
      <Said responses={late} />
    </tr>
  )
}

function Said({ responses, breaks }: { responses: readonly Response[]; breaks?: boolean }) {
  if (responses.length === 0) return <td className={css.dash}>–</td>
  return (
    <td>
      {responses.map((one) => (
        <span key={one.event} className={css.said} title={one.response.remark}>
          {breaks === true && <Glyph name="break" />}
          <span>{words.silence.said(one.response.kind, one.response.reservation)}, {shortMoment(one.claimedAtUtcMs)}</span>
          {one.response.breaks && !one.canBreak && <small>{words.silence.cannotBreak}</small>}
        </span>
      ))}
    </td>
  )
}
