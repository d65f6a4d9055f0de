import { pointable } from '../../../shared/dossier/describeEntry.ts'
import type { DossierState } from '../../../shared/dossier/state.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { linesOf } from '../../../shared/toolbox/draftValues.ts'
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
import { useDossierTitles } from '../case/caseFile.ts'
import { EvidenceField } from '../case/EvidenceField.tsx'

type State = Input<'dossier.markStep'>['state']
const STATES: readonly State[] = ['begun', 'done', 'reopened']

export function StepDialog({ state, onClose }: { state: DossierState; onClose: () => void }) {
  const form = useForm<{ step: string; mark: State; note: string; inputs: readonly string[] }>(`step/${state.dossier}`, {
    step: String(state.steps.find((one) => one.state === 'notBegun')?.step ?? 9), mark: 'begun', note: '', inputs: [],
  })
  const { value: { step, mark, note, inputs }, change } = form
  const close = (): void => { form.finish(); onClose() }
  const task = useTask()
  const here = { ...state, dossierTitles: useDossierTitles(state) }
  const chosen = pointable(state, words.entry).map((one) => one.event).filter((event) => inputs.includes(event))
  const cannot = mark === 'reopened' && note.trim() === '' ? words.dossier.reopeningNeeds : null
  const save = () => void task.run(() => ask('dossier.markStep', { dossier: state.dossier, step: Number(step), state: mark, note, ...(chosen.length === 0 ? {} : { inputs: chosen }) }), close)
  return (
    <Dialog form open onClose={close} title={words.dossier.stepTitle} action={<Button kind="primary" onPress={save} running={task.running} cannot={cannot}>{words.dossier.markStep}</Button>}>
      <KeptBefore form={form} />
      <p>{words.dossier.stepsGuide}</p>
      <Choose label={words.dossier.step} value={step} onChange={(id) => change({ step: id })} nothing="" options={state.steps.map((one) => ({ id: String(one.step), name: `${one.step} ${words.steps[one.step]?.name ?? ''}` }))} />
      <ChooseInView label={words.dossier.stepState} row value={mark} onChange={(id) => change({ mark: id })} options={STATES.map((id) => ({ id, name: words.dossier.stepStates[id] }))} />
      <Field label={words.dossier.note} value={note} onChange={(said) => change({ note: said })} lines="many" maxLength={2000} />
      <EvidenceField label={words.dossier.stepInputs} value={inputs} onChange={(list) => change({ inputs: linesOf(list) })} here={here} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
