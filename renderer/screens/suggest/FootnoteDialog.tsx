/** The words of one footnote, in an editor of their own, so that their emphasis stays. */
import { useState } from 'react'
import { isFootnote, type Run, type TextDocument } from '../../../shared/text/document.ts'
import { normalizeRuns } from '../../../shared/text/normalize.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { SuggestionEditor } from '../../editor/SuggestionEditor.tsx'
import { words } from '../../messages/words.ts'
import css from './suggest.module.css'

export function FootnoteDialog({ runs, isNew, onClose, onPut }: { runs: readonly Run[]; isNew: boolean; onClose: () => void; onPut: (runs: readonly Run[]) => void }) {
  const [before] = useState<TextDocument>(() => ({ blocks: [{ id: '1', kind: 'plain', level: 1, content: [...runs] }] }))
  const [now, setNow] = useState<readonly Run[]>(runs)
  return (
    <Dialog form open onClose={onClose} title={words.suggest.footnoteTitle(!isNew)} action={<Button kind="primary" onPress={() => onPut(now)} cannot={now.length === 0 ? words.suggest.footnoteEmpty : null}>{words.suggest.footnoteSave}</Button>}>
      <div className={css.noteEditor}><SuggestionEditor clean focused label={words.suggest.footnoteLabel} base={before} initial={before} rev={0} onChange={(document) => setNow(runsOf(document))} /></div>
    </Dialog>
  )
}

/** Paragraphs of a footnote are not kept apart, and a footnote has none of its own. */
function runsOf({ blocks }: TextDocument): Run[] {
  return normalizeRuns(blocks.flatMap((block, at) => [...(at === 0 ? [] : [{ text: ' ', marks: [] }]), ...block.content.flatMap((inline) => (isFootnote(inline) ? [] : [inline]))]))
}
