/** One procedure: who was served, who has spoken, what follows, and what the setter may do. */
import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { phaseAt } from '../../../shared/silence/phase.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { useNow } from '../../app/useNow.ts'
import { Delegation } from '../../components/Delegation.tsx'
import { Await, Head } from '../../components/Screen.tsx'
import { shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import { Matrix } from './Matrix.tsx'
import { Outcome } from './Outcome.tsx'
import { SilenceActs } from './SilenceActs.tsx'
import css from './silence.module.css'

export type SilenceView = Output<'silence.show'>

export function Silence({ dossier, procedure }: { dossier: DossierId; procedure: EventId }) {
  const shown = useAnswer('silence.show', { dossier, procedure })
  return <Await answer={shown}>{(view) => <SilenceHere dossier={dossier} view={view} />}</Await>
}

function SilenceHere({ dossier, view }: { dossier: DossierId; view: SilenceView }) {
  const { go, dossiers } = useHouse()
  const now = useNow()
  const about = dossiers.find((one) => one.dossier === dossier)
  const { silence } = view
  useOnScreen({ marking: about?.marking ?? null, exercise: view.exercise, left: words.silence.phases[phaseAt(silence, now)], right: view.number })
  return (
    <>
      <Head ruled crumb={<><button type="button" onClick={() => go({ at: 'silences' })}>{words.frame.sections.silence}</button> / <button type="button" onClick={() => go({ at: 'dossier', dossier })}>{view.dossierTitle}</button></>}
        title={words.silence.title(view.number)}
        meta={<><span>{words.silence.rule(words.said.quoted(silence.rules.name), silence.rules.rule)}</span><span>{words.silence.openedBy(shortMoment(silence.claimedAtUtcMs))} <Delegation code={silence.delegation} bare /></span></>}
        does={<SilenceActs dossier={dossier} view={view} now={now} />} />
      <div className={css.silence}>
        <section className={css.matrix} aria-label={words.silence.matrix} tabIndex={0}>
          {silence.notice !== '' && <p className={css.notice}>{silence.notice}</p>}
          <Matrix view={view} />
        </section>
        <Outcome view={view} now={now} />
      </div>
    </>
  )
}
