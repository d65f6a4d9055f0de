import { pointable } from '../../../shared/dossier/describeEntry.ts'
import type { DossierState } from '../../../shared/dossier/state.ts'
import { Delegation } from '../../components/Delegation.tsx'
import { Section } from '../../components/Screen.tsx'
import { Table } from '../../components/Table.tsx'
import { shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'

/** Who began, ended or reopened which step, when, why and on what input. */
export function StepHistory({ state }: { state: DossierState }) {
  const marks = state.steps.flatMap((step) => step.history.map((mark) => ({ ...mark, step: step.step })))
  if (marks.length === 0) return null
  const names = new Map<string, string>(pointable(state, words.entry).map((one) => [one.event, one.name]))
  const { dossier } = words
  return (
    <Section title={dossier.stepHistory}>
      <Table label={dossier.stepHistory} columns={[{ head: dossier.step }, { head: dossier.stepState }, { head: dossier.said }, { head: dossier.note }, { head: dossier.stepInputs }, { head: dossier.saidAt, figures: true }]}>
        {marks.map((mark) => (
          <tr key={mark.event}>
            <td>{`${mark.step} ${words.steps[mark.step]?.name ?? ''}`}</td><td>{dossier.stepStates[mark.state]}</td><td><Delegation code={mark.delegation} /></td><td>{mark.note}</td>
            <td>{(mark.inputs ?? []).map((event) => names.get(event) ?? words.caseFile.overview.notHere).join('; ') || '–'}</td><td>{shortMoment(mark.claimedAtUtcMs)}</td>
          </tr>
        ))}
      </Table>
    </Section>
  )
}
