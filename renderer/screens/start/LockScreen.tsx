import { useState } from 'react'
import type { Me } from '../../../shared/ipc/vaultMethods.ts'
import { refusalWords } from '../../../shared/ipc/refusalWords.ts'
import type { Locked } from '../../app/App.tsx'
import { Frame } from '../../app/Frame.tsx'
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
import { localZone } from '../../engineClient.ts'
import css from './start.module.css'

export function LockScreen({ me, locked }: { me: Me | null; locked: Locked | null }) {
  return (
    <Frame>
      <OnThisScreen />
      <div className={css.lockbox}>
        <div className={css.locked}>
          <span className={css.mark}><Glyph name="lock" size="large" /></span>
          <h1 className={css.day}>{words.start.locked}</h1>
          {locked !== null && <p className={css.since}>{words.start.lockedSince(clockTime(locked.atUtcMs, localZone()), locked.reason)}</p>}
          <UnlockForm me={me} />
        </div>
      </div>
    </Frame>
  )
}

function OnThisScreen() {
  useOnScreen({ marking: null, exercise: false, left: '', right: words.start.nothingShown })
  return null
}

function UnlockForm({ me }: { me: Me | null }) {
  const [passphrase, setPassphrase] = useState('')
  const task = useTask()
  const wrong = task.refused?.code === 'passphrase-wrong' ? refusalWords(task.refused) : null
  const unlock = () => void task.run(() => ask('vault.unlock', { passphrase }))
  const label = me === null ? words.start.passphrase : words.start.passphraseOf(me.name, words.delegations[me.delegation])
  return (
    <Form onSubmit={unlock} tight label={words.start.unlock}>
      <Field label={label} type="password" value={passphrase} onChange={(value) => { setPassphrase(value); task.forget() }} autoFocus
        error={wrong === null ? null : `${wrong.meaning} ${wrong.remedy}`} maxLength={1024} />
      {wrong === null && <Refused refusal={task.refused} />}
      <Buttons><Button kind="primary" type="submit" running={task.running}>{task.running ? words.start.unlocking : words.start.unlock} <Key>Enter</Key></Button></Buttons>
      <Note>{words.start.lockedNote}</Note>
    </Form>
  )
}
