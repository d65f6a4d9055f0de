import type { DossierId } from '../../../shared/base/identifiers.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { highestOf } from '../../../shared/marking/highestOf.ts'
import { phaseAt } from '../../../shared/silence/phase.ts'
import { localZone } from '../../engineClient.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { useNow } from '../../app/useNow.ts'
import { Button } from '../../components/Button.tsx'
import { Await, Empty, Head, Pane } from '../../components/Screen.tsx'
import { ExerciseTag } from '../../components/Tag.tsx'
import { TimeLeft } from '../../components/TimeLeft.tsx'
import { deadlineWords } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import css from '../desk/desk.module.css'

type View = Output<'silence.list'>['silences'][number]

export function Silences() {
  const { dossiers } = useHouse()
  const silences = useAnswer('silence.list', {})
  const texts = useAnswer('text.list', {})
  const now = useNow()
  const dossierOf = (view: View) => (texts.state === 'here' ? texts.value.texts.find((text) => text.text === view.silence.text)?.dossier ?? null : null)
  useOnScreen({ marking: dossiers.length === 0 ? null : highestOf(dossiers.map((one) => one.marking)), exercise: dossiers.length > 0 && dossiers.every((one) => one.exercise), left: words.marking.highest, right: '' })
  return (
    <>
      <Head ruled title={words.frame.sections.silence} />
      <Pane label={words.frame.sections.silence}>
        <Await answer={silences}>
          {({ silences: all }) => all.length === 0 ? <Empty>{words.silence.none}</Empty> : [...all].sort(byUrgency(now)).map((view) => <Item key={view.silence.procedure} view={view} dossier={dossierOf(view)} now={now} />)}
        </Await>
      </Pane>
    </>
  )
}

/** Running ones first, the nearest deadline on top; then the ended, latest first. */
function byUrgency(now: number) {
  const running = (view: View) => phaseAt(view.silence, now) === 'running'
  return (a: View, b: View) => Number(running(b)) - Number(running(a)) || (running(a) ? a.silence.deadline.utcMs - b.silence.deadline.utcMs : b.silence.deadline.utcMs - a.silence.deadline.utcMs)
}

function Item({ view, dossier, now }: { view: View; dossier: DossierId | null; now: number }) {
  const { go } = useHouse()
  const { silence } = view
  const phase = phaseAt(silence, now)
  return (
    <article className={css.item}>
      {phase === 'running' ? <TimeLeft openedUtcMs={silence.claimedAtUtcMs} deadlineUtcMs={silence.deadline.utcMs} now={now} /> : <p className={css.state}>{words.silence.phases[phase]}</p>}
      <div>
        <h2 className={css.what}>{words.silence.under(view.number, view.textTitle)} {view.exercise && <ExerciseTag />}</h2>
        <p className={css.second}>{[view.dossierTitle, (silence.deadline.utcMs > now ? words.silence.ends : words.silence.ended)(deadlineWords(silence.deadline.utcMs, now, localZone())), silence.outcome.words].join(' · ')}</p>
      </div>
      {dossier !== null && <Button onPress={() => go({ at: 'silence', dossier, procedure: silence.procedure })} label={words.silence.openNamed(view.number)}>{words.common.open}</Button>}
    </article>
  )
}
