import type { CircleView } from '../../../shared/ipc/circleMethods.ts'
import { Delegation } from '../../components/Delegation.tsx'
import { Figures, Table } from '../../components/Table.tsx'
import { shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import css from './directory.module.css'

/** Newest first: each roster is signed, numbered, and names the one before it. */
export function History({ circle }: { circle: CircleView }) {
  const columns = [{ head: words.roster.epoch, figures: true }, { head: words.roster.when }, { head: words.roster.who }, { head: words.roster.what }, { head: words.roster.reason }]
  return (
    <Table dense label={words.roster.history} columns={columns}>
      {circle.history.toReversed().map((step) => (
        <tr key={step.event} className={step.effective ? undefined : css.removed}>
          <Figures>{step.epoch}</Figures>
          <td>{shortMoment(step.claimedAtUtcMs)}</td>
          <td><Delegation code={step.by.delegation} bare /> {step.by.name}</td>
          <td>{words.roster.did[step.kind](step.person === null ? '' : `${step.person.name} (${step.person.delegation})`)}{!step.effective && words.roster.without}</td>
          <td>{[step.roles.map((role) => words.roles[role]).join(', '), step.reason].filter((part) => part !== '').join('; ') || '–'}</td>
        </tr>
      ))}
    </Table>
  )
}
