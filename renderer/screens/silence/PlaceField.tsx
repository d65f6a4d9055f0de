/** The place that an answer or a reservation concerns: the whole text, or one paragraph of the REV, by its identifier. */
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import type { Place } from '../../../shared/silence/procedure.ts'
import { contentWords } from '../../../shared/text/content.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { placeNames } from '../../../shared/text/place.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { Choose } from '../../components/Choice.tsx'
import { words } from '../../messages/words.ts'

const WHOLE = 'whole'
const EXCERPT = 60

export function PlaceField({ dossier, text, rev, value, onChange }: { dossier: DossierId; text: TextId; rev: number | null; value: string; onChange: (block: string) => void }) {
  const shown = useAnswer('text.show', { dossier, text, rev, comparedWith: null })
  const options = shown.state === 'here' ? paragraphsOf(shown.value.revision.document) : []
  return (
    <Choose label={words.silence.place} value={value === '' ? WHOLE : value} nothing="" onChange={(block) => onChange(block === WHOLE ? '' : block)}
      options={[{ id: WHOLE, name: words.silence.wholeText }, ...options]} />
  )
}

/** Empty for the whole text. */
export function paragraph(block: string): Place | null {
  return block === '' ? null : { block, from: 0, to: 0, quote: '' }
}

function paragraphsOf(document: TextDocument): { id: string; name: string }[] {
  const names = placeNames(document, words.places)
  return document.blocks.map((block) => {
    const said = contentWords(block.content)
    return { id: block.id, name: words.common.labelled(names.get(block.id) ?? block.id, said.length > EXCERPT ? `${said.slice(0, EXCERPT).trimEnd()}…` : said) }
  })
}
