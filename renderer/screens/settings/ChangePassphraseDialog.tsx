import { useState } from 'react'
import type { Input } from '../../../shared/ipc/contract.ts'
import { useHouse } from '../../app/house.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import { keyFileMissing, NewKeyFile, PresentKeyFile, type ChosenKeyFile, type NewKeyFileState } from '../start/KeyFile.tsx'
import { NewPassphrase, useNewPassphrase } from '../start/NewPassphrase.tsx'
import { useWait } from '../start/useWait.ts'

export function ChangePassphraseDialog({ needsKeyFile, onClose, onDone }: { needsKeyFile: boolean; onClose: () => void; onDone: () => void }) {
  const { me } = useHouse()
  const [present, setPresent] = useState('')
  const [keyFile, setKeyFile] = useState<ChosenKeyFile | null>(null)
  const [next, setNext] = useState<NewKeyFileState>({ kind: needsKeyFile ? 'keep' : 'none', file: null })
  const passphrase = useNewPassphrase([me.name])
  const task = useTask()
  const wait = useWait(task.refused)
  const change = () => void task.run(async () => {
    const changed = await ask('vault.changePassphrase', { passphrase: present, ...(keyFile === null ? {} : { keyFile: keyFile.grant }), newPassphrase: passphrase.passphrase, newKeyFile: asked(next) })
    if (!changed.ok) {
      setKeyFile(null)
      setNext({ ...next, file: null })
    }
    return changed
  }, onDone)
  const cannot = wait > 0 ? words.keys.waitFor(wait) : present === '' ? words.keys.presentFirst : needsKeyFile && keyFile === null ? words.keys.keyFileFirst : passphrase.cannot ?? keyFileMissing(next)
  return (
    <Dialog form open onClose={onClose} title={words.keys.changePassphrase}
      action={<Button kind="primary" onPress={change} running={task.running} cannot={cannot}>{task.running ? words.keys.changing : words.keys.change}</Button>}>
      <Field autoFocus label={words.keys.present} type="password" value={present} onChange={setPresent} maxLength={1024} />
      {needsKeyFile && <PresentKeyFile file={keyFile} onChange={setKeyFile} />}
      <NewPassphrase label={words.keys.newPassphrase} state={passphrase} />
      <NewKeyFile hasOne={needsKeyFile} state={next} onChange={setNext} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}

/** A file that was made is from then on a file like any other. */
function asked({ kind, file }: NewKeyFileState): Input<'vault.changePassphrase'>['newKeyFile'] {
  if (file !== null) return { kind: 'chosen', source: file.grant }
  return { kind: kind === 'keep' ? 'keep' : 'none' }
}
