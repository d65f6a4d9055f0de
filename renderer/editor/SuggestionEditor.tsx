/** The text as it is being changed, with every change shown. The only user of the editor's view. */
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react'
import { history, redo, undo } from 'prosemirror-history'
import { EditorState, type Command } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type { BlockId, BlockKind, Run, TextDocument } from '../../shared/text/document.ts'
import { blockIds } from './blockIds.ts'
import { editorKeys, setLevel, setParagraphKind } from './commands.ts'
import { documentOf, proseOf } from './convert.ts'
import { paragraphHandle } from './dragging.ts'
import css from './editor.module.css'
import { footnoteAt, footnoteHere, putFootnote, type FootnoteHere } from './footnotes.ts'
import { typeCharacter } from './keystrokes.ts'
import { moveParagraph } from './moving.ts'
import { pasteProps } from './paste.ts'
import { addRow, removeRow } from './tableCommands.ts'
import { tracked } from './tracked.ts'
import { onlyUnderstood } from './understood.ts'

export interface EditorHandle {
  /** Puts another text in place; can be undone. */
  replace(document: TextDocument): void
  undo(): void
  redo(): void
  move(direction: -1 | 1): void
  setKind(kind: BlockKind): void
  setLevel(by: -1 | 1): void
  addRow(): void
  removeRow(): void
  /** The footnote that is chosen, or an empty one that would go in behind the cursor. */
  footnote(): FootnoteHere
  putFootnote(at: number | null, runs: readonly Run[]): void
  focus(): void
}

export interface SuggestionEditorProps {
  readonly label: string
  readonly base: TextDocument
  readonly initial: TextDocument
  readonly rev: number
  readonly onChange: (document: TextDocument) => void
  /** A change that no suggestion could say was not made. */
  readonly onRefused?: () => void
  /** Somebody wants to change this footnote. */
  readonly onFootnote?: (footnote: FootnoteHere) => void
  /** Clean: nothing is marked, because nobody else has a version of the text. */
  readonly clean?: boolean
  /** The cursor stands in it as soon as it is there. */
  readonly focused?: boolean
  readonly handle?: Ref<EditorHandle>
  /** Numbers of the paragraphs in the whole, where only a part is edited. */
  readonly labels?: ReadonlyMap<BlockId, string>
}

export function SuggestionEditor({ label, base, initial, rev, onChange, onRefused, onFootnote, handle, labels, clean = false, focused = false }: SuggestionEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const told = useRef({ onChange, onRefused, onFootnote })
  useEffect(() => { told.current = { onChange, onRefused, onFootnote } }, [onChange, onRefused, onFootnote])
  useEffect(() => {
    if (host.current === null) return
    const made = makeView(host.current, {
      label, base, initial, rev, labels, clean, onChange: (document) => told.current.onChange(document), onRefused: () => told.current.onRefused?.(), onFootnote: (footnote) => told.current.onFootnote?.(footnote),
    })
    view.current = made
    if (focused) made.focus()
    return () => {
      made.destroy()
      view.current = null
    }
  }, [label, base, initial, rev, labels, clean, focused])
  useImperativeHandle(handle, () => handleOf(view), [])
  return <div ref={host} className={css.host} />
}

type Made = Required<Pick<SuggestionEditorProps, 'label' | 'base' | 'initial' | 'rev' | 'onChange' | 'onRefused' | 'onFootnote' | 'clean'>> & { readonly labels: ReadonlyMap<BlockId, string> | undefined }

function makeView(host: HTMLElement, { label, base, initial, rev, labels, clean, onChange, onRefused, onFootnote }: Made): EditorView {
  const plugins = [...editorKeys, history(), blockIds(rev), onlyUnderstood(onRefused), tracked(clean ? null : base, labels), paragraphHandle()]
  const view: EditorView = new EditorView(host, {
    state: EditorState.create({ doc: proseOf(initial), plugins }),
    attributes: { class: css.editor ?? '', role: 'textbox', tabindex: '0', 'aria-multiline': 'true', 'aria-label': label, spellcheck: 'false', lang: 'en-GB', translate: 'no' },
    ...pasteProps,
    handleKeyPress: typeCharacter,
    handleDoubleClickOn(_view, position, _node, _start, event) {
      const footnote = event.target instanceof Element && event.target.closest('[data-footnote]') ? footnoteAt(view.state, position) ?? footnoteAt(view.state, position - 1) : null
      if (footnote !== null) onFootnote(footnote)
      return footnote !== null
    },
    dispatchTransaction: (transaction) => {
      const { state, transactions } = view.state.applyTransaction(transaction)
      view.updateState(state)
      if (transactions.some((one) => one.docChanged)) onChange(documentOf(view.state.doc))
    },
  })
  return view
}

function handleOf(held: { current: EditorView | null }): EditorHandle {
  const run = (command: Command) => {
    const view = held.current
    if (view === null) return
    command(view.state, view.dispatch, view)
    view.focus()
  }
  return {
    replace: (document) => run((state, dispatch) => {
      dispatch?.(state.tr.replaceWith(0, state.doc.content.size, proseOf(document).content))
      return true
    }),
    undo: () => run(undo),
    redo: () => run(redo),
    move: (direction) => run(moveParagraph(direction)),
    setKind: (kind) => run(setParagraphKind(kind)),
    setLevel: (by) => run(setLevel(by)),
    addRow: () => run(addRow),
    removeRow: () => run(removeRow),
    footnote: () => (held.current === null ? { at: null, runs: [] } : footnoteHere(held.current.state)),
    putFootnote: (at, runs) => run(putFootnote(at, runs)),
    focus: () => held.current?.focus(),
  }
}
