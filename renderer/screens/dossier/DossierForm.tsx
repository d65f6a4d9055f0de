/** Opening a dossier: what it is, how it is marked, and which delegations may have it. */
import { useState } from 'react'
import { compareDelegations, type Delegation as Code } from '../../../shared/base/delegations.ts'
import type { CircleId } from '../../../shared/base/identifiers.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { UNMARKED } from '../../../shared/marking/highestOf.ts'
import { takesPart, useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useForm } from '../../app/useForm.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Buttons, Choose, ChooseInView, Form, Tick } from '../../components/Choice.tsx'
import { Delegation } from '../../components/Delegation.tsx'
import { Field } from '../../components/Field.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { MarkingFields } from '../../components/MarkingFields.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Head, Pane } from '../../components/Screen.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import css from './dossier.module.css'

type Kind = Input<'dossier.open'>['kind']
const KINDS: readonly Kind[] = ['singleActivity', 'seriesOfActivities', 'persistentActor', 'partnerRequest', 'exercise']

type Typed = Pick<Input<'dossier.open'>, 'reference' | 'title' | 'kind' | 'summary' | 'marking'>

export function DossierForm() {
  const { circles, go } = useHouse()
  const run = circles.filter((circle) => takesPart(circle.myRoles))
  const [circle, setCircle] = useState<CircleId | null>(run[0]?.circle ?? null)
  const chosen = circles.find((one) => one.circle === circle)
  const roster = [...new Set((chosen?.entries ?? []).filter((entry) => !entry.removed).map((entry) => entry.delegation))].sort(compareDelegations)
  const [leftOut, setLeftOut] = useState<ReadonlySet<Code>>(new Set())
  const form = useForm<Typed>('dossier', { reference: '', title: '', kind: 'singleActivity', summary: '', marking: { ...UNMARKED, limite: true } })
  const { value: { reference, title, kind, summary, marking }, change } = form
  const task = useTask()
  useOnScreen({ marking, exercise: kind === 'exercise', left: words.marking.asChosen, right: words.dossier.notYet })
  const distribution = roster.filter((code) => !leftOut.has(code))
  const cannot = reference.trim() === '' || title.trim() === '' || circle === null ? words.dossier.needs : distribution.length === 0 ? words.dossier.needsDistribution : null
  const open = () => {
    if (circle === null) return
    void task.run(() => ask('dossier.open', { circle, reference: reference.trim(), title: title.trim(), kind, summary, marking, distribution }), (opened) => { form.finish(); go({ at: 'dossier', dossier: opened.dossier }) })
  }
  return (
    <>
      <Head ruled crumb={<button type="button" onClick={() => go({ at: 'dossiers' })}>{words.frame.sections.dossiers}</button>} title={words.dossier.openOne} />
      <Pane label={words.dossier.openOne}>
        <Form onSubmit={open} label={words.dossier.openOne}>
          <KeptBefore form={form} />
          {run.length > 1 && <Choose label={words.dossier.circle} value={circle} onChange={setCircle} nothing="" options={run.map((one) => ({ id: one.circle, name: one.name }))} />}
          <Field label={words.dossier.reference} value={reference} onChange={(typed) => change({ reference: typed })} help={words.dossier.referenceHelp} maxLength={60} autoFocus />
          <Field label={words.dossier.title} value={title} onChange={(typed) => change({ title: typed })} maxLength={300} />
          <ChooseInView label={words.dossier.kind} value={kind} onChange={(id) => change({ kind: id })} options={KINDS.map((id) => ({ id, name: words.dossier.kinds[id] }))} />
          <Field label={words.dossier.summary} value={summary} onChange={(typed) => change({ summary: typed })} lines="many" maxLength={10_000} />
          <MarkingFields marking={marking} onChange={(next) => change({ marking: next })} />
          <Distribution roster={roster} leftOut={leftOut} onChange={setLeftOut} />
          <Refused refusal={task.refused} />
          <Buttons><Button kind="primary" type="submit" running={task.running} cannot={cannot}>{words.dossier.openVerb}</Button></Buttons>
        </Form>
      </Pane>
    </>
  )
}

function Distribution({ roster, leftOut, onChange }: { roster: readonly Code[]; leftOut: ReadonlySet<Code>; onChange: (leftOut: ReadonlySet<Code>) => void }) {
  const toggle = (code: Code, goes: boolean) => {
    const next = new Set(leftOut)
    if (goes) next.delete(code)
    else next.add(code)
    onChange(next)
  }
  return (
    <fieldset className={css.distribution}>
      <legend>{words.dossier.distribution}</legend>
      {roster.map((code) => <Tick key={code} checked={!leftOut.has(code)} onChange={(goes) => toggle(code, goes)}><Delegation code={code} named /></Tick>)}
    </fieldset>
  )
}
