import { standing, type TypedEntry } from '../../../shared/dossier/entries.ts'
import type { DossierState } from '../../../shared/dossier/state.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { useForm } from '../../app/useForm.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Choose, ChooseInView } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'

type Position = Input<'dossier.takePosition'>
const STANCES: readonly Position['stance'][] = ['support', 'canAccept', 'needsTime', 'reservation', 'cannotAccept']
/** On no option, but on something in words. */
const OTHERWISE = 'otherwise'

interface Draft {
  /** An option of the dossier, or OTHERWISE; empty until it is chosen. */
  readonly on: string
  readonly subject: string
  readonly stance: Position['stance']
  readonly remark: string
  readonly compromise: string
}

/** On an option of a note, or on a subject in words. What a compromise would take is asked of whoever cannot simply agree. */
export function PositionDialog({ state, option, onClose }: { state: DossierState; option?: TypedEntry<'option'>; onClose: () => void }) {
  const options = standing(state.entries, 'option')
  // Where there are options nothing is chosen beforehand: on what one speaks is said by whoever speaks.
  const form = useForm<Draft>(`position/${state.dossier}/${option?.event ?? ''}`, {
    on: option?.event ?? (options.length === 0 ? OTHERWISE : ''), subject: options.length === 0 ? state.positions.at(-1)?.subject ?? '' : '', stance: 'support', remark: '', compromise: '',
  })
  const task = useTask()
  const { value: draft, change } = form
  const close = (): void => { form.finish(); onClose() }
  const chosen = option ?? options.find((one) => one.event === draft.on)
  const subject = chosen?.content.title ?? (draft.on === OTHERWISE ? draft.subject.trim() : '')
  const take = () => void task.run(() => ask('dossier.takePosition', {
    dossier: state.dossier, subject, stance: draft.stance, remark: draft.remark, ...(chosen === undefined ? {} : { option: chosen.event }),
    ...(draft.stance === 'support' || draft.compromise.trim() === '' ? {} : { compromise: draft.compromise.trim() }),
  }), close)
  return (
    <Dialog form open onClose={close} title={words.dossier.positionTitle} action={<Button kind="primary" onPress={take} running={task.running} cannot={subject === '' ? words.dossier.positionNeeds : null}>{words.dossier.takePosition}</Button>}>
      <KeptBefore form={form} />
      {option !== undefined && <p><strong>{option.content.title}</strong></p>}
      {option === undefined && options.length > 0 && (
        <Choose label={words.dossier.subject} nothing={words.dossier.subjectNone} value={draft.on === '' ? null : draft.on} onChange={(on) => change({ on })}
          options={[...options.map((one) => ({ id: one.event as string, name: one.content.title })), { id: OTHERWISE, name: words.dossier.subjectOther }]} />
      )}
      {option === undefined && draft.on === OTHERWISE && (
        <Field autoFocus label={options.length === 0 ? words.dossier.subject : words.dossier.subjectWords} value={draft.subject} onChange={(text) => change({ subject: text })} help={words.dossier.subjectHelp} maxLength={300} />
      )}
      <ChooseInView label={words.dossier.stance} value={draft.stance} onChange={(stance) => change({ stance })} options={STANCES.map((id) => ({ id, name: words.dossier.stances[id] }))} />
      <Field label={words.dossier.remark} value={draft.remark} onChange={(remark) => change({ remark })} lines="many" maxLength={4000} />
      {draft.stance !== 'support' && <Field label={words.caseFile.heat.compromise} value={draft.compromise} onChange={(compromise) => change({ compromise })} lines="many" maxLength={4000} />}
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
