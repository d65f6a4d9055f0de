/** A reservation on the latest REV, on words of it, or on the whole text; it stands until the same delegation lifts it. */
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import { RESERVATION_KINDS, type ReservationKind } from '../../../shared/silence/procedure.ts'
import { useForm } from '../../app/useForm.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { ChooseInView } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import { PlaceField, placeOf, type PlaceTyped } from '../silence/PlaceField.tsx'

interface Typed { readonly reservation: ReservationKind; readonly place: PlaceTyped; readonly remark: string }

/** `place` is what one has selected before; what was half typed elsewhere in the text is kept for there. */
export function ReservationDialog({ dossier, text, place, onClose }: { dossier: DossierId; text: TextId; place: PlaceTyped; onClose: () => void }) {
  const form = useForm<Typed>(`reservation/${text}${place.block === '' ? '' : `/${place.block} ${place.from} ${place.to}`}`, { reservation: 'scrutiny', place, remark: '' })
  const { value, change } = form
  const done = (): void => { form.finish(); onClose() }
  const task = useTask()
  const enter = () => void task.run(() => ask('reservation.enter', { dossier, text, reservation: value.reservation, place: placeOf(value.place), remark: value.remark }), done)
  return (
    <Dialog form open onClose={done} title={words.silence.enterTitle} action={<Button kind="primary" onPress={enter} running={task.running}>{words.silence.enter}</Button>}>
      <KeptBefore form={form} />
      <p>{words.silence.enterMeans}</p>
      <ChooseInView row label={words.silence.reservation} value={value.reservation} onChange={(reservation) => change({ reservation })} options={RESERVATION_KINDS.map((id) => ({ id, name: words.silence.reservations[id] }))} />
      <PlaceField dossier={dossier} text={text} rev={null} value={value.place} onChange={(chosen) => change({ place: chosen })} />
      <Field label={words.silence.remark} value={value.remark} onChange={(remark) => change({ remark })} lines="many" maxLength={8000} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
