import { useHouse } from '../../app/house.ts'
import { Delegation } from '../../components/Delegation.tsx'
import { Section } from '../../components/Screen.tsx'
import { Table } from '../../components/Table.tsx'
import { words } from '../../messages/words.ts'
import { compareDelegations } from '../../../shared/base/delegations.ts'
import css from './directory.module.css'

export function Rosters() {
  const { circles, me } = useHouse()
  const columns = [{ head: words.directory.delegation }, { head: words.directory.person }, { head: words.directory.role }, { head: words.directory.canBreak }, { head: words.directory.safetyWords }]
  return circles.map((circle) => (
    <Section key={circle.circle} title={circle.name} count={words.directory.rosterCount(circle.kind, circle.entries.length, circle.epoch)}>
      <Table label={words.directory.rosterOf(circle.name)} columns={columns}>
        {[...circle.entries].sort((a, b) => compareDelegations(a.delegation, b.delegation)).map((entry) => (
          <tr key={entry.installation} className={entry.removed ? css.removed : undefined}>
            <td><Delegation code={entry.delegation} named /></td>
            <td>{entry.name}{entry.installation === me.installation && words.directory.you}{entry.removed && words.directory.removed}</td>
            <td>{entry.roles.map((role) => words.roles[role]).join(', ')}</td>
            <td>{entry.member ? words.directory.memberYes : words.directory.memberNo}</td>
            <td className={css.inline}>{entry.safetyWords.join(' ')}</td>
          </tr>
        ))}
      </Table>
    </Section>
  ))
}
