/** One field of an entry's form, by what it holds. */
import type { ReactNode } from 'react'
import { assertNever } from '../../../shared/base/assertNever.ts'
import { Choose, ChooseInView, Tick, type Option } from '../../components/Choice.tsx'
import { Field as Input } from '../../components/Field.tsx'
import { words } from '../../messages/words.ts'
import type { CaseFile } from './caseFile.ts'
import { ConfidenceField } from './ConfidenceField.tsx'
import { linesOf, textOf, tickOf } from '../../../shared/toolbox/draftValues.ts'
import { DelegationsField } from './DelegationsField.tsx'
import { DossierField } from './DossierField.tsx'
import { EntryPick } from './EntryPick.tsx'
import { EvidenceField } from './EvidenceField.tsx'
import type { Draft, Field } from '../../../shared/toolbox/entryFields.ts'
import { choiceName, fieldName } from '../../../shared/toolbox/entryWords.ts'
import { IndicatorsField } from './IndicatorsField.tsx'
import { MeasureField, MeasuresField } from './MeasureFields.tsx'
import { DimensionsField, FactorsField, ProportionField, WeighedField } from './YardstickFields.tsx'
import type { EntryKind } from '../../../shared/toolbox/entry.ts'

interface FieldProps {
  readonly kind: EntryKind
  readonly field: Field
  readonly draft: Draft
  readonly file: CaseFile
  readonly onChange: (part: Draft) => void
}

/** Few choices stand in view; more unfold. */
const MOST_IN_VIEW = 3

export function EntryField({ kind, field, draft, file, onChange }: FieldProps): ReactNode {
  const label = fieldName(words.entry, kind, field.key)
  const value = draft[field.key]
  const set = (next: unknown) => onChange({ [field.key]: next })
  const common = { label, value, onChange: set }
  const here = { ...file.state, dossierTitles: file.dossierTitles }
  switch (field.type) {
    case 'line': return <Input label={label} value={textOf(value)} onChange={set} maxLength={300} />
    case 'words': return <Input label={label} value={textOf(value)} onChange={set} lines="many" maxLength={10_000} />
    case 'day': return <Input label={label} type="date" value={textOf(value)} onChange={(day) => set(day === '' ? null : day)} />
    case 'tick': return <Tick checked={tickOf(value)} onChange={set}>{label}</Tick>
    case 'lines': return <Input label={label} lines="many" help={words.caseFile.perLine} value={linesOf(value).join('\n')} onChange={(text) => set(text.split('\n'))} />
    case 'choice': return <ChoiceField label={label} value={textOf(value)} onChange={set} options={field.ids.map((id) => ({ id, name: choiceName(words.entry, field.from, id) }))} />
    case 'yardstick': return <Choose label={label} value={textOf(value)} onChange={set} nothing="" options={field.by.map(({ id, name }) => ({ id, name: words.said.quoted(name) }))} />
    case 'confidence': return <ConfidenceField draft={draft} onChange={onChange} />
    case 'delegations': return <DelegationsField {...common} />
    case 'dossier': return <DossierField {...common} file={file} withTitle={kind === 'link'} onPick={onChange} />
    case 'entry': return <EntryPick {...common} file={file} kinds={field.kinds} />
    case 'evidence': return <EvidenceField {...common} here={here} />
    case 'measures': return <MeasuresField {...common} file={file} />
    case 'measure': return <MeasureField {...common} file={file} option={textOf(draft['option'])} />
    case 'indicators': return <IndicatorsField {...common} />
    case 'dimensions': return <DimensionsField {...common} />
    case 'factors': return <FactorsField {...common} />
    case 'weighed': return <WeighedField {...common} by={field.by} name={field.name} here={here} />
    case 'proportion': return <ProportionField {...common} by={field.by} here={here} />
    default: return assertNever(field)
  }
}

function ChoiceField({ label, value, onChange, options }: { label: string; value: string; onChange: (value: string) => void; options: readonly Option<string>[] }) {
  if (options.length <= MOST_IN_VIEW) return <ChooseInView row label={label} value={value} onChange={onChange} options={options} />
  return <Choose label={label} value={value} onChange={onChange} nothing="" options={options} />
}
