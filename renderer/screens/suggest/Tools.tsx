import type { RefObject } from 'react'
import { Toolbar } from 'react-aria-components'
import type { BlockKind } from '../../../shared/text/document.ts'
import { Button } from '../../components/Button.tsx'
import { Key } from '../../components/Key.tsx'
import { Pick } from '../../components/Pick.tsx'
import type { EditorHandle } from '../../editor/SuggestionEditor.tsx'
import { words } from '../../messages/words.ts'
import css from './suggest.module.css'

const KINDS: readonly BlockKind[] = ['numbered', 'continuation', 'bullet', 'plain', 'heading', 'recital']

export function Tools({ editor }: { editor: RefObject<EditorHandle | null> }) {
  const setKind = (id: string) => {
    const kind = KINDS.find((one) => one === id)
    if (kind !== undefined) editor.current?.setKind(kind)
  }
  return (
    <Toolbar className={css.tools ?? ''} aria-label={words.suggest.tools}>
      <Button small onPress={() => editor.current?.undo()}>{words.suggest.undo} <Key quiet>Ctrl Z</Key></Button>
      <Button small onPress={() => editor.current?.redo()}>{words.suggest.redo} <Key quiet>Ctrl Y</Key></Button>
      <Button small onPress={() => editor.current?.move(-1)}>{words.suggest.moveUp} <Key quiet>Alt ↑</Key></Button>
      <Button small onPress={() => editor.current?.move(1)}>{words.suggest.moveDown} <Key quiet>Alt ↓</Key></Button>
      <Pick small label={words.suggest.paragraphAs} shown={words.suggest.paragraphAs} options={KINDS.map((id) => ({ id, name: words.text.kinds[id] }))} onPick={setKind} />
      <span className={css.hint}>{words.suggest.hint}</span>
    </Toolbar>
  )
}
