import { memo, type RefObject } from 'react'
import { Toolbar } from 'react-aria-components'
import type { BlockKind, TextDocument } from '../../../shared/text/document.ts'
import { isCell } from '../../../shared/text/table.ts'
import { Button } from '../../components/Button.tsx'
import { Key } from '../../components/Key.tsx'
import { Pick } from '../../components/Pick.tsx'
import type { FootnoteHere } from '../../editor/footnotes.ts'
import type { EditorHandle } from '../../editor/SuggestionEditor.tsx'
import { words } from '../../messages/words.ts'
import css from './suggest.module.css'

const KINDS: readonly BlockKind[] = ['numbered', 'continuation', 'bullet', 'plain', 'heading', 'recital']

interface ToolsProps {
  readonly editor: RefObject<EditorHandle | null>
  readonly text: TextDocument
  readonly onFootnote: (footnote: FootnoteHere) => void
}

/** Not drawn anew at every key: nothing of it changes while one types. */
export const Tools = memo(function Tools({ editor, text, onFootnote }: ToolsProps) {
  const setKind = (id: string) => {
    const kind = KINDS.find((one) => one === id)
    if (kind !== undefined) editor.current?.setKind(kind)
  }
  const footnote = () => { if (editor.current !== null) onFootnote(editor.current.footnote()) }
  return (
    <Toolbar className={css.tools ?? ''} aria-label={words.suggest.tools}>
      <Button small onPress={() => editor.current?.undo()}>{words.suggest.undo} <Key quiet>Ctrl Z</Key></Button>
      <Button small onPress={() => editor.current?.redo()}>{words.suggest.redo} <Key quiet>Ctrl Y</Key></Button>
      <Button small onPress={() => editor.current?.move(-1)}>{words.suggest.moveUp} <Key quiet>Alt ↑</Key></Button>
      <Button small onPress={() => editor.current?.move(1)}>{words.suggest.moveDown} <Key quiet>Alt ↓</Key></Button>
      <Button small onPress={() => editor.current?.setLevel(-1)}>{words.suggest.out}</Button>
      <Button small onPress={() => editor.current?.setLevel(1)}>{words.suggest.deeper}</Button>
      <Pick small label={words.suggest.paragraphAs} shown={words.suggest.paragraphAs} options={KINDS.map((id) => ({ id, name: words.text.kinds[id] }))} onPick={setKind} />
      <Button small onPress={footnote}>{words.suggest.footnote}</Button>
      {text.blocks.some(isCell) && (
        <>
          <Button small onPress={() => editor.current?.addRow()}>{words.suggest.addRow}</Button>
          <Button small onPress={() => editor.current?.removeRow()}>{words.suggest.removeRow}</Button>
        </>
      )}
    </Toolbar>
  )
})
