import type { DossierId } from '../../../shared/base/identifiers.ts'
import { RESERVATION_KINDS, RESPONSE_KINDS, isBreakingKind, proposedBreaks, type ReservationKind, type ResponseKind } from '../../../shared/silence/procedure.ts'
import { useForm } from '../../app/useForm.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { ChooseInView } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { span } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import { PlaceField, placeOf, WHOLE_TEXT, type PlaceTyped } from './PlaceField.tsx'
import type { SilenceView } from './Silence.tsx'

interface Typed {
  readonly kind: ResponseKind
  readonly breaks: 'yes' | 'no'
  readonly reservation: ReservationKind
  readonly place: PlaceTyped
  readonly remark: string
}

/** "Does this break silence?" is asked, never inferred; what never breaks is not asked about. */
export function RespondDialog({ dossier, view, onClose }: { dossier: DossierId; view: SilenceView; onClose: () => void }) {
  const form = useForm<Typed>(`silence-answer/${view.silence.procedure}`, { kind: 'agreement', breaks: 'yes', reservation: 'scrutiny', place: WHOLE_TEXT, remark: '' })
  const { value: { kind, breaks, reservation, remark, place }, change } = form
  const done = (): void => { form.finish(); onClose() }
  const task = useTask()
  const breaking = isBreakingKind(kind) && breaks === 'yes'
  const response = { kind, breaks: breaking, reservation: kind === 'reservation' ? reservation : null, remark, place: isBreakingKind(kind) ? placeOf(place) : null }
  const respond = () => void task.run(() => ask('silence.respond', { dossier, procedure: view.silence.procedure, response }), done)
  return (
    <Dialog form open onClose={done} title={words.silence.respondTitle(view.number)} action={<Button kind={breaking ? 'grave' : 'primary'} onPress={respond} running={task.running}>{breaking ? words.silence.breakVerb : words.silence.respondVerb[kind]}</Button>}>
      <KeptBefore form={form} />
      <ChooseInView label={words.silence.answer} value={kind} onChange={(next) => change({ kind: next, breaks: proposedBreaks(next) ? 'yes' : 'no' })} options={RESPONSE_KINDS.map((id) => ({ id, name: words.silence.kinds[id], note: words.silence.kindNotes[id] }))} />
      {kind === 'reservation' && <ChooseInView row label={words.silence.reservation} value={reservation} onChange={(id) => change({ reservation: id })} options={RESERVATION_KINDS.map((id) => ({ id, name: words.silence.reservations[id] }))} />}
      {isBreakingKind(kind) && <PlaceField dossier={dossier} text={view.silence.text} rev={view.silence.rev} value={place} onChange={(chosen) => change({ place: chosen })} />}
      {isBreakingKind(kind) && <ChooseInView row label={words.silence.doesItBreak} value={breaks} onChange={(id) => change({ breaks: id })} help={words.silence.doesItBreakHelp} options={[{ id: 'yes', name: words.silence.breaksYes }, { id: 'no', name: words.silence.breaksNo }]} />}
      <Field label={kind === 'objection' ? words.silence.reasons : words.silence.remark} value={remark} onChange={(said) => change({ remark: said })} lines="many" maxLength={8000} />
      {view.clockSetBackMs > 0 && <Notice kind="warned">{words.silence.clockSetBack(span(view.clockSetBackMs))}</Notice>}
      <p>{words.silence.respondFollows}</p>
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
