import { useState } from 'react'
import type { DossierState } from '../../../shared/dossier/state.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Beside, Choose } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { MarkingFields } from '../../components/MarkingFields.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'

type Contribution = Input<'dossier.contribute'>
const KINDS: readonly Contribution['kind'][] = ['technical', 'intelligenceAssessment', 'severity', 'forensic', 'briefing']
const RELIABILITIES = ['none', 'A', 'B', 'C', 'D', 'E', 'F'] as const
const CREDIBILITIES = ['none', '1', '2', '3', '4', '5', '6'] as const

export function ContributeDialog({ state, onClose }: { state: DossierState; onClose: () => void }) {
  const [draft, setDraft] = useState<Contribution>({ dossier: state.dossier, title: '', kind: 'technical', source: '', text: '', marking: state.marking, reliability: null, credibility: null })
  const task = useTask()
  const change = (part: Partial<Contribution>) => setDraft({ ...draft, ...part })
  const contribute = () => void task.run(() => ask('dossier.contribute', { ...draft, title: draft.title.trim() }), onClose)
  const cannot = draft.title.trim() === '' || draft.text.trim() === '' ? words.dossier.contributionNeeds : null
  return (
    <Dialog form wide open onClose={onClose} title={words.dossier.contributeTitle} action={<Button kind="primary" onPress={contribute} running={task.running} cannot={cannot}>{words.dossier.contribute}</Button>}>
      <Field autoFocus label={words.dossier.title} value={draft.title} onChange={(title) => change({ title })} maxLength={300} />
      <Beside>
        <Choose label={words.dossier.kind} value={draft.kind} onChange={(kind) => change({ kind })} nothing="" options={KINDS.map((id) => ({ id, name: words.dossier.contributionKinds[id] }))} />
        <Field label={words.dossier.source} value={draft.source} onChange={(source) => change({ source })} maxLength={200} />
      </Beside>
      <Field label={words.dossier.words} value={draft.text} onChange={(text) => change({ text })} lines="many" maxLength={100_000} />
      <Beside>
        <Choose label={words.dossier.reliability} value={draft.reliability ?? 'none'} onChange={(id) => change({ reliability: id === 'none' ? null : id })} nothing="" options={RELIABILITIES.map((id) => ({ id, name: words.dossier.reliabilities[id] }))} />
        <Choose label={words.dossier.credibility} value={draft.credibility ?? 'none'} onChange={(id) => change({ credibility: id === 'none' ? null : id })} nothing="" options={CREDIBILITIES.map((id) => ({ id, name: words.dossier.credibilities[id] }))} />
      </Beside>
      <MarkingFields marking={draft.marking} onChange={(marking) => change({ marking })} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
