import { positionsBySubject } from '../../../shared/dossier/heat.ts'
import type { DossierState } from '../../../shared/dossier/state.ts'
import { Delegation } from '../../components/Delegation.tsx'
import { Empty, Section } from '../../components/Screen.tsx'
import { Table } from '../../components/Table.tsx'
import { shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'

/** By subject. All statements stay in view; the latest of each delegation comes last, and counts. */
export function Positions({ state }: { state: DossierState }) {
  if (state.positions.length === 0) return <Empty>{words.dossier.noPositions}</Empty>
  const columns = [{ head: words.directory.delegation }, { head: words.dossier.stance }, { head: words.dossier.remark }, { head: words.dossier.saidAt, figures: true }]
  return positionsBySubject(state).map(({ option, name, said }) => (
    <Section key={option ?? name} title={name}>
      <Table label={name} columns={columns}>
        {said.map((one) => (
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
