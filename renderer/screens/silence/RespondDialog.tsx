import { useState } from 'react'
import type { DossierId } from '../../../shared/base/identifiers.ts'
import { RESERVATION_KINDS, RESPONSE_KINDS, type ReservationKind, type ResponseKind } from '../../../shared/silence/procedure.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { ChooseInView } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import type { SilenceView } from './Silence.tsx'

/** "Does this break silence?" is asked, never inferred; an agreement is the only answer that cannot. */
export function RespondDialog({ dossier, view, onClose }: { dossier: DossierId; view: SilenceView; onClose: () => void }) {
  const [kind, setKind] = useState<ResponseKind>('agreement')
  const [breaks, setBreaks] = useState<'yes' | 'no'>('yes')
  const [reservation, setReservation] = useState<ReservationKind>('scrutiny')
  const [remark, setRemark] = useState('')
  const task = useTask()
  const breaking = kind !== 'agreement' && breaks === 'yes'
  const respond = () => void task.run(() => ask('silence.respond', {
    dossier, procedure: view.silence.procedure, response: { kind, breaks: breaking, reservation: kind === 'reservation' ? reservation : null, remark, place: null },
  }), onClose)
  return (
    <Dialog form open onClose={onClose} title={words.silence.respondTitle(view.number)} action={<Button kind={breaking ? 'grave' : 'primary'} onPress={respond} running={task.running}>{breaking ? words.silence.breakVerb : words.silence.respondVerb[kind]}</Button>}>
      <ChooseInView label={words.silence.answer} value={kind} onChange={setKind} options={RESPONSE_KINDS.map((id) => ({ id, name: words.silence.kinds[id] }))} />
      {kind === 'reservation' && <ChooseInView row label={words.silence.reservation} value={reservation} onChange={setReservation} options={RESERVATION_KINDS.map((id) => ({ id, name: words.silence.reservations[id] }))} />}
      {kind !== 'agreement' && <ChooseInView row label={words.silence.doesItBreak} value={breaks} onChange={setBreaks} help={words.silence.doesItBreakHelp} options={[{ id: 'yes', name: words.silence.breaksYes }, { id: 'no', name: words.silence.breaksNo }]} />}
      <Field label={words.silence.remark} value={remark} onChange={setRemark} lines="many" maxLength={8000} />
      <p>{words.silence.respondFollows}</p>
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
