/** Taken away, the code opens nothing, and there is no way back in for whoever forgets the passphrase: it says so, and asks for it once more. */
import { useState } from 'react'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import { PresentKeyFile, type ChosenKeyFile } from '../start/KeyFile.tsx'
import { useWait } from '../start/useWait.ts'

export function RemoveCodeDialog({ needsKeyFile, onClose, onDone }: { needsKeyFile: boolean; onClose: () => void; onDone: () => void }) {
  const [passphrase, setPassphrase] = useState('')
  const [keyFile, setKeyFile] = useState<ChosenKeyFile | null>(null)
  const task = useTask()
  const wait = useWait(task.refused)
  const remove = () => void task.run(async () => {
    const removed = await ask('vault.removeRecoveryCode', { passphrase, ...(keyFile === null ? {} : { keyFile: keyFile.grant }) })
    if (!removed.ok) setKeyFile(null)
    return removed
  }, onDone)
  const cannot = wait > 0 ? words.keys.waitFor(wait) : passphrase === '' ? words.keys.presentFirst : needsKeyFile && keyFile === null ? words.keys.keyFileFirst : null
  return (
    <Dialog form open onClose={onClose} title={words.keys.removeCodeTitle}
      action={<Button kind="grave" onPress={remove} running={task.running} cannot={cannot}>{words.keys.removeCode}</Button>}>
      <p>{words.keys.removeCodeBody}</p>
      <Field autoFocus label={words.keys.present} type="password" value={passphrase} onChange={setPassphrase} maxLength={1024} />
      {needsKeyFile && <PresentKeyFile file={keyFile} onChange={setKeyFile} />}
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
