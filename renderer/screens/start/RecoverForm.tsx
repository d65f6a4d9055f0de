/** For whoever forgot the passphrase and has the paper: the code sets a new one. */
import { useState } from 'react'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Buttons, Form } from '../../components/Choice.tsx'
import { Field } from '../../components/Field.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Note } from '../../components/Screen.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import { NewPassphrase, useNewPassphrase } from './NewPassphrase.tsx'
import { useWait } from './useWait.ts'

export function RecoverForm({ back }: { back: () => void }) {
  const [code, setCode] = useState('')
  const passphrase = useNewPassphrase([])
  const task = useTask()
  const wait = useWait(task.refused)
  const recover = () => void task.run(() => ask('vault.recover', { code, newPassphrase: passphrase.passphrase }))
  const cannot = wait > 0 ? words.keys.waitFor(wait) : code.trim() === '' ? words.keys.codeFirst : passphrase.cannot
  return (
    <Form onSubmit={recover} tight label={words.keys.recoverTitle}>
      <Field code label={words.keys.recoveryCode} value={code} onChange={setCode} help={words.keys.codeHelp} maxLength={200} autoFocus />
      <NewPassphrase label={words.keys.newPassphrase} state={passphrase} />
      <Refused refusal={task.refused} />
      <Buttons>
        <Button kind="primary" type="submit" running={task.running} cannot={cannot}>{task.running ? words.keys.recovering : words.keys.recover}</Button>
        <Button kind="quiet" onPress={back}>{words.keys.toPassphrase}</Button>
      </Buttons>
      <Note>{words.keys.recoverNote}</Note>
    </Form>
  )
}
