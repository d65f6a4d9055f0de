import type { DossierState } from '../../../shared/dossier/state.ts'
import { Delegation } from '../../components/Delegation.tsx'
import { Empty, Section } from '../../components/Screen.tsx'
import { Table } from '../../components/Table.tsx'
import { shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'

type Position = DossierState['positions'][number]

/** By subject. All statements stay in view; the latest of each delegation comes last, and counts. */
export function Positions({ positions }: { positions: readonly Position[] }) {
  if (positions.length === 0) return <Empty>{words.dossier.noPositions}</Empty>
  const columns = [{ head: words.directory.delegation }, { head: words.dossier.stance }, { head: words.dossier.remark }, { head: words.dossier.saidAt, figures: true }]
  return [...new Set(positions.map((one) => one.subject))].map((subject) => (
    <Section key={subject} title={subject}>
      <Table label={subject} columns={columns}>
        {positions.filter((one) => one.subject === subject).map((one) => (
          <tr key={one.event}>
            <td><Delegation code={one.delegation} named /></td>
            <td>{words.dossier.stances[one.stance]}</td>
            <td>{one.remark}</td>
            <td>{shortMoment(one.claimedAtUtcMs)}</td>
          </tr>
        ))}
      </Table>
    </Section>
  ))
}
