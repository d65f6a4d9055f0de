import type { RefObject } from 'react'
import { onOneLine } from '../../../shared/base/plainLine.ts'
import { words } from '../../messages/words.ts'
import marks from './marks.module.css'
import css from './reader.module.css'
import { standingWords } from './changes.ts'
import type { SheetModel } from './sheetModel.ts'

interface Entry {
  readonly at: number
  readonly label: string
  readonly name: string
  readonly changes: number
  /** It went: only its former number is left. */
  readonly gone: boolean
}

/** Title, headings and numbered paragraphs, with how many changes each holds. */
export function Outline({ model, marked, scroll }: { model: SheetModel; marked: boolean; scroll: RefObject<HTMLElement | null> }) {
  const go = (at: number) => scroll.current?.querySelector(`[data-block="${at}"]`)?.scrollIntoView({ block: 'start' })
  return (
    <nav className={css.outline} aria-label={words.text.outline}>
      <span className={css.outlineLabel}>{marked ? words.text.outlineChanges : words.text.outline}</span>
      {entriesOf(model).map((entry) => (
        <button key={entry.at} type="button" onClick={() => go(entry.at)}>
          <span>{entry.gone ? <del className={marks.del}>{entry.label}</del> : entry.label}</span><span className={css.outlineName}>{entry.name}</span>
          {marked && <span className={css.outlineCount}>{entry.changes === 0 ? words.text.same : entry.changes}</span>}
        </button>
      ))}
    </nav>
  )
}

function entriesOf(model: SheetModel): Entry[] {
  const entries: Entry[] = []
  model.marked.blocks.forEach((block, at) => {
    const form = block.after ?? block.before
    const changes = model.map.changes.filter((change) => change.block === at).length
    const opens = form !== null && (form.kind === 'title' || form.kind === 'heading' || (form.kind === 'numbered' && form.level === 1))
    const last = entries.at(-1)
    if (block.change === 'movedFrom') return
    if (opens) entries.push({ at, label: (model.labels[at]?.after ?? model.labels[at]?.before ?? '').replace(/\.$/, ''), name: form.kind === 'title' ? words.text.title : firstWords(onOneLine(standingWords(block))), changes, gone: block.change === 'deleted' })
    else if (last !== undefined) entries[entries.length - 1] = { ...last, changes: last.changes + changes }
    else if (changes > 0) entries.push({ at, label: '', name: words.text.beginning, changes, gone: false })
  })
  return entries
}

/** Every paragraph of conclusions opens alike: what tells them apart comes after. */
function firstWords(text: string): string {
  return text.trim().replace(words.text.commonOpening, '').split(/\s+/).slice(0, 6).join(' ')
}
