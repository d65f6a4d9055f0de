import type { TypedEntry } from '../../../shared/dossier/entries.ts'
import type { DossierState } from '../../../shared/dossier/state.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
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

type Position = Input<'dossier.takePosition'>
const STANCES: readonly Position['stance'][] = ['support', 'canAccept', 'needsTime', 'reservation', 'cannotAccept']

/** On an option of a note, or on a subject in words. What a compromise would take is asked of whoever cannot simply agree. */
export function PositionDialog({ state, option, onClose }: { state: DossierState; option?: TypedEntry<'option'>; onClose: () => void }) {
  const form = useForm<Position>(`position/${state.dossier}/${option?.event ?? ''}`, {
    dossier: state.dossier, subject: option?.content.title ?? state.positions.at(-1)?.subject ?? '', stance: 'support', remark: '', ...(option === undefined ? {} : { option: option.event }),
  })
  const task = useTask()
  const { value: draft, change } = form
  const close = (): void => { form.finish(); onClose() }
  const { compromise, ...said } = draft
  const take = () => void task.run(() => ask('dossier.takePosition', { ...said, subject: draft.subject.trim(), ...(compromise === undefined || compromise.trim() === '' ? {} : { compromise: compromise.trim() }) }), close)
  return (
    <Dialog form open onClose={close} title={words.dossier.positionTitle} action={<Button kind="primary" onPress={take} running={task.running} cannot={draft.subject.trim() === '' ? words.dossier.positionNeeds : null}>{words.dossier.takePosition}</Button>}>
      <KeptBefore form={form} />
      {option === undefined
        ? <Field autoFocus label={words.dossier.subject} value={draft.subject} onChange={(subject) => change({ subject })} help={words.dossier.subjectHelp} maxLength={300} />
        : <p><strong>{option.content.title}</strong></p>}
      <ChooseInView label={words.dossier.stance} value={draft.stance} onChange={(stance) => change({ stance })} options={STANCES.map((id) => ({ id, name: words.dossier.stances[id] }))} />
      <Field label={words.dossier.remark} value={draft.remark} onChange={(remark) => change({ remark })} lines="many" maxLength={4000} />
      {draft.stance !== 'support' && <Field label={words.caseFile.heat.compromise} value={compromise ?? ''} onChange={(text) => change({ compromise: text })} lines="many" maxLength={4000} />}
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
