import { numberLabels } from '../../../shared/text/numbering.ts'
import { words } from '../../messages/words.ts'
import { wordsOf } from '../text/changes.ts'
import css from './consolidation.module.css'
import type { Received } from './Consolidation.tsx'
import type { Verdicts } from './verdicts.ts'

/** The paragraphs that suggestions concern, and how many of them are settled. */
export function SettledOutline({ received, verdicts, chosen, onChoose }: { received: Received; verdicts: Verdicts; chosen: string | null; onChoose: (letter: string) => void }) {
  const { groups, revision } = received
  const labels = numberLabels(revision.document)
  const blocks = [...new Set(groups.map((group) => group.block))]
  return (
    <nav className={css.outline} aria-label={words.consolidation.outline}>
      <span className={css.outlineLabel}>{words.consolidation.outline}</span>
      {blocks.map((id) => {
        const here = groups.filter((group) => group.block === id)
        const all = here.reduce((sum, group) => sum + group.suggestions.length, 0)
        const settled = here.filter((group) => verdicts.has(group.letter)).reduce((sum, group) => sum + group.suggestions.length, 0)
        const block = revision.document.blocks.find((one) => one.id === id)
        const name = block === undefined ? words.text.beginning : wordsOf(block.content).trim().replace(words.text.commonOpening, '').split(/\s+/).slice(0, 5).join(' ')
        return (
          <button key={id ?? ''} type="button" onClick={() => { const [first] = here; if (first) onChoose(first.letter) }} aria-current={here.some((group) => group.letter === chosen) ? 'true' : undefined}>
            <span>{(id === null ? '' : labels.get(id) ?? '').replace(/\.$/, '')}</span>
            <span className={css.outlineName}>{name}</span>
            <span className={css.outlineCount}>{settled === all ? words.consolidation.done : words.consolidation.nOf(settled, all)}</span>
          </button>
        )
      })}
    </nav>
  )
}
