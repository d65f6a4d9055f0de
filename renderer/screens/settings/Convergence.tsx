/** Two machines that hold the same show the same value: compared by voice, as one compares fingerprints. */
import { useAnswer } from '../../app/useAnswer.ts'
import { Await, Section } from '../../components/Screen.tsx'
import { Figures, Table } from '../../components/Table.tsx'
import { words } from '../../messages/words.ts'
import css from './settings.module.css'

const GROUP = 4
/** Enough to tell two states apart by voice: 64 bits. */
const SPOKEN_DIGITS = 16

export function Convergence() {
  const hashes = useAnswer('dossier.hashes', {})
  return (
    <Section title={words.settings.convergence}>
      <p>{words.settings.convergenceMeans}</p>
      <Await answer={hashes}>
        {({ dossiers }) => dossiers.length === 0 ? <p>{words.settings.noDossiers}</p> : (
          <Table label={words.settings.convergence} columns={[{ head: words.settings.dossier }, { head: words.settings.events, figures: true }, { head: words.settings.stateValue }]}>
            {dossiers.map((one) => (
              <tr key={one.dossier}>
                <td>{one.reference}</td>
                <Figures>{one.events}</Figures>
                <td><code className={css.value} title={one.stateHash}>{spoken(one.stateHash)}</code></td>
              </tr>
            ))}
          </Table>
        )}
      </Await>
    </Section>
  )
}

function spoken(hash: string): string {
  return (hash.slice(0, SPOKEN_DIGITS).match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join(' ')
}
