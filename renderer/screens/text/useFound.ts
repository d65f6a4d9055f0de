import { useEffect, type RefObject } from 'react'
import type { BlockId } from '../../../shared/text/document.ts'
import type { SheetModel } from './sheetModel.ts'

/** Brings the paragraph that was looked for into view and puts the focus on it. It does not travel there: nothing moves but what folds. */
export function useFound(pane: RefObject<HTMLElement | null>, model: SheetModel, wanted: BlockId | null): void {
  const at = wanted === null ? -1 : model.marked.blocks.findIndex((block) => block.idAfter === wanted && block.change !== 'movedFrom')
  useEffect(() => {
    const paragraph = pane.current?.querySelector<HTMLElement>(`[data-block="${at}"]`)
    if (!paragraph) return
    paragraph.setAttribute('tabindex', '-1')
    paragraph.scrollIntoView({ block: 'center' })
    paragraph.focus({ preventScroll: true })
  }, [pane, at])
}
