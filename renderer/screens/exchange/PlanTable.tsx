import type { ExportPlan } from '../../../shared/ipc/exchangeMethods.ts'
import { compareDelegations, type Delegation as Code } from '../../../shared/base/delegations.ts'
import { Delegation, Delegations } from '../../components/Delegation.tsx'
import { Section } from '../../components/Screen.tsx'
import { Table } from '../../components/Table.tsx'
import { MarkingTags } from '../../components/Tag.tsx'
import { words } from '../../messages/words.ts'
import css from './exchange.module.css'

type Item = ExportPlan['items'][number]

/** What goes to each, item by item; what is held back stands below with its reason. */
export function PlanTable({ plan }: { plan: ExportPlan }) {
  const held = plan.items.filter((item) => item.heldFrom.length > 0)
  const everybody = new Set(plan.recipients.map((one) => one.delegation))
  return (
    <>
      <Table label={words.exchange.outTitle} columns={[{ head: words.exchange.item }, { head: words.exchange.marking }, { head: words.exchange.goes }, { head: words.exchange.held }]}>
        {plan.items.map((item) => (
          <tr key={item.type + item.subject}>
            <td><b className={css.item}>{words.exchange.items(item.type, item.count)}</b><span className={css.subject}>{item.subject}</span></td>
            <td><MarkingTags marking={item.marking} /></td>
            <td className={css.goes}>{item.goesTo.length === 0 ? '–' : new Set(item.goesTo).size === everybody.size ? words.exchange.all(everybody.size) : <Delegations codes={item.goesTo} bare />}</td>
            <td className={item.heldFrom.length > 0 ? css.held : undefined}>{item.heldFrom.length === 0 ? '–' : <Delegations codes={item.heldFrom.map((one) => one.delegation)} bare />}</td>
          </tr>
        ))}
      </Table>
      {held.length > 0 && (
        <Section title={words.exchange.heldTitle}>
          <ul>{reasonsOf(held).map(([delegation, why, count]) => <li key={delegation + why} className={css.reason}><Delegation code={delegation} /><span><b>{words.exchange.heldCount(count)}</b> {words.exchange.why[why]}</span></li>)}</ul>
        </Section>
      )}
    </>
  )
}

type Why = Item['heldFrom'][number]['why']

function reasonsOf(held: readonly Item[]): [Code, Why, number][] {
  const counts = new Map<string, [Code, Why, number]>()
  for (const item of held) {
    for (const { delegation, why } of item.heldFrom) {
      const known = counts.get(delegation + why)
      counts.set(delegation + why, [delegation, why, (known?.[2] ?? 0) + item.count])
    }
  }
  return [...counts.values()].sort(([a], [b]) => compareDelegations(a, b))
}
