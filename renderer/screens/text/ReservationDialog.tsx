/** A reservation on a passage of the latest REV, or on the whole text; it stands until the same delegation lifts it. */
import { useState } from 'react'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import { RESERVATION_KINDS, type ReservationKind } from '../../../shared/silence/procedure.ts'
import type { TextPlace } from '../../../shared/text/place.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { ChooseInView } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import css from './comments.module.css'

export function ReservationDialog({ dossier, text, place, about, quoted, onClose }: { dossier: DossierId; text: TextId; place: TextPlace | null; about: string | null; quoted: string; onClose: () => void }) {
  const [kind, setKind] = useState<ReservationKind>('scrutiny')
  const [remark, setRemark] = useState('')
  const task = useTask()
  const enter = () => void task.run(() => ask('reservation.enter', { dossier, text, reservation: kind, place: place === null ? null : { ...place, quote: quoted.slice(0, 2000) }, remark }), onClose)
  return (
    <Dialog form open onClose={onClose} title={words.comments.reserveTitle(about ?? words.comments.theText)} action={<Button kind="primary" onPress={enter} running={task.running}>{words.comments.reserve}</Button>}>
      {quoted !== '' && <q className={css.quoted}>{quoted}</q>}
      <ChooseInView row label={words.silence.reservation} value={kind} onChange={setKind} options={RESERVATION_KINDS.map((id) => ({ id, name: words.silence.reservations[id] }))} />
      <Field label={words.silence.remark} value={remark} onChange={setRemark} lines="many" maxLength={8000} help={words.comments.reserveMeans} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
