import type { MarkedDocument } from '../../../shared/text/marked.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { words } from '../../messages/words.ts'
import { Excerpt } from '../text/Excerpt.tsx'

/** Only the paragraphs that differ. */
export function DiffersDialog({ marked, onClose }: { marked: MarkedDocument; onClose: () => void }) {
  const differing = marked.blocks.filter((block) => block.change !== 'same' || block.content.some((inline) => inline.change !== 'same'))
  return (
    <Dialog wide open onClose={onClose} title={words.caseFile.options.differTitle}>
      <p>{words.caseFile.options.differMeans}</p>
      <Excerpt whole preview={{ blocks: differing }} />
    </Dialog>
  )
}
