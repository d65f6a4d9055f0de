/** Where the passage of a reservation stands in a later REV, followed from REV to REV. */
import type { Place } from '../silence/procedure.ts'
import { carryPlace } from '../text/carryPassage.ts'
import { contentText, sliceContent } from '../text/content.ts'
import { placeNames } from '../text/place.ts'
import type { Revision } from './state.ts'

/** Null where a REV on the way no longer has the paragraph, or none of its words. An empty stretch is the paragraph as a whole. */
export function followPlace(revisions: readonly Revision[], fromRev: number, place: Place, toRev: number): Place | null {
  let here: Place | null = place
  for (let rev = fromRev; rev < toRev && here !== null; rev++) here = step(revisions[rev], revisions[rev + 1], here)
  return here
}

function step(before: Revision | undefined, after: Revision | undefined, place: Place): Place | null {
  const old = before?.document.blocks.find((block) => block.id === place.block)
  const now = after?.document.blocks.find((block) => block.id === place.block)
  if (!old || !now) return null
  const carried = carryPlace(old.content, now.content, { block: place.block, from: place.from, to: place.to })
  return carried && { ...carried, quote: contentText(sliceContent(now.content, carried.from, carried.to)).slice(0, 2000) }
}

/** `paragraph 7`; empty for the whole text. */
export function placeLabel(revisions: readonly Revision[], rev: number, place: Place | null): string {
  const revision = revisions.find((one) => one.rev === rev)
  return place === null || !revision ? '' : placeNames(revision.document).get(place.block) ?? ''
}
