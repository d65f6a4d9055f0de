import type { MarkedDocument } from '../../../shared/text/marked.ts'
import { Glyph } from '../../components/Glyph.tsx'
import { words } from '../../messages/words.ts'
import { excerptOf } from './excerpt.ts'
import { Inlines } from './Inlines.tsx'
import css from './excerpt.module.css'

/** A suggestion in brief: its words, marked, with their surroundings. */
export function Excerpt({ preview, whole }: { preview: MarkedDocument; whole?: boolean }) {
  return preview.blocks.filter((block) => block.change !== 'movedFrom').map((block, at) => (
    <p key={at} className={css.excerpt}>
      {block.change === 'inserted' && block.after?.kind === 'row' && <span className={css.moved}>{words.text.newRow}</span>}
      {block.change === 'deleted' && block.before?.kind === 'row' && <span className={css.moved}>{words.text.rowGoes}</span>}
      {block.change === 'movedTo' && <span className={css.moved}><Glyph name="move" /> {words.text.paragraphMoves}</span>}
      {block.change === 'same' && block.before?.kind !== block.after?.kind && <span className={css.moved}>{words.text.retyped(words.text.kinds[block.before?.kind ?? 'plain'], words.text.kinds[block.after?.kind ?? 'plain'])} </span>}
      {block.change === 'same' && block.before?.kind === block.after?.kind && block.before?.level !== block.after?.level && <span className={css.moved}>{words.text.relevelled(block.before?.level ?? 1, block.after?.level ?? 1)}</span>}
      <Inlines content={whole === true ? block.content : excerptOf(block)} context={{ inBrief: true }} />
    </p>
  ))
}
