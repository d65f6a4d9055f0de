/** A vault from a backup: at the first start, or in the place of a vault that does not open. */
import { useState, type ReactNode } from 'react'
import type { FileGrant } from '../../../shared/ipc/files.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Buttons, ChooseInView, Form, Tick } from '../../components/Choice.tsx'
import { Field } from '../../components/Field.tsx'
import { HowFar } from '../../components/HowFar.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Note } from '../../components/Screen.tsx'
import { ask, cancel, chooseSource, newCallId } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import { PresentKeyFile, type ChosenKeyFile } from './KeyFile.tsx'
import css from './keys.module.css'
import { NewPassphrase, useNewPassphrase } from './NewPassphrase.tsx'
import { useWait } from './useWait.ts'

interface ChosenBackup {
  readonly grant: FileGrant
  readonly label: string
}

/** `inPlaceOf`: a vault is here already, and is moved aside. */
export function RestoreForm({ back, heading = null, inPlaceOf }: { back: () => void; heading?: ReactNode; inPlaceOf: boolean }) {
  const [backup, setBackup] = useState<ChosenBackup | null>(null)
  const [opens, setOpens] = useState<'passphrase' | 'code'>('passphrase')
  const [passphrase, setPassphrase] = useState('')
  const [code, setCode] = useState('')
  const next = useNewPassphrase([])
  const [keyFile, setKeyFile] = useState<ChosenKeyFile | null>(null)
  const [aside, setAside] = useState(false)
  const [call] = useState(newCallId)
  const task = useTask()
  const wait = useWait(task.refused)
  const choose = async () => {
    const chosen = await chooseSource('backup')
    if (chosen === null) return
    setBackup(chosen)
    task.forget()
  }
  const restore = () => void task.run(async () => {
    if (backup === null) return null
    const answer = await ask('backup.restore', { source: backup.grant, replace: inPlaceOf, ...(opens === 'code' ? { passphrase: next.passphrase, recoveryCode: code } : { passphrase, ...(keyFile === null ? {} : { keyFile: keyFile.grant }) }) }, call)
    if (answer.ok) return answer
    // A grant is good for one use. Where only the passphrase was wrong, the engine gives another for the same file.
    const again = answer.error.facts['again']
    setBackup(typeof again === 'string' ? { ...backup, grant: again as FileGrant } : null)
    setKeyFile(null)
    return answer
  })
  const needsKeyFile = task.refused?.code === 'key-file-needed' || task.refused?.facts['keyFile'] === 'given' || keyFile !== null
  const lack = opens === 'passphrase' ? (passphrase === '' ? words.backup.passphraseFirst : null) : code.trim() === '' ? words.keys.codeFirst : next.cannot
  const cannot = wait > 0 ? words.keys.waitFor(wait) : backup === null ? words.backup.chooseFirst : lack ?? (inPlaceOf && !aside ? words.backup.asideFirst : null)
  return (
    <Form onSubmit={restore} tight label={words.backup.restore}>
      {heading}
      <Buttons>
        <Button onPress={() => void choose()}>{words.backup.choose}</Button>
        {backup !== null && <span className={css.file} role="status">{words.backup.chosen(backup.label)}</span>}
      </Buttons>
      <ChooseInView row label={words.backup.opens} value={opens} onChange={(by) => { setOpens(by); task.forget() }} options={[{ id: 'passphrase', name: words.backup.withPassphrase }, { id: 'code', name: words.backup.withCode }]} />
      {opens === 'passphrase' ? <Field label={words.backup.passphrase} type="password" value={passphrase} onChange={setPassphrase} help={words.backup.passphraseHelp} maxLength={1024} /> : (
        <>
          <Field code label={words.keys.recoveryCode} value={code} onChange={setCode} help={words.keys.codeHelp} maxLength={200} />
          <NewPassphrase label={words.keys.newPassphrase} state={next} />
        </>
      )}
      {opens === 'passphrase' && needsKeyFile && <PresentKeyFile file={keyFile} onChange={setKeyFile} />}
      {inPlaceOf && <Tick checked={aside} onChange={setAside}>{words.backup.aside}</Tick>}
      <Refused refusal={task.refused} />
      {task.running && <HowFar call={call} label={words.backup.restore} said={({ phase, done, total }) => words.backup.progress(phase, done, total)} />}
      <Buttons>
        <Button kind="primary" type="submit" running={task.running} cannot={cannot}>{task.running ? words.backup.restoring : words.backup.restoreVerb}</Button>
        {task.running ? <Button kind="quiet" onPress={() => cancel(call)}>{words.backup.stop}</Button> : <Button kind="quiet" onPress={back}>{words.backup.backToStart}</Button>}
      </Buttons>
      <Note>{words.backup.restoreNote}</Note>
    </Form>
  )
}
