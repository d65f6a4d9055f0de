import { useState } from 'react'
import type { Me } from '../../../shared/ipc/vaultMethods.ts'
import type { Locked } from '../../app/App.tsx'
import { Frame } from '../../app/Frame.tsx'
import { useAnswer } from '../../app/useAnswer.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useTask } from '../../app/useTask.ts'
import { ask } from '../../engineClient.ts'
import { Button } from '../../components/Button.tsx'
import { Buttons, Form } from '../../components/Choice.tsx'
import { Field } from '../../components/Field.tsx'
import { Glyph } from '../../components/Glyph.tsx'
import { Key } from '../../components/Key.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Note } from '../../components/Screen.tsx'
import { clockTime } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import { PresentKeyFile, type ChosenKeyFile } from './KeyFile.tsx'
import { RestoreForm } from './RestoreForm.tsx'
import { RecoverForm } from './RecoverForm.tsx'
import css from './start.module.css'
import { useWait } from './useWait.ts'

export function LockScreen({ me, locked }: { me: Me | null; locked: Locked | null }) {
  return (
    <Frame>
      <OnThisScreen />
      <div className={css.lockbox}>
        <div className={css.locked}>
          <span className={css.mark}><Glyph name="lock" size="large" /></span>
          <h1 className={css.day}>{words.start.locked}</h1>
          {locked !== null && <p className={css.since}>{words.start.lockedSince(clockTime(locked.atUtcMs), locked.reason)}</p>}
          <Opening me={me} />
        </div>
      </div>
    </Frame>
  )
}

function OnThisScreen() {
  useOnScreen({ marking: null, exercise: false, left: '', right: words.start.nothingShown })
  return null
}

function Opening({ me }: { me: Me | null }) {
  const [forgotten, setForgotten] = useState(false)
  const [restoring, setRestoring] = useState(false)
  const keys = useAnswer('vault.keys', {})
  const known = keys.state === 'here' ? keys.value : null
  if (restoring) return <RestoreForm inPlaceOf back={() => setRestoring(false)} />
  if (forgotten) return <RecoverForm back={() => setForgotten(false)} />
  return <UnlockForm me={me} needsKeyFile={known?.needsKeyFile === true} forgotten={known?.hasRecoveryCode === true ? () => setForgotten(true) : null} restore={() => setRestoring(true)} />
}

function UnlockForm({ me, needsKeyFile, forgotten, restore }: { me: Me | null; needsKeyFile: boolean; forgotten: (() => void) | null; restore: () => void }) {
  const [passphrase, setPassphrase] = useState('')
  const [keyFile, setKeyFile] = useState<ChosenKeyFile | null>(null)
  const task = useTask()
  const wait = useWait(task.refused)
  const wrong = task.refused?.code === 'passphrase-wrong' ? words.said.refusal(task.refused) : null
  const unlock = () => void task.run(async () => {
    const opened = await ask('vault.unlock', { passphrase, ...(keyFile === null ? {} : { keyFile: keyFile.grant }) })
    if (!opened.ok) setKeyFile(null)
    return opened
  })
  const label = me === null ? words.start.passphrase : words.start.passphraseOf(me.name, words.delegations[me.delegation])
  const cannot = wait > 0 ? words.keys.waitFor(wait) : needsKeyFile && keyFile === null ? words.keys.keyFileFirst : null
  return (
    <Form onSubmit={unlock} tight label={words.start.unlock}>
      <Field label={label} type="password" value={passphrase} onChange={(value) => { setPassphrase(value); if (wait === 0) task.forget() }} autoFocus
        error={wrong === null ? null : `${wrong.meaning} ${wrong.remedy}`} maxLength={1024} />
      {needsKeyFile && <PresentKeyFile file={keyFile} onChange={setKeyFile} />}
      {wrong === null && <Refused refusal={task.refused} />}
      <Buttons>
        <Button kind="primary" type="submit" running={task.running} cannot={cannot}>{task.running ? words.start.unlocking : words.start.unlock} <Key>Enter</Key></Button>
        {forgotten !== null && <Button kind="quiet" onPress={forgotten}>{words.keys.forgotten}</Button>}
        <Button kind="quiet" onPress={restore}>{words.backup.restore}</Button>
      </Buttons>
      <Note>{words.start.lockedNote}</Note>
    </Form>
  )
}
