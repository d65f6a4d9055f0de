/** The ledger of reservations on a text, across its REVs: who, what kind, on which passage, and what became of it. */
import { useState } from 'react'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { revLabel } from '../../../shared/text/revision.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { useForm } from '../../app/useForm.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Delegation } from '../../components/Delegation.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Await, Empty, Head, Pane } from '../../components/Screen.tsx'
import { Table } from '../../components/Table.tsx'
import { ask } from '../../engineClient.ts'
import { shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import { ReservationDialog } from '../text/ReservationDialog.tsx'
import { WHOLE_TEXT } from './PlaceField.tsx'
import css from './silence.module.css'

type Listed = Output<'reservation.list'>['reservations'][number]

export function Ledger({ dossier, text }: { dossier: DossierId; text: TextId }) {
  const { go, dossiers } = useHouse()
  const about = dossiers.find((one) => one.dossier === dossier)
  const found = useAnswer('reservation.list', { dossier, text })
  const [dialog, setDialog] = useState<'enter' | Listed | null>(null)
  useOnScreen({ marking: about?.marking ?? null, exercise: about?.exercise === true, left: words.silence.ledgerTitle, right: '' })
  return (
    <>
      <Head ruled crumb={<button type="button" onClick={() => go({ at: 'text', dossier, text })}>{words.silence.readText}</button>} title={words.silence.ledgerTitle}
        does={found.state === 'here' && found.value.mayEnter && <Button kind="primary" onPress={() => setDialog('enter')}>{words.silence.enter}</Button>} />
      <Pane label={words.silence.ledgerTitle}>
        <Await answer={found}>
          {({ reservations, latestRev }) => reservations.length === 0 ? <Empty>{words.silence.noReservations}</Empty> : (
            <Table label={words.silence.ledgerTitle} columns={words.silence.ledgerColumns.map((head, at) => ({ head, silent: at === words.silence.ledgerColumns.length - 1 }))}>
              {reservations.map((one) => <LedgerRow key={one.event} one={one} latestRev={latestRev} onLift={() => setDialog(one)} />)}
            </Table>
          )}
        </Await>
      </Pane>
      {dialog === 'enter' && <ReservationDialog dossier={dossier} text={text} place={WHOLE_TEXT} onClose={() => setDialog(null)} />}
      {dialog !== null && dialog !== 'enter' && <LiftDialog dossier={dossier} one={dialog} onClose={() => setDialog(null)} />}
    </>
  )
}

function LedgerRow({ one, latestRev, onLift }: { one: Listed; latestRev: number; onLift: () => void }) {
  const place = one.passage === 'whole' ? words.silence.wholeText : one.label
  const now = one.passage === 'gone' ? words.silence.passageGone(revLabel(latestRev)) : ''
  const state = one.lifted === null ? words.silence.standing : words.silence.liftedOn(shortMoment(one.lifted.claimedAtUtcMs))
  const gone = one.goneFromRev === null ? (one.lifted === null ? '' : words.silence.goneWithNext) : words.silence.goneFrom(revLabel(one.goneFromRev))
  return (
    <tr className={one.lifted === null ? undefined : css.settled}>
      <td><Delegation code={one.delegation} /></td>
      <td>{words.silence.reservations[one.reservation]}</td>
      <td>{place}{now !== '' && <small className={css.under}>{now}</small>}</td>
      <td>{revLabel(one.rev)}<small className={css.under}>{shortMoment(one.claimedAtUtcMs)}</small></td>
      <td className={css.remark}>{one.remark}</td>
      <td>{state}{one.lifted !== null && one.lifted.remark !== '' && <small className={css.under}>{one.lifted.remark}</small>}{gone !== '' && <small className={css.under}>{gone}</small>}</td>
      <td>{one.mine && one.lifted === null && <Button small onPress={onLift} label={words.silence.liftNamed(words.silence.reservations[one.reservation])}>{words.silence.lift}</Button>}</td>
    </tr>
  )
}

function LiftDialog({ dossier, one, onClose }: { dossier: DossierId; one: Listed; onClose: () => void }) {
  const form = useForm(`reservation-lift/${one.event}`, { remark: '' })
  const { value: { remark }, change } = form
  const done = (): void => { form.finish(); onClose() }
  const task = useTask()
  const lift = () => void task.run(() => ask('reservation.lift', { dossier, reservation: one.event, remark }), done)
  return (
    <Dialog open onClose={done} title={words.silence.liftTitle} action={<Button kind="primary" onPress={lift} running={task.running}>{words.silence.lift}</Button>}>
      <KeptBefore form={form} />
      <p>{words.silence.liftFollows}</p>
      <Field label={words.silence.remark} value={remark} onChange={(said) => change({ remark: said })} lines="many" maxLength={4000} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
