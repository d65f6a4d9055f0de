import type { DossierState } from '../../../shared/dossier/state.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { useForm } from '../../app/useForm.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Beside, Choose, Tick } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { LimitedTo } from '../../components/LimitedTo.tsx'
import { MarkingFields } from '../../components/MarkingFields.tsx'
import { Refused } from '../../components/Refused.tsx'
import css from './dossier.module.css'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'

type Contribution = Input<'dossier.contribute'>
const KINDS: readonly Contribution['kind'][] = ['technical', 'intelligenceAssessment', 'severity', 'forensic', 'briefing']
const RELIABILITIES = ['none', 'A', 'B', 'C', 'D', 'E', 'F'] as const
const CREDIBILITIES = ['none', '1', '2', '3', '4', '5', '6'] as const

export function ContributeDialog({ state, onClose }: { state: DossierState; onClose: () => void }) {
  const form = useForm<Contribution>(`contribute/${state.dossier}`, { dossier: state.dossier, title: '', kind: 'technical', source: '', text: '', marking: state.marking, reliability: null, credibility: null, limitedTo: null })
  const task = useTask()
  const { value: draft, change } = form
  const close = (): void => { form.finish(); onClose() }
  const contribute = () => void task.run(() => ask('dossier.contribute', { ...draft, title: draft.title.trim() }), close)
  const cannot = draft.limitedTo?.length === 0 ? words.exchange.noneChosen : draft.title.trim() === '' || draft.text.trim() === '' ? words.dossier.contributionNeeds : null
  return (
    <Dialog form wide open onClose={close} title={words.dossier.contributeTitle} action={<Button kind="primary" onPress={contribute} running={task.running} cannot={cannot}>{words.dossier.contribute}</Button>}>
      <KeptBefore form={form} />
      <Field autoFocus label={words.dossier.title} value={draft.title} onChange={(title) => change({ title })} maxLength={300} />
      <Beside>
        <Choose label={words.dossier.kind} value={draft.kind} onChange={(kind) => change({ kind })} nothing="" options={KINDS.map((id) => ({ id, name: words.dossier.contributionKinds[id] }))} />
        <Field label={words.dossier.source} value={draft.source} onChange={(source) => change({ source })} maxLength={200} />
      </Beside>
      <Field label={words.dossier.body} value={draft.body ?? ''} onChange={(body) => change({ body })} maxLength={120} />
      <Beside>
        <Field type="date" label={words.dossier.observed} value={draft.observed ?? ''} onChange={(day) => change({ observed: day === '' ? null : day })} />
        <Field type="date" label={words.dossier.reported} value={draft.reported ?? ''} onChange={(day) => change({ reported: day === '' ? null : day })} />
      </Beside>
      <Field label={words.dossier.words} value={draft.text} onChange={(text) => change({ text })} lines="many" maxLength={100_000} />
      <Beside>
        <Choose label={words.dossier.reliability} value={draft.reliability ?? 'none'} onChange={(id) => change({ reliability: id === 'none' ? null : id })} nothing="" options={RELIABILITIES.map((id) => ({ id, name: words.dossier.reliabilities[id] }))} />
        <Choose label={words.dossier.credibility} value={draft.credibility ?? 'none'} onChange={(id) => change({ credibility: id === 'none' ? null : id })} nothing="" options={CREDIBILITIES.map((id) => ({ id, name: words.dossier.credibilities[id] }))} />
      </Beside>
      {state.attachments.length > 0 && (
        <fieldset className={css.attached}>
          <legend>{words.dossier.attachments}</legend>
          {state.attachments.map((one) => <Tick key={one.event} checked={draft.attachments?.includes(one.event) === true} onChange={(on) => change({ attachments: state.attachments.map((other) => other.event).filter((id) => (id === one.event ? on : draft.attachments?.includes(id) === true)) })}>{one.name}</Tick>)}
        </fieldset>
      )}
      <MarkingFields marking={draft.marking} onChange={(marking) => change({ marking })} />
      <LimitedTo distribution={state.distribution} limitedTo={draft.limitedTo} onChange={(limitedTo) => change({ limitedTo })} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
