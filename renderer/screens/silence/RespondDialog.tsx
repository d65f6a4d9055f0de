import { useState } from 'react'
import type { DossierId } from '../../../shared/base/identifiers.ts'
import { RESERVATION_KINDS, RESPONSE_KINDS, isBreakingKind, proposedBreaks, type Place, type ReservationKind, type ResponseKind } from '../../../shared/silence/procedure.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { ChooseInView } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { span } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import { PlaceField } from './PlaceField.tsx'
import type { SilenceView } from './Silence.tsx'

/** "Does this break silence?" is asked, never inferred; what never breaks is not asked about. */
export function RespondDialog({ dossier, view, onClose }: { dossier: DossierId; view: SilenceView; onClose: () => void }) {
  const [kind, setKind] = useState<ResponseKind>('agreement')
  const [breaks, setBreaks] = useState<'yes' | 'no'>('yes')
  const [reservation, setReservation] = useState<ReservationKind>('scrutiny')
  const [place, setPlace] = useState<Place | null>(null)
  const [remark, setRemark] = useState('')
  const task = useTask()
  const choose = (next: ResponseKind) => {
    setKind(next)
    setBreaks(proposedBreaks(next) ? 'yes' : 'no')
  }
  const breaking = isBreakingKind(kind) && breaks === 'yes'
  const response = { kind, breaks: breaking, reservation: kind === 'reservation' ? reservation : null, remark, place: isBreakingKind(kind) ? place : null }
  const respond = () => void task.run(() => ask('silence.respond', { dossier, procedure: view.silence.procedure, response }), onClose)
  return (
    <Dialog form open onClose={onClose} title={words.silence.respondTitle(view.number)} action={<Button kind={breaking ? 'grave' : 'primary'} onPress={respond} running={task.running}>{breaking ? words.silence.breakVerb : words.silence.respondVerb[kind]}</Button>}>
      <ChooseInView label={words.silence.answer} value={kind} onChange={choose} options={RESPONSE_KINDS.map((id) => ({ id, name: words.silence.kinds[id], note: words.silence.kindNotes[id] }))} />
      {kind === 'reservation' && <ChooseInView row label={words.silence.reservation} value={reservation} onChange={setReservation} options={RESERVATION_KINDS.map((id) => ({ id, name: words.silence.reservations[id] }))} />}
      {isBreakingKind(kind) && <PlaceField dossier={dossier} text={view.silence.text} rev={view.silence.rev} value={place} onChange={setPlace} />}
      {isBreakingKind(kind) && <ChooseInView row label={words.silence.doesItBreak} value={breaks} onChange={setBreaks} help={words.silence.doesItBreakHelp} options={[{ id: 'yes', name: words.silence.breaksYes }, { id: 'no', name: words.silence.breaksNo }]} />}
      <Field label={kind === 'objection' ? words.silence.reasons : words.silence.remark} value={remark} onChange={setRemark} lines="many" maxLength={8000} />
      {view.clockSetBackMs > 0 && <Notice kind="warned">{words.silence.clockSetBack(span(view.clockSetBackMs))}</Notice>}
      <p>{words.silence.respondFollows}</p>
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
