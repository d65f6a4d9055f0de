/** The key file that opens a vault now, and the one that will. */
import type { FileGrant } from '../../../shared/ipc/files.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Buttons, ChooseInView, type Option } from '../../components/Choice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask, chooseFolder, chooseSource } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import css from './keys.module.css'

/** A grant is good for one use: what was refused has to be chosen again. */
export interface ChosenKeyFile {
  readonly grant: FileGrant
  readonly said: string
}

export function PresentKeyFile({ file, onChange }: { file: ChosenKeyFile | null; onChange: (file: ChosenKeyFile) => void }) {
  const choose = async () => {
    const chosen = await chooseSource('keyFile')
    if (chosen !== null) onChange({ grant: chosen.grant, said: words.keys.chosenFile(chosen.label) })
  }
  return (
    <Buttons>
      <Button onPress={() => void choose()}>{words.keys.chooseFile}</Button>
      {file !== null && <span className={css.file} role="status">{file.said}</span>}
    </Buttons>
  )
}

export type NewKeyFileKind = 'none' | 'keep' | 'chosen' | 'made'
export interface NewKeyFileState {
  readonly kind: NewKeyFileKind
  readonly file: ChosenKeyFile | null
}
export const NO_KEY_FILE: NewKeyFileState = { kind: 'none', file: null }

/** Why it cannot be gone on with. */
export function keyFileMissing({ kind, file }: NewKeyFileState): string | null {
  return (kind === 'chosen' || kind === 'made') && file === null ? words.keys.keyFileFirst : null
}

const kinds = (): readonly Option<NewKeyFileKind>[] => [
  { id: 'keep', name: words.keys.keepKeyFile },
  { id: 'none', name: words.keys.noKeyFile },
  { id: 'made', name: words.keys.makeKeyFile },
  { id: 'chosen', name: words.keys.chooseKeyFile },
]

/** `hasOne`: the vault asks for a key file now, which can stay. */
export function NewKeyFile({ hasOne, state, onChange }: { hasOne: boolean; state: NewKeyFileState; onChange: (state: NewKeyFileState) => void }) {
  return (
    <>
      <ChooseInView row label={words.keys.keyFile} help={words.keys.keyFileNotes[state.kind]} options={kinds().filter((kind) => hasOne || kind.id !== 'keep')} value={state.kind} onChange={(kind) => onChange({ kind, file: null })} />
      {state.kind === 'chosen' && <PresentKeyFile file={state.file} onChange={(file) => onChange({ kind: 'chosen', file })} />}
      {state.kind === 'made' && <MakeKeyFile file={state.file} onMade={(file) => onChange({ kind: 'made', file })} />}
    </>
  )
}

function MakeKeyFile({ file, onMade }: { file: ChosenKeyFile | null; onMade: (file: ChosenKeyFile) => void }) {
  const task = useTask()
  const make = () => void task.run(async () => {
    const folder = await chooseFolder()
    return folder === null ? null : ask('keyFile.make', { target: folder.grant })
  }, (made) => onMade({ grant: made.keyFile, said: words.keys.madeFile(made.fileName) }))
  return (
    <>
      <Buttons>
        <Button onPress={make} running={task.running}>{words.keys.chooseFolder}</Button>
        {file !== null && <span className={css.file} role="status">{file.said}</span>}
      </Buttons>
      <Refused refusal={task.refused} />
    </>
  )
}
