/** Before the first vault: the statement on the left, the form on the right. */
import { useState } from 'react'
import type { Delegation as Code } from '../../../shared/base/delegations.ts'
import { refusalWords } from '../../../shared/ipc/refusalWords.ts'
import { ask } from '../../engineClient.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Buttons, Choose, Form, Tick } from '../../components/Choice.tsx'
import { Field } from '../../components/Field.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Frame } from '../../app/Frame.tsx'
import { Note } from '../../components/Screen.tsx'
import { delegationOptions } from '../../components/delegationOptions.tsx'
import { words } from '../../messages/words.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import css from './start.module.css'
import { Statement } from './Statement.tsx'

export function FirstStart() {
  return (
    <Frame>
      <OnThisScreen />
      <div className={css.first}>
        <article className={css.statement} aria-label={words.start.statementTitle} tabIndex={0}><div><h1 className={css.day}>{words.start.statementTitle}</h1><Statement /></div></article>
        <section className={css.form} aria-label={words.start.formTitle}><VaultForm /></section>
      </div>
    </Frame>
  )
}

function OnThisScreen() {
  useOnScreen({ marking: null, exercise: false, left: '', right: words.start.noNetwork })
  return null
}

function VaultForm() {
  const [name, setName] = useState('')
  const [delegation, setDelegation] = useState<Code | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [acknowledged, setAcknowledged] = useState(false)
  const task = useTask()
  const weak = task.refused?.code === 'passphrase-weak' ? refusalWords(task.refused) : null
  const create = () => {
    if (delegation !== null) void task.run(() => ask('vault.create', { name, delegation, passphrase, acknowledged }))
  }
  const cannot = name.trim() === '' || delegation === null || passphrase === '' ? words.start.fillIn : acknowledged ? null : words.start.readFirst
  return (
    <Form onSubmit={create} label={words.start.formTitle}>
      <h2 className={css.title}>{words.start.formTitle}</h2>
      <Field label={words.start.name} value={name} onChange={setName} maxLength={120} autoFocus />
      <Choose label={words.start.delegation} options={delegationOptions} value={delegation} onChange={setDelegation} help={words.start.delegationHelp} nothing={words.start.chooseDelegation} />
      <Field label={words.start.passphrase} type="password" value={passphrase} onChange={(value) => { setPassphrase(value); task.forget() }} help={words.start.passphraseHelp}
        error={weak === null ? null : `${weak.meaning} ${weak.remedy}`} maxLength={1024} />
      <Tick checked={acknowledged} onChange={setAcknowledged}>{words.start.acknowledge}</Tick>
      {weak === null && <Refused refusal={task.refused} />}
      <Buttons><Button kind="primary" type="submit" running={task.running} cannot={cannot}>{task.running ? words.start.creating : words.start.create}</Button></Buttons>
      <Note>{words.start.next}</Note>
    </Form>
  )
}
