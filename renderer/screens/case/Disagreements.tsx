import { disagreements } from '../../../shared/dossier/activity.ts'
import type { Contribution } from '../../../shared/dossier/state.ts'
import { Delegation } from '../../components/Delegation.tsx'
import { Note, Section } from '../../components/Screen.tsx'
import { Table } from '../../components/Table.tsx'
import { words } from '../../messages/words.ts'

export function Disagreements({ contributions }: { contributions: readonly Contribution[] }) {
  const found = disagreements(contributions)
  if (found.length === 0) return null
  const { activity } = words.caseFile
  return (
    <Section title={activity.disagree} count={String(found.length)}>
      <Note>{activity.disagreeMeans}</Note>
      <Table label={activity.disagree} columns={[{ head: words.dossier.kind }, { head: words.dossier.title }, { head: activity.grade }, { head: words.dossier.title }, { head: activity.grade }]}>
        {found.map(({ kind, first, second }) => (
          <tr key={`${first.event} ${second.event}`}>
            <td>{words.dossier.contributionKinds[kind]}</td><Graded one={first} /><Graded one={second} />
          </tr>
        ))}
      </Table>
    </Section>
  )
}

function Graded({ one }: { one: Contribution }) {
  return <><td><Delegation code={one.delegation} /> {one.title}</td><td>{`${one.reliability ?? '–'} ${one.credibility ?? '–'}`}</td></>
}
