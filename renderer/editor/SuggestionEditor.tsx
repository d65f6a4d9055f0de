/** The text as it is being changed, with every change shown. The only user of the editor's view. */
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react'
import { history, redo, undo } from 'prosemirror-history'
import { EditorState, type Command } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type { BlockId, BlockKind, TextDocument } from '../../shared/text/document.ts'
import { blockIds } from './blockIds.ts'
import { editorKeys, moveParagraph, setParagraphKind } from './commands.ts'
import { documentOf, proseOf } from './convert.ts'
import css from './editor.module.css'
import { pasteHandlers } from './paste.ts'
import { tracked } from './tracked.ts'

export interface EditorHandle {
  /** Puts another text in place; can be undone. */
  replace(document: TextDocument): void
  undo(): void
  redo(): void
  move(direction: -1 | 1): void
  setKind(kind: BlockKind): void
  focus(): void
}

export interface SuggestionEditorProps {
  readonly label: string
  readonly base: TextDocument
  readonly initial: TextDocument
  readonly rev: number
  readonly onChange: (document: TextDocument) => void
  readonly handle?: Ref<EditorHandle>
  /** Numbers of the paragraphs in the whole, where only a part is edited. */
  readonly labels?: ReadonlyMap<BlockId, string>
}

export function SuggestionEditor({ label, base, initial, rev, onChange, handle, labels }: SuggestionEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const changed = useRef(onChange)
  useEffect(() => { changed.current = onChange }, [onChange])
  useEffect(() => {
    if (host.current === null) return
    const made = makeView(host.current, { label, base, initial, rev, labels, onChange: (document) => changed.current(document) })
    view.current = made
    return () => {
      made.destroy()
      view.current = null
    }
  }, [label, base, initial, rev, labels])
  useImperativeHandle(handle, () => handleOf(view), [])
  return <div ref={host} className={css.host} />
}

type Made = Pick<SuggestionEditorProps, 'label' | 'base' | 'initial' | 'rev' | 'onChange'> & { readonly labels: ReadonlyMap<BlockId, string> | undefined }

function makeView(host: HTMLElement, { label, base, initial, rev, labels, onChange }: Made): EditorView {
  const view: EditorView = new EditorView(host, {
    state: EditorState.create({ doc: proseOf(initial), plugins: [...editorKeys, history(), blockIds(rev), tracked(base, labels)] }),
    attributes: { class: css.editor ?? '', role: 'textbox', tabindex: '0', 'aria-multiline': 'true', 'aria-label': label, spellcheck: 'false', lang: 'en-GB', translate: 'no' },
    handleDOMEvents: pasteHandlers,
    dispatchTransaction: (transaction) => {
      view.updateState(view.state.apply(transaction))
      if (transaction.docChanged) onChange(documentOf(view.state.doc))
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
    focus: () => held.current?.focus(),
  }
}
