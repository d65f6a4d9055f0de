import type { EntryKind } from '../../../shared/toolbox/entry.ts'
import { Choose } from '../../components/Choice.tsx'
import { words } from '../../messages/words.ts'
import { nameOf } from '../../../shared/dossier/describeEntry.ts'
import type { CaseFile } from './caseFile.ts'
import { textOf } from '../../../shared/toolbox/draftValues.ts'

/** Another entry that this one belongs to, or none. */
export function EntryPick({ label, value, onChange, file, kinds }: { label: string; value: unknown; onChange: (value: unknown) => void; file: CaseFile; kinds: readonly EntryKind[] }) {
  const found = file.state.entries.filter((entry) => entry.withdrawn === null && kinds.includes(entry.content.kind))
  const options = [{ id: '', name: words.caseFile.byItself }, ...found.map((entry) => ({ id: entry.event as string, name: nameOf(entry, words.entry) }))]
  return <Choose label={label} value={textOf(value)} nothing="" options={options} onChange={(id) => onChange(id === '' ? null : id)} />
}
