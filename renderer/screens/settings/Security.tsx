/** What opens this vault: passphrase, key file, recovery code. Each change asks for the present passphrase. */
import { useState } from 'react'
import { useAnswer } from '../../app/useAnswer.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Await, Note, Section } from '../../components/Screen.tsx'
import { words } from '../../messages/words.ts'
import { ChangePassphraseDialog } from './ChangePassphraseDialog.tsx'
import { RecoveryCodeDialog } from './RecoveryCodeDialog.tsx'
import { RemoveCodeDialog } from './RemoveCodeDialog.tsx'
import css from '../start/keys.module.css'

type Opened = 'passphrase' | 'code' | 'removal'

export function Security() {
  const keys = useAnswer('vault.keys', {})
  const [open, setOpen] = useState<Opened | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const close = () => setOpen(null)
  const finish = (said: string) => { close(); setDone(said) }
  const begin = (what: Opened) => { setDone(null); setOpen(what) }
  return (
    <Section title={words.keys.security}>
      <Await answer={keys}>{({ needsKeyFile, hasRecoveryCode, passes, memoryMib }) => (
        <div className={css.security}>
          {done !== null && <Notice kind="done">{done}</Notice>}
          <p>{needsKeyFile ? words.keys.hasKeyFile : words.keys.hasNoKeyFile}</p>
          <Note>{words.keys.cost(passes, memoryMib)}</Note>
          <Button onPress={() => begin('passphrase')}>{words.keys.changePassphrase}</Button>
          <p>{hasRecoveryCode ? words.keys.hasCode : words.keys.hasNoCode}</p>
          <div className={css.pair}>
            <Button onPress={() => begin('code')}>{hasRecoveryCode ? words.keys.replaceCode : words.keys.makeCode}</Button>
            {hasRecoveryCode && <Button kind="quiet" onPress={() => begin('removal')}>{words.keys.removeCode}</Button>}
          </div>
          {open === 'passphrase' && <ChangePassphraseDialog needsKeyFile={needsKeyFile} onClose={close} onDone={() => finish(words.keys.changed)} />}
          {open === 'code' && <RecoveryCodeDialog needsKeyFile={needsKeyFile} replaces={hasRecoveryCode} onClose={close} onDone={() => finish(words.keys.codeSet)} />}
          {open === 'removal' && <RemoveCodeDialog needsKeyFile={needsKeyFile} onClose={close} onDone={() => finish(words.keys.codeRemoved)} />}
        </div>
      )}</Await>
    </Section>
  )
}
