/** What was said about the text: threads in the order of the text, each with its answers; those that are resolved fold away. */
import { useState } from 'react'
import type { DossierId, EventId, TextId } from '../../../shared/base/identifiers.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { contentWords, sliceContent } from '../../../shared/text/content.ts'
import type { BlockId, TextDocument } from '../../../shared/text/document.ts'
import { placeNames, type TextPlace } from '../../../shared/text/place.ts'
import { revLabel } from '../../../shared/text/revision.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Delegation } from '../../components/Delegation.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Note } from '../../components/Screen.tsx'
import { ask } from '../../engineClient.ts'
import { shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import { WHOLE_TEXT } from '../silence/PlaceField.tsx'
import { CommentDialog } from './CommentDialog.tsx'
import { ReservationDialog } from './ReservationDialog.tsx'
import css from './comments.module.css'

export type Threads = Output<'text.comments'>['threads']
export type Reservations = Output<'reservation.list'>['reservations']
type Thread = Threads[number]

interface CommentsProps {
  readonly dossier: DossierId
  readonly text: TextId
  readonly document: TextDocument
  readonly threads: Threads
  readonly reservations: Reservations
  /** Words that are selected in the text. */
  readonly selected: TextPlace | null
  /** Only the latest REV is commented on. */
  readonly latest: boolean
  readonly onGo: (block: BlockId) => void
}

interface Writing { readonly thread: Thread | null; readonly place: TextPlace | null; readonly act: 'said' | 'resolved' | 'reopened' }

export function CommentsRail({ dossier, text, document, threads, reservations, selected, latest, onGo }: CommentsProps) {
  const [writing, setWriting] = useState<Writing | null>(null)
  const [all, setAll] = useState(false)
  const [reserving, setReserving] = useState(false)
  const task = useTask()
  const names = placeNames(document, words.places)
  const order = new Map(document.blocks.map((block, at) => [block.id, at]))
  const inOrder = [...threads].sort((a, b) => (order.get(a.now?.block ?? '') ?? -1) - (order.get(b.now?.block ?? '') ?? -1))
  const resolved = inOrder.filter((one) => one.resolved)
  const shown = all ? inOrder : inOrder.filter((one) => !one.resolved)
  const say = (thread: EventId, act: Writing['act']) => void task.run(() => ask('text.comment', { dossier, text, thread, place: null, act, words: '' }))
  return (
    <div className={css.comments}>
      <header className={css.head}>
        <p className={css.note}>{words.comments.count(inOrder.length - resolved.length)}</p>
        {latest && (
          <div className={css.acts}>
            <Button small kind={selected === null ? 'plain' : 'primary'} onPress={() => setWriting({ thread: null, place: selected, act: 'said' })} label={selected === null ? words.comments.whole : words.comments.addOn}>{selected === null ? words.comments.whole : words.comments.addOn}</Button>
            <Button small onPress={() => setReserving(true)}>{words.comments.reserve}</Button>
          </div>
        )}
        {latest && selected === null && <p className={css.note}>{words.comments.howTo}</p>}
        <Refused refusal={task.refused} />
      </header>
      {reservations.length > 0 && (
        <ol aria-label={words.comments.reservations}>
          {reservations.map((one) => <ReservationItem key={one.event} one={one} place={one.now === null ? null : names.get(one.now.block) ?? null} quoted={quoteOf(document, one.now)} onGo={() => { if (one.now !== null) onGo(one.now.block) }} />)}
        </ol>
      )}
      <ol aria-label={words.comments.title}>
        {shown.map((thread) => (
          <ThreadItem key={thread.event} thread={thread} place={thread.now === null ? null : names.get(thread.now.block) ?? null} quoted={quoteOf(document, thread.now)} onGo={() => { if (thread.now !== null) onGo(thread.now.block) }}
            onAnswer={() => setWriting({ thread, place: null, act: 'said' })} onSettle={() => say(thread.event, thread.resolved ? 'reopened' : 'resolved')} />
        ))}
      </ol>
      {threads.length === 0 && <div className={css.head}><Note>{words.comments.none}</Note></div>}
      {resolved.length > 0 && !all && <div className={css.head}><Button small kind="quiet" onPress={() => setAll(true)}>{words.comments.showResolved(resolved.length)}</Button></div>}
      {reserving && <ReservationDialog dossier={dossier} text={text} place={selected === null ? WHOLE_TEXT : { ...selected, quote: quoteOf(document, selected).slice(0, 2000) }} onClose={() => setReserving(false)} />}
      {writing !== null && <CommentDialog dossier={dossier} text={text} thread={writing.thread} place={writing.place} act={writing.act} about={writing.place === null ? null : names.get(writing.place.block) ?? null} quoted={quoteOf(document, writing.place)} onClose={() => setWriting(null)} />}
    </div>
  )
}

export function quoteOf(document: TextDocument, place: Pick<TextPlace, 'block' | 'from' | 'to'> | null): string {
  const block = document.blocks.find((one) => one.id === place?.block)
  return block === undefined || place === null ? '' : contentWords(sliceContent(block.content, place.from, place.to))
}

function ThreadItem({ thread, place, quoted, onGo, onAnswer, onSettle }: { thread: Thread; place: string | null; quoted: string; onGo: () => void; onAnswer: () => void; onSettle: () => void }) {
  return (
    <li className={css.thread}>
      <p className={css.where}>
        {place === null ? (thread.place === null ? words.comments.whole : words.comments.gone) : <button type="button" className={css.go} onClick={onGo} title={words.comments.go}>{place}</button>} {words.comments.madeOn(revLabel(thread.rev))}
      </p>
      {quoted !== '' && <q className={css.quoted}>{quoted}</q>}
      <Said one={thread} said={thread.words} />
      {thread.answers.map((one) => <Said key={one.event} one={one} said={[one.act === 'said' ? '' : words.comments[one.act], one.words].filter((part) => part !== '').join(': ')} />)}
      <div className={css.acts}>
        <Button small kind="quiet" onPress={onAnswer} label={words.comments.answerTo(thread.person)}>{words.comments.answer}</Button>
        <Button small kind="quiet" onPress={onSettle}>{thread.resolved ? words.comments.reopen : words.comments.resolve}</Button>
      </div>
    </li>
  )
}

function ReservationItem({ one, place, quoted, onGo }: { one: Reservations[number]; place: string | null; quoted: string; onGo: () => void }) {
  return (
    <li className={css.reservation}>
      <p className={css.by}><Delegation code={one.delegation} /> <b>{words.silence.reservations[one.reservation]}</b> {words.comments.reservation}</p>
      <p className={css.where}>{place === null ? (one.passage === 'whole' ? words.comments.whole : words.comments.gone) : <button type="button" className={css.go} onClick={onGo} title={words.comments.go}>{place}</button>} {words.comments.madeOn(revLabel(one.rev))}</p>
      {quoted !== '' && <q className={css.quoted}>{quoted}</q>}
      {one.remark !== '' && <p className={css.words}>{one.remark}</p>}
    </li>
  )
}

function Said({ one, said }: { one: Pick<Thread, 'delegation' | 'person' | 'claimedAtUtcMs'>; said: string }) {
  return (
    <div className={css.said}>
      <p className={css.by}><Delegation code={one.delegation} /> {one.person}, {shortMoment(one.claimedAtUtcMs)}</p>
      <p className={css.words}>{said}</p>
    </div>
  )
}
