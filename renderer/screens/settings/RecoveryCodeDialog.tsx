import { useEffect, useState } from 'react'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import { PresentKeyFile, type ChosenKeyFile } from '../start/KeyFile.tsx'
import { RecoveryCode } from '../start/RecoveryCode.tsx'
import { useWait } from '../start/useWait.ts'

/** The code before it stays good until the new one is written down and set. */
export function RecoveryCodeDialog({ needsKeyFile, replaces, onClose, onDone }: { needsKeyFile: boolean; replaces: boolean; onClose: () => void; onDone: () => void }) {
  const [code, setCode] = useState<string | null>(null)
  const [written, setWritten] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const [keyFile, setKeyFile] = useState<ChosenKeyFile | null>(null)
  const task = useTask()
  const wait = useWait(task.refused)
  useEffect(() => void ask('vault.drawRecoveryCode', {}).then((drawn) => drawn.ok && setCode(drawn.value.code)), [])
  const set = () => void task.run(async () => {
    const done = await ask('vault.setRecoveryCode', { code: code ?? '', passphrase, ...(keyFile === null ? {} : { keyFile: keyFile.grant }) })
    if (!done.ok) setKeyFile(null)
    return done
  }, onDone)
  const cannot = wait > 0 ? words.keys.waitFor(wait) : !written ? words.keys.writeDownFirst : passphrase === '' ? words.keys.presentFirst : needsKeyFile && keyFile === null ? words.keys.keyFileFirst : null
  return (
    <Dialog form open onClose={onClose} title={replaces ? words.keys.replaceCode : words.keys.makeCode}
      action={<Button kind="primary" onPress={set} running={task.running} cannot={cannot}>{task.running ? words.keys.settingCode : words.keys.setCode}</Button>}>
      <p>{words.keys.codeNotes.with}</p>
      {code !== null && <RecoveryCode code={code} written={written} onWritten={setWritten} />}
      <Field label={words.keys.present} type="password" value={passphrase} onChange={setPassphrase} maxLength={1024} />
      {needsKeyFile && <PresentKeyFile file={keyFile} onChange={setKeyFile} />}
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
