/** Before the first vault: three steps. What each is about stands on the left, what to do on the right; nothing is made before the last. */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Delegation as Code } from '../../../shared/base/delegations.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useTask } from '../../app/useTask.ts'
import { Frame } from '../../app/Frame.tsx'
import { Button } from '../../components/Button.tsx'
import { Buttons, Choose, ChooseInView, Form, Tick } from '../../components/Choice.tsx'
import { Field } from '../../components/Field.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Note } from '../../components/Screen.tsx'
import { delegationOptions } from '../../components/delegationOptions.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import { keyFileMissing, NewKeyFile, NO_KEY_FILE } from './KeyFile.tsx'
import css from './start.module.css'
import keysCss from './keys.module.css'
import { NewPassphrase, useNewPassphrase, type NewPassphraseState } from './NewPassphrase.tsx'
import { RestoreForm } from './RestoreForm.tsx'
import { RecoveryCode } from './RecoveryCode.tsx'
import { Statement } from './Statement.tsx'

const STEPS = [1, 2, 3] as const
type Step = (typeof STEPS)[number]

interface Owner {
  readonly name: string
  readonly delegation: Code | null
}

export function FirstStart() {
  const [step, setStep] = useState<Step>(1)
  const [acknowledged, setAcknowledged] = useState(false)
  const [restoring, setRestoring] = useState(false)
  const [owner, setOwner] = useState<Owner>({ name: '', delegation: null })
  const passphrase = useNewPassphrase([owner.name])
  if (restoring) return <Restoring back={() => setRestoring(false)} />
  return (
    <Frame>
      <OnThisScreen />
      <div className={css.first}>
        <About step={step} />
        <section className={css.form} aria-label={words.start.formTitle}>
          <Steps at={step} />
          {step === 1 && <StatementStep acknowledged={acknowledged} onChange={setAcknowledged} next={() => setStep(2)} restore={() => setRestoring(true)} />}
          {step === 2 && <OwnerStep owner={owner} onChange={setOwner} passphrase={passphrase} back={() => setStep(1)} next={() => setStep(3)} />}
          {step === 3 && owner.delegation !== null && <ForgetStep input={{ name: owner.name, delegation: owner.delegation, passphrase: passphrase.passphrase, acknowledged }} back={() => setStep(2)} />}
        </section>
      </div>
    </Frame>
  )
}

function OnThisScreen() {
  useOnScreen({ marking: null, exercise: false, left: '', right: words.start.noNetwork })
  return null
}

function About({ step }: { step: Step }) {
  const title = { 1: words.start.statementTitle, 2: words.keys.passphraseTitle, 3: words.keys.forgetTitle }[step]
  return (
    <AboutPage title={title}>
      {step === 1 ? <Statement /> : <div className={css.words}>{(step === 2 ? words.keys.passphraseWhy : words.keys.forgetWhy).map((said) => <p key={said}>{said}</p>)}</div>}
    </AboutPage>
  )
}

function AboutPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <article className={css.statement} aria-label={title} tabIndex={0}>
      <div>
        <h1 className={css.day}>{title}</h1>
        {children}
      </div>
    </article>
  )
}

function Steps({ at }: { at: Step }) {
  return (
    <ol className={keysCss.steps} aria-label={words.keys.steps}>
      {STEPS.map((step) => <li key={step} {...(step === at ? { 'aria-current': 'step' as const } : {})} {...(step < at ? { 'data-done': true } : {})}>{step}. {words.keys.stepNames[step - 1]}</li>)}
    </ol>
  )
}

