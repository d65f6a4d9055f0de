import type { Output } from '../../../shared/ipc/contract.ts'
import { positionsBySubject } from '../../../shared/dossier/heat.ts'
import { compareDelegations } from '../../../shared/base/delegations.ts'
import { useHouse } from '../../app/house.ts'
import { useNow } from '../../app/useNow.ts'
import { Button } from '../../components/Button.tsx'
import { Delegation, Delegations } from '../../components/Delegation.tsx'
import { Note, Section } from '../../components/Screen.tsx'
import { TimeLeft } from '../../components/TimeLeft.tsx'
import { deadlineWords } from '../../messages/time.ts'
import { localZone } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import { documentNumber } from '../../../shared/text/revision.ts'
import { Missing } from '../case/Missing.tsx'
import css from './dossier.module.css'

type State = Output<'dossier.show'>['state']

export function DossierSide({ shown }: { shown: Output<'dossier.show'> }) {
  const { state } = shown
  return (
    <>
      <UnderSilence state={state} />
      {state.summary !== '' && <Section title={words.dossier.summary}><p className={css.summary}>{state.summary}</p></Section>}
      <LatestPositions state={state} />
      <Missing state={state} />
      <Section title={words.dossier.distribution}><Delegations codes={state.distribution} bare /><Note>{words.dossier.distributionMeans}</Note></Section>
    </>
  )
}

function UnderSilence({ state }: { state: State }) {
  const { go } = useHouse()
  const now = useNow()
  const running = state.silences.filter((one) => one.phase === 'running')
  if (running.length === 0) return null
  return (
    <Section title={words.dossier.underSilence}>
      {running.map((one) => {
        const revision = state.texts.find((text) => text.text === one.text)?.revisions.find((candidate) => candidate.event === one.revision)
        return (
          <div key={one.procedure}>
            <TimeLeft openedUtcMs={one.claimedAtUtcMs} deadlineUtcMs={one.deadline.utcMs} now={now} />
            <p className={css.second}>{revision !== undefined && `${documentNumber(revision.cover, revision.rev)}: `}{words.silence.ends(deadlineWords(one.deadline.utcMs, now, localZone()))}. {words.silence.wouldRead(one.outcome.words, one.outcome.broken)}</p>
            <Button kind="quiet" small onPress={() => go({ at: 'silence', dossier: state.dossier, procedure: one.procedure })}>{words.silence.openIt}</Button>
          </div>
        )
      })}
    </Section>
  )
}

/** The latest position of each delegation on each subject. */
function LatestPositions({ state }: { state: State }) {
  return positionsBySubject(state).map(({ option, name, said }) => {
    const latest = new Map(said.map((one) => [one.delegation, one.stance]))
    return (
      <Section key={option ?? name} title={words.dossier.positionsOn(name)}>
        <ul className={css.latest}>
          {[...latest].sort(([a], [b]) => compareDelegations(a, b)).map(([delegation, stance]) => <li key={delegation}><Delegation code={delegation} bare /> {words.dossier.stances[stance]}</li>)}
        </ul>
      </Section>
    )
  })
}
