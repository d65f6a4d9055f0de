import { indicatorTypeOf } from '../../../shared/toolbox/indicator.ts'
import { Field } from '../../components/Field.tsx'
import { words } from '../../messages/words.ts'
import { indicatorsOf } from '../../../shared/toolbox/draftValues.ts'

/** One value on each line; its kind is told by its form. What was imported keeps its days and remarks while its value stands. */
export function IndicatorsField({ label, value, onChange }: { label: string; value: unknown; onChange: (value: unknown) => void }) {
  const held = indicatorsOf(value)
  const change = (text: string): void => {
    const known = new Map(held.map((one) => [one.value, one]))
    onChange(text.split('\n').map((line) => known.get(line) ?? { type: indicatorTypeOf(line.trim()), value: line, firstSeen: null, lastSeen: null, note: '' }))
  }
  return <Field code label={label} lines="many" help={words.caseFile.perLine} value={held.map((one) => one.value).join('\n')} onChange={change} />
}
