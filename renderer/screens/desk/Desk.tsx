/** What needs me now, and nothing else. */
import type { ReactNode } from 'react'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { DossierId, EventId, TextId } from '../../../shared/base/identifiers.ts'
import { revLabel } from '../../../shared/text/revision.ts'
import { highestOf } from '../../../shared/marking/highestOf.ts'
import { localZone } from '../../engineClient.ts'
import { useHouse, type DossierSummary } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import type { Place } from '../../app/place.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { useNow } from '../../app/useNow.ts'
import { Button } from '../../components/Button.tsx'
import { Await, Empty } from '../../components/Screen.tsx'
import { ExerciseTag } from '../../components/Tag.tsx'
import { TimeLeft } from '../../components/TimeLeft.tsx'
import { clockTime, dayName, deadlineWords } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import { LoadExercise } from '../case/LoadExercise.tsx'
import { BackupNotice } from './BackupNotice.tsx'
import css from './desk.module.css'

type Item = Output<'desk.show'>['items'][number]
type Heading = 'silence' | 'drafts' | 'suggestions' | 'consolidation' | 'actions' | 'bundles'

const HEADING_OF: Readonly<Record<Item['kind'], Heading>> = {
  answersUncounted: 'silence', silenceRunning: 'silence', silenceBroken: 'silence', silenceToClose: 'silence', silenceToCertify: 'silence', draftKept: 'drafts', suggestionsAwaited: 'suggestions', toConsolidate: 'consolidation', actionOverdue: 'actions', nothingSentYet: 'bundles',
}
const HEADINGS: readonly Heading[] = ['silence', 'consolidation', 'actions', 'drafts', 'suggestions', 'bundles']

export function Desk() {
  const desk = useAnswer('desk.show', {})
  const now = useNow()
  return (
    <section className={css.desk} aria-label={words.frame.sections.desk} tabIndex={0}>
      <h1 className={css.day}>{dayName(now)}</h1>
      <BackupNotice />
      <Await answer={desk}>{({ items }) => <Agenda items={items} now={now} />}</Await>
    </section>
  )
}

function Agenda({ items, now }: { items: readonly Item[]; now: number }) {
  const house = useHouse()
  const shown = house.dossiers.filter((dossier) => items.some((item) => item.dossier === dossier.dossier))
  useOnScreen({
    marking: shown.length === 0 ? null : highestOf(shown.map((one) => one.marking)), exercise: shown.length > 0 && shown.every((one) => one.exercise),
    left: words.marking.highest, right: words.desk.things(items.length),
  })
  if (items.length === 0) return <NothingToDo />
  return (
    <>
      <p className={css.lead}>{words.desk.lead(items)}</p>
      {HEADINGS.map((heading) => {
        const under = items.filter((item) => HEADING_OF[item.kind] === heading)
        return under.length > 0 && (
          <section key={heading} className={css.agenda}>
            <h2>{words.desk.headings[heading]}</h2>
            {under.map((item) => <AgendaItem key={item.kind + item.circle + item.dossier + (item.procedure ?? item.text ?? item.title) + (item.rev ?? '')} item={item} now={now} first={item === items[0]} dossier={house.dossiers.find((one) => one.dossier === item.dossier)} />)}
          </section>
        )
      })}
    </>
  )
}

function NothingToDo() {
  const { circles, go } = useHouse()
  const [text, action, place]: [string, string, Place] = circles.length === 0
    ? [words.desk.noCircle, words.desk.toDirectory, { at: 'directory' }]
    : [words.desk.nothing, words.desk.toImport, { at: 'exchange', side: 'in' }]
  return <Empty action={<><Button kind={circles.length === 0 ? 'primary' : 'plain'} onPress={() => go(place)}>{action}</Button>{circles.length === 0 && <LoadExercise />}</>}>{text}</Empty>
}

function AgendaItem({ item, now, first, dossier }: { item: Item; now: number; first: boolean; dossier: DossierSummary | undefined }) {
  const { go } = useHouse()
  return (
    <article className={css.item}>
      <Left item={item} now={now} />
      <div>
        <h3 className={css.what}>{item.rev === null ? item.title : `${item.title}, ${revLabel(item.rev)}`} {dossier?.exercise === true && <ExerciseTag />}</h3>
        <p className={css.second}>{secondLine(item, now)}</p>
      </div>
      <Button kind={first ? 'primary' : 'plain'} onPress={() => go(placeOf(item))} label={words.common.labelled(words.desk.actions[item.kind], item.title)}>{words.desk.actions[item.kind]}</Button>
    </article>
  )
}

function Left({ item, now }: { item: Item; now: number }): ReactNode {
  if (item.kind === 'silenceRunning' && item.deadlineUtcMs !== null) {
    return <TimeLeft openedUtcMs={item.openedUtcMs ?? item.deadlineUtcMs} deadlineUtcMs={item.deadlineUtcMs} now={now} />
  }
  const counted = item.kind === 'suggestionsAwaited' ? words.desk.noneOfMine : words.desk.counted(item.kind, item.count)
  const fixed = item.kind === 'silenceBroken' ? words.desk.broken : item.kind === 'silenceToCertify' ? words.desk.closed : null
  const state = fixed ?? (item.deadlineUtcMs === null ? counted : words.desk.ended(clockTime(item.deadlineUtcMs)))
  return <p className={css.state}>{state}</p>
}

function secondLine(item: Item, now: number): string {
  const parts = [item.reference]
  if (item.deadlineUtcMs !== null) parts.push(item.deadlineUtcMs > now ? words.silence.ends(deadlineWords(item.deadlineUtcMs, now, localZone())) : words.silence.ended(deadlineWords(item.deadlineUtcMs, now, localZone())))
  if (item.kind === 'silenceRunning') parts.push(item.answered ? words.desk.answered : words.desk.notAnswered)
  else parts.push(words.desk.explained[item.kind])
  return parts.filter((part) => part !== '').join(' · ')
}

/** The desk names things by bare identifiers, because an item may have none. */
function placeOf(item: Item): Place {
  const dossier = item.dossier as DossierId
  if (item.procedure !== null) return { at: 'silence', dossier, procedure: item.procedure as EventId }
  if (item.kind === 'nothingSentYet') return { at: 'exchange', side: 'out' }
  if (item.kind === 'draftKept' && item.text !== null) return { at: 'suggest', dossier, text: item.text as TextId, rev: item.rev }
  if (item.text !== null) return { at: item.kind === 'toConsolidate' ? 'consolidate' : 'text', dossier, text: item.text as TextId }
  return item.kind === 'actionOverdue' ? { at: 'dossier', dossier, tab: 'implementation' } : { at: 'dossier', dossier }
}
