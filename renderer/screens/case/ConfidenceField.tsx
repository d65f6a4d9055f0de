/** The word and its scale together: a word means something only on its own scale. */
import { SCALES } from '../../../shared/toolbox/confidence.ts'
import { Beside, Choose } from '../../components/Choice.tsx'
import { words } from '../../messages/words.ts'
import { textOf } from '../../../shared/toolbox/draftValues.ts'
import type { Draft } from '../../../shared/toolbox/entryFields.ts'

export function ConfidenceField({ draft, onChange }: { draft: Draft; onChange: (part: Draft) => void }) {
  const scale = SCALES.find((one) => one.id === draft['scale']) ?? SCALES[0]
  if (scale === undefined) return null
  const chosen = scale.words.find((one) => one.id === draft['confidence'])
  return (
    <Beside>
      <Choose label={words.entry.fields['scale'] ?? ''} value={scale.id} nothing="" help={words.said.quoted(scale.source)} options={SCALES.map(({ id, name }) => ({ id, name: words.said.quoted(name) }))}
        onChange={(id) => onChange({ scale: id, confidence: SCALES.find((one) => one.id === id)?.words[0]?.id ?? '' })} />
      <Choose label={words.entry.fields['confidence'] ?? ''} value={textOf(draft['confidence'])} nothing="" options={scale.words.map(({ id, name }) => ({ id, name: words.said.quoted(name) }))}
        onChange={(confidence) => onChange({ confidence })} {...(chosen === undefined ? {} : { help: chosen.meaning })} />
    </Beside>
  )
}
