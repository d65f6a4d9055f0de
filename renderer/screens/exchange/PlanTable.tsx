/** What goes to each, item by item; what is held back has a number, and stands below with its reason and what would release it. */
import type { ExportPlan } from '../../../shared/ipc/exchangeMethods.ts'
import { compareDelegations, type Delegation as Code } from '../../../shared/base/delegations.ts'
import { cx } from '../../components/cx.ts'
import { Delegation, Delegations } from '../../components/Delegation.tsx'
import { MarkingTags } from '../../components/Tag.tsx'
import { words } from '../../messages/words.ts'
import css from './exchange.module.css'
import { HeldBack } from './HeldBack.tsx'
import { reasonsOf, type Reason } from './heldReasons.ts'

type Item = ExportPlan['items'][number]

export function PlanTable({ plan }: { plan: ExportPlan }) {
  const reasons = reasonsOf(plan.items)
  const columns = columnsOf(plan)
  return (
    <>
      <div className={css.wide}>
        <table className={css.plan} aria-label={words.exchange.outTitle}>
          <thead>
            <tr>
              <th scope="col">{words.exchange.item}</th>
              <th scope="col">{words.exchange.originator}</th>
              {columns.map((column) => <th key={column.join(' ')} scope="col" className={css.cell}>{column.length === 1 && column[0] !== undefined ? <Delegation code={column[0]} /> : <span title={column.join(', ')}>{words.exchange.severalDelegations(column.length)}</span>}</th>)}
            </tr>
          </thead>
          <tbody>{plan.items.map((item) => <PlanRow key={`${item.type} ${item.subject} ${item.item ?? ''}`} item={item} columns={columns} reasons={reasons} />)}</tbody>
        </table>
      </div>
      {columns.filter((column) => column.length > 1).map((column) => <p key={column.join(' ')} className={css.legend}>{words.exchange.theseAre(column.length)} <Delegations codes={column} bare /></p>)}
      {reasons.length > 0 && <HeldBack reasons={reasons} />}
    </>
  )
}

function PlanRow({ item, columns, reasons }: { item: Item; columns: readonly (readonly Code[])[]; reasons: readonly Reason[] }) {
  return (
    <tr>
      <th scope="row"><b className={css.item}>{words.exchange.items(item.type, item.count)}</b> <MarkingTags marking={item.marking} /><span className={css.subject}>{item.subject}</span></th>
      <td>{item.originator === null ? '–' : <Delegation code={item.originator} />}</td>
      {columns.map((column) => <PlanCell key={column.join(' ')} item={item} code={column[0]} reasons={reasons} />)}
    </tr>
  )
}

/** Everybody in one column gets the same: the first speaks for all. */
function PlanCell({ item, code, reasons }: { item: Item; code: Code | undefined; reasons: readonly Reason[] }) {
  const held = item.heldFrom.find((one) => one.delegation === code)
  const goes = code !== undefined && item.goesTo.includes(code)
  const content = code !== undefined && item.contentTo.includes(code)
  if (held === undefined || (goes && held.part === 'content')) {
    const note = held === undefined ? null : reasons.find((reason) => reason.items.includes(item) && reason.why === held.why)
    return <td className={cx(css.cell, goes || content ? css.goes : css.none)}>{goes ? words.exchange.goes : content ? words.exchange.contentGoes : '–'}{note !== null && note !== undefined && <sup>{note.number}</sup>}</td>
  }
  const reason = reasons.find((one) => one.why === held.why && one.items.includes(item))
  return <td className={cx(css.cell, css.held)}>{held.part === 'body' ? words.exchange.heldBody : words.exchange.heldWord}{reason !== undefined && <sup>{reason.number}</sup>}</td>
}

/** Delegations to whom the same goes and from whom the same is held share a column. */
function columnsOf(plan: ExportPlan): Code[][] {
  const codes = [...new Set(plan.recipients.map((one) => one.delegation))].sort(compareDelegations)
  const groups = Map.groupBy(codes, (code) => plan.items.map((item) => {
    const held = item.heldFrom.find((one) => one.delegation === code)
    return `${item.goesTo.includes(code)} ${item.contentTo.includes(code)} ${held?.why ?? ''} ${held?.part ?? ''}`
  }).join('|'))
  return [...groups.values()]
}
