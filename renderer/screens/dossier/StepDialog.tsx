import { useState } from 'react'
import type { DossierState } from '../../../shared/dossier/state.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Choose, ChooseInView } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'

type State = Input<'dossier.markStep'>['state']
const STATES: readonly State[] = ['begun', 'done', 'reopened']

export function StepDialog({ state, onClose }: { state: DossierState; onClose: () => void }) {
  const [step, setStep] = useState(String(state.steps.find((one) => one.state === 'notBegun')?.step ?? 9))
  const [mark, setMark] = useState<State>('begun')
  const [note, setNote] = useState('')
  const task = useTask()
  const save = () => void task.run(() => ask('dossier.markStep', { dossier: state.dossier, step: Number(step), state: mark, note }), onClose)
  return (
    <Dialog form open onClose={onClose} title={words.dossier.stepTitle} action={<Button kind="primary" onPress={save} running={task.running}>{words.dossier.markStep}</Button>}>
      <p>{words.dossier.stepsGuide}</p>
      <Choose label={words.dossier.step} value={step} onChange={setStep} nothing="" options={state.steps.map((one) => ({ id: String(one.step), name: `${one.step} ${words.steps[one.step]?.name ?? ''}` }))} />
      <ChooseInView label={words.dossier.stepState} row value={mark} onChange={setMark} options={STATES.map((id) => ({ id, name: words.dossier.stepStates[id] }))} />
      <Field label={words.dossier.note} value={note} onChange={setNote} lines="many" maxLength={2000} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
