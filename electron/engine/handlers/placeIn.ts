/** Whether a passage that somebody names is there, in the words that it says. */
import type { Place } from '../../../shared/silence/procedure.ts'
import { contentLength, contentText, sliceContent } from '../../../shared/text/content.ts'
import type { TextDocument } from '../../../shared/text/document.ts'

export function standsIn(document: TextDocument, { block, from, quote, to }: Place): boolean {
  const found = document.blocks.find((one) => one.id === block)
  if (!found || from > to || to > contentLength(found.content)) return false
  return contentText(sliceContent(found.content, from, to)).startsWith(quote)
}
