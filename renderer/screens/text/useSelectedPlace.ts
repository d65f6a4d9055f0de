import { useEffect, useState, type RefObject } from 'react'
import type { MarkedDocument } from '../../../shared/text/marked.ts'
import type { TextPlace } from '../../../shared/text/place.ts'
import { selectedPlace } from './selectedPlace.ts'

/** The words selected last in the sheet; they stay chosen while one presses a button beside it. */
export function useSelectedPlace(sheet: RefObject<HTMLElement | null>, marked: MarkedDocument): TextPlace | null {
  const [place, setPlace] = useState<TextPlace | null>(null)
  useEffect(() => {
    const changed = () => {
      const pane = sheet.current
      const anchor = pane?.ownerDocument.getSelection()?.anchorNode ?? null
      if (pane !== null && anchor !== null && pane.contains(anchor)) setPlace(selectedPlace(pane, marked))
    }
    document.addEventListener('selectionchange', changed)
    return () => document.removeEventListener('selectionchange', changed)
  }, [sheet, marked])
  return place
}
