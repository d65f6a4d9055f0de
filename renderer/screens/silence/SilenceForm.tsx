/** Opening a silence procedure on the latest REV of a text, in three steps: its kind, its deadline, and what everyone will read. */
import { useState } from 'react'
import type { CircleId, DossierId, EventId, TextId } from '../../../shared/base/identifiers.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { Revision } from '../../../shared/dossier/state.ts'
import { documentNumber } from '../../../shared/text/revision.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { useForm } from '../../app/useForm.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Buttons, ChooseInView, Form } from '../../components/Choice.tsx'
import { Field } from '../../components/Field.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Await, Head, Pane, Section, Side, Two } from '../../components/Screen.tsx'
import { ask } from '../../engineClient.ts'
import { BRUSSELS } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import { DeadlineFields, useReading } from './DeadlineFields.tsx'
import { NoticePreview } from './NoticePreview.tsx'
import { ProfileRules } from './ProfileRules.tsx'
import css from './silence.module.css'

type Kind = Output<'silence.profiles'>['profiles'][number]
type Draft = Output<'silence.list'>['drafts'][number]

export function SilenceForm({ dossier, text, draft }: { dossier: DossierId; text: TextId; draft: EventId | null }) {
  const { dossiers } = useHouse()
  const about = dossiers.find((one) => one.dossier === dossier)
  const shown = useAnswer('text.show', { dossier, text, rev: null, comparedWith: null })
  const kinds = useAnswer('silence.profiles', about === undefined ? null : { circle: about.circle as CircleId })
  const drafts = useAnswer('silence.list', {})
  return (
    <Await answer={shown}>{({ revision }) => (
      <Await answer={kinds}>{({ profiles }) => (
        <Await answer={drafts}>{(list) => <FormHere dossier={dossier} text={text} revision={revision} kinds={profiles} prepared={list.drafts.find((one) => one.draft.event === draft) ?? null} />}</Await>
      )}</Await>
    )}</Await>
  )
}

interface Here {
  readonly dossier: DossierId
  readonly text: TextId
  readonly revision: Revision
  readonly kinds: readonly Kind[]
  readonly prepared: Draft | null
}

const STEPS = [0, 1, 2] as const
type Step = (typeof STEPS)[number]

function FormHere({ dossier, text, revision, kinds, prepared }: Here) {
  const { go, dossiers } = useHouse()
  const about = dossiers.find((one) => one.dossier === dossier)
  const from = prepared?.draft
  const [step, setStep] = useState<Step>(0)
  const form = useForm(`silence-open/${text}/${from?.event ?? ''}`, { profile: String(from?.profile ?? 'working-party'), wallTime: from?.deadline.wallTime ?? '', zone: from?.deadline.zone ?? BRUSSELS, forwardTo: from?.forwardTo ?? '', notice: from?.notice ?? '' })
  const { value: { forwardTo, notice }, change } = form
  const deadline = { wallTime: form.value.wallTime, zone: form.value.zone }
  const read = useReading(deadline)
  const task = useTask()
  const number = documentNumber(revision.cover, revision.rev)
  const kind = kinds.find((one) => one.id === form.value.profile) ?? kinds[0]
  useOnScreen({ marking: about?.marking ?? null, exercise: about?.exercise === true, left: number, right: words.silence.notOpened })
  if (kind === undefined) return null
  const profile = kind.id
  const input = { dossier, text, rev: revision.rev, profile, ...deadline, forwardTo: forwardTo.trim(), notice }
  const open = () => void task.run(() => ask('silence.open', { ...input, draft: from?.event ?? null }), (opened) => { form.finish(); go({ at: 'silence', dossier, procedure: opened.event }) })
  const prepare = () => void task.run(() => ask('silence.draft', input), () => { form.finish(); go({ at: 'silences' }) })
  const lacks = [null, deadline.wallTime === '' ? words.silence.needsDeadline : read?.refused ? words.silence.needsAnother : null, forwardTo.trim() === '' ? words.silence.needsForward : null]
  const cannot = lacks[step] ?? null
  const next = () => (step === 2 ? open() : setStep(step === 0 ? 1 : 2))
  return (
    <>
      <Head ruled crumb={<button type="button" onClick={() => go({ at: 'text', dossier, text })}>{words.common.labelled(number, revision.title)}</button>} title={words.silence.formTitle(number)} />
      <Two>
        <Pane label={words.silence.formTitle(number)}>
          <ol className={css.steps} aria-label={words.silence.steps}>
            {STEPS.map((one) => <li key={one} aria-current={one === step ? 'step' : undefined} className={one === step ? css.stepNow : one < step ? css.stepDone : css.step}>{one + 1}. {words.silence.stepNames[one]}</li>)}
          </ol>
          <Form onSubmit={() => { if (cannot === null) next() }} wide label={words.silence.formTitle(number)}>
            <KeptBefore form={form} />
            {step === 0 && <ChooseInView label={words.silence.profile} value={profile} onChange={(id) => change({ profile: id })} options={kinds.map((one) => ({ id: one.id, name: words.said.quoted(one.name), note: one.rule }))} />}
            {step === 1 && <DeadlineFields value={deadline} onChange={change} />}
            {step === 2 && (
              <>
                <Field label={words.silence.forwardTo} value={forwardTo} onChange={(said) => change({ forwardTo: said })} help={words.silence.forwardHelp} maxLength={120} />
                <Field label={words.silence.notice} value={notice} onChange={(said) => change({ notice: said })} lines="many" maxLength={4000} />
              </>
            )}
            <Refused refusal={task.refused} />
            <Buttons>
              {step < 2 ? <Button kind="primary" type="submit" cannot={cannot}>{words.silence.next}</Button> : <Button kind="primary" type="submit" running={task.running} cannot={cannot}>{words.silence.openVerb}</Button>}
              {step === 2 && from === undefined && <Button onPress={prepare} running={task.running} cannot={cannot === null ? null : ''}>{words.silence.draftVerb}</Button>}
              {step > 0 && <Button kind="quiet" onPress={() => setStep(step === 2 ? 1 : 0)}>{words.silence.back}</Button>}
            </Buttons>
          </Form>
        </Pane>
        <Side label={step === 2 ? words.silence.preview : words.silence.whatItMeans}>
          {step === 2 && read?.deadline
            ? <Section title={words.silence.preview}><NoticePreview number={number} title={revision.title} deadline={read.deadline} rules={kind} forwardTo={forwardTo.trim()} notice={notice} /></Section>
            : <ProfileRules rules={kind} forwardTo={forwardTo.trim()} />}
        </Side>
      </Two>
    </>
  )
}