/** Has the focus when its step begins, so that a screen reader says where one is. */
function StepTitle({ step, children }: { step: Step; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return <h2 className={`${css.title} ${keysCss.heading}`} ref={heading} tabIndex={-1} aria-description={words.keys.stepOf(step, STEPS.length)}>{children}</h2>
}

/** The other way to a vault, from the first step. */
function Restoring({ back }: { back: () => void }) {
  return (
    <Frame>
      <OnThisScreen />
      <div className={css.first}>
        <AboutPage title={words.backup.restoreTitle}><div className={css.words}>{words.backup.restoreWhy.map((said) => <p key={said}>{said}</p>)}</div></AboutPage>
        <section className={css.form} aria-label={words.backup.restore}><RestoreForm back={back} inPlaceOf={false} heading={<h2 className={css.title}>{words.backup.restore}</h2>} /></section>
      </div>
    </Frame>
  )
}

function StatementStep({ acknowledged, onChange, next, restore }: { acknowledged: boolean; onChange: (read: boolean) => void; next: () => void; restore: () => void }) {
  return (
    <Form onSubmit={next} label={words.keys.statementForm}>
      <StepTitle step={1}>{words.start.formTitle}</StepTitle>
      <p>{words.keys.statementLead}</p>
      <Tick checked={acknowledged} onChange={onChange}>{words.start.acknowledge}</Tick>
      <Buttons><Button kind="primary" type="submit" cannot={acknowledged ? null : words.start.readFirst}>{words.keys.next}</Button><Button kind="quiet" onPress={restore}>{words.backup.restore}</Button></Buttons>
      <Note>{words.start.next}</Note>
    </Form>
  )
}

interface OwnerStepProps {
  readonly owner: Owner
  readonly onChange: (owner: Owner) => void
  readonly passphrase: NewPassphraseState
  readonly back: () => void
  readonly next: () => void
}

function OwnerStep({ owner, onChange, passphrase, back, next }: OwnerStepProps) {
  const cannot = owner.name.trim() === '' || owner.delegation === null ? words.start.fillIn : passphrase.cannot
  return (
    <Form onSubmit={next} label={words.keys.stepNames[1]}>
      <StepTitle step={2}>{words.keys.stepNames[1]}</StepTitle>
      <Field label={words.start.name} value={owner.name} onChange={(name) => onChange({ ...owner, name })} maxLength={120} />
      <Choose label={words.start.delegation} options={delegationOptions} value={owner.delegation} onChange={(delegation) => onChange({ ...owner, delegation })} help={words.start.delegationHelp} nothing={words.start.chooseDelegation} />
      <NewPassphrase label={words.start.passphrase} state={passphrase} />
      <Buttons><Button kind="primary" type="submit" cannot={cannot}>{words.keys.next}</Button><Button kind="quiet" onPress={back}>{words.keys.back}</Button></Buttons>
    </Form>
  )
}

function ForgetStep({ input, back }: { input: { name: string; delegation: Code; passphrase: string; acknowledged: boolean }; back: () => void }) {
  const [wanted, setWanted] = useState<'with' | 'without'>('with')
  const [code, setCode] = useState<string | null>(null)
  const [written, setWritten] = useState(false)
  const [keyFile, setKeyFile] = useState(NO_KEY_FILE)
  const task = useTask()
  useEffect(() => void ask('vault.drawRecoveryCode', {}).then((drawn) => drawn.ok && setCode(drawn.value.code)), [])
  const create = () => void task.run(async () => {
    const made = await ask('vault.create', { ...input, ...(wanted === 'with' && code !== null ? { recoveryCode: code } : {}), ...(keyFile.file === null ? {} : { keyFile: keyFile.file.grant }) })
    if (!made.ok) setKeyFile({ ...keyFile, file: null })
    return made
  })
  const cannot = wanted === 'with' && !(written && code !== null) ? words.keys.writeDownFirst : keyFileMissing(keyFile)
  return (
    <Form onSubmit={create} label={words.keys.stepNames[2]}>
      <StepTitle step={3}>{words.keys.codeAndFile}</StepTitle>
      <ChooseInView row label={words.keys.recoveryCode} help={words.keys.codeNotes[wanted]} options={[{ id: 'with', name: words.keys.withCode }, { id: 'without', name: words.keys.withoutCode }]} value={wanted} onChange={setWanted} />
      {wanted === 'with' && code !== null && <RecoveryCode code={code} written={written} onWritten={setWritten} />}
      <NewKeyFile hasOne={false} state={keyFile} onChange={setKeyFile} />
      <Refused refusal={task.refused} />
      <Buttons><Button kind="primary" type="submit" running={task.running} cannot={cannot}>{task.running ? words.start.creating : words.start.create}</Button><Button kind="quiet" onPress={back}>{words.keys.back}</Button></Buttons>
    </Form>
  )
}
